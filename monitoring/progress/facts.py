"""What the rules take in: definitions, figures, baselines and targets, as frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitoring.progress.vocabulary import (
    Certainty,
    Direction,
    Frequency,
    Nothing,
    Operator,
    RollUp,
    TimeRule,
)
from pvi.lib.periods import Period

ONE = Decimal(1)
DEFAULT_MARGIN = Decimal("0.10")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One version of how an indicator is counted.

    `scale_factor` is 100 for a percentage, 1 000 for a rate per 1 000 and 1 for counts, scores and averages;
    `has_ratio` tells an average (numerator over denominator, factor 1) from a count. `lag_months` is the
    publication lag. `margin` is a share of the current leg of the path, `tolerance` an absolute distance for
    `hold`. `effective_from` None means since always. `breaks_series` is off for a version that only rewords.
    """

    number: int
    direction: Direction
    frequency: Frequency
    lag_months: int
    time_rule: TimeRule = TimeRule.STOCK
    roll_up: RollUp = RollUp.NONE
    scale_factor: Decimal = ONE
    has_ratio: bool = False
    margin: Decimal = DEFAULT_MARGIN
    tolerance: Decimal | None = None
    decimals: int = 0
    effective_from: date | None = None
    breaks_series: bool = True

    @property
    def is_ratio(self) -> bool:
        """Whether a value is numerator over denominator: the scale decides, not a denominator being there."""
        return self.has_ratio or self.scale_factor != ONE

    @property
    def is_count(self) -> bool:
        """Whether values add up, so that a missing part makes the total too low."""
        return self.roll_up is not RollUp.WEIGHTED and not self.is_ratio


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one indicator, of one unit or several together, over one period.

    Either it has a value (published, or to be computed from its parts) or `nothing` says why not.
    `definition_version` is the number of the version that opened its series (see `series_numbers`).
    `parts` of `expected_parts` units are in it; None where it was delivered as one.
    A year to date runs until `until` and holds `months` of the `expected_months` up to there.
    """

    period: Period
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    certainty: Certainty = Certainty.FINAL
    definition_version: int = 1
    nothing: Nothing | None = None
    parts: int | None = None
    expected_parts: int | None = None
    until: date | None = None
    months: int | None = None
    expected_months: int | None = None

    @property
    def last_day(self) -> date:
        """The last day that the figure covers: it is compared with the path on that day."""
        return self.until or self.period.end

    @property
    def covers_period(self) -> bool:
        """Whether the period is over for this figure; not so for a year to date in the running year."""
        return self.until is None or self.until >= self.period.end

    @property
    def is_complete(self) -> bool:
        """Whether no unit and no month is missing from it; what is incomplete is never shown as a total."""
        return _all_in(self.parts, self.expected_parts) and _all_in(self.months, self.expected_months)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all, not even why there is no value."""
        return self.nothing is None and self.value is None and self.numerator is None


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed at by a day; a source may give no day."""

    day: date | None
    value: Decimal
    operator: Operator = Operator.AT_LEAST


@dataclass(frozen=True, slots=True)
class Baseline:
    """From where progress is measured; `definition_version` as with a Figure."""

    day: date
    value: Decimal
    definition_version: int = 1


def definition_for(definitions: Sequence[Definition], period: Period) -> Definition:
    """The version by which a period is counted: the last one in force on the period's final day.

    A period from before the first version falls under the first. Raises ValueError without definitions.
    """
    if not definitions:
        raise ValueError("An indicator has at least one definition")
    in_order = sorted(definitions, key=_since)
    return max((d for d in in_order if _since(d) <= period.end), key=_since, default=in_order[0])


def series_numbers(definitions: Sequence[Definition]) -> dict[int, int]:
    """For each version its series: the number of the version that last broke it (contract, point 6)."""
    series: dict[int, int] = {}
    opened = None
    for definition in sorted(definitions, key=_since):
        opened = definition.number if opened is None or definition.breaks_series else opened
        series[definition.number] = opened
    return series


def _since(definition: Definition) -> date:
    return definition.effective_from or date.min


def _all_in(count: int | None, expected: int | None) -> bool:
    return count is None or expected is None or count >= expected
