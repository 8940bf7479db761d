"""Which first and last day a period has, read from dates or from text as people and files write it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from pvi.lib.months import MONTHS_IN_YEAR, NUMBERS, end_of_month

FIRST_YEAR = 1900
LAST_YEAR = 2100
EXPECTED = "Verwacht: 2024, 2024-H1, 2024-T2, 2024-Q3, k3 2024, 2024-09, sep 2024 of 2020/2021."


class PeriodError(ValueError):
    """A text or a pair of dates is no period; the message is Dutch and says what is expected."""


class PeriodKind(StrEnum):
    """How long a period is; a span is two or more whole calendar years."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    FOUR_MONTHS = "four_months"
    QUARTER = "quarter"
    MONTH = "month"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of period is written: length in months, letter in its code and short label, name."""

    months: int
    code: str = ""
    short: str = ""
    name: str = ""


FORMS = {
    PeriodKind.YEAR: Form(12),
    PeriodKind.HALF_YEAR: Form(6, "H", "h", "halfjaar"),
    PeriodKind.FOUR_MONTHS: Form(4, "T", "t", "tertaal"),
    PeriodKind.QUARTER: Form(3, "Q", "k", "kwartaal"),
    PeriodKind.MONTH: Form(1, name="maand"),
}
KINDS = {form.months: kind for kind, form in FORMS.items()}
_KIND_OF_LETTER = {letter.lower(): kind for kind, form in FORMS.items() for letter in (form.code, form.short)}


def months_between(start: date, end: date) -> int:
    """How many calendar months two days touch, the months of both included."""
    return (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month + 1


def is_whole(start: date, end: date) -> bool:
    """Whether two days bound one of the periods that exist."""
    if start.day != 1 or end != end_of_month(end) or not FIRST_YEAR <= start.year <= end.year <= LAST_YEAR:
        return False
    months = months_between(start, end)
    if months < MONTHS_IN_YEAR:
        return months in KINDS and (start.month - 1) % months == 0
    return start.month == 1 and end.month == MONTHS_IN_YEAR


def part_bounds(kind: PeriodKind, year: int, number: int) -> tuple[date, date]:
    """First and last day of a numbered part of a year; PeriodError for a part or a year that is not there."""
    form = FORMS[kind]
    _check_year(year)
    if not 1 <= number <= MONTHS_IN_YEAR // form.months:
        raise PeriodError(f"Een jaar heeft geen {form.name} {number}.")
    return date(year, (number - 1) * form.months + 1, 1), end_of_month(date(year, number * form.months, 1))


def _span(first: int, last: int) -> tuple[date, date]:
    for year in (first, last):
        _check_year(year)
    if first >= last:
        raise PeriodError(f"Het eerste jaar, {first}, moet voor het laatste liggen.")
    return date(first, 1, 1), date(last, 12, 31)


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PeriodError(f"Het jaar {year} ligt niet tussen {FIRST_YEAR} en {LAST_YEAR}.")


_YEAR = r"(?P<year>[0-9]{4})"
_WRITTEN = re.compile(
    rf"""
      {_YEAR} (?: -(?P<letter>[htqk])(?P<part>[0-9]) | -(?P<month>[0-9]{{2}}) | /(?P<last>[0-9]{{4}}) )?
    | (?: (?P<letter_first>[htqk])(?P<part_first>[0-9]) | (?P<name>[a-z]+)\.? ) [ ] (?P<year_last>[0-9]{{4}})
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[date, date]:
    """First and last day of the period that a text names; cached: the same few hundred keep coming back."""
    match = _WRITTEN.fullmatch(" ".join(text.split()).lower())
    if match is None:
        raise PeriodError(f"‘{text}’ is geen tijdvak. {EXPECTED}")
    try:
        return _bounds(match.groupdict())
    except PeriodError as error:
        raise PeriodError(f"‘{text}’ is geen tijdvak. {error} {EXPECTED}") from None


def _bounds(written: dict[str, str | None]) -> tuple[date, date]:
    year = int(written["year"] or written["year_last"] or 0)
    if last := written["last"]:
        return _span(year, int(last))
    if letter := written["letter"] or written["letter_first"]:
        return part_bounds(_KIND_OF_LETTER[letter], year, int(written["part"] or written["part_first"] or 0))
    if name := written["name"]:
        return part_bounds(PeriodKind.MONTH, year, _month_number(name))
    if month := written["month"]:
        return part_bounds(PeriodKind.MONTH, year, int(month))
    return part_bounds(PeriodKind.YEAR, year, 1)


def _month_number(name: str) -> int:
    if name not in NUMBERS:
        raise PeriodError(f"‘{name}’ is geen maand.")
    return NUMBERS[name]
