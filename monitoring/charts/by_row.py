"""The kinds of chart with a row per theme, unit, measure or group, in the order that the caller gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from monitoring.charts.spec import Heading, Scale, ValueAxis
from monitoring.charts.values import value_axis
from monitoring.progress import Certainty, Nothing

MOST_YEARS = 6


class Tone(StrEnum):
    """How a group in a stack is painted; each tone has its own pattern beside its colour."""

    DONE = "done"
    GOOD = "good"
    RUNNING = "running"
    WARN = "warn"
    BAD = "bad"
    OPEN = "open"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Group:
    """A status group: its word, in the plural or as it reads after a number ("3 op koers")."""

    word: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class StackRow:
    """One theme with its counts, in the order of the groups."""

    name: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class StackChart:
    """Counts per row, stacked by group; `many` is the word for what is counted."""

    heading: Heading
    groups: tuple[Group, ...]
    rows: tuple[StackRow, ...]
    many: str

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.counts) != len(self.groups):
                raise ValueError(f"{row.name}: {len(row.counts)} counts for {len(self.groups)} groups")


def status_by_theme(heading: Heading, groups: Sequence[Group], rows: Sequence[StackRow]) -> StackChart:
    """The number of measures per theme and status group, each count with its word under the bar."""
    return StackChart(heading=heading, groups=tuple(groups), rows=tuple(rows), many="maatregelen")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValue:
    """The value of one unit, or its kind of nothing."""

    name: str
    value: Decimal | None = None
    nothing: Nothing | None = None
    certainty: Certainty = Certainty.FINAL
    context: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) == (self.nothing is None):
            raise ValueError(f"{self.name}: give a value or a kind of nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class StripChart:
    """One dot per unit on a shared axis, with the korps as a line through all rows."""

    heading: Heading
    rows: tuple[UnitValue, ...]
    axis: ValueAxis
    korps: Decimal | None
    unit_word: str


def per_unit(
    heading: Heading,
    rows: Sequence[UnitValue],
    *,
    scale: Scale,
    decimals: int,
    korps: Decimal | None = None,
    unit_word: str = "",
) -> StripChart:
    """The value of every unit beside that of the korps; give the korps only where units compare with it.

    A count of the korps is the sum of its units and does not belong on their axis.
    """
    values = [row.value for row in rows if row.value is not None]
    axis = value_axis(
        [*values, *([korps] if korps is not None else [])],
        scale=scale,
        decimals=decimals,
        from_zero=scale is Scale.COUNT,
        room=Decimal("0.02"),
    )
    return StripChart(heading=heading, rows=tuple(rows), axis=axis, korps=korps, unit_word=unit_word)


@dataclass(frozen=True, slots=True)
class BarRow:
    """A group with its count; `muted` for what is unknown."""

    name: str
    count: int
    muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarList:
    """Horizontal bars from zero, drawn inside the rows of a table."""

    heading: Heading
    rows: tuple[BarRow, ...]
    name_word: str
    count_word: str


def bars(heading: Heading, rows: Sequence[BarRow], *, name_word: str, count_word: str = "Aantal") -> BarList:
    """A short list of counts, such as the age of open commitments."""
    return BarList(heading=heading, rows=tuple(rows), name_word=name_word, count_word=count_word)


class MilestoneState(StrEnum):
    DONE = "done"
    PLANNED = "planned"
    LATE = "late"

    @property
    def word(self) -> str:
        return {"done": "gehaald", "planned": "gepland", "late": "te laat"}[self.value]


@dataclass(frozen=True, slots=True)
class MilestoneMark:
    name: str
    at: date
    state: MilestoneState


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A measure in time: its period as far as it is known, its milestones, and its status in words.

    `status` is the stored value, for the badge of the page; `overdue` draws the run past the end.
    """

    key: str
    name: str
    href: str
    status: str
    status_word: str
    start: date | None = None
    end: date | None = None
    overdue: bool = False
    milestones: tuple[MilestoneMark, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    title: str
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Measures on a time axis of whole years, grouped by theme."""

    heading: Heading
    groups: tuple[MeasureGroup, ...]
    start: date
    end: date
    reference: date


def timeline(heading: Heading, groups: Sequence[MeasureGroup], *, reference: date) -> Timeline:
    """The measures over the whole years that they span, at most six years around the reference day."""
    days = [day for group in groups for row in group.rows for day in _days(row)] + [reference]
    first = max(min(days).year, reference.year - 2)
    last = min(max(days).year, first + MOST_YEARS - 1)
    return Timeline(
        heading=heading,
        groups=tuple(groups),
        start=date(first, 1, 1),
        end=date(last, 12, 31),
        reference=reference,
    )


def _days(row: MeasureRow) -> list[date]:
    return [day for day in (row.start, row.end, *(mark.at for mark in row.milestones)) if day is not None]
