"""Cleaning of component rules and pruning of design tokens."""

import pytest

from pvi.assets import stylesheets


def test_minifies_without_changing_what_is_said() -> None:
    css = """/* a note */
    .a {
      color: red;
      content: "a b";
    }
    @media (max-width: 40rem) { .b { margin: 0 auto; } }
    """
    expected = '.a{color:red;content:"a b"}@media (max-width: 40rem){.b{margin:0 auto}}'

    assert stylesheets.minified(css) == expected


def test_drops_the_pointer_to_a_source_map() -> None:
    assert stylesheets.minified(".a{color:red}\n/*# sourceMappingURL=a.css.map */") == ".a{color:red}"


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".x--hover{color:red}", ""),
        (".x:hover,.x--hover{color:red}", ".x:hover{color:red}"),
        (".x--focus-visible{color:red}.y{color:red}", ".y{color:red}"),
        (".x--invalid{color:red}", ".x--invalid{color:red}"),
        (
            ".x:hover:not(:disabled,.x--disabled){color:red}",
            ".x:hover:not(:disabled,.x--disabled){color:red}",
        ),
        (".utrecht-button--danger{color:red}", ""),
        (".x{}", ""),
    ],
)
def test_leaves_out_what_only_a_catalogue_shows(css: str, kept: str) -> None:
    assert stylesheets.without_showcase(css) == kept


def test_keeps_only_the_tokens_that_are_reached() -> None:
    tokens = stylesheets.declarations(".t{--a:var(--b);--b:1px;--c:2px;--d:var(--e, 3px);--e:4px}")

    assert stylesheets.reachable(tokens, {"--d", "--a", "--unknown"}) == {
        "--a": "var(--b)",
        "--b": "1px",
        "--d": "var(--e, 3px)",
        "--e": "4px",
    }


def test_leaves_out_the_tokens_that_we_set_ourselves() -> None:
    tokens = {"--a": "var(--b)", "--b": "var(--c)", "--c": "1px"}

    assert stylesheets.reachable(tokens, {"--a"}, replaced={"--b"}) == {"--a": "var(--b)"}
