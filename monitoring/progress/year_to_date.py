"""The calendar year to date of a flow: what the months of the year add up to (contract, point 2)."""

from collections.abc import Iterable, Sequence
from datetime import date

from monitoring.progress.facts import Definition, Figure
from monitoring.progress.newest import known_on, newest_of
from monitoring.progress.schedule import year_period
from monitoring.progress.sums import add_up, way_over_time, weakest
from monitoring.progress.values import FIRMNESS
from monitoring.progress.vocabulary import Nothing
from pvi.lib.months import MONTHS_IN_YEAR
from pvi.lib.period_bounds import months_between
from pvi.lib.periods import Period


def year_to_date(
    figures: Iterable[Figure], definition: Definition, on: date, *, expected_from: date | None = None
) -> Figure | None:
    """What a flow holds on a day: the sum over the calendar year of the newest figure, up to that figure.

    A delivered longer period wins over the shorter ones in it, so a year figure over the sum of its months.
    Months without a usable figure make the sum incomplete (`months` of `expected_months`); months that are
    not applicable, or from before `expected_from` (a unit that began), are not expected. A sum never crosses
    a change of definition. None without any figure.
    """
    known = known_on(figures, on)
    newest = newest_of(known, definition)
    return None if newest is None else sum_of_year(known, newest, definition, expected_from)


def sum_of_year(
    known: Iterable[Figure], newest: Figure, definition: Definition, expected_from: date | None
) -> Figure:
    """`year_to_date` when the newest of the known figures has been found."""
    start = newest.period.start
    if start.year != newest.period.end.year:
        return newest
    own = [f for f in known if f.period.start.year == start.year == f.period.end.year]
    same = [f for f in own if f.definition_version == newest.definition_version]
    return _total(_without_overlap(same), definition, newest, expected_from or date(start.year, 1, 1))


def _without_overlap(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that tile the year: values before gaps, long periods before short ones, firm before not."""
    chosen: list[Figure] = []
    covered = 0
    for figure in sorted(figures, key=_preference):
        months = _months(figure)
        if not covered & months:
            chosen.append(figure)
            covered |= months
    return chosen


def _preference(figure: Figure) -> tuple[bool, int, int]:
    return figure.nothing is not None, -figure.period.months, -FIRMNESS[figure.certainty]


def _months(figure: Figure) -> int:
    """The months of a figure within its year, one bit for each."""
    start, end = figure.period.start.month, figure.period.end.month
    return (1 << end + 1) - (1 << start)


def _total(chosen: Sequence[Figure], definition: Definition, newest: Figure, since: date) -> Figure:
    total = add_up(chosen, definition, way_over_time(definition))
    if total.value is None:
        return newest
    in_view = [figure for figure in chosen if figure.period.end >= since]
    exempt = sum(f.period.months for f in in_view if f.nothing is Nothing.NOT_APPLICABLE)
    year = year_period(newest.period.end.year)
    worst = min(total.used, key=_share_of_units)
    return Figure(
        year,
        total.value,
        total.numerator,
        total.denominator,
        weakest(total.used),
        newest.definition_version,
        parts=worst.parts,
        expected_parts=worst.expected_parts,
        until=newest.period.end,
        months=sum(figure.period.months for figure in total.used),
        expected_months=newest.period.end.month - exempt - _months_before(since, year),
    )


def _months_before(since: date, year: Period) -> int:
    """How many months of the year had passed when the unit began."""
    return min(max(months_between(year.start, since) - 1, 0), MONTHS_IN_YEAR)


def _share_of_units(figure: Figure) -> float:
    return 1.0 if figure.parts is None or not figure.expected_parts else figure.parts / figure.expected_parts
