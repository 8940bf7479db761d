"""What already stands in a chart over time when its labels look for a place, in pixels."""

from collections.abc import Iterator
from itertools import pairwise

from monitoring.charts.frame import Frame
from monitoring.charts.labels import Box, Polyline
from monitoring.charts.lines import above_plot
from monitoring.charts.runs import runs
from monitoring.charts.spec import Mark, SeriesChart
from monitoring.charts.text import width
from monitoring.charts.ticks import TICK_SIZE

BAR_SHARE = 0.62


Route = list[tuple[int, float]]


def routes(chart: SeriesChart) -> list[Route]:
    """The lines that labels had better not cross, as day numbers and values."""
    if chart.mark is Mark.BAR:
        return []
    lines = [
        [(p.at.toordinal(), float(p.figure)) for p in run.points]
        for one in chart.series
        for run in runs(chart, one)
    ]
    low, high = float(chart.y.low), float(chart.y.high)
    days = [one.at.toordinal() for one in chart.breaks]
    days += [chart.reference.toordinal()] if chart.reference else []
    path = [(point.at.toordinal(), float(point.value)) for point in chart.target]
    return [*lines, path, *([(day, high), (day, low)] for day in days)]


def drawn_at(frame: Frame, route: Route) -> Polyline:
    """A route in pixels."""
    left = frame.left - frame.first * frame.per_day
    bottom = frame.bottom + frame.low * frame.per_unit
    return [(left + day * frame.per_day, bottom - value * frame.per_unit) for day, value in route]


def blocks(chart: SeriesChart, frame: Frame) -> list[Box]:
    """What labels may not cover: bars, and the words above the plot."""
    return [*_bars(chart, frame), *_words_above(chart, frame)]


def _words_above(chart: SeriesChart, frame: Frame) -> Iterator[Box]:
    for mark in above_plot(chart, frame):
        if mark.shown:
            yield Box(mark.left, 0, mark.left + width(mark.text, TICK_SIZE), frame.top - 4)


def _bars(chart: SeriesChart, frame: Frame) -> list[Box]:
    if chart.mark is not Mark.BAR:
        return []
    half = bar_days(chart) / 2 * frame.per_day
    return [
        Box(
            frame.x(p.at) - half,
            min(frame.y(float(p.value)), frame.y(0)),
            frame.x(p.at) + half,
            max(frame.y(float(p.value)), frame.y(0)),
        )
        for one in chart.series
        for p in one.points
        if p.value is not None
    ]


def bar_days(chart: SeriesChart) -> float:
    """How many days wide a bar is: a share of the shortest distance between two periods."""
    days = sorted({point.at.toordinal() for one in chart.series for point in one.points})
    return BAR_SHARE * min((right - left for left, right in pairwise(days)), default=365)
