"""What the rules say of a value against its target (calculation contract, points 3 and 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from monitoring.progress.comparison import Comparison
from monitoring.progress.facts import Baseline, Definition, Figure, Target
from monitoring.progress.holding import Holding
from monitoring.progress.path import Leg, attainment, leg_on, sorted_by_day
from monitoring.progress.schedule import target_due
from monitoring.progress.values import value_of
from monitoring.progress.vocabulary import Direction, Nothing, Status


class Reason(StrEnum):
    """The one rule that decided a verdict, to explain it with."""

    NO_VALUE = "no_value"
    OLD = "old"
    CONTEXT = "context"
    NO_TARGET = "no_target"
    INCOMPLETE = "incomplete"
    SATISFIED = "satisfied"
    TARGET_PASSED = "target_passed"
    TARGET_IS_BASELINE = "target_is_baseline"
    YEAR_RUNNING = "year_running"
    NO_TARGET_DAY = "no_target_day"
    NO_BASELINE = "no_baseline"
    OLDER_BASELINE = "older_baseline"
    BEFORE_BASELINE = "before_baseline"
    AT_EXPECTED = "at_expected"
    WITHIN_MARGIN = "within_margin"
    BEYOND_MARGIN = "beyond_margin"


Verdict = tuple[Status | None, Reason]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict on one figure, with everything needed to explain it.

    `status` is None when there is nothing to judge and `nothing` then says why; both are set when a figure
    grew old after its target was settled. `gap` is value minus expected value and `margin` how far short is
    still at_risk, in the unit of the value; for a count of a running year they are that part of the year's.
    The baseline is only there when it is of the same series as the figure.
    """

    status: Status | None
    reason: Reason
    nothing: Nothing | None = None
    is_old: bool = False
    figure: Figure | None = None
    value: Decimal | None = None
    target: Target | None = None
    baseline: Baseline | None = None
    expected: Decimal | None = None
    gap: Decimal | None = None
    margin: Decimal | None = None
    attainment: Decimal | None = None


def assess(
    holding: Holding,
    definition: Definition,
    *,
    baseline: Baseline | None,
    targets: Sequence[Target],
    on: date,
) -> Assessment:
    """Judge what holds on a day (`current`) against the targets known on that day, in any order.

    The value is compared on the last day of its own period. Protect small numbers before, not after: a
    verdict on a suppressed figure would give it away.
    """
    figure = holding.figure
    value = None if figure is None else value_of(figure, definition)
    if figure is None or value is None:
        nothing = holding.nothing or (figure.nothing if figure else None) or Nothing.NOT_DELIVERED
        return Assessment(None, Reason.NO_VALUE, nothing, holding.is_old, figure)
    if definition.direction is Direction.CONTEXT or not targets:
        verdict = _without_target(definition, holding)
        return Assessment(*verdict, holding.nothing, holding.is_old, figure, value)
    return _against_targets(holding, figure, value, definition, baseline, targets, on)


def _without_target(definition: Definition, holding: Holding) -> Verdict:
    if holding.is_old:
        return None, Reason.OLD
    if definition.direction is Direction.CONTEXT:
        return Status.CONTEXT, Reason.CONTEXT
    return Status.NO_TARGET, Reason.NO_TARGET


def _against_targets(
    holding: Holding,
    figure: Figure,
    value: Decimal,
    definition: Definition,
    baseline: Baseline | None,
    targets: Sequence[Target],
    on: date,
) -> Assessment:
    dated = sorted_by_day(targets)
    comparison = Comparison(figure, value, definition, holding.is_old)
    target, settled = _governing(dated, comparison, on) if dated else (targets[0], False)
    own = baseline if baseline and baseline.definition_version == figure.definition_version else None
    leg = _leg_to(target, own, dated, comparison.day)
    if holding.is_old and not settled:
        verdict: Verdict = (None, Reason.OLD)
    else:
        verdict = _verdict(comparison, target, leg, own, settled=settled)
        if verdict[1] is Reason.NO_BASELINE and baseline is not None:
            verdict = (Status.NO_PATH, Reason.OLDER_BASELINE)
    expected = _expected(comparison, target, leg, own)
    return Assessment(
        *verdict,
        holding.nothing,
        holding.is_old,
        figure,
        value,
        target,
        own,
        expected,
        None if expected is None else value - expected,
        None if leg is None else comparison.margin(leg),
        _attainment(comparison, target, own, verdict),
    )


def _governing(dated: Sequence[Target], comparison: Comparison, on: date) -> tuple[Target, bool]:
    """The target that a value is judged by, and whether its time has come.

    It is the first one on or after the day of comparison, or else the last. It is settled once its day has
    passed and the figure of its period is in. With an old figure it is settled by the due day of that
    period, so the last target whose due day has passed then counts.
    """
    definition, day = comparison.definition, comparison.day
    target = next((t for t in dated if _day(t) >= day), dated[-1])
    if not comparison.is_old:
        return target, _day(target) < on and day >= _day(target) and not comparison.is_running
    for later in reversed(dated):
        if _day(target) <= _day(later) < on and _due(later, definition) < on:
            return later, True
    return target, False


def _leg_to(target: Target, baseline: Baseline | None, dated: Sequence[Target], day: date) -> Leg | None:
    """The leg of the path that ends in the target and holds the day of comparison, if there is one."""
    leg = None if baseline is None else leg_on(baseline, dated, day)
    return leg if leg is not None and leg.end == target.day else None


def _verdict(
    comparison: Comparison, target: Target, leg: Leg | None, baseline: Baseline | None, *, settled: bool
) -> Verdict:
    """The rules in their order: what is certain first, the path last."""
    if comparison.is_undecided(target):
        return Status.NO_PATH, Reason.INCOMPLETE
    if comparison.is_met(target):
        return Status.MET, Reason.SATISFIED
    if settled:
        return Status.NOT_MET, Reason.TARGET_PASSED
    if _stays_at_baseline(comparison, target, leg, baseline):
        return Status.NOT_MET, Reason.TARGET_IS_BASELINE
    if leg is None:
        return Status.NO_PATH, _why_no_path(comparison, target, baseline)
    short, margin = comparison.shortfall(target, leg)
    if short <= 0:
        return Status.ON_TRACK, Reason.AT_EXPECTED
    return (
        (Status.AT_RISK, Reason.WITHIN_MARGIN) if short <= margin else (Status.BEHIND, Reason.BEYOND_MARGIN)
    )


def _stays_at_baseline(
    comparison: Comparison, target: Target, leg: Leg | None, baseline: Baseline | None
) -> bool:
    """A target equal to the baseline is met or not met at any time; a running count can not tell yet."""
    same = baseline is not None and baseline.value == target.value and not comparison.is_running
    return same and (leg is None or not leg.length)


def _why_no_path(comparison: Comparison, target: Target, baseline: Baseline | None) -> Reason:
    if baseline is None:
        return Reason.NO_BASELINE
    if target.day is None:
        return Reason.NO_TARGET_DAY
    return Reason.YEAR_RUNNING if comparison.day > target.day else Reason.BEFORE_BASELINE


def _expected(
    comparison: Comparison, target: Target, leg: Leg | None, baseline: Baseline | None
) -> Decimal | None:
    if leg is not None:
        return comparison.expected(leg)
    reached = baseline is not None and target.day is not None and comparison.day >= target.day
    return target.value if reached and not comparison.is_running else None


def _attainment(
    comparison: Comparison, target: Target, baseline: Baseline | None, verdict: Verdict
) -> Decimal | None:
    if baseline is None or verdict[0] is None or comparison.is_running or comparison.lacks_parts:
        return None
    return attainment(comparison.value, baseline.value, target.value)


def _day(target: Target) -> date:
    return target.day or date.max


def _due(target: Target, definition: Definition) -> date:
    return target_due(_day(target), definition.frequency, definition.lag_months)
