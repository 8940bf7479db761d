"""Which points are joined by a line."""

from datetime import date

import pytest

from monitoring.charts import Break, Nothing, Point, Series, SeriesChart
from monitoring.charts.runs import runs, spans
from tests.monitoring.charts import samples


def years(chart: SeriesChart, index: int = 0) -> list[tuple[list[str], bool]]:
    return [([point.label for point in run.points], run.older) for run in runs(chart, chart.series[index])]


def test_a_line_ends_where_the_definition_changes_and_where_a_value_is_missing() -> None:
    assert years(samples.incidents()) == [
        (["2014"], True),
        (["2017", "2018"], True),
        (["2019", "2020", "2021", "2022"], False),
    ]


def test_no_line_crosses_a_break_even_when_the_points_name_no_definition() -> None:
    points = [samples.year(number, "10") for number in range(2016, 2021)]
    chart = samples.line(points, breaks=[Break(date(2018, 1, 1))])

    assert years(chart) == [(["2016", "2017"], True), (["2018", "2019", "2020"], False)]


def test_a_missing_value_within_a_definition_breaks_the_line_but_greys_nothing() -> None:
    points = [
        samples.year(2019, "1"),
        samples.year(2020, nothing=Nothing.SUPPRESSED),
        samples.year(2021, "3"),
    ]

    assert years(samples.line(points)) == [(["2019"], False), (["2021"], False)]


def test_four_definitions_of_instroom_stay_four_series() -> None:
    chart = samples.four_definitions()

    assert [len(runs(chart, one)) for one in chart.series] == [1, 1, 1, 1]
    assert len({one.role for one in chart.series}) == 4


def test_neighbouring_periods_with_the_same_kind_of_nothing_form_one_span() -> None:
    kinds = [Nothing.SUPPRESSED, Nothing.SUPPRESSED, Nothing.NOT_DELIVERED, None, Nothing.NOT_DELIVERED]
    points = [
        samples.year(2018 + index, None if kind else "4", nothing=kind) for index, kind in enumerate(kinds)
    ]

    assert [(span.nothing, len(span.points)) for span in spans(points)] == [
        (Nothing.SUPPRESSED, 2),
        (Nothing.NOT_DELIVERED, 1),
        (Nothing.NOT_DELIVERED, 1),
    ]


def test_a_series_without_points_has_no_runs() -> None:
    chart = samples.line([])

    assert runs(chart, Series(name="leeg", points=())) == ()


@pytest.mark.parametrize("more", [{}, {"value": "4", "nothing": Nothing.SUPPRESSED}])
def test_a_point_has_a_value_or_a_kind_of_nothing(more: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a value or a kind of nothing"):
        Point(at=date(2020, 7, 1), label="2020", **more)  # type: ignore[arg-type]
