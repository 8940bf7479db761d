"""Static SVG: valid XML without styles or scripts, with the same marks as the figure."""

from xml.etree.ElementTree import Element

import pytest

from monitoring.charts import Drawable, SeriesChart, StackRow, status_by_theme, svg
from monitoring.charts.runs import runs
from tests.monitoring.charts import samples

NAMESPACE = "{http://www.w3.org/2000/svg}"


def parsed(chart: Drawable, width: int = 700) -> Element:
    return samples.parsed(svg(chart, width))


def texts(chart: Drawable, width: int = 700) -> list[str]:
    return [element.text or "" for element in parsed(chart, width).iter(f"{NAMESPACE}text")]


def lines(chart: SeriesChart) -> list[Element]:
    """The paths that join points; grid lines have no line join."""
    return [one for one in parsed(chart).iter(f"{NAMESPACE}path") if one.get("stroke-linejoin")]


@pytest.mark.parametrize("width", [160, 460, 700])
@pytest.mark.parametrize("sample", [*samples.DRAWN, *samples.EXTREME])
def test_the_drawing_is_hidden_from_assistive_technology_and_has_no_style_or_script(
    sample: samples.Sample, width: int
) -> None:
    root = parsed(sample(), width)

    assert root.get("aria-hidden") == "true"
    assert root.get("focusable") == "false"
    for element in root.iter():
        assert element.tag.removeprefix(NAMESPACE) not in {"style", "script", "image", "a", "foreignObject"}
        assert not [name for name in element.attrib if name in {"style", "href"} or name.startswith("on")]


@pytest.mark.parametrize("sample", samples.DRAWN)
def test_the_drawing_is_as_high_as_its_heading_says_unless_told_otherwise(sample: samples.Sample) -> None:
    chart = sample()

    assert parsed(chart).get("viewBox") == f"0 0 700 {chart.heading.height.pixels}"
    assert samples.parsed(svg(chart, 560, 200)).get("viewBox") == "0 0 560 200"


@pytest.mark.parametrize(
    "sample",
    [samples.trend, samples.incidents, samples.four_definitions, samples.membership, samples.crowded],
)
def test_there_is_a_line_per_run_of_more_than_one_point(sample: samples.SampleOfSeries) -> None:
    chart = sample()
    joined = [run for one in chart.series for run in runs(chart, one) if len(run.points) > 1]
    path = 1 if len(chart.target) > 1 else 0

    assert len(lines(chart)) == len(joined) + path


def test_the_reference_day_and_the_break_are_named_above_the_plot() -> None:
    assert "peildatum" in texts(samples.planned_actual())
    assert "nieuwe afbakening" in texts(samples.incidents())


def test_every_kind_of_nothing_has_its_words_and_its_mark() -> None:
    words = texts(samples.all_kinds_of_nothing())

    assert {"afgeschermd", "niet van", "geleverd", "nog niet"} <= set(words)
    assert {"×", "–", "?", "…"} <= set(words)


def test_a_sparkline_has_no_words_and_one_marker() -> None:
    assert texts(samples.sparkline(), 160) == []
    assert len(list(parsed(samples.sparkline(), 160).iter(f"{NAMESPACE}circle"))) == 1


def test_the_words_of_a_stack_stand_on_one_line_where_they_fit() -> None:
    words = [text.replace("\u00a0", " ") for text in texts(samples.status_by_theme())]

    assert "3 gereed, 4 op koers, 2 aandacht nodig, 1 niet gestart" in words
    assert "geen maatregelen" in words


def test_names_are_escaped() -> None:
    name = "<img src=x onerror=alert(1)> & {{7*7}}"
    chart = status_by_theme(
        samples.heading("c-x", name), samples.status_by_theme().groups, [StackRow(name, (1, 0, 0, 0, 0, 0))]
    )

    assert "<img" not in svg(chart)
    assert name in texts(chart)


def test_ids_of_patterns_are_those_of_the_chart() -> None:
    ids = [one.get("id") for one in parsed(samples.status_by_theme()).iter(f"{NAMESPACE}pattern")]

    assert ids
    assert all(one and one.startswith("c-status-") for one in ids)
