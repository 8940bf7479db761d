"""Rows that a page lays out itself: each gets an SVG in percentages, which fits any width without a style."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitoring.charts.by_row import BarList, BarRow, MeasureRow, MilestoneMark, MilestoneState, Timeline
from monitoring.charts.contents import milestone_words
from monitoring.charts.spec import Scale
from monitoring.charts.text import Markup, svg_text
from monitoring.charts.values import written

_INK, _YEAR, _TODO, _DONE, _LATE, _NAVY = "#0F1C2E", "#D5DDE7", "#C3D6EC", "#174A83", "#98121E", "#0C2A4D"
_BAR, _MUTED_BAR = "#5F87B5", "#B9C4D1"
_TEXT = 'font-size="12" fill="#3B4A5C" font-weight="600"'
_HIDDEN = 'aria-hidden="true" focusable="false"'
_SHAPES = {
    MilestoneState.DONE: f'<path d="M0-7L7 0 0 7-7 0Z" fill="{_NAVY}" stroke="#fff" stroke-width="1.5"/>',
    MilestoneState.PLANNED: (
        f'<path d="M0-6.5L6.5 0 0 6.5-6.5 0Z" fill="#fff" stroke="{_NAVY}" stroke-width="1.8"/>'
    ),
    MilestoneState.LATE: (
        f'<path d="M0-8L8 0 0 8-8 0Z" fill="{_LATE}" stroke="#fff" stroke-width="1.5"/>'
        '<path d="M0-4V1M0 2.6V4.4" stroke="#fff" stroke-width="1.8"/>'
    ),
}


@dataclass(frozen=True, slots=True)
class MeasureTrack:
    """A measure with its drawing."""

    row: MeasureRow
    track: Markup


@dataclass(frozen=True, slots=True)
class GroupTracks:
    title: str
    rows: tuple[MeasureTrack, ...]


@dataclass(frozen=True, slots=True)
class TimelineTracks:
    """The drawing of the axis, and of every measure in its group."""

    axis: Markup
    groups: tuple[GroupTracks, ...]


@dataclass(frozen=True, slots=True)
class BarTrack:
    """A group with its count as written and its bar."""

    name: str
    count: str
    track: Markup


def timeline_tracks(chart: Timeline) -> TimelineTracks:
    """The rows of `pvi-gantt`: names and status stay HTML, so that they link and wrap."""
    scale = _Scale(chart)
    groups = tuple(
        GroupTracks(group.title, tuple(MeasureTrack(row, _track(row, scale)) for row in group.rows))
        for group in chart.groups
    )
    return TimelineTracks(_axis(scale), groups)


def bar_tracks(chart: BarList) -> tuple[BarTrack, ...]:
    """The rows of `pvi-bars`; the longest bar fills its cell."""
    most = max((row.count for row in chart.rows), default=0) or 1
    return tuple(
        BarTrack(row.name, written(Decimal(row.count), Scale.COUNT, 0), _bar(row, most)) for row in chart.rows
    )


def _bar(row: BarRow, most: int) -> Markup:
    fill = _MUTED_BAR if row.muted else _BAR
    rect = f'<rect width="{100 * row.count / most:.1f}%" height="100%" rx="2" fill="{fill}"/>'
    return Markup(f'<svg class="pvi-bar" {_HIDDEN}>{rect}</svg>')


class _Scale:
    """From days to percentages of the width."""

    def __init__(self, chart: Timeline) -> None:
        self.first = chart.start.toordinal()
        self.days = chart.end.toordinal() + 1 - self.first
        self.years = range(chart.start.year, chart.end.year + 1)
        self.reference = chart.reference

    def share(self, day: date) -> float:
        return (day.toordinal() - self.first) / self.days * 100

    def inside(self, day: date) -> float:
        return min(100.0, max(0.0, self.share(day)))


def _axis(scale: _Scale) -> Markup:
    years = "".join(
        _at(scale.share(date(year, 1, 1)), f'<text x="4" y="15" {_TEXT}>{year}</text>')
        for year in scale.years
    )
    here = scale.inside(scale.reference)
    line = f'<rect x="{here:.2f}%" y="2" width="1.5" height="100%" fill="{_INK}"/>'
    return Markup(f'<svg class="pvi-gantt__track" {_HIDDEN}>{years}{line}</svg>')


def _at(percent: float, inner: str) -> str:
    return f'<svg x="{percent:.2f}%" overflow="visible">{inner}</svg>'


def _track(row: MeasureRow, scale: _Scale) -> Markup:
    years = "".join(
        f'<rect x="{scale.share(date(year, 1, 1)):.2f}%" y="0" width="1" height="100%" fill="{_YEAR}"/>'
        for year in scale.years[1:]
    )
    marks = "".join([*_run(row, scale), *_milestones(row, scale)])
    middle = f'<svg y="50%" overflow="visible">{marks}</svg>'
    line = f'<rect x="{scale.inside(scale.reference):.2f}%" y="0" width="1.5" height="100%" fill="{_INK}"/>'
    return Markup(f'<svg class="pvi-gantt__track" {_HIDDEN}>{years}{middle}{line}</svg>')


def _run(row: MeasureRow, scale: _Scale) -> Iterator[str]:
    """The period as a bar, the part before the reference day darker; an unknown side runs to the edge."""
    if row.start is None and row.end is None:
        yield '<text x="4" y="4" font-size="12" fill="#526074">periode onbekend</text>'
        return
    start = scale.inside(row.start) if row.start else 0.0
    end = scale.inside(row.end) if row.end else 100.0
    here = scale.inside(scale.reference)
    yield _piece(start, end, -5, 10, f'rx="2" fill="{_TODO}"')
    yield _piece(start, min(end, here), -5, 10, f'rx="2" fill="{_DONE}" fill-opacity=".55"')
    if row.overdue:
        yield _piece(end, here, -1, 2, f'fill="{_LATE}"')


def _piece(start: float, end: float, top: int, height: int, paint: str) -> str:
    if end <= start:
        return ""
    return f'<rect x="{start:.2f}%" y="{top}" width="{end - start:.2f}%" height="{height}" {paint}/>'


def _milestones(row: MeasureRow, scale: _Scale) -> Iterator[str]:
    for mark in row.milestones:
        place = scale.share(mark.at)
        if 0 <= place <= 100:
            yield _at(place, f"<g>{_title(mark)}{_SHAPES[mark.state]}</g>")


def _title(mark: MilestoneMark) -> str:
    return f"<title>{svg_text(milestone_words(mark))}</title>"
