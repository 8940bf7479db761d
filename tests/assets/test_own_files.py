"""Rules for what we write ourselves for the browser: templates, scripts and styles."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
STYLES = sorted((ROOT / "static" / "css").rglob("*.css"))
ROOMS = ["pvi", "themes", "measures", "monitoring"]
OURS = [*TEMPLATES, *SCRIPTS, *STYLES]
# The NL Design System class that belongs under one of ours.
UNDERNEATH = {
    "pvi-btn": "utrecht-button",
    "pvi-table": "utrecht-table",
    "pvi-alert": "utrecht-alert",
    "pvi-crumbs": "utrecht-breadcrumb-nav",
}
CONTROLS = {"input": "utrecht-", "select": "utrecht-select", "textarea": "utrecht-textarea"}
_LOGIC = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_TAG = re.compile(r"<(?P<name>[a-z0-9]+)\b(?P<rest>[^<>]*)>")
_CLASS = re.compile(r'\bclass="([^"]*)"', re.DOTALL)


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _tags(path: Path) -> list[tuple[str, str, set[str]]]:
    found = []
    for tag in _TAG.finditer(_LOGIC.sub(" ", path.read_text())):
        classes = _CLASS.search(tag["rest"])
        found.append((tag["name"], tag["rest"], set(re.findall(r"[\w-]+", classes[1])) if classes else set()))
    return found


@pytest.mark.parametrize("path", OURS, ids=_named)
def test_names_no_other_server(path: Path) -> None:
    text = path.read_text().replace("http://www.w3.org/2000/svg", "")

    assert not re.search(r"https?://|[\"'(]//\w", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
def test_template_has_nothing_inline(path: Path) -> None:
    for name, rest, _ in _tags(path):
        assert not re.search(r"\s(?:style|on[a-z]+)=", rest), f"<{name}{rest}>"
        assert name != "style"
        if name == "script":
            assert "src=" in rest or 'type="application/json"' in rest, rest
            assert "src=" not in rest or "defer" in rest, rest


@pytest.mark.parametrize("path", TEMPLATES, ids=_named)
def test_standard_parts_stand_on_the_design_system(path: Path) -> None:
    for name, rest, classes in _tags(path):
        for ours, theirs in UNDERNEATH.items():
            assert ours not in classes or theirs in classes, f'class="{ours}" needs {theirs}: <{name}{rest}>'
        if name in CONTROLS and 'type="hidden"' not in rest:
            expected = CONTROLS[name]
            assert any(known.startswith(expected) for known in classes), f"a {expected} class: <{name}{rest}>"
        if name == "h1":
            assert "utrecht-heading-1" in classes, f"<{name}{rest}>"


def test_every_icon_that_is_named_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (ROOT / "templates" / "_icons.html").read_text()))
    code = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    named = {
        icon for path in [*TEMPLATES, *code] for icon in re.findall(r'"([iv]-[a-z]+)"', path.read_text())
    }

    assert named - drawn == set()


@pytest.mark.parametrize("path", [*SCRIPTS, *TEMPLATES], ids=_named)
def test_only_the_chart_script_calls_plotly(path: Path) -> None:
    assert path.name == "charts.js" or not re.search(r"\bPlotly\.(?:newPlot|react|plot)\b", path.read_text())


@pytest.mark.parametrize("path", SCRIPTS, ids=_named)
def test_script_makes_no_code_out_of_text(path: Path) -> None:
    risky = r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write"

    assert not re.search(risky, path.read_text())


def test_no_chart_has_a_button_that_sends_it_away() -> None:
    assert "displayModeBar: false" in (ROOT / "static" / "js" / "charts.js").read_text()


def test_only_pages_with_charts_load_plotly() -> None:
    assert [path.name for path in TEMPLATES if "plotly" in path.read_text()] == ["_charts.html"]
