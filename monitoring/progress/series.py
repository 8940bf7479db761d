"""Figures through time: a series never crosses a change of definition (calculation contract, point 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from monitoring.progress.facts import Definition, Figure
from monitoring.progress.values import FIRMNESS, value_of
from pvi.lib.periods import PeriodKind

HUNDRED = Decimal(100)
WHOLE_YEARS = {PeriodKind.YEAR, PeriodKind.SPAN}


@dataclass(frozen=True, slots=True)
class Run:
    """Figures of one definition and one rhythm in order of time: only these may share a line or a trend."""

    definition_version: int
    figures: tuple[Figure, ...]


def series_runs(figures: Iterable[Figure]) -> tuple[Run, ...]:
    """Split figures, in any order, where the definition changes.

    Quarters and years apart too: a quarter's count is no point on a line of years. Of one period the
    firmest figure counts. Runs come in order of definition, then of length.
    """
    in_order = sorted(firmest_per_period(figures), key=_run_of)
    return tuple(Run(key[0], tuple(group)) for key, group in groupby(in_order, key=_run_of))


def growth(earlier: Figure, later: Figure, definition: Definition) -> Decimal | None:
    """Change from one figure to a later one in per cent of the first.

    None across a change of definition, when a value is missing, or from 0.
    """
    before, after = value_of(earlier, definition), value_of(later, definition)
    if earlier.definition_version != later.definition_version or not before or after is None:
        return None
    return HUNDRED * (after - before) / before


def firmest_per_period(figures: Iterable[Figure]) -> list[Figure]:
    """One figure for each period, the firmest, in order of time."""
    best: dict[tuple[date, date], Figure] = {}
    for figure in figures:
        key = (figure.period.end, figure.period.start)
        if key not in best or FIRMNESS[figure.certainty] > FIRMNESS[best[key].certainty]:
            best[key] = figure
    return [best[key] for key in sorted(best)]


def _run_of(figure: Figure) -> tuple[int, int]:
    period = figure.period
    return figure.definition_version, 12 if period.kind in WHOLE_YEARS else period.months
