"""What is reported about the measures of the units, day by day."""

import datetime as dt
import random
from dataclasses import dataclass, replace
from decimal import Decimal

from measures.status import MeasureStatus
from monitoring.demo.chance import dice
from monitoring.demo.counting import count_bounds
from monitoring.demo.courses import Course
from monitoring.demo.days import LAST_KNOWN, LATEST, REFERENCE, REPORTED_ROUNDS, between
from monitoring.demo.handing_in import hand_ins
from monitoring.demo.lots import Lot
from monitoring.demo.plans import LAST_OF_STALE, MeasurePlan
from monitoring.demo.tables import rows_of
from monitoring.demo.telling import text_of
from monitoring.demo.wording import STUCK, Voice, evidence

AUTUMN = (dt.date(2026, 10, 5), dt.date(2026, 11, 18))
AUTUMN_SHARE = {"ROT": 0.7}
SKIPPED_SHARE = 0.1
SKIPPED_OF_OPEN = 0.7
MANUAL_SHARE = 0.35
CONFIRMED_SHARE = 0.2
STEPS_SHARE, TIME_SHARE = 0.55, 0.4


@dataclass(frozen=True)
class Report:
    """One report about a measure on a day."""

    day: dt.date
    status: str
    text: str
    is_manual: bool = False
    reason: str = ""
    friction: str = ""
    is_internal: bool = False
    lesson: str = ""
    next_step: str = ""
    next_step_on: dt.date | None = None
    count: Decimal | None = None
    evidence: str = ""
    is_confirmation: bool = False
    is_public: bool = False


def reports_of(plan: MeasurePlan) -> list[Report]:
    """The reports about one measure, the earliest first."""
    chance = dice("reports", plan.code)
    voice = Voice(chance, plan.theme, plan.assigned.item.key, plan.profile.part)
    reports: list[Report] = []
    for day in _days(plan, chance):
        reports.append(_report(plan, voice, day, reports[-1] if reports else None))
    return _with_manual(chance, plan.course, reports)


def _days(plan: MeasurePlan, chance: random.Random) -> list[dt.date]:
    course, lot = plan.course, plan.assigned.lot
    if lot is Lot.UNKNOWN:
        return []
    days = _days_of_rounds(plan, chance)
    share = AUTUMN_SHARE.get(plan.profile.code, 0.25)
    if not plan.assigned.is_stale and chance.random() < share:
        days.append(between(chance, *AUTUMN))
    if lot is Lot.NOT_STARTED:
        return days[-1:] or [between(chance, LATEST.opens, LATEST.end)]
    if course.stopped_on:
        return [*(day for day in days if day < course.stopped_on), course.stopped_on]
    if lot is Lot.DONE:
        finished = max(step.done_on for step in course.steps if step.done_on)
        first = finished + dt.timedelta(days=1)
        last = between(chance, first, min(first + dt.timedelta(days=11), LAST_KNOWN))
        return [*(day for day in days if day < finished), last]
    return days


def _days_of_rounds(plan: MeasurePlan, chance: random.Random) -> list[dt.date]:
    course, lot = plan.course, plan.assigned.lot
    starts = LATEST.opens if lot is Lot.NOT_STARTED else course.starts
    days = []
    for one in REPORTED_ROUNDS:
        hand_in = hand_ins()[plan.profile.code, one.code]
        is_open = hand_in.submitted is None
        skipped = chance.random() < (SKIPPED_OF_OPEN if is_open else SKIPPED_SHARE)
        first = max(one.opens + dt.timedelta(days=2), starts + dt.timedelta(days=14))
        last = min(hand_in.closes, LAST_OF_STALE) if plan.assigned.is_stale else hand_in.closes
        if not skipped and first <= last:
            days.append(between(chance, first, last))
    return days


def _report(plan: MeasurePlan, voice: Voice, day: dt.date, before: Report | None) -> Report:
    chance, course = voice.chance, plan.course
    status = status_on(course, day)
    count = _count(plan, day, before)
    is_settled = status in {MeasureStatus.DONE, MeasureStatus.STOPPED}
    unchanged = before is not None and status == before.status and _is_quiet(course, before.day, day)
    is_confirmation = unchanged and not is_settled and chance.random() < CONFIRMED_SHARE
    report = Report(
        day,
        status.value,
        before.text
        if before and is_confirmation
        else text_of(plan, voice, day, status, count=count, since=before.day if before else None),
        count=count,
        is_confirmation=is_confirmation,
        is_public=plan.is_public and chance.random() < 0.6,
    )
    return report if is_confirmation else with_extras(report, voice, status, is_settled=is_settled)


def _is_quiet(course: Course, since: dt.date, day: dt.date) -> bool:
    """Whether nothing was done and nothing fell due between two reports."""
    done = [step.done_on for step in course.steps if step.done_on]
    return not any(since < moment <= day for moment in (*done, *(step.due for step in course.steps)))


def status_on(course: Course, day: dt.date) -> MeasureStatus:
    """What somebody reports: what the rules say of something that runs, or that it stopped or waits."""
    if course.stopped_on and course.stopped_on <= day:
        return MeasureStatus.STOPPED
    if course.lot is Lot.NOT_STARTED:
        return MeasureStatus.NOT_STARTED
    return course.status(day, MeasureStatus.IN_PROGRESS)


def with_extras(report: Report, voice: Voice, status: MeasureStatus, *, is_settled: bool) -> Report:
    """The report with, now and then, friction, a lesson, a next step and a document."""
    chance = voice.chance
    has_friction = chance.random() < (0.4 if status in STUCK else 0.15)
    has_next = not is_settled and chance.random() < 0.6
    return replace(
        report,
        friction=voice.of_theme("schuring") if has_friction else "",
        is_internal=has_friction and chance.random() < 0.3,
        lesson=voice.of_theme("lessen") if chance.random() < 0.3 else "",
        next_step=voice.of_theme("vervolg") if has_next else "",
        next_step_on=report.day + dt.timedelta(days=chance.randint(21, 80)) if has_next else None,
        evidence=evidence(chance, report.day),
    )


def _count(plan: MeasurePlan, day: dt.date, before: Report | None) -> Decimal | None:
    """The result so far: it grows with steps and time, and is whole only when the measure is done."""
    if plan.goal is None or plan.assigned.lot is Lot.NOT_STARTED:
        return None
    if plan.assigned.lot is Lot.DONE and plan.course.share(day) >= 1:
        return Decimal(plan.goal)
    share = STEPS_SHARE * plan.course.share(day) + TIME_SHARE * plan.course.elapsed(day)
    least, most = count_bounds(plan.course, plan.goal, day)
    reached = min(max(int(plan.goal * share), least), most)
    return max(Decimal(reached), before.count or Decimal(0)) if before else Decimal(reached)


def _with_manual(chance: random.Random, course: Course, reports: list[Report]) -> list[Report]:
    """The last report of some measures deviates from the rules, and says why."""
    table = rows_of("redenen", ("berekend", "gekozen", "tekst"), ("tekst",))
    choices = [row for row in table if reports and row.cells["berekend"] == reports[-1].status]
    share = MANUAL_SHARE if course.lot in {Lot.BEHIND, Lot.AT_RISK, Lot.OVERDUE} else MANUAL_SHARE / 7
    still_so = bool(reports) and reports[-1].status == course.status(REFERENCE, MeasureStatus.IN_PROGRESS)
    if not choices or not still_so or chance.random() >= share:
        return reports
    row = chance.choice(choices)
    chosen = replace(
        reports[-1],
        status=row.required("gekozen"),
        is_manual=True,
        reason=row.required("tekst"),
        is_confirmation=False,
    )
    return [*reports[:-1], chosen]
