"""When the next figure is due (calculation contract, point 2)."""

from datetime import date, timedelta
from functools import lru_cache

from monitoring.progress.facts import Definition
from monitoring.progress.vocabulary import Frequency
from pvi.lib.periods import Period, PeriodKind, add_months, end_of_month

KINDS = {
    Frequency.MONTH: PeriodKind.MONTH,
    Frequency.QUARTER: PeriodKind.QUARTER,
    Frequency.FOUR_MONTHS: PeriodKind.FOUR_MONTHS,
    Frequency.HALF_YEAR: PeriodKind.HALF_YEAR,
    Frequency.YEAR: PeriodKind.YEAR,
    Frequency.TWO_YEARS: PeriodKind.YEAR,
    Frequency.RARE: PeriodKind.YEAR,
}
YEARS_BETWEEN = {Frequency.TWO_YEARS: 2, Frequency.RARE: 5}
DEFAULT_LAG_MONTHS = {
    Frequency.MONTH: 1,
    Frequency.QUARTER: 2,
    Frequency.FOUR_MONTHS: 2,
    Frequency.HALF_YEAR: 3,
    Frequency.YEAR: 6,
    Frequency.TWO_YEARS: 6,
    Frequency.RARE: 6,
}
DAY = timedelta(days=1)


def due_day(period: Period, definition: Definition) -> date:
    """The last day on which a period's figure is in time: the end of the month `lag_months` after it."""
    return _due(period.end, definition.lag_months)


def next_period(period: Period, frequency: Frequency) -> Period:
    """The period whose figure is awaited once that of `period` is in.

    For a month up to a year it is the first one on the calendar that ends later; for two or five years it
    is the year that many years after the end, also after a span: 2020/2021 and five years is 2026.
    """
    years = YEARS_BETWEEN.get(frequency)
    if years is None:
        return Period.containing(KINDS[frequency], period.end + DAY)
    return year_period(period.end.year + years)


def first_period(since: date, frequency: Frequency) -> Period:
    """The first period that is expected of who starts on a day: the first whole one from that day on."""
    period = Period.containing(KINDS[frequency], since)
    first = period if period.start == since else period.next()
    return (
        year_period(first.start.year + YEARS_BETWEEN.get(frequency, 1) - 1) if _is_rare(frequency) else first
    )


def year_period(year: int) -> Period:
    """A calendar year as a period."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def target_period(day: date, frequency: Frequency) -> Period:
    """The period whose figure settles a target of that day."""
    return Period.containing(KINDS[frequency], day)


@lru_cache(maxsize=8192)
def next_due(period: Period, frequency: Frequency, lag_months: int) -> tuple[date, date]:
    """The end of the period awaited after `period`, and the day on which its figure is due."""
    end = next_period(period, frequency).end
    return end, _due(end, lag_months)


@lru_cache(maxsize=8192)
def target_due(day: date, frequency: Frequency, lag_months: int) -> date:
    """The day on which the figure that settles a target is due."""
    return _due(target_period(day, frequency).end, lag_months)


@lru_cache(maxsize=8192)
def _due(end: date, lag_months: int) -> date:
    return end_of_month(add_months(end, lag_months))


def _is_rare(frequency: Frequency) -> bool:
    return frequency in YEARS_BETWEEN
