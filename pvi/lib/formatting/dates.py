"""Dutch dates: 31-3-2026 in tables, 31 maart 2026 in text; and reading them back."""

import re
from datetime import date

from pvi.lib.formatting.numbers import plural
from pvi.lib.months import NAMES, NUMBERS
from pvi.lib.period_bounds import FIRST_YEAR, LAST_YEAR

EXAMPLE = "Vul een datum in zoals 31-3-2026."
_DATE = re.compile(
    r"""
      (?P<year>[0-9]{4}) - (?P<month>[0-9]{2}) - (?P<day>[0-9]{2})
    | (?P<day_first>[0-9]{1,2})
      (?: (?P<mark>[-/]) (?P<number>[0-9]{1,2}) (?P=mark) | [ ] (?P<name>[a-z]+) \.? [ ] )
      (?P<year_last>[0-9]{4})
    """,
    re.VERBOSE,
)


class DateError(ValueError):
    """What was typed is no date; the message is Dutch and says what to type instead."""


def date_short(day: date) -> str:
    """31-3-2026, for tables."""
    return f"{day.day}-{day.month}-{day.year}"


def date_long(day: date) -> str:
    """31 maart 2026, for text."""
    return f"{day.day} {NAMES[day.month - 1]} {day.year}"


def days_ago(day: date, on: date) -> str:
    """How long ago a day was, seen from another: gisteren, 12 dagen geleden, or over 12 dagen."""
    days = (on - day).days
    if days in _NEAR:
        return _NEAR[days]
    return f"{plural(days, 'dag', 'dagen')} geleden" if days > 0 else f"over {plural(-days, 'dag', 'dagen')}"


def time_left(due: date, on: date) -> str:
    """How much time is left until a due day: nog 112 dagen, vandaag, 31 dagen te laat."""
    days = (due - on).days
    if days == 0:
        return "vandaag"
    return f"nog {plural(days, 'dag', 'dagen')}" if days > 0 else f"{plural(-days, 'dag', 'dagen')} te laat"


_NEAR = {0: "vandaag", 1: "gisteren", -1: "morgen"}


def parse_date(text: str) -> date:
    """Read a date as Dutch readers type it: `31-3-2026`, `31/3/2026`, `31 maart 2026`, and `2026-03-31` too.

    Raises DateError for what is no date (29-2-2027) and for years outside 1900-2100.
    """
    match = _DATE.fullmatch(" ".join(text.split()).lower())
    if match is None or (match["name"] and match["name"] not in NUMBERS):
        raise DateError(f"‘{text}’ is geen datum. {EXAMPLE}")
    year = int(match["year"] or match["year_last"])
    month = NUMBERS[match["name"]] if match["name"] else int(match["month"] or match["number"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"Het jaar {year} ligt niet tussen {FIRST_YEAR} en {LAST_YEAR}. {EXAMPLE}")
    try:
        return date(year, month, int(match["day"] or match["day_first"]))
    except ValueError:
        raise DateError(f"‘{text}’ bestaat niet. {EXAMPLE}") from None
