"""Pure text work on style sheets: clean component rules, and keep only the design tokens that are used."""

import re
from collections.abc import Iterable, Mapping

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"(?P<selector>[^{};]+)\{(?P<body>[^{}]*)\}")
_DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)(?=[;}])")
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
_OUTER_COMMA = re.compile(r",(?![^(]*\))")
# Classes with which a component catalogue shows a state that the browser gives by itself, and unused buttons.
_SHOWCASE = re.compile(
    r"--(?:hover|focus|focus-visible|active|pressed|checked|visited|disabled|read-only|forced-colors)(?![\w-])"
    r"|button--(?:danger|warning|ready)(?![\w-])"
)


def minified(css: str) -> str:
    """The same rules without comments (source maps too) and without needless white space."""
    spaced = re.sub(r"\s+", " ", _COMMENT.sub("", css))
    tight = re.sub(r"\s*([{};,])\s*", r"\1", spaced).replace(";}", "}")
    return re.sub(r"(?<=[{;])([\w-]+): ", r"\1:", tight).strip()


def without_showcase(css: str) -> str:
    """Component rules without the selectors that only serve a catalogue; rules left empty are dropped."""
    return _RULE.sub(_kept_rule, css)


def _kept_rule(rule: re.Match[str]) -> str:
    kept = [part for part in _OUTER_COMMA.split(rule["selector"]) if not _SHOWCASE.search(_outside_not(part))]
    if not kept or not rule["body"].strip():
        return ""
    return f"{','.join(kept)}{{{rule['body']}}}"


def _outside_not(selector: str) -> str:
    return re.sub(r":not\([^)]*\)", "", selector)


def declarations(css: str) -> dict[str, str]:
    """Custom property -> value, the last one written winning."""
    return {name: value.strip() for name, value in _DECLARATION.findall(css)}


def references(css: str) -> set[str]:
    """The custom properties asked for by `var()`."""
    return set(_REFERENCE.findall(css))


def reachable(
    tokens: Mapping[str, str], wanted: Iterable[str], *, replaced: Iterable[str] = ()
) -> dict[str, str]:
    """The tokens that `wanted` leads to, through other tokens as well, in order of name.

    What we set ourselves (`replaced`) is left out, and not followed further.
    """
    ours, kept, waiting = set(replaced), dict[str, str](), set(wanted)
    while waiting:
        name = waiting.pop()
        if name in kept or name in ours or name not in tokens:
            continue
        kept[name] = tokens[name]
        waiting |= references(tokens[name])
    return dict(sorted(kept.items()))


def as_rule(selector: str, tokens: Mapping[str, str]) -> str:
    """One rule that sets all `tokens`."""
    return f"{selector}{{{';'.join(f'{name}:{value}' for name, value in tokens.items())}}}\n"
