"""Reporting on a measure: an update, the milestones that were reached and a new snapshot, all or nothing."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from measures.facts import Stand, stand_of
from measures.models import Measure, Milestone, ProgressUpdate
from measures.status import MeasureStatus
from pvi.lib.formatting import date_long
from pvi.organisation.access import reach
from pvi.organisation.models import Role, User
from pvi.records import jobs
from themes.rounds import is_locked


class DayIsLocked(Exception):
    """What the unit reported about this day is vastgesteld; the message is Dutch and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody reports; `computed` is the status that the rules gave when it was written."""

    status: MeasureStatus
    computed: MeasureStatus
    reason: str = ""
    text: str = ""
    friction: str = ""
    friction_is_internal: bool = False
    lesson: str = ""
    next_step: str = ""
    next_step_on: dt.date | None = None
    result_count: Decimal | None = None
    evidence: str = ""
    is_confirmation: bool = False
    milestones_done: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ruling:
    """The status to store, and whether it was chosen against the rules, which asks for a reason."""

    status: MeasureStatus
    is_manual: bool


def rule(stand: Stand, report: Report) -> Ruling:
    """Hold a report against the rules.

    Who keeps the computed status follows the rules, also when the milestones that are reported with it change
    what they say. Without milestones the rules follow the report, as far as they know its status.
    """
    after = stand.after(report.milestones_done, report.result_count)
    if report.status in {report.computed, stand.status, after.status}:
        return Ruling(after.status, is_manual=False)
    is_followed = stand.rests_on_reports and after.as_told(report.status).status is report.status
    return Ruling(report.status, is_manual=not is_followed)


def role_in_words(user: Any, measure: Measure) -> str:
    """The role in which somebody reports on a measure, such as 'aanjager Rotterdam'."""
    theme_code = measure.theme.code if measure.theme else ""
    wanted = {Role.THEME_LEAD, Role.PROGRAMME_TEAM} if measure.is_national else {Role.CHAMPION}
    held = [assignment for assignment in reach(user).assignments if assignment.role in wanted]
    for assignment in held:
        if assignment.unit_id == measure.unit_id or (theme_code and assignment.theme_code == theme_code):
            return str(assignment)
    return str(held[-1]) if held else ""


def record_update(
    *, measure: Measure, author: User, author_role: str, on: dt.date, report: Report
) -> ProgressUpdate:
    """Store an update of a measure on a day and mark its milestones as done.

    The same report sent twice by the same person is stored once. Raises DayIsLocked, and then stores nothing.
    """
    with transaction.atomic():
        # One report at a time: the second of two at once sees what the first one did.
        Measure.objects.select_for_update().get(pk=measure.pk)
        if is_locked(measure.unit, on):
            raise DayIsLocked(
                f"De periode waarin {date_long(on)} valt, is voor {measure.unit} al vastgesteld. "
                "Er kan niets meer bij. Vraag het programmateam om hulp."
            )
        ruling = rule(stand_of(measure, on), report)
        written = _columns(report, ruling) | {"author_id": author.pk, "author_role": author_role}
        sent_before = _last_of_day(measure, on)
        if sent_before and all(getattr(sent_before, name) == value for name, value in written.items()):
            return sent_before
        return _store(measure, on, written, report.milestones_done)


def _last_of_day(measure: Measure, on: dt.date) -> ProgressUpdate | None:
    return ProgressUpdate.objects.filter(measure=measure, reported_on=on).first()


def _columns(report: Report, ruling: Ruling) -> dict[str, Any]:
    return {
        "status": ruling.status.value,
        "is_manual": ruling.is_manual,
        "reason": report.reason if ruling.is_manual else "",
        "text": report.text,
        "friction": report.friction,
        "friction_is_internal": report.friction_is_internal and bool(report.friction),
        "lesson": report.lesson,
        "next_step": report.next_step,
        "next_step_on": report.next_step_on,
        "result_count": report.result_count,
        "evidence": report.evidence,
        "is_confirmation": report.is_confirmation,
    }


def _store(measure: Measure, on: dt.date, written: dict[str, Any], done: frozenset[int]) -> ProgressUpdate:
    now = timezone.now()
    reached = Milestone.objects.filter(measure=measure, pk__in=done, done_on__isnull=True)
    reached.update(done_on=on, done_known_from=now)
    update = ProgressUpdate.objects.create(measure=measure, reported_on=on, known_from=now, **written)
    jobs.wake_on_commit()
    return update
