"""What the rules are told about one measure, read from its rows as they are now."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from measures.models import Measure, Milestone, ProgressUpdate
from measures.status import MeasureFacts, MeasureStatus, MilestoneFact, assess


@dataclass(frozen=True, slots=True)
class Stand:
    """A measure on a day, with the milestones in the order of their keys."""

    facts: MeasureFacts
    milestone_ids: tuple[int, ...]
    on: dt.date

    @property
    def status(self) -> MeasureStatus:
        """What the rules make of it."""
        return assess(self.facts, self.on).status

    @property
    def rests_on_reports(self) -> bool:
        """Whether the rules have no milestones to count, and so follow what was reported."""
        return not self.facts.milestones

    def after(self, done: Collection[int], result_count: Decimal | None) -> "Stand":
        """The same measure once these milestones are done and this result is counted."""
        steps = tuple(
            replace(step, done_on=self.on) if key in done and step.done_on is None else step
            for key, step in zip(self.milestone_ids, self.facts.milestones, strict=True)
        )
        counted = self.facts.result_count if result_count is None else result_count
        return replace(self, facts=replace(self.facts, milestones=steps, result_count=counted))

    def as_told(self, status: MeasureStatus) -> "Stand":
        """The same measure once this status is reported."""
        return replace(self, facts=replace(self.facts, reported_status=status, is_manual=False))


def stand_of(measure: Measure, on: dt.date) -> Stand:
    """Everything the rules need of a measure, in two queries."""
    milestones = list(Milestone.objects.filter(measure=measure).order_by("pk"))
    updates = list(ProgressUpdate.objects.filter(measure=measure, reported_on__lte=on))
    said = next((update for update in updates if update.status), None)
    facts = MeasureFacts(
        start=measure.starts_on,
        end=measure.ends_on,
        milestones=tuple(MilestoneFact(m.due_on, m.weight, m.done_on) for m in milestones),
        result_count=next((u.result_count for u in updates if u.result_count is not None), None),
        result_goal=measure.result_goal_count,
        reported_status=MeasureStatus(said.status) if said else None,
        is_manual=bool(updates and updates[0].is_manual),
    )
    return Stand(facts, tuple(milestone.pk for milestone in milestones), on)
