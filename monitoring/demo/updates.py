"""The progress updates of all measures, and the milestones of the national ones."""

import datetime as dt

from measures.models import Measure, Milestone, ProgressUpdate
from monitoring.demo.accounts import champion_of
from monitoring.demo.chance import dice
from monitoring.demo.days import FIRST, moment
from monitoring.demo.nationals import NationalPlan, national_plans, reports_on
from monitoring.demo.plans import measure_plans
from monitoring.demo.reports import Report, reports_of
from monitoring.demo.world import KORPS, World

THEME_LEADS = {"DI": ("tess", "trekker diverse instroom")}
PROGRAMME_TEAM = "programmateam"


def add_updates(world: World) -> int:
    """Write what was reported about the measures of the units and of the programme."""
    rows = [
        _update(world, plan.code, report, champion_of(plan.profile.code), f"aanjager {plan.profile.name}")
        for plan in measure_plans()
        for report in reports_of(plan)
    ]
    for plan in national_plans():
        username, role = THEME_LEADS.get(plan.theme, (champion_of(KORPS), PROGRAMME_TEAM))
        is_public = world.measures[plan.code].is_public
        reports = reports_on(plan, is_public=is_public)
        rows += [_update(world, plan.code, report, username, role) for report in reports]
    rows.sort(key=lambda row: row.reported_on)
    return len(ProgressUpdate.objects.bulk_create(rows))


def _update(world: World, code: str, report: Report, username: str, role: str) -> ProgressUpdate:
    return ProgressUpdate(
        measure=world.measures[code],
        reported_on=report.day,
        status=report.status,
        is_manual=report.is_manual,
        reason=report.reason,
        text=report.text,
        friction=report.friction,
        friction_is_internal=report.is_internal,
        lesson=report.lesson,
        next_step=report.next_step,
        next_step_on=report.next_step_on,
        result_count=report.count,
        evidence=report.evidence,
        is_confirmation=report.is_confirmation,
        is_public=report.is_public,
        author=world.users[username],
        author_role=role,
        known_from=moment(dice("update", code, report.day), report.day),
    )


def add_national_milestones(world: World) -> int:
    """Write milestones for what runs, and close those of the register that turn out to be done."""
    new = [row for plan in national_plans() for row in _milestones(world.measures[plan.code], plan)]
    closed = [row for plan in national_plans() for row in _closed(world.measures[plan.code], plan)]
    Milestone.objects.bulk_create(new)
    Milestone.objects.bulk_update(closed, ["done_on", "done_known_from"])
    return len(new) + len(closed)


def _milestones(measure: Measure, plan: NationalPlan) -> list[Milestone]:
    chance = dice("national milestones", plan.code)
    known = moment(chance, FIRST + dt.timedelta(days=chance.randint(12, 40)))
    return [
        Milestone(
            measure=measure,
            title=step.title,
            due_on=step.due,
            weight=step.weight,
            done_on=step.done_on,
            done_known_from=moment(chance, step.reported_on) if step.reported_on else None,
            known_from=known,
        )
        for step in plan.course.steps
    ]


def _closed(measure: Measure, plan: NationalPlan) -> list[Milestone]:
    """Open milestones of the register: done some months after their day, reported in the demo year."""
    if not plan.closes_old_milestones:
        return []
    chance = dice("closed", plan.code)
    reported = reports_on(plan, is_public=measure.is_public)[0].day
    rows = list(Milestone.objects.filter(measure=measure, done_on=None, due_on__lt=FIRST))
    for row in rows:
        late = row.due_on + dt.timedelta(days=chance.randint(20, 400))
        row.done_on = min(late, reported - dt.timedelta(days=7))
        row.done_known_from = moment(chance, reported)
    return rows
