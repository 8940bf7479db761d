"""From days and values to pixels, for the drawing and for deciding where labels fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from monitoring.charts.spec import SeriesChart
from monitoring.charts.text import width as text_width
from monitoring.charts.ticks import TICK_SIZE
from monitoring.charts.values import tick_text

NARROW_WIDTH = 326
NARROW_LEFT, NARROW_RIGHT = 38, 14


class Margins(NamedTuple):
    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot area of a series chart on a canvas of width x height pixels."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    first: int
    low: float
    per_day: float
    per_unit: float

    def x(self, day: date) -> float:
        return self.left + (day.toordinal() - self.first) * self.per_day

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) * self.per_unit


def frame(chart: SeriesChart, width: float, height: float) -> Frame:
    """The frame of a chart at this size, with the same margins as its Plotly figure."""
    margins = margins_of(chart)
    if width <= NARROW_WIDTH:
        left = min(margins.left, NARROW_LEFT)
        margins = margins._replace(left=left, right=min(margins.right, NARROW_RIGHT))
    first, low = chart.x.start.toordinal(), float(chart.y.low)
    days = max(1, chart.x.end.toordinal() - first)
    right, bottom = width - margins.right, height - margins.bottom
    return Frame(
        width=width,
        height=height,
        left=margins.left,
        right=right,
        top=margins.top,
        bottom=bottom,
        first=first,
        low=low,
        per_day=(right - margins.left) / days,
        per_unit=(bottom - margins.top) / (float(chart.y.high) - low),
    )


def margins_of(chart: SeriesChart) -> Margins:
    """Room for the tick labels left and below, and for the words of vertical lines above."""
    if chart.bare:
        return Margins(4, 6, 4, 4)
    ticks = tick_labels(chart) if chart.y.shown else ()
    left = max([30, *(round(text_width(text, TICK_SIZE)) + 12 for text in ticks)]) if ticks else 8
    top = 24 if chart.breaks or chart.gaps or chart.reference else 14
    return Margins(left, 14 if ticks else 8, top, 28)


def tick_labels(chart: SeriesChart) -> Sequence[str]:
    return [tick_text(tick, chart.y.scale) for tick in chart.y.ticks]
