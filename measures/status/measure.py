"""How one measure stands on a day (calculation contract, point 7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from measures.status.facts import MeasureFacts, MilestoneFact, Weights, weigh
from measures.status.vocabulary import SAYS_IT_RUNS, MeasureStatus

STALE_DAYS = 120


@dataclass(frozen=True, slots=True)
class MeasureAssessment:
    """How a measure stands by the rules; `manual_status` is the deviating choice to show beside it.

    `planned` and `actual` are shares, 0 to 1, or None where nothing tells; `actual` of a counted result may
    be above 1 (a bar stops at 1). `days_overdue` counts from `overdue_since`: its own end when that has
    passed, else the oldest milestone that is late.
    """

    status: MeasureStatus
    planned: Decimal | None
    actual: Decimal | None
    weights: Weights
    overdue_milestones: int = 0
    overdue_since: date | None = None
    days_overdue: int = 0
    manual_status: MeasureStatus | None = None


def assess(facts: MeasureFacts, on: date) -> MeasureAssessment:
    """Where a measure stands on a day: by its milestones, or else by its result, its report and its end."""
    weights = weigh(facts.milestones, on)
    late = [milestone.due for milestone in facts.milestones if milestone.is_overdue(on)]
    if weights.total:
        status = _by_milestones(facts, weights, on, is_late=bool(late))
    else:
        status = _by_report(facts, on)
    if status in {MeasureStatus.DONE, MeasureStatus.STOPPED}:
        late = []
    since = facts.end if status is MeasureStatus.OVERDUE else min(late, default=None)
    is_deviation = facts.is_manual and facts.reported_status is not status
    return MeasureAssessment(
        status,
        weights.planned_share,
        weights.done_share if weights.total else _result_share(facts),
        weights,
        len(late),
        since,
        (on - since).days if since else 0,
        facts.reported_status if is_deviation else None,
    )


def planned_share(milestones: Iterable[MilestoneFact], on: date) -> Decimal | None:
    """Weight of the milestones due by the day over the weight of all, 0 to 1; None without milestones."""
    return weigh(milestones, on).planned_share


def actual_share(facts: MeasureFacts, on: date) -> Decimal | None:
    """Weight of the milestones done by the day over that of all; without them, result count over goal."""
    weights = weigh(facts.milestones, on)
    return weights.done_share if weights.total else _result_share(facts)


def is_stale(last_update_on: date | None, on: date, round_opened: date | None = None) -> bool:
    """Whether an update is "verouderd": older than 120 days, or than the opening of the round.

    `round_opened` is the first day of the round that is open for hand-in on the day, if one is. Without any
    update there is nothing to grow old: False.
    """
    if last_update_on is None:
        return False
    is_before_round = round_opened is not None and last_update_on < round_opened <= on
    return is_before_round or (on - last_update_on).days > STALE_DAYS


def _by_milestones(facts: MeasureFacts, weights: Weights, on: date, *, is_late: bool) -> MeasureStatus:
    if facts.reported_status is MeasureStatus.STOPPED:
        return MeasureStatus.STOPPED
    if weights.done == weights.total:
        return MeasureStatus.DONE
    if _has_ended(facts, on):
        return MeasureStatus.OVERDUE
    if not weights.planned and not weights.done and facts.reported_status not in SAYS_IT_RUNS:
        return MeasureStatus.NOT_STARTED
    verdict = weights.verdict()
    return MeasureStatus.AT_RISK if is_late and verdict is MeasureStatus.ON_TRACK else verdict


def _by_report(facts: MeasureFacts, on: date) -> MeasureStatus:
    """Without milestones there is no verdict on the way: what was reported, and whether its end passed."""
    reported, share = facts.reported_status, _result_share(facts)
    if reported in {MeasureStatus.STOPPED, MeasureStatus.DONE}:
        return reported
    if share is not None and share >= 1:
        return MeasureStatus.DONE
    if _has_ended(facts, on):
        return MeasureStatus.OVERDUE
    if share or reported in SAYS_IT_RUNS:
        return MeasureStatus.IN_PROGRESS
    starts_later = facts.start is not None and facts.start > on
    if reported is MeasureStatus.NOT_STARTED or starts_later:
        return MeasureStatus.NOT_STARTED
    return MeasureStatus.UNKNOWN


def _result_share(facts: MeasureFacts) -> Decimal | None:
    if facts.result_count is None or not facts.result_goal:
        return None
    return facts.result_count / facts.result_goal


def _has_ended(facts: MeasureFacts, on: date) -> bool:
    return facts.end is not None and facts.end < on
