"""What holds on a day: the newest figure with its own period, or a kind of nothing (contract, point 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitoring.progress.facts import Definition, Figure
from monitoring.progress.newest import known_on, newest_of
from monitoring.progress.schedule import due_day, first_period, next_due
from monitoring.progress.values import value_of
from monitoring.progress.vocabulary import Nothing, TimeRule
from monitoring.progress.year_to_date import sum_of_year


@dataclass(frozen=True, slots=True)
class Holding:
    """The figure that holds on a day, if any, and why there is none or none any more.

    `is_old` comes with `nothing` not_delivered: the next figure was due on `due` and is not there, so the
    figure is still shown, as old. `due` is None when nothing more is awaited.
    """

    figure: Figure | None
    nothing: Nothing | None
    is_old: bool = False
    due: date | None = None


def current(
    figures: Sequence[Figure],
    definition: Definition,
    on: date,
    *,
    expected_from: date | None = None,
    expected_until: date | None = None,
) -> Holding:
    """What holds on a day of the figures that were known on it, in any order.

    The newest figure holds until the next one is due, that day included; then it is old. A flow holds as its
    year to date. Of one period the firmest figure counts. "Not applicable" holds until something else is
    said. A roll-up that misses units does not replace the one before it until its own due day.
    `expected_from` and `expected_until` bound the time in which figures are awaited, for a unit that began or
    ended; the first is by default the start of the definition.
    """
    known = known_on(figures, on)
    newest = newest_of(known, definition)
    if newest is None:
        return _never(definition, on, expected_from or definition.effective_from, expected_until)
    if not newest.is_complete and due_day(newest.period, definition) >= on:
        known, newest = _settled(known, newest, definition, on)
    due = _next_due(newest, definition, expected_until)
    figure = newest
    if definition.time_rule is TimeRule.FLOW:
        figure = sum_of_year(known, newest, definition, _began(expected_from, definition))
    if due is not None and on > due:
        return Holding(figure, Nothing.NOT_DELIVERED, is_old=True, due=due)
    return Holding(figure, _nothing_of(figure, definition), due=due)


def _settled(
    known: list[Figure], newest: Figure, definition: Definition, on: date
) -> tuple[list[Figure], Figure]:
    """Leave out roll-ups that are still coming in, unless what remains is old by now."""
    settled = [figure for figure in known if figure.is_complete or due_day(figure.period, definition) < on]
    before = newest_of(settled, definition)
    if before is None or _due_after(before, definition) < on:
        return known, newest
    return settled, before


def _began(expected_from: date | None, definition: Definition) -> date | None:
    """When the unit began; months from before a new definition are missing, not exempt."""
    return None if expected_from == definition.effective_from else expected_from


def _nothing_of(figure: Figure, definition: Definition) -> Nothing | None:
    """Why the figure has no value; of a denominator of 0 there is no share, so it does not apply."""
    if figure.nothing is not None or value_of(figure, definition) is not None:
        return figure.nothing
    return Nothing.NOT_DELIVERED if figure.denominator is None else Nothing.NOT_APPLICABLE


def _next_due(newest: Figure, definition: Definition, expected_until: date | None) -> date | None:
    if newest.nothing is Nothing.NOT_APPLICABLE:
        return None
    end, due = next_due(newest.period, definition.frequency, definition.lag_months)
    return None if expected_until is not None and end > expected_until else due


def _due_after(figure: Figure, definition: Definition) -> date:
    return next_due(figure.period, definition.frequency, definition.lag_months)[1]


def _never(
    definition: Definition, on: date, expected_from: date | None, expected_until: date | None
) -> Holding:
    """Without any figure: not due until the first is, then not delivered; not applicable if none ever is."""
    if expected_from is None:
        return Holding(None, Nothing.NOT_DELIVERED)
    first = first_period(expected_from, definition.frequency)
    if expected_until is not None and first.end > expected_until:
        return Holding(None, Nothing.NOT_APPLICABLE)
    due = due_day(first, definition)
    return Holding(None, Nothing.NOT_DELIVERED if on > due else Nothing.NOT_DUE, due=due)
