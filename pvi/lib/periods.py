"""Periods (tijdvakken): one value type for years, half-years, tertalen, quarters, months and year spans."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from pvi.lib.months import MONTHS_IN_YEAR, NAMES, SHORT_NAMES, add_months, end_of_month
from pvi.lib.period_bounds import (
    EXPECTED,
    FORMS,
    KINDS,
    PeriodError,
    PeriodKind,
    is_whole,
    months_between,
    part_bounds,
    read,
)

__all__ = [
    "Period",
    "PeriodError",
    "PeriodKind",
    "add_months",
    "end_of_month",
    "month_of",
    "valid_on",
]


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A stretch of whole months on the calendar, compared and sorted by its first and then its last day.

    Only the periods of PeriodKind exist: `Period(date(2024, 2, 1), date(2024, 4, 30))` raises PeriodError.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if not is_whole(self.start, self.end):
            raise PeriodError(f"{self.start} tot en met {self.end} is geen tijdvak. {EXPECTED}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period as people and files write it; the code and short label of every period read back.

        Raises PeriodError, in Dutch, for anything else: `2014/2005`, `2005-13`, a year outside 1900-2100.
        """
        return cls(*read(text))

    @classmethod
    def containing(cls, kind: PeriodKind, day: date) -> Self:
        """The period of this kind that holds the day; a span has no calendar of its own (PeriodError)."""
        if kind is PeriodKind.SPAN:
            raise PeriodError("Een reeks van jaren ligt niet vast op de kalender.")
        return cls(*part_bounds(kind, day.year, (day.month - 1) // FORMS[kind].months + 1))

    @property
    def kind(self) -> PeriodKind:
        """What kind of period this is, which its dates tell."""
        return KINDS.get(self.months, PeriodKind.SPAN)

    @property
    def months(self) -> int:
        """The length in whole months."""
        return months_between(self.start, self.end)

    @property
    def number(self) -> int:
        """Which part of its year: 3 for the third quarter, 9 for September, 1 for a year or span."""
        return (self.start.month - 1) // self.months + 1

    @property
    def code(self) -> str:
        """The text to store and to put in an address: 2024, 2024-H1, 2024-T2, 2024-Q3, 2024-09, 2020/2021."""
        kind = self.kind
        if kind is PeriodKind.MONTH:
            return f"{self.start.year}-{self.number:02}"
        return (
            self._years if self.months >= MONTHS_IN_YEAR else f"{self._years}-{FORMS[kind].code}{self.number}"
        )

    @property
    def label(self) -> str:
        """The Dutch name in running text: k3 2024, september 2024, tertaal 2 2024, 2020 tot en met 2021."""
        kind = self.kind
        if kind is PeriodKind.SPAN:
            return f"{self.start.year} tot en met {self.end.year}"
        if kind is PeriodKind.MONTH:
            return f"{NAMES[self.start.month - 1]} {self._years}"
        if kind in {PeriodKind.HALF_YEAR, PeriodKind.FOUR_MONTHS}:
            return f"{FORMS[kind].name} {self.number} {self._years}"
        return self.short_label

    @property
    def short_label(self) -> str:
        """The shortest Dutch name that tells the year, for axes and columns: k3 2024, sep 2024, 2020/2021."""
        kind = self.kind
        if kind is PeriodKind.MONTH:
            return f"{SHORT_NAMES[self.start.month - 1]} {self._years}"
        return (
            self._years
            if self.months >= MONTHS_IN_YEAR
            else f"{FORMS[kind].short}{self.number} {self._years}"
        )

    @property
    def _years(self) -> str:
        first, last = self.start.year, self.end.year
        return str(first) if first == last else f"{first}/{last}"

    def next(self) -> Self:
        """The period of the same length right after this one."""
        return self._moved(self.months)

    def previous(self) -> Self:
        """The period of the same length right before this one."""
        return self._moved(-self.months)

    def _moved(self, months: int) -> Self:
        return type(self)(add_months(self.start, months), end_of_month(add_months(self.end, months)))

    def contains(self, other: "Period | date") -> bool:
        """Whether another period, or a day, lies wholly within this one."""
        if isinstance(other, date):
            return self.start <= other <= self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share at least a day."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        return self.code


def month_of(day: date) -> Period:
    """The calendar month that holds the day."""
    return Period.containing(PeriodKind.MONTH, day)


def valid_on(day: date, valid_from: date | None, valid_until: date | None) -> bool:
    """Whether something valid between two days, both included, is valid on a day; an absent end is open."""
    return (valid_from is None or valid_from <= day) and (valid_until is None or day <= valid_until)
