"""What is known of a measure, and what its milestones weigh together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from measures.status.vocabulary import MeasureStatus

ZERO = Decimal(0)
ON_TRACK_POINTS = 5
AT_RISK_POINTS = 15


@dataclass(frozen=True, slots=True)
class MilestoneFact:
    """A step with its due date, its weight (above 0) and the day it was done."""

    due: date
    weight: Decimal
    done_on: date | None = None

    def is_done(self, on: date) -> bool:
        return self.done_on is not None and self.done_on <= on

    def is_planned(self, on: date) -> bool:
        """Whether it should be done: on its due day already."""
        return self.due <= on

    def is_overdue(self, on: date) -> bool:
        """Whether it is late: from the day after its due day."""
        return self.due < on and not self.is_done(on)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """What is known of a measure on a day.

    `reported_status` is that of the last update, chosen or mapped from its text; `is_manual` tells that it
    was chosen against the rules, with a reason. `result_count` counts towards `result_goal`.
    """

    start: date | None = None
    end: date | None = None
    milestones: tuple[MilestoneFact, ...] = ()
    result_count: Decimal | None = None
    result_goal: Decimal | None = None
    reported_status: MeasureStatus | None = None
    is_manual: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight of milestones: of all, of those due by the day, and of those done by then."""

    total: Decimal = ZERO
    planned: Decimal = ZERO
    done: Decimal = ZERO

    @property
    def planned_share(self) -> Decimal | None:
        """Planned part of all, 0 to 1; None without milestones."""
        return self.planned / self.total if self.total else None

    @property
    def done_share(self) -> Decimal | None:
        """Done part of all, 0 to 1; None without milestones."""
        return self.done / self.total if self.total else None

    def verdict(self) -> MeasureStatus:
        """On track up to 5 points short of the plan, at risk up to 15, else behind; compared undivided."""
        short = 100 * (self.planned - self.done)
        if short <= ON_TRACK_POINTS * self.total:
            return MeasureStatus.ON_TRACK
        return MeasureStatus.AT_RISK if short <= AT_RISK_POINTS * self.total else MeasureStatus.BEHIND


def weigh(milestones: Iterable[MilestoneFact], on: date) -> Weights:
    """Add up the weights of milestones on a day."""
    total = planned = done = ZERO
    for milestone in milestones:
        total += milestone.weight
        planned += milestone.weight if milestone.is_planned(on) else ZERO
        done += milestone.weight if milestone.is_done(on) else ZERO
    return Weights(total, planned, done)
