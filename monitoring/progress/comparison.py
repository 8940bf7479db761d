"""Comparing one value with a target and with the path, exactly (calculation contract, point 4)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitoring.progress.facts import Definition, Figure, Target
from monitoring.progress.path import Leg
from monitoring.progress.values import exact_fraction
from monitoring.progress.vocabulary import Direction, Operator

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One value, ready to compare. Nothing is divided before it is compared.

    A count of a running year (`is_running`: a year to date that adds up) is held against its share, by days,
    of what the path asks at the end of the year.
    """

    figure: Figure
    value: Decimal
    definition: Definition
    is_old: bool = False

    @property
    def is_running(self) -> bool:
        """Whether this is a count that still grows until its period is over."""
        return not self.figure.covers_period and self.definition.is_count

    @property
    def lacks_parts(self) -> bool:
        """Whether a count misses units or months, so that the whole of it is not known."""
        is_broken_off = self.is_old and not self.figure.covers_period
        return (is_broken_off or not self.figure.is_complete) and self.definition.is_count

    @property
    def day(self) -> date:
        """The day of comparison: the last day that is covered, for a running count the last of its period."""
        return self.figure.period.end if self.is_running else self.figure.last_day

    def is_met(self, target: Target) -> bool:
        """Whether the value satisfies the target; a running count can only be met from below."""
        if self.is_running and way(target, self.definition) is not Direction.HIGHER:
            return False
        return self._satisfies(target)

    def is_undecided(self, target: Target) -> bool:
        """Whether what is missing could still change the verdict.

        More parts can only add: a count that is enough stays enough, and one that is too much stays too much.
        """
        if not self.lacks_parts:
            return False
        direction, satisfied = way(target, self.definition), self._satisfies(target)
        return not (
            satisfied if direction is Direction.HIGHER else direction is Direction.LOWER and not satisfied
        )

    def _satisfies(self, target: Target) -> bool:
        above, below = exact_fraction(self.figure, self.definition, self.value)
        aim = target.value * below
        direction = way(target, self.definition)
        if direction is Direction.HOLD:
            return abs(above - aim) <= (self.definition.tolerance or ZERO) * below
        return above >= aim if direction is Direction.HIGHER else above <= aim

    def shortfall(self, target: Target, leg: Leg) -> tuple[Decimal, Decimal]:
        """How far the value is short of the path (negative: past it), and the margin, on one exact scale.

        For `hold` a value is short by how much further from the target it is than the path is.
        """
        above, below = exact_fraction(self.figure, self.definition, self.value)
        covered, whole = self._share_of_year()
        scale = covered * below
        have, want = above * leg.days * whole, leg.times_days(self.day) * scale
        direction = way(target, self.definition)
        if direction is Direction.HOLD:
            aim = leg.end_value * leg.days * scale
            short = abs(have - aim) - abs(want - aim)
        else:
            short = want - have if direction is Direction.HIGHER else have - want
        return short, self.definition.margin * leg.length * leg.days * scale

    def expected(self, leg: Leg) -> Decimal:
        """What the path asks on the day of comparison."""
        covered, whole = self._share_of_year()
        return leg.at(self.day) * covered / whole

    def margin(self, leg: Leg) -> Decimal:
        """How far short of the path is still at risk: the definition's share of the leg."""
        covered, whole = self._share_of_year()
        return self.definition.margin * leg.length * covered / whole

    def _share_of_year(self) -> tuple[int, int]:
        if not self.is_running:
            return 1, 1
        period = self.figure.period
        return _days(period.start, self.figure.last_day), _days(period.start, period.end)


def way(target: Target, definition: Definition) -> Direction:
    """Which way the target is met: a `hold` of the definition, else the operator, else the definition."""
    if definition.direction is Direction.HOLD:
        return Direction.HOLD
    if target.operator is Operator.AT_MOST:
        return Direction.LOWER
    if target.operator is Operator.EQUALS and definition.direction is Direction.LOWER:
        return Direction.LOWER
    return Direction.HIGHER


def _days(start: date, end: date) -> int:
    return (end - start).days + 1
