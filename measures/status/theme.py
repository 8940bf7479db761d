"""How the measures of a theme stand together (calculation contract, point 7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from measures.status.facts import ZERO, Weights
from measures.status.measure import MeasureAssessment
from measures.status.vocabulary import SAYS_IT_RUNS, MeasureStatus

BETTER_THAN_AT_RISK = {
    MeasureStatus.NOT_STARTED,
    MeasureStatus.IN_PROGRESS,
    MeasureStatus.ON_TRACK,
    MeasureStatus.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class ThemeAssessment:
    """How the measures of a theme stand together; always shown beside `counts`, which has every status."""

    status: MeasureStatus
    planned: Decimal | None
    actual: Decimal | None
    weights: Weights
    counts: dict[MeasureStatus, int]


def theme_status(assessments: Sequence[MeasureAssessment]) -> ThemeAssessment:
    """Judge the measures of a theme by their milestones together, with the thresholds of one measure.

    At least at risk when a measure is overdue. Stopped measures no longer weigh; of measures without
    milestones only the status counts.
    """
    live = [one for one in assessments if one.status is not MeasureStatus.STOPPED]
    weights = Weights(
        sum((one.weights.total for one in live), ZERO),
        sum((one.weights.planned for one in live), ZERO),
        sum((one.weights.done for one in live), ZERO),
    )
    tally = counts(one.status for one in assessments)
    return ThemeAssessment(judge(weights, tally), weights.planned_share, weights.done_share, weights, tally)


def counts(statuses: Iterable[MeasureStatus]) -> dict[MeasureStatus, int]:
    """How many times each status occurs, in the order of the statuses, with 0 for those that do not."""
    tally = dict.fromkeys(MeasureStatus, 0)
    for status in statuses:
        tally[status] += 1
    return tally


def judge(weights: Weights, tally: Mapping[MeasureStatus, int]) -> MeasureStatus:
    """The status of measures together, from what those that are not stopped weigh and how many stand how."""
    live = sum(tally.values()) - tally[MeasureStatus.STOPPED]
    if not live:
        return MeasureStatus.STOPPED if tally[MeasureStatus.STOPPED] else MeasureStatus.UNKNOWN
    for status in (MeasureStatus.DONE, MeasureStatus.NOT_STARTED):
        if tally[status] == live:
            return status
    verdict = weights.verdict() if weights.total else _without_weights(tally)
    is_floored = tally[MeasureStatus.OVERDUE] and verdict in BETTER_THAN_AT_RISK
    return MeasureStatus.AT_RISK if is_floored else verdict


def _without_weights(tally: Mapping[MeasureStatus, int]) -> MeasureStatus:
    runs = any(tally[status] for status in {*SAYS_IT_RUNS, MeasureStatus.DONE})
    return MeasureStatus.IN_PROGRESS if runs else MeasureStatus.UNKNOWN
