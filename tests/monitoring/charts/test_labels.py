"""Where labels stand: inside the frame, and never over each other."""

from itertools import combinations

import pytest

from monitoring.charts import SeriesChart
from monitoring.charts.frame import NARROW_WIDTH, frame
from monitoring.charts.labels import Box, Placed, area, crosses, place
from monitoring.charts.obstacles import blocks, drawn_at, routes
from monitoring.charts.text import fitted, width, wrap
from monitoring.charts.wishes import wishes
from tests.monitoring.charts import samples

CHARTS = [
    samples.planned_actual,
    samples.trend,
    samples.forecast,
    samples.four_definitions,
    samples.incidents,
    samples.counts,
    samples.membership,
    samples.crowded,
    samples.long_names,
    samples.all_suppressed,
]


def placed(chart: SeriesChart, canvas: int) -> list[Placed]:
    at = frame(chart, canvas, chart.heading.height.pixels)
    lines = [drawn_at(at, route) for route in routes(chart)]
    return place(wishes(chart), at, lines=lines, blocks=blocks(chart, at))


@pytest.mark.parametrize("canvas", [460, 560, 700, 760])
@pytest.mark.parametrize("sample", CHARTS)
def test_labels_stay_inside_the_frame_and_clear_of_each_other(
    sample: samples.SampleOfSeries, canvas: int
) -> None:
    chart = sample()
    room = area(frame(chart, canvas, chart.heading.height.pixels))
    boxes = [label.box for label in placed(chart, canvas)]

    assert all(box.inside(room) for box in boxes)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


def test_the_label_of_every_series_and_the_target_are_there() -> None:
    words = {line for label in placed(samples.four_definitions(), 700) for line in label.wish.lines}
    assert {"Brede definitie", "Nieuwe medewerkers", "Niet-westerse"} <= words

    words = {line for label in placed(samples.trend(), 700) for line in label.wish.lines}
    assert {"26,1%", "voorlopig", "Streefwaarde 35%", "Oude definitie"} <= words


def test_labels_keep_clear_of_lines_where_there_is_room() -> None:
    chart = samples.four_definitions()
    at = frame(chart, 700, 304)
    lines = [drawn_at(at, route) for route in routes(chart)]

    assert not [label for label in placed(chart, 700) if any(crosses(line, label.box) for line in lines)]


def test_planned_stands_above_and_actual_below_when_behind() -> None:
    boxes = {label.wish.lines[0]: label.box for label in placed(samples.planned_actual(), 700)}

    assert boxes["Gepland 57%"].bottom <= boxes["Werkelijk 49%"].top


def test_a_line_that_only_passes_above_does_not_cross_a_box() -> None:
    box = Box(10, 10, 20, 20)

    assert crosses([(0, 0), (30, 30)], box)
    assert crosses([(15, 0), (15, 40)], box)
    assert crosses([(12, 12)], box)
    assert not crosses([(0, 0), (30, 5)], box)
    assert not crosses([(30, 0), (40, 40)], box)
    assert not crosses([], box)


def test_a_narrow_frame_has_the_margins_that_the_script_gives_it() -> None:
    at = frame(samples.incidents(), NARROW_WIDTH, 304)

    assert at.left <= 38
    assert NARROW_WIDTH - at.right <= 14


def test_wrapped_text_ends_in_an_ellipsis_when_it_does_not_fit() -> None:
    assert wrap("Andere definitie: niet te vergelijken", 20, 3) == (
        "Andere definitie:",
        "niet te vergelijken",
    )
    assert wrap("een twee drie vier", 8, 1) == ("een twee…",)
    assert wrap("meervoudigepersoonlijkheid", 10, 2) == ("meervoudig…",)


def test_fitted_text_is_no_wider_than_its_space() -> None:
    text = fitted("Landelijke Expertise en Operaties", 100, 12)

    assert text.endswith("…")
    assert width(text, 12) <= 100
    assert fitted("Limburg", 100, 12) == "Limburg"
