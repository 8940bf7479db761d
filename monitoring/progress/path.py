"""The path from the baseline to the targets, and where on it a value should be (contract, points 3 and 4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitoring.progress.facts import Baseline, Target


@dataclass(frozen=True, slots=True)
class Leg:
    """One straight piece of the path, from the baseline or a previous target to the next target."""

    start: date
    start_value: Decimal
    end: date
    end_value: Decimal

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def length(self) -> Decimal:
        """How far the value has to move on this leg, whichever way."""
        return abs(self.end_value - self.start_value)

    def times_days(self, day: date) -> Decimal:
        """The expected value on a day, multiplied by `days`: exact, as nothing has been divided yet."""
        return self.start_value * self.days + (self.end_value - self.start_value) * (day - self.start).days

    def at(self, day: date) -> Decimal:
        """The expected value on a day of this leg."""
        return self.times_days(day) / self.days


def expected(baseline: Baseline | None, targets: Iterable[Target], on: date) -> Decimal | None:
    """The value that the path asks on a day: linear by days between its points, flat after the last target.

    The path runs from the baseline along the targets after it; None without a baseline, before it, or
    without a target that has a day.
    """
    dated = sorted_by_day(targets)
    if baseline is None or not dated or on < baseline.day:
        return None
    leg = leg_on(baseline, dated, on)
    return leg.at(on) if leg is not None else dated[-1].value


def leg_on(baseline: Baseline, dated: Sequence[Target], on: date) -> Leg | None:
    """The leg that holds a day, a target's own day included; None before the baseline or after the last.

    `dated` are targets with a day, in order of it. Targets on or before the baseline's day are no part of
    the path.
    """
    start, value = baseline.day, baseline.value
    if on < start:
        return None
    for target in dated:
        if target.day is None or target.day <= start:
            continue
        if target.day >= on:
            return Leg(start, value, target.day, target.value)
        start, value = target.day, target.value
    return None


def sorted_by_day(targets: Iterable[Target]) -> list[Target]:
    """The targets that have a day, the earliest first."""
    return sorted((target for target in targets if target.day is not None), key=lambda t: t.day or date.min)


def attainment(value: Decimal, baseline: Decimal | None, target: Decimal) -> Decimal | None:
    """(value - baseline) / (target - baseline): below 0 is regression, above 1 is beyond the target.

    It holds for falling targets too. None without a baseline, or when the target equals it.
    """
    if baseline is None or target == baseline:
        return None
    return (value - baseline) / (target - baseline)
