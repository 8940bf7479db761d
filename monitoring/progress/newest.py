"""Which figures are known on a day, and which of them is the newest (calculation contract, point 2)."""

from collections.abc import Iterable
from datetime import date

from monitoring.progress.facts import Definition, Figure
from monitoring.progress.schedule import KINDS
from monitoring.progress.values import FIRMNESS
from monitoring.progress.vocabulary import Nothing

SAID = {None, Nothing.NOT_APPLICABLE, Nothing.SUPPRESSED}


def known_on(figures: Iterable[Figure], on: date) -> list[Figure]:
    """The figures that say something, of periods that have begun; the running month counts as it is known."""
    return [f for f in figures if f.period.start <= on and f.nothing in SAID and not f.is_empty]


def newest_of(figures: Iterable[Figure], definition: Definition) -> Figure | None:
    """The figure whose period ends last, in whatever order they come."""
    newest: Figure | None = None
    for figure in figures:
        if newest is None or _is_newer(figure, newest, definition):
            newest = figure
    return newest


def _is_newer(one: Figure, other: Figure, definition: Definition) -> bool:
    if one.period.end != other.period.end:
        return one.period.end > other.period.end
    return _fit(one, definition) > _fit(other, definition)


def _fit(figure: Figure, definition: Definition) -> tuple[bool, int, int]:
    """Of figures that end on one day: the one of the indicator's rhythm, then the longest, the firmest."""
    period = figure.period
    return period.kind is KINDS[definition.frequency], period.months, FIRMNESS[figure.certainty]
