"""The days of the demo year: nothing in it reads the clock."""

import datetime as dt
import random
from dataclasses import dataclass

from pvi.lib.periods import Period, add_months, end_of_month
from pvi.records.register import AMSTERDAM

FIRST = dt.date(2025, 1, 1)
LAST_MEASURED = dt.date(2026, 10, 31)
LAST_KNOWN = dt.date(2026, 11, 20)
"""The last day on which anything in the demo year was reported."""
REFERENCE = dt.date(2026, 11, 23)
"""The day on which the demo year is first shown; the lots of the measures are true on it."""
QUIET_UNTIL = dt.date(2026, 12, 15)
"""No milestone falls due between the last report and this day."""
HAND_IN_DAYS = 28
WEEKEND = 5
HOLIDAYS = {(1, 1), (4, 27), (12, 25), (12, 26)}


@dataclass(frozen=True)
class RoundDays:
    """When a round runs and when it is handed in."""

    code: str
    start: dt.date
    end: dt.date
    opens: dt.date
    due: dt.date


def round_days(code: str) -> RoundDays:
    """The days of one round, as the calendar of rondes.csv lays them down."""
    period = Period.parse(code)
    opens = period.end - dt.timedelta(days=HAND_IN_DAYS)
    return RoundDays(code, period.start, period.end, opens, end_of_month(add_months(period.end, 1)))


ROUNDS = tuple(
    round_days(code) for code in ("2025-T1", "2025-T2", "2025-T3", "2026-T1", "2026-T2", "2026-T3")
)
REPORTED_ROUNDS = ROUNDS[:-1]
LATEST = ROUNDS[-2]
NEXT = ROUNDS[-1]


def working_day(day: dt.date) -> dt.date:
    """This day, or the first working day after it."""
    while _is_free(day):
        day += dt.timedelta(days=1)
    return day


def _is_free(day: dt.date) -> bool:
    return day.weekday() >= WEEKEND or (day.month, day.day) in HOLIDAYS


def between(chance: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A working day between two days, both included, where there is one."""
    day = working_day(first + dt.timedelta(days=chance.randint(0, max((last - first).days, 0))))
    while day > max(first, last) or _is_free(day):
        day -= dt.timedelta(days=1)
    return day


def moment(chance: random.Random, day: dt.date) -> dt.datetime:
    """A moment in office hours on a day."""
    minutes = chance.randint(0, 9 * 60 - 1)
    return dt.datetime.combine(day, dt.time(8 + minutes // 60, minutes % 60), tzinfo=AMSTERDAM)


def years_since_start(day: dt.date) -> float:
    """How many years after 31 December 2024 a day lies."""
    return (day - dt.date(2024, 12, 31)).days / 365.25
