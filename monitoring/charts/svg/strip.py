"""One dot per unit as static SVG, with the value or the kind of nothing in words at the end of each row."""

from collections.abc import Iterator

from monitoring.charts.by_row import StripChart, UnitValue
from monitoring.charts.palette import AXIS, BAR, GRID, INK, MUTED, NOTHING_INK
from monitoring.charts.strips import BOTTOM, PLOT_END, PLOT_START, TOP, row_text, short_name
from monitoring.charts.svg.parts import block, canvas, marker, rule, text
from monitoring.charts.text import Markup
from monitoring.charts.values import tick_text, written
from monitoring.progress import Certainty

_EDGE = 8


class _Places:
    """From values and rows to pixels."""

    def __init__(self, chart: StripChart, width: float, height: float) -> None:
        inner = width - 2 * _EDGE
        self.left, self.right = _EDGE + PLOT_START * inner, _EDGE + PLOT_END * inner
        self.end = width - _EDGE
        self.bottom = height - BOTTOM
        self.row = (self.bottom - TOP) / max(1, len(chart.rows))
        self.low, self.span = float(chart.axis.low), float(chart.axis.high - chart.axis.low)

    def x(self, value: float) -> float:
        return self.left + (value - self.low) / self.span * (self.right - self.left)

    def y(self, index: int) -> float:
        return TOP + (index + 0.5) * self.row


def strip_svg(chart: StripChart, width: int, height: int) -> Markup:
    """All rows of a dot strip at this size."""
    at = _Places(chart, width, height)
    rows = [part for index, row in enumerate(chart.rows) for part in _row(chart, row, at.y(index), at)]
    return canvas(width, height, [*_axis(chart, at), *rows])


def _axis(chart: StripChart, at: _Places) -> Iterator[str]:
    yield rule(at.left, at.bottom, at.right, at.bottom, AXIS)
    for tick in chart.axis.ticks:
        yield text(at.x(float(tick)), at.bottom + 17, tick_text(tick, chart.axis.scale), anchor="middle")
    if chart.korps is not None:
        x = at.x(float(chart.korps))
        yield rule(x, TOP - 4, x, at.bottom, MUTED)
        words = f"korps {written(chart.korps, chart.axis.scale, chart.axis.decimals)}"
        yield text(x, TOP - 8, words, anchor="middle", colour=INK)


def _row(chart: StripChart, row: UnitValue, y: float, at: _Places) -> Iterator[str]:
    yield block(at.left, y - 0.5, at.right - at.left, 1, GRID)
    yield text(_EDGE, y + 4.5, short_name(row.name, at.end), colour=INK)
    if row.value is not None:
        is_open = row.certainty is not Certainty.FINAL
        yield marker(at.x(float(row.value)), y, 4.5, BAR, is_open=is_open)
    colour = INK if row.nothing is None else NOTHING_INK[row.nothing]
    yield text(
        at.end, y + 4.5, row_text(chart, row), anchor="end", colour=colour, strong=row.value is not None
    )
