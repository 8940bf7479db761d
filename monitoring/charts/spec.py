"""What a chart over time says, apart from how it is drawn: one spec, three renderings."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from monitoring.progress import Certainty, Nothing

MAX_SERIES = 4
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")


class Height(StrEnum):
    """The four heights that the style sheet knows, as the end of `pvi-chart--h-…`."""

    SMALL = "s"
    MEDIUM = "m"
    LARGE = "l"
    PC = "pc"

    @property
    def pixels(self) -> int:
        return {"s": 184, "m": 240, "l": 304, "pc": 196}[self.value]


class Scale(StrEnum):
    """How a value is written: 6.738, 26,1% or 7,4."""

    COUNT = "count"
    PERCENT = "percent"
    NUMBER = "number"


class Role(StrEnum):
    """What a series is in its chart; the palette gives each role its colour, dash and marker."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    PLAN = "plan"
    FORECAST = "forecast"
    CONTEXT = "context"


class Mark(StrEnum):
    LINE = "line"
    BAR = "bar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands around every chart; `id` names the elements of the chart within the page."""

    id: str
    title: str
    unit_line: str
    summary: str
    source: str
    height: Height = Height.MEDIUM

    def __post_init__(self) -> None:
        if not _ID.match(self.id):
            raise ValueError(f"A chart id is lower case letters, digits and hyphens, not {self.id!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One period of a series: a value or a kind of nothing, never both and never neither.

    `definition` tells which definition the value was counted by; a change of it ends the line.
    `context` follows the value ("van 757 nieuwe collega’s"), `note` is the last line of the hover text.
    """

    at: date
    label: str
    value: Decimal | None = None
    nothing: Nothing | None = None
    certainty: Certainty = Certainty.FINAL
    definition: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    context: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) == (self.nothing is None):
            raise ValueError(f"{self.label}: give a value or a kind of nothing")

    @property
    def figure(self) -> Decimal:
        """The value, for points of which it is known that they have one, such as those of a run."""
        if self.value is None:
            raise ValueError(f"{self.label}: there is no value")
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One named row of points; `label` is written at the line, at `label_at` or else at the last value."""

    name: str
    points: tuple[Point, ...]
    role: Role = Role.FIRST
    label: tuple[str, ...] = ()
    label_at: date | None = None
    values_shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPoint:
    """A point of the target path; the baseline that the path starts from is no target itself."""

    at: date
    label: str
    value: Decimal
    is_target: bool = True


@dataclass(frozen=True, slots=True)
class Break:
    """The day from which another definition counts; a dashed line marks it, no series crosses it."""

    at: date
    text: str = "nieuwe afbakening"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time without comparable figures, drawn as a light block with its reason."""

    start: date
    end: date
    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    at: date
    label: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    start: date
    end: date
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The range and ticks of the values; `shown` is off where every value is written at its mark."""

    scale: Scale
    decimals: int
    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesChart:
    """Lines or bars over time."""

    heading: Heading
    mark: Mark
    x: TimeAxis
    y: ValueAxis
    series: tuple[Series, ...]
    unit_word: str = ""
    target: tuple[TargetPoint, ...] = ()
    breaks: tuple[Break, ...] = ()
    gaps: tuple[Gap, ...] = ()
    reference: date | None = None
    bare: bool = False

    def __post_init__(self) -> None:
        if len(self.series) > MAX_SERIES:
            raise ValueError(f"At most {MAX_SERIES} series in one chart, not {len(self.series)}")
