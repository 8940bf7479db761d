"""What is due when: urgency of tasks, terms of commitments and how long these have been open."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pvi.lib.months import add_months

IN_HAND = {"in_progress", "under_investigation"}


class Urgency(StrEnum):
    """How pressing a deadline is, the most pressing first."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    NONE = "none"


class AgeBucket(StrEnum):
    """How long a commitment has been open, the shortest first."""

    UNDER_3_MONTHS = "under_3_months"
    TO_12_MONTHS = "to_12_months"
    TO_2_YEARS = "to_2_years"
    OVER_2_YEARS = "over_2_years"
    UNKNOWN = "unknown"


AGE_WORDS = {
    AgeBucket.UNDER_3_MONTHS: "Korter dan 3 maanden",
    AgeBucket.TO_12_MONTHS: "3 tot 12 maanden",
    AgeBucket.TO_2_YEARS: "1 tot 2 jaar",
    AgeBucket.OVER_2_YEARS: "Langer dan 2 jaar",
    AgeBucket.UNKNOWN: "Datum onbekend",
}
AGE_BOUNDS = (
    (3, AgeBucket.UNDER_3_MONTHS),
    (12, AgeBucket.TO_12_MONTHS),
    (24, AgeBucket.TO_2_YEARS),
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due by the end of a day; `warn_months` before it, it is due soon.

    Without a day, or once it is settled (`is_open` False), there is no urgency.
    """

    due: date | None
    is_open: bool = True
    warn_months: int = 1


def urgency(deadline: Deadline, on: date) -> Urgency:
    """How pressing a deadline is on a day: overdue from the day after it."""
    if deadline.due is None or not deadline.is_open:
        return Urgency.NONE
    if deadline.due < on:
        return Urgency.OVERDUE
    return Urgency.SOON if deadline.due <= add_months(on, deadline.warn_months) else Urgency.LATER


def days_late(deadline: Deadline, on: date) -> int:
    """Days past the deadline, 1 on the day after it; 0 when it is not overdue."""
    if deadline.due is None or urgency(deadline, on) is not Urgency.OVERDUE:
        return 0
    return (on - deadline.due).days


def order_key(deadline: Deadline, on: date) -> tuple[int, date]:
    """Sort by this to get the most pressing first: the longest overdue, then what comes first."""
    return list(Urgency).index(urgency(deadline, on)), deadline.due or date.max


def term_passed(term: date | None, status: str, on: date) -> bool:
    """Whether the term of a commitment lies before the day while it is still in hand.

    `status` is the stored value; only `in_progress` and `under_investigation` are in hand: what is settled,
    ongoing or historical has no term to miss.
    """
    return term is not None and term < on and status in IN_HAND


def age_bucket(given_on: date | None, on: date) -> AgeBucket:
    """How long ago a commitment was given; after exactly 3, 12 or 24 months the next bucket begins."""
    if given_on is None:
        return AgeBucket.UNKNOWN
    for months, bucket in AGE_BOUNDS:
        if on < add_months(given_on, months):
            return bucket
    return AgeBucket.OVER_2_YEARS
