"""What a snapshot is computed from, as plain values that say since when they are known."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from measures.status import MilestoneFact
from monitoring.disclosure import DEFAULT_THRESHOLD, Sensitivity, Threshold
from monitoring.models import DefinitionVersion
from monitoring.progress import Baseline, Certainty, Definition, Figure, Target, series_numbers
from pvi.lib.periods import Period
from pvi.organisation.models import Unit

SeriesKey = tuple[int, str]
"""Indicator and disaggregation."""


@dataclass(frozen=True, slots=True)
class Observed:
    """One observation as it was recorded: raw, of one unit."""

    unit_id: int
    period: Period
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    nothing: str
    certainty: Certainty
    revision: int
    known: dt.date
    source: str
    remark: str


@dataclass(frozen=True)
class Rules:
    """The definition versions of one indicator, as the rules want them and as they are stored."""

    indicator_id: int
    theme_id: int | None
    stored: tuple[DefinitionVersion, ...]
    versions: tuple[Definition, ...]
    series: Mapping[int, int]

    @property
    def is_sensitive(self) -> bool:
        """Whether small numbers of an eenheid or a team are hidden in any version."""
        return any("small_numbers" in (s.sensitivity_unit, s.sensitivity_team) for s in self.stored)

    def in_force(self, day: dt.date) -> tuple[DefinitionVersion, Definition] | None:
        """The version by which this day is judged; None after the last version has ended."""
        pairs = list(zip(self.stored, self.versions, strict=True))
        begun = [pair for pair in pairs if pair[0].effective_from <= day] or pairs[:1]
        stored, version = begun[-1]
        ended = stored.effective_until is not None and stored.effective_until < day
        return None if ended else (stored, version)

    def of_period(self, period: Period) -> tuple[DefinitionVersion, Definition]:
        """The version by which a period is counted."""
        pairs = list(zip(self.stored, self.versions, strict=True))
        begun = [pair for pair in pairs if pair[0].effective_from <= period.end] or pairs[:1]
        return begun[-1]


def rules_of(stored: Sequence[DefinitionVersion]) -> Rules:
    """The rules of one indicator from its stored versions, in order of number."""
    versions = tuple(_definition(version) for version in stored)
    indicator = stored[0].indicator
    return Rules(indicator.pk, indicator.theme_id, tuple(stored), versions, series_numbers(versions))


def _definition(stored: DefinitionVersion) -> Definition:
    from monitoring.progress import Direction, Frequency, RollUp, TimeRule

    return Definition(
        number=stored.number,
        direction=Direction(stored.direction),
        frequency=Frequency(stored.frequency),
        lag_months=stored.lag_months,
        time_rule=TimeRule(stored.time_rule),
        roll_up=RollUp(stored.roll_up),
        scale_factor=stored.scale_factor,
        has_ratio=stored.is_average,
        margin=stored.margin,
        tolerance=stored.tolerance,
        decimals=stored.decimals,
        effective_from=stored.effective_from,
        breaks_series=stored.breaks_series,
    )


@dataclass(frozen=True)
class Subject:
    """Whose figures these are: a unit with the units below it, or a reporting group with its members."""

    unit: Unit | None
    group_id: int | None
    members: tuple[Unit, ...]

    @property
    def unit_id(self) -> int | None:
        return self.unit.pk if self.unit else None

    def exists_on(self, day: dt.date) -> bool:
        """Whether there is such a unit on this day; a group always is."""
        return self.unit is None or self.unit.is_valid_on(day)

    def applies(self, definition: DefinitionVersion) -> bool:
        """Whether the indicator exists for this subject."""
        if self.unit is None:
            return any(definition.applies_to(member) for member in self.members)
        return definition.applies_to(self.unit) and (definition.per_unit or self.unit.is_korps)

    def protection(
        self, definition: DefinitionVersion, figure: Figure | None = None
    ) -> tuple[Sensitivity, Threshold]:
        """How sensitive a figure of this subject is; a group counts as the korps, being several eenheden.

        A roll-up of one part is that part, and as sensitive as it.
        """
        level = definition.sensitivity_of(self.unit) if self.unit else definition.sensitivity_korps
        if figure is not None and figure.parts == 1:
            level = definition.sensitivity_unit
        minimum = definition.threshold
        return Sensitivity(level), Threshold(minimum, max(minimum, DEFAULT_THRESHOLD.minimum_denominator))

    def expected_parts(self, definition: DefinitionVersion, day: dt.date) -> list[int]:
        """The members that exist on this day and to whom the indicator applies."""
        if not definition.per_unit:
            return []
        return [m.pk for m in self.members if m.is_active and m.is_valid_on(day) and definition.applies_to(m)]


@dataclass(frozen=True, slots=True)
class KnownBaseline:
    known: dt.date
    version: int
    fact: Baseline


@dataclass(frozen=True, slots=True)
class KnownTarget:
    known: dt.date
    version: int
    fact: Target


@dataclass(frozen=True, slots=True)
class Written:
    """When a duiding was written about which period, and since when it is known."""

    period_code: str
    written_on: dt.date
    known: dt.date


@dataclass(frozen=True, slots=True)
class Reported:
    """What one update says that counts for the status."""

    reported_on: dt.date
    known: dt.date
    status: str
    is_manual: bool
    reason: str
    result_count: Decimal | None


@dataclass(frozen=True, slots=True)
class KnownMilestone:
    title: str
    fact: MilestoneFact
    known: dt.date
    done_known: dt.date | None


@dataclass(frozen=True)
class MeasureInputs:
    """One measure with everything that its status follows from."""

    measure_id: int
    theme_id: int | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    goal: Decimal | None
    known: dt.date
    milestones: tuple[KnownMilestone, ...]
    updates: tuple[Reported, ...]

    @property
    def begins(self) -> dt.date:
        """From when on the measure counts: its start, or the day it became known when that was earlier."""
        return min(self.known, self.starts_on or self.known)


@dataclass(frozen=True, slots=True)
class RoundDays:
    """When a round covers what, and when it is handed in."""

    start: dt.date
    end: dt.date
    opens_on: dt.date
    due_on: dt.date


@dataclass(frozen=True)
class Inputs:
    """Everything that one run for one unit reads, in a fixed number of queries."""

    subjects: tuple[Subject, ...]
    rules: Mapping[int, Rules]
    observed: Mapping[SeriesKey, tuple[Observed, ...]]
    siblings: tuple[Unit, ...]
    parent_id: int | None
    baselines: Mapping[tuple[int | None, int | None, int], tuple[KnownBaseline, ...]]
    targets: Mapping[tuple[int | None, int | None, int], tuple[KnownTarget, ...]]
    written: Mapping[int, tuple[Written, ...]]
    measures: tuple[MeasureInputs, ...]
    rounds: tuple[RoundDays, ...]
    theme_ids: tuple[int, ...] = field(default=())

    @property
    def unit(self) -> Unit:
        """The unit of the run; it is always the first subject."""
        unit = self.subjects[0].unit
        if unit is None:
            raise ValueError("The first subject of a run is its unit")
        return unit


def figure_of(observed: Observed, rules: Rules) -> Figure:
    """One observation as a figure of its series."""
    from monitoring.progress import Nothing

    return Figure(
        observed.period,
        observed.value,
        observed.numerator,
        observed.denominator,
        observed.certainty,
        rules.series[rules.of_period(observed.period)[1].number],
        Nothing(observed.nothing) if observed.nothing else None,
    )
