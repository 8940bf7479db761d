"""Which points may be joined by a line: never across a break, never across nothing."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from monitoring.charts.spec import Point, Series, SeriesChart
from monitoring.progress import Nothing


@dataclass(frozen=True, slots=True)
class Run:
    """Values of one definition without a gap; `older` when a newer definition has replaced it."""

    points: tuple[Point, ...]
    older: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring periods with the same kind of nothing."""

    points: tuple[Point, ...]
    nothing: Nothing


def runs(chart: SeriesChart, series: Series) -> tuple[Run, ...]:
    """Split a series at a new definition, a break and a missing value (calculation contract, point 6)."""
    breaks = sorted(one.at for one in chart.breaks)
    newest, out = None, []
    for point in reversed(series.points):
        version = (point.definition, bisect_right(breaks, point.at) if breaks else 0)
        newest = newest or version
        if point.nothing is not None:
            out.append(_Open(None, []))
        elif not out or out[-1].version != version:
            out.append(_Open(version, [point]))
        else:
            out[-1].points.append(point)
    return tuple(Run(tuple(run.points[::-1]), run.version != newest) for run in out[::-1] if run.points)


class _Open(NamedTuple):
    """A run that is still growing, backwards from the newest point; nothing has no version."""

    version: tuple[str, int] | None
    points: list[Point]


def spans(points: Iterable[Point]) -> tuple[Span, ...]:
    """The stretches of nothing in a row of points, one span per kind."""
    out: list[Span] = []
    before = None
    for point in points:
        if point.nothing is not None and point.nothing is before:
            out[-1] = Span((*out[-1].points, point), point.nothing)
        elif point.nothing is not None:
            out.append(Span((point,), point.nothing))
        before = point.nothing
    return tuple(out)
