"""Rows that the page lays out: the timeline and the bar list."""

from datetime import date

import pytest

from monitoring.charts import (
    MeasureGroup,
    MeasureRow,
    MilestoneMark,
    MilestoneState,
    bar_tracks,
    timeline,
    timeline_tracks,
)
from tests.monitoring.charts import samples

HOSTILE = '"><script>alert(1)</script>'


def row(**more: object) -> MeasureRow:
    return MeasureRow(key="A", name="a", href="/a", status="x", status_word="X", **more)  # type: ignore[arg-type]


def track(**more: object) -> str:
    chart = timeline(
        samples.heading("c-t", "T"), [MeasureGroup("1", (row(**more),))], reference=samples.REFERENCE
    )
    return timeline_tracks(chart).groups[0].rows[0].track


def test_every_row_is_valid_svg_in_percentages_without_style() -> None:
    tracks = timeline_tracks(samples.timeline())
    drawings = [tracks.axis, *(one.track for group in tracks.groups for one in group.rows)]
    drawings += [bar.track for bar in bar_tracks(samples.bars())]

    for drawing in drawings:
        root = samples.parsed(drawing)
        assert root.get("aria-hidden") == "true"
        assert not [one for one in root.iter() if "style" in one.attrib or one.tag == "script"]


def test_the_axis_names_every_year_it_spans() -> None:
    axis = timeline_tracks(samples.timeline()).axis

    assert [year for year in range(2020, 2027) if f">{year}<" in axis] == [2022, 2023, 2024]


def test_the_part_before_the_reference_day_is_drawn_over_the_whole_period() -> None:
    drawing = track(start=date(2023, 1, 1), end=date(2023, 12, 31))

    assert 'x="0.00%" y="-5" width="99.73%"' in drawing
    assert 'x="0.00%" y="-5" width="66.30%"' in drawing


@pytest.mark.parametrize(("overdue", "count"), [(True, 1), (False, 0)])
def test_an_overdue_measure_runs_on_in_red(overdue: bool, count: int) -> None:
    drawing = track(start=date(2023, 1, 1), end=date(2023, 5, 31), overdue=overdue)

    assert drawing.count('height="2" fill="#98121E"') == count


def test_a_measure_without_dates_says_so() -> None:
    assert "periode onbekend" in track()


def test_milestones_outside_the_axis_are_left_to_the_table() -> None:
    early = MilestoneMark("vroeg", date(2010, 1, 1), MilestoneState.DONE)
    inside = MilestoneMark("nu", date(2023, 3, 1), MilestoneState.LATE)
    drawing = track(start=date(2023, 1, 1), end=date(2023, 5, 31), milestones=(early, inside))

    assert "<title>nu, 1-3-2023, te laat</title>" in drawing
    assert "vroeg" not in drawing


def test_at_most_six_years_around_the_reference_day_are_shown() -> None:
    rows = (row(start=date(2005, 1, 1), end=date(2050, 1, 1)),)
    chart = timeline(samples.heading("c-t", "T"), [MeasureGroup("1", rows)], reference=samples.REFERENCE)

    assert (chart.start, chart.end) == (date(2021, 1, 1), date(2026, 12, 31))


def test_a_name_cannot_break_out_of_the_drawing() -> None:
    mark = MilestoneMark(HOSTILE, date(2023, 3, 1), MilestoneState.DONE)

    assert "<script>" not in track(start=date(2023, 1, 1), milestones=(mark,))


def test_the_longest_bar_fills_its_cell_and_the_unknown_is_grey() -> None:
    bars = bar_tracks(samples.bars())

    assert (bars[0].name, bars[0].count) == ("Korter dan 3 maanden", "8")
    assert ['width="100.0%"' in bar.track for bar in bars] == [True, False, False]
    assert "#B9C4D1" in bars[-1].track
