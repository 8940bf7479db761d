"""Plotly figures: valid, small, in Dutch, and harmless."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import orjson
import plotly.graph_objects as go
import pytest

from monitoring.charts import Drawable, Nothing, Point, Scale, Series, figure_json, plotly_figure, trend
from monitoring.charts.words import GLYPHS
from tests.monitoring.charts import samples

HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} %{y} &amp; \u2028"


def lines(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """The traces that join values of a series, which are those with a hover text of their own."""
    return [
        one for one in figure["data"] if one["type"] == "scatter" and "hovertemplate" in one and "line" in one
    ]


@pytest.mark.parametrize("sample", [*samples.DRAWN, *samples.EXTREME])
def test_plotly_accepts_the_figure(sample: samples.Sample) -> None:
    go.Figure(plotly_figure(sample()))


@pytest.mark.parametrize("sample", [*samples.DRAWN, *samples.EXTREME])
def test_the_figure_is_ready_for_the_script_that_draws_it(sample: samples.Sample) -> None:
    layout = plotly_figure(sample())["layout"]

    assert {"l", "r", "t", "b"} <= set(layout["margin"])
    assert {note.get("name", "") for note in layout.get("annotations", [])} <= {
        "",
        "wide",
        "end-up",
        "end-down",
    }
    kept = layout.get("meta", {}).get("narrowTicks", [])
    assert all(index < len(layout["xaxis"]["ticktext"]) for index in kept)


def test_there_is_a_line_per_run_and_none_through_a_break_or_nothing() -> None:
    figure = plotly_figure(samples.incidents())

    assert [one["x"] for one in lines(figure)] == [
        ["2014-07-01"],
        ["2017-07-01", "2018-07-01"],
        ["2019-07-01", "2020-07-01", "2021-07-01", "2022-07-01"],
    ]


def test_four_definitions_differ_in_colour_dash_and_marker() -> None:
    drawn = lines(plotly_figure(samples.four_definitions()))

    assert len(drawn) == 4
    assert len({one["line"]["color"] for one in drawn}) == 4
    assert len({one["line"]["dash"] for one in drawn}) == 4
    assert len({one["marker"].get("symbol", "circle") for one in drawn}) == 4


def test_a_provisional_figure_has_an_open_marker_and_its_word() -> None:
    figure = plotly_figure(samples.trend())
    on_top = [one for one in figure["data"] if one.get("marker", {}).get("color") == "#fff"]

    assert [one["x"] for one in on_top] == [["2023-06-30"]]
    assert "<b>26,1%<br>voorlopig</b>" in [note["text"] for note in figure["layout"]["annotations"]]


def test_bars_start_at_zero_and_what_is_provisional_is_hatched() -> None:
    figure = plotly_figure(samples.counts())
    bars = [one for one in figure["data"] if one["type"] == "bar"]

    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert [one["y"] for one in bars] == [[446, 523], [741, 823, 899]]
    assert bars[0]["marker"]["color"] != bars[1]["marker"]["color"]
    assert bars[1]["marker"]["pattern"]["shape"] == ["", "", "/"]


def test_a_missing_year_keeps_its_place_with_its_mark_and_words() -> None:
    figure = plotly_figure(samples.counts())
    marks = [one for one in figure["data"] if one.get("mode") == "text"]

    assert [(one["x"], one["text"]) for one in marks] == [(["2019-07-01"], ["<b>?</b>"])]
    assert "<b>niet<br>geleverd</b>" in [note["text"] for note in figure["layout"]["annotations"]]


def test_the_future_of_a_plan_is_not_marked_as_missing() -> None:
    figure = plotly_figure(samples.planned_actual())

    assert not [one for one in figure["data"] if one.get("mode") == "text"]


def test_the_target_path_is_black_dashed_and_ends_in_a_point_at_the_end_of_the_year() -> None:
    data = plotly_figure(samples.trend())["data"]
    path = next(one for one in data if one.get("line", {}).get("dash") == "7px,5px")
    point = data[-1]

    assert (path["x"], path["y"], path["line"]["color"]) == (
        ["2021-12-31", "2025-12-31"],
        [22.4, 35.0],
        "#000000",
    )
    assert (point["x"], point["customdata"]) == (["2025-12-31"], [["eind 2025", "35%"]])


def test_a_forecast_is_dotted_and_has_a_lighter_band_and_its_own_word() -> None:
    figure = plotly_figure(samples.forecast())

    assert lines(figure)[-1]["line"]["dash"] == "2px,4px"
    assert [one["fillcolor"] for one in figure["data"] if "fillcolor" in one] == ["rgba(0,114,178,0.08)"]
    assert {"<b>27,9%</b>", "<b>Prognose 34,4%</b>", "<b>Streefwaarde 35%</b>"} == {
        note["text"] for note in figure["layout"]["annotations"]
    }


def test_hover_text_has_three_dutch_lines() -> None:
    newest = lines(plotly_figure(samples.trend()))[-1]

    assert newest["hovertemplate"] == (
        "<b>%{customdata[0]}</b><br>%{y:,.1f}%%{customdata[1]}<br>%{customdata[2]}<extra></extra>"
    )
    assert newest["customdata"][-1] == (
        "k2 2023",
        " van 757 nieuwe collega’s",
        "marge 22,0% tot 27,8%, voorlopig",
    )


def test_the_hover_text_of_the_actual_share_repeats_the_plan() -> None:
    actual = lines(plotly_figure(samples.planned_actual()))[-1]

    assert actual["hovertemplate"].startswith("<b>%{customdata[0]}</b><br>werkelijk: %{y:,.0f}%<br>")
    assert actual["customdata"][-1] == ("maand 20", "gepland: 57%")


def test_counts_per_theme_are_written_in_and_under_the_bars() -> None:
    figure = plotly_figure(samples.status_by_theme())
    notes = [note["text"].replace("\u00a0", " ") for note in figure["layout"]["annotations"]]

    assert notes[:2] == [
        "<b>1. Veilige en inclusieve teams</b>",
        "3 gereed, 4 op koers, 2 aandacht nodig,<br>1 niet gestart",
    ]
    assert notes[-1] == "geen maatregelen"
    assert [sum(one["x"]) for one in figure["data"]] == [10, 17, 6, 3, 3, 1]
    assert figure["layout"]["xaxis"]["range"][0] == 0


def test_no_two_groups_of_a_stack_differ_in_colour_alone() -> None:
    figure = plotly_figure(samples.status_by_theme())
    fills = [
        (one["marker"].get("pattern", {}).get("shape", ""), one["marker"]["color"]) for one in figure["data"]
    ]

    assert len(set(fills)) == 6
    assert all(one["texttemplate"] == "<b>%{x}</b>" for one in figure["data"])


def test_units_keep_their_order_and_show_the_kind_of_nothing_in_words() -> None:
    figure = plotly_figure(samples.per_unit())
    texts = [note["text"] for note in figure["layout"]["annotations"]]

    assert texts[:4] == ["Noord-Nederland", "<b>14,0%</b>", "Oost-Nederland", "<b>21,0%</b>"]
    assert {"afgeschermd", "n.v.t.", "niet geleverd", "nog niet verwacht", "korps 25,3%"} <= set(texts)
    assert len(figure["data"][0]["x"]) == 11


def hostile() -> Drawable:
    points = [samples.year(2020, "4", context=HOSTILE, note=HOSTILE), samples.year(2021, "5")]
    series = [Series(name=HOSTILE, points=tuple(points)), Series(name="b", points=(samples.year(2021, "6"),))]
    return trend(samples.heading("c-x", HOSTILE), series, scale=Scale.COUNT, decimals=0, unit_word=HOSTILE)


def test_names_come_out_as_written() -> None:
    data = json.dumps(plotly_figure(hostile()))

    assert "<img" not in data
    assert "&lt;img" in data
    assert "%{y} " not in data.replace("%{y:,", "")
    assert "{{7*7}}" in data


def test_the_json_is_safe_inside_a_script_element_and_says_the_same() -> None:
    text = figure_json(hostile())

    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == json.loads(orjson.dumps(plotly_figure(hostile())))
    assert text.__html__() == text


def test_a_figure_stays_close_to_the_size_of_its_data() -> None:
    """The aim is at most 1.2 times a bare figure; the markup of the hover text stands once per line."""
    months = [samples.month_end(index) for index in range(1, 61)]
    points = [
        Point(
            at=day,
            label=f"mnd {day:%m %Y}",
            value=Decimal(20 + day.month),
            context="van 757 nieuwe collega’s",
        )
        for day in months
    ]
    texts = [f"<b>{point.label}</b><br>{point.figure}% {point.context}" for point in points]
    trace = {
        "type": "scatter",
        "mode": "lines",
        "x": months,
        "y": [float(point.figure) for point in points],
        "customdata": texts,
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    bare = orjson.dumps({"data": [trace], "layout": {"margin": {"l": 40, "r": 14, "t": 20, "b": 28}}})

    assert len(figure_json(samples.line(points)).encode()) <= 1.2 * len(bare)


def test_dates_and_figures_are_short() -> None:
    chart = samples.line([samples.year(2020, "33.333333"), samples.year(2021, "12")])

    assert lines(plotly_figure(chart))[0]["y"] == [33.3, 12.0]
    assert plotly_figure(chart)["layout"]["xaxis"]["range"] == ["2020-01-01", "2021-12-31"]


def test_all_suppressed_still_says_so() -> None:
    figure = plotly_figure(samples.all_suppressed())

    assert not lines(figure)
    assert "<b>afgeschermd</b>" in [note["text"] for note in figure["layout"]["annotations"]]
    assert figure["data"][0]["x"][0] == date(2018, 7, 1).isoformat()
    assert figure["data"][0]["text"][0] == f"<b>{GLYPHS[Nothing.SUPPRESSED]}</b>"


def test_an_empty_chart_says_that_there_is_nothing() -> None:
    notes = plotly_figure(samples.empty())["layout"]["annotations"]

    assert [note["text"] for note in notes] == ["geen gegevens"]
