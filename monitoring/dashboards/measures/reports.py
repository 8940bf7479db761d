"""What was reported about a measure, as far as this reader may see it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from measures.models import Measure, ProgressUpdate
from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.reference import Moment
from pvi.lib.formatting import number
from pvi.lib.marks import Mark
from pvi.organisation.access import Reach, reach


@dataclass(frozen=True, slots=True)
class Reported:
    """One update; of internal friction only the readers of the own unit see the words."""

    day: dt.date
    mark: Mark | None
    is_manual: bool
    reason: str
    text: str
    is_confirmation: bool
    friction: str
    lesson: str
    next_step: str
    next_step_on: dt.date | None
    result: str
    evidence: str
    by: str


def reports_of(user: Any, measure: Measure, moment: Moment) -> tuple[Reported, ...]:
    """The updates that had been reported and were known at this moment, the newest first: one query."""
    mine = reach(user)
    updates = ProgressUpdate.objects.filter(
        measure=measure, reported_on__lte=moment.day, known_from__date__lte=moment.known
    )
    if mine.reads_public_only:
        updates = updates.visible_to(user)
    return tuple(_reported(update, mine) for update in updates.select_related("author", "source", "measure"))


def _reported(update: ProgressUpdate, mine: Reach) -> Reported:
    measure = update.measure
    sees_all = mine.sees_unsigned(measure.unit_id) or not update.friction_is_internal
    count = update.result_count
    return Reported(
        day=update.reported_on,
        mark=STATUS_MARKS[MeasureStatus(update.status)] if update.status else None,
        is_manual=update.is_manual,
        reason=update.reason,
        text=update.text,
        is_confirmation=update.is_confirmation,
        friction=update.friction if sees_all else "",
        lesson=update.lesson,
        next_step=update.next_step,
        next_step_on=update.next_step_on,
        result="" if count is None else f"{number(count)} {measure.result_goal_unit}".strip(),
        evidence=update.evidence,
        by=_by(update),
    )


def _by(update: ProgressUpdate) -> str:
    """Who reported, in which role; for what came from a register its source."""
    if update.author is None and update.source is not None:
        return f"bron: {update.source}"
    return ", ".join(str(part) for part in (update.author, update.author_role) if part)
