"""The stand van zaken of a measure of a unit: its own words first, then its milestones and its count."""

import datetime as dt
from decimal import Decimal

from measures.status import MeasureStatus
from monitoring.demo.courses import Step
from monitoring.demo.plans import MeasurePlan
from monitoring.demo.wording import Voice, general_phase, phase_of
from pvi.lib.formatting import date_long

GENERAL_SHARE = 0.6
SETTLED = (MeasureStatus.DONE, MeasureStatus.STOPPED, MeasureStatus.NOT_STARTED)


def text_of(
    plan: MeasurePlan,
    voice: Voice,
    day: dt.date,
    status: MeasureStatus,
    *,
    count: Decimal | None,
    since: dt.date | None,
) -> str:
    """What is reported on a day about what happened since the last report."""
    general = voice.stand(general_phase(plan.assigned.lot, status, plan.course.share(day)))
    if status in SETTLED[1:]:
        return general
    own = _own(plan, voice, day, count)
    parts = [own] if own else _news(plan, voice, day, count=count, since=since)
    if general and (not parts or status in SETTLED or voice.chance.random() < GENERAL_SHARE):
        parts.append(general)
    return " ".join(parts)


def _own(plan: MeasurePlan, voice: Voice, day: dt.date, count: Decimal | None) -> str:
    text = voice.own(plan.assigned.item.texts[phase_of(plan.course.share(day))])
    place = voice.chance.choice(plan.profile.places)
    return text.format(n=count, doel=plan.goal, plaats=place, deel=plan.profile.part)


def _news(
    plan: MeasurePlan, voice: Voice, day: dt.date, *, count: Decimal | None, since: dt.date | None
) -> list[str]:
    """What was done since, and what is late or else what comes next and how the count stands."""
    first = since or plan.course.starts
    done = [step for step in plan.course.steps if step.done_on and first < step.done_on <= day]
    open_ones = [step for step in plan.course.steps if not step.done_on or step.done_on > day]
    parts = [_step(voice, "te_laat_gehaald" if s.is_late else "gehaald", s) for s in done[-1:]]
    is_late = bool(open_ones) and open_ones[0].due < day
    if open_ones:
        parts.append(_step(voice, "te_laat" if is_late else "volgende", open_ones[0]))
    if count is not None and plan.goal and not is_late:
        unit = plan.assigned.item.goal_unit
        parts.append(voice.line("teller", n=count, doel=plan.goal, wat=unit))
    return parts


def _step(voice: Voice, kind: str, step: Step) -> str:
    return voice.line(kind, stap=step.title, dag=date_long(step.due))
