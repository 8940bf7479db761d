"""Labels of a Plotly figure over time, and what becomes of them in a narrow column."""

from collections.abc import Iterator
from typing import NamedTuple

from monitoring.charts.figures.style import Json, note
from monitoring.charts.frame import NARROW_WIDTH, Frame, frame
from monitoring.charts.labels import Anchor, Spot, Wish, area, box, crosses, is_free, pushed
from monitoring.charts.lines import above_plot
from monitoring.charts.obstacles import Route, blocks, drawn_at, routes
from monitoring.charts.palette import INK, MUTED
from monitoring.charts.spec import SeriesChart
from monitoring.charts.text import plotly_lines, plotly_text
from monitoring.charts.ticks import TICK_SIZE
from monitoring.charts.wishes import wishes

_LEAST_WIDE = 560
_DOES_NOT_FIT, _LOSS, _FARTHER = 50, 20, 1 / 8
_SIDES = {Anchor.START: "left", Anchor.END: "right"}
_MOVED = (("end-up", Spot(Anchor.END, 40, -18)), ("end-down", Spot(Anchor.END, 40, 44)))
_HIDDEN = "wide"


def narrow_frame(chart: SeriesChart) -> Frame:
    """The frame of the chart in a column of a phone."""
    return frame(chart, NARROW_WIDTH, chart.heading.height.pixels)


def annotations(chart: SeriesChart, narrow_at: Frame) -> list[Json]:
    """All labels, at places that hold in a column of a phone and from half a page up."""
    at = frame(chart, _LEAST_WIDE, chart.heading.height.pixels)
    lines = routes(chart)
    wide, narrow = _Column(chart, at, lines), _Column(chart, narrow_at, lines)
    notes = list(_above(chart, wide.at, narrow.at))
    for wish in wishes(chart):
        choice = _choose(wish, wide, narrow)
        if choice is not None:
            notes.append(_annotation(wish, choice))
    return notes


class _Column:
    """A frame and what already stands in it."""

    def __init__(self, chart: SeriesChart, at: Frame, lines: list[Route]) -> None:
        self.at, self.room, self.taken = at, area(at), blocks(chart, at)
        self.lines = [drawn_at(at, route) for route in lines]

    def trouble(self, wish: Wish, spot: Spot) -> int:
        """The number of lines that the text crosses at a spot, or many when it does not fit there."""
        where = box(wish, spot, self.at)
        if not is_free(where, self.room, self.taken):
            return _DOES_NOT_FIT
        return sum(crosses(line, where) for line in self.lines)

    def take(self, wish: Wish, spot: Spot) -> None:
        self.taken.append(box(wish, spot, self.at))


class _Choice(NamedTuple):
    """A spot, what `charts.js` does with it in a narrow column, and the spot that it has there."""

    trouble: float
    spot: Spot
    name: str
    narrow: Spot


def _choose(wish: Wish, wide: _Column, narrow: _Column) -> _Choice | None:
    """The choice with the least trouble; none for an optional label that does not fit in the wide column."""
    best = _Choice(2 * _DOES_NOT_FIT, wish.spots[0], "", wish.spots[0])
    escapes = _escapes(wish, narrow)
    for rank, spot in enumerate(wish.spots):
        least = rank * _FARTHER
        if best.trouble <= least:
            break
        trouble = 2 * wide.trouble(wish, spot) + least
        if trouble < best.trouble:
            kept = _Choice(narrow.trouble(wish, spot), spot, "", spot)
            there = min(kept, *escapes, key=_trouble) if kept.trouble else kept
            if trouble + there.trouble < best.trouble:
                best = _Choice(trouble + there.trouble, spot, there.name, there.narrow)
    return _taken(wish, best, wide, narrow)


def _escapes(wish: Wish, narrow: _Column) -> list[_Choice]:
    """What else can be done with a label in a narrow column: hide it or move it."""
    hidden = _Choice(1 if wish.optional else _LOSS, wish.spots[0], _HIDDEN, wish.spots[0])
    if wish.optional:
        return [hidden]
    moved = [_Choice(narrow.trouble(wish, spot) + 1, wish.spots[0], name, spot) for name, spot in _MOVED]
    return [hidden, *moved]


def _taken(wish: Wish, best: _Choice, wide: _Column, narrow: _Column) -> _Choice | None:
    if best.trouble >= 2 * _DOES_NOT_FIT:
        if wish.optional:
            return None
        spot = pushed(wish, wide.at, wide.room, wide.taken)
        best = _Choice(0, spot, "", spot)
    wide.take(wish, best.spot)
    if best.name != _HIDDEN:
        narrow.take(wish, best.narrow)
    return best


def _trouble(choice: _Choice) -> float:
    return choice.trouble


def _annotation(wish: Wish, choice: _Choice) -> Json:
    spot = choice.spot
    out = note(plotly_lines(wish.lines, strong=wish.strong), wish.at.isoformat(), wish.value)
    if wish.colour != INK:
        out["font"] = {"color": wish.colour}
    if spot.anchor is not Anchor.MIDDLE:
        out |= {"xanchor": _SIDES[spot.anchor], "align": _SIDES[spot.anchor]}
    if spot.dx:
        out["xshift"] = round(spot.dx, 1)
    out["yshift"] = round(-spot.dy, 1)
    return {**out, "name": choice.name} if choice.name else out


def _above(chart: SeriesChart, wide: Frame, narrow: Frame) -> Iterator[Json]:
    """The words of the vertical lines, on the side where they also fit in a narrow column, if they do."""
    for large, small in zip(above_plot(chart, wide), above_plot(chart, narrow), strict=True):
        mark = small if small.shown else large
        if mark.shown:
            place_above = {"yref": "paper", "yanchor": "bottom", "xanchor": mark.side, "yshift": 2}
            name = {} if small.shown else {"name": _HIDDEN}
            font = {"size": TICK_SIZE, "color": MUTED}
            yield note(plotly_text(mark.text), mark.at.isoformat(), 1, **place_above, font=font, **name)
