"""The translations of national measures by the units, with their milestones, budget and decisions asked."""

import datetime as dt
import random
from decimal import Decimal

from measures.models import BudgetLine, Decision, Level, Measure, Milestone, Obligation
from monitoring.demo.chance import dice
from monitoring.demo.days import FIRST, LAST_MEASURED, between, moment
from monitoring.demo.lots import Lot
from monitoring.demo.plans import MeasurePlan, measure_plans
from monitoring.demo.tables import rows_of
from monitoring.demo.world import World
from pvi.lib.formatting import date_long

BUDGET_SHARE = 0.25
REVISED_SHARE = 0.3
DECISION_SHARE = 0.3
ANSWERED_SHARE = 0.65
WHOLE_AMOUNTS = 500


def add_translations(world: World) -> int:
    """Write the measures of the units."""
    rows = Measure.objects.bulk_create(_measure(world, plan) for plan in measure_plans())
    world.measures.update({row.code: row for row in rows})
    return len(rows)


def _measure(world: World, plan: MeasurePlan) -> Measure:
    item, course, chance = plan.assigned.item, plan.course, dice("measure", plan.code)
    known = min(course.starts, LAST_MEASURED - dt.timedelta(days=30)) - dt.timedelta(
        days=chance.randint(3, 25)
    )
    capacities = [row.required("tekst") for row in rows_of("capaciteit", ("tekst",), ("tekst",))]
    return Measure(
        code=plan.code,
        programme=world.programme,
        theme=world.themes[plan.theme],
        unit=world.units[plan.profile.code],
        parent=world.measures[item.parent],
        level=Level.UNIT,
        title=plan.title,
        executor_role=item.executor,
        period_text=_period_text(plan),
        starts_on=course.starts,
        ends_on=course.ends,
        obligation=Obligation.MANDATORY if item.is_mandatory else Obligation.OPTIONAL,
        obliged_by="landelijk programma" if item.is_mandatory else "",
        capacity=chance.choice(capacities) if chance.random() < 0.7 else "",
        result_goal=f"{plan.goal} {item.goal_unit}" if plan.goal else "",
        result_goal_count=plan.goal,
        result_goal_unit=item.goal_unit,
        source=world.source,
        source_text=f"Eenheidsplan {plan.profile.name}",
        is_public=plan.is_public,
        known_from=moment(chance, max(known, FIRST + dt.timedelta(days=5))),
    )


def _period_text(plan: MeasurePlan) -> str:
    if plan.course.ends is None:
        return ""
    return f"{date_long(plan.course.starts)} tot en met {date_long(plan.course.ends)}"


def add_milestones(world: World) -> int:
    """Write the milestones of the measures of the units, done or not."""
    rows = [row for plan in measure_plans() for row in milestones_of(world.measures[plan.code], plan)]
    return len(Milestone.objects.bulk_create(rows))


def milestones_of(measure: Measure, plan: MeasurePlan) -> list[Milestone]:
    """The milestones of one measure; known since the measure is."""
    chance = dice("milestones", plan.code)
    return [
        Milestone(
            measure=measure,
            title=step.title,
            due_on=step.due,
            weight=step.weight,
            done_on=step.done_on,
            done_known_from=moment(chance, step.reported_on) if step.reported_on else None,
            known_from=measure.known_from,
        )
        for step in plan.course.steps
    ]


def add_budget(world: World) -> int:
    """Write a few budget lines; some were changed and keep their earlier version."""
    columns = ("thema", "post", "bedrag_van", "bedrag_tot", "grondslag")
    table = rows_of("begroting", columns, ("thema", "post"))
    lines = []
    for plan in measure_plans():
        chance = dice("budget", plan.code)
        if chance.random() < BUDGET_SHARE:
            row = chance.choice([row for row in table if row.cells["thema"] == plan.theme])
            bounds = row.whole("bedrag_van"), row.whole("bedrag_tot")
            base = _line(world, plan, row.required("post"), row.required("grondslag"))
            lines += _versions(chance, base, bounds)
    return len(BudgetLine.objects.bulk_create(lines))


def _line(world: World, plan: MeasurePlan, item: str, basis: str) -> dict[str, object]:
    return {"measure": world.measures[plan.code], "item": item, "basis": basis, "source": world.source}


def _versions(chance: random.Random, base: dict[str, object], bounds: tuple[int, int]) -> list[BudgetLine]:
    amount = chance.randrange(bounds[0], bounds[1] + 1, WHOLE_AMOUNTS)
    versions = [BudgetLine(**base, version=1, amount=Decimal(amount))]
    if chance.random() < REVISED_SHARE:
        lower = Decimal(max(amount * 4 // 5 // WHOLE_AMOUNTS * WHOLE_AMOUNTS, WHOLE_AMOUNTS))
        note = "Bijgesteld bij de vaststelling van de begroting van 2026"
        versions.append(BudgetLine(**base, version=2, amount=lower, note=note))
    return versions


def add_decisions(world: World) -> int:
    """Write the decisions that measures asked of their management; some were never answered."""
    table = rows_of("besluiten", ("thema", "vraag", "uitkomst"), ("thema", "vraag"))
    rows = []
    for plan in measure_plans():
        chance = dice("decision", plan.code)
        if plan.assigned.lot is Lot.NOT_STARTED or chance.random() >= DECISION_SHARE:
            continue
        row = chance.choice([row for row in table if row.cells["thema"] == plan.theme])
        decision = Decision(
            measure=world.measures[plan.code],
            question=row.required("vraag"),
            asked_of=f"eenheidsleiding {plan.profile.name}",
            asked_on=between(chance, plan.course.starts, dt.date(2026, 9, 15)),
        )
        rows.append(_answered(chance, decision, row.required("uitkomst")))
    return len(Decision.objects.bulk_create(rows))


def _answered(chance: random.Random, decision: Decision, outcome: str) -> Decision:
    if decision.asked_on and chance.random() < ANSWERED_SHARE:
        first = decision.asked_on + dt.timedelta(days=10)
        decision.outcome = outcome
        decision.decided_on = between(chance, first, first + dt.timedelta(days=50))
    return decision
