"""Where labels go: inside the frame, clear of each other, and of the lines where that can be."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from monitoring.charts.frame import Frame
from monitoring.charts.text import LINE_HEIGHT, width

SIZE = 13
_NUDGE = 6
_GAP = 2


class Anchor(StrEnum):
    """Which side of the text block stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


_BEFORE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class Spot(NamedTuple):
    """A place for a text block: its side, and the pixels from its point to its middle (down is positive)."""

    anchor: Anchor
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Wish:
    """A text that wants a place near a day and a value, the best spots first."""

    at: date
    value: float
    lines: tuple[str, ...]
    spots: tuple[Spot, ...]
    colour: str
    strong: bool = False
    optional: bool = False
    width: float = field(init=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        widths = (width(line, SIZE, strong=self.strong) for line in self.lines)
        object.__setattr__(self, "width", max(widths))
        object.__setattr__(self, "height", len(self.lines) * SIZE * LINE_HEIGHT)


class Placed(NamedTuple):
    wish: Wish
    spot: Spot
    box: Box


Polyline = Sequence[tuple[float, float]]


def box(wish: Wish, spot: Spot, frame: Frame) -> Box:
    """The pixels that the text of a wish covers at a spot."""
    x, y = frame.x(wish.at) + spot.dx, frame.y(wish.value) + spot.dy
    wide, half = wish.width, wish.height / 2
    left = x - wide * _BEFORE[spot.anchor]
    return Box(left, y - half, left + wide, y + half)


def area(frame: Frame) -> Box:
    """Where labels may stand: a little over the sides of the plot, never over the time axis."""
    return Box(2, 1, frame.width - 2, frame.bottom - 1)


def place(
    wishes: Sequence[Wish], frame: Frame, *, lines: Sequence[Polyline] = (), blocks: Sequence[Box] = ()
) -> list[Placed]:
    """Give every wish a spot, in their order; an optional one without a free spot is left out."""
    room, taken, out = area(frame), list(blocks), []
    for wish in wishes:
        spot = _first_free(wish, frame, room, taken, lines)
        if spot is None and wish.optional:
            continue
        spot = spot or pushed(wish, frame, room, taken)
        placed = box(wish, spot, frame)
        taken.append(placed)
        out.append(Placed(wish, spot, placed))
    return out


def _first_free(
    wish: Wish, frame: Frame, room: Box, taken: Sequence[Box], lines: Sequence[Polyline]
) -> Spot | None:
    """The first spot clear of labels, and of lines too or else over as few as can be."""
    best, least = None, len(lines) + 1
    for spot in wish.spots:
        where = box(wish, spot, frame)
        if is_free(where, room, taken):
            crossed = sum(crosses(line, where) for line in lines)
            if crossed < least:
                best, least = spot, crossed
            if not crossed:
                break
    return best


def is_free(where: Box, room: Box, taken: Sequence[Box]) -> bool:
    """Whether a text can stand here: inside the frame and clear of other labels."""
    return where.inside(room) and not any(where.meets(other) for other in taken)


def pushed(wish: Wish, frame: Frame, room: Box, taken: Sequence[Box]) -> Spot:
    """The spot nearest to the first wish where the text is inside the frame and clear of other labels."""
    for tried in _tries(wish.spots[0], round(frame.height / _NUDGE)):
        where = box(wish, tried, frame)
        spot = tried._replace(dx=tried.dx + _back_inside(where.left, where.right, room.left, room.right))
        where = box(wish, spot, frame)
        if is_free(where, room, taken):
            return spot
    return _inside(wish, frame, room)


def _tries(spot: Spot, count: int) -> Iterator[Spot]:
    for step in range(count):
        yield spot._replace(dy=spot.dy + step * _NUDGE)
        yield spot._replace(dy=spot.dy - step * _NUDGE)


def _inside(wish: Wish, frame: Frame, room: Box) -> Spot:
    spot = wish.spots[0]
    where = box(wish, spot, frame)
    return spot._replace(
        dx=spot.dx + _back_inside(where.left, where.right, room.left, room.right),
        dy=spot.dy + _back_inside(where.top, where.bottom, room.top, room.bottom),
    )


def _back_inside(start: float, end: float, first: float, last: float) -> float:
    return max(first - start, min(0.0, last - end))


def crosses(line: Polyline, where: Box) -> bool:
    """Whether a line, sorted by x, passes through a box."""
    first = max(0, bisect_left(line, where.left, key=_x) - 1)
    last = bisect_right(line, where.right, key=_x) + 1
    near = line[first:last]
    if len(near) == 1:
        return where.left <= near[0][0] <= where.right and where.top <= near[0][1] <= where.bottom
    return any(_passes(start, end, where) for start, end in pairwise(near))


def _x(point: tuple[float, float]) -> float:
    return point[0]


def _passes(start: tuple[float, float], end: tuple[float, float], where: Box) -> bool:
    (x0, y0), (x1, y1) = start, end
    left, right = max(x0, where.left), min(x1, where.right)
    if left > right:
        return False
    slope = (y1 - y0) / (x1 - x0) if x1 != x0 else 0.0
    at_left, at_right = (y0 + slope * (left - x0), y0 + slope * (right - x0)) if slope else (y0, y1)
    return min(at_left, at_right) - _GAP <= where.bottom and max(at_left, at_right) + _GAP >= where.top
