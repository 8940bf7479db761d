"""Months: their Dutch names, and moving a day by whole months."""

from datetime import date, timedelta

MONTHS_IN_YEAR = 12

NAMES = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_NAMES = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
NUMBERS = {name: number for names in (NAMES, SHORT_NAMES) for number, name in enumerate(names, start=1)} | {
    "sept": 9
}


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or earlier when negative.

    Where the month is too short it is its last day: 31 January and one month is 28 or 29 February.
    """
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    first = date(year, month + 1, 1)
    return min(first + timedelta(days=day.day - 1), end_of_month(first))


def end_of_month(day: date) -> date:
    """The last day of the month that holds the day."""
    return (
        date(day.year, day.month, 31)
        if day.month == MONTHS_IN_YEAR
        else _first_of_next(day) - timedelta(days=1)
    )


def _first_of_next(day: date) -> date:
    return date(day.year, day.month + 1, 1)
