"""How the national measures of the register fare in the demo year."""

import datetime as dt
import random
from dataclasses import dataclass
from functools import lru_cache

from measures.status import MeasureStatus
from monitoring.demo.catalogue import steps_of
from monitoring.demo.chance import dice
from monitoring.demo.courses import Course, draw_course
from monitoring.demo.days import FIRST, LATEST, REPORTED_ROUNDS, RoundDays, between
from monitoring.demo.handing_in import hand_ins
from monitoring.demo.lots import Lot
from monitoring.demo.reports import Report, status_on, with_extras
from monitoring.demo.tables import rows_of
from monitoring.demo.wording import ALL_THEMES, Voice, general_phase
from monitoring.demo.world import KORPS

ONCE = (Lot.DONE, Lot.STOPPED, Lot.NOT_STARTED)
STILL_OPEN = (Lot.OVERDUE, Lot.OPEN, Lot.UNKNOWN)
REPORTED = {
    Lot.DONE: MeasureStatus.DONE,
    Lot.STOPPED: MeasureStatus.STOPPED,
    Lot.NOT_STARTED: MeasureStatus.NOT_STARTED,
    Lot.OVERDUE: MeasureStatus.OVERDUE,
}
REPORTED_SHARE = 0.75
WITH_STEPS = (Lot.ON_TRACK, Lot.AT_RISK, Lot.BEHIND, Lot.NOT_STARTED)


@dataclass(frozen=True)
class NationalPlan:
    """What comes of one national measure; `text` is the last thing that is said of it."""

    code: str
    theme: str
    lot: Lot
    text: str
    course: Course

    @property
    def closes_old_milestones(self) -> bool:
        """Whether the milestones of the register that stood open turn out to be done."""
        return self.lot not in STILL_OPEN


@lru_cache(maxsize=1)
def national_plans() -> tuple[NationalPlan, ...]:
    """The national measures in the order of the register."""
    kinds = ("soort", "stap_1", "stap_2", "stap_3", "stap_4")
    steps = {row.cells["soort"]: steps_of(row) for row in rows_of("landelijke_mijlpalen", kinds, ("soort",))}
    plans = []
    for row in rows_of("landelijk", ("code", "soort", "lot", "tekst"), ("code",)):
        code, lot = row.required("code"), Lot(row.required("lot"))
        titles = steps[row.required("soort")] if lot in WITH_STEPS else ()
        course = draw_course(code, lot, titles, is_national=True) if titles else Course(lot, FIRST, None)
        plans.append(NationalPlan(code, code.split("-")[1], lot, row.text("tekst"), course))
    return tuple(plans)


def reports_on(plan: NationalPlan, *, is_public: bool) -> list[Report]:
    """The reports about one national measure, the earliest first; the last one is its own text."""
    chance = dice("national", plan.code)
    voice = Voice(chance, plan.theme)
    days = _days(plan, chance)
    reports = []
    for day in days:
        status = REPORTED.get(plan.lot) or status_on(plan.course, day)
        is_last = day == days[-1]
        phase = general_phase(plan.lot, status, plan.course.share(day))
        text = plan.text if is_last else Voice(chance, ALL_THEMES, used=voice.used).stand(phase)
        report = Report(day, status.value, text, is_public=is_public and chance.random() < 0.6)
        reports.append(with_extras(report, voice, status, is_settled=plan.lot in ONCE))
    return reports


def _days(plan: NationalPlan, chance: random.Random) -> list[dt.date]:
    if plan.lot is Lot.UNKNOWN:
        return []
    if plan.lot in ONCE:
        one = LATEST if plan.lot is Lot.NOT_STARTED else chance.choice(REPORTED_ROUNDS[:-1])
        return [_day_in(one, chance)]
    rounds = [one for one in REPORTED_ROUNDS if one is LATEST or chance.random() < REPORTED_SHARE]
    return [_day_in(one, chance) for one in rounds if one is LATEST or one.end > plan.course.starts]


def _day_in(one: RoundDays, chance: random.Random) -> dt.date:
    return between(chance, one.opens + dt.timedelta(days=2), hand_ins()[KORPS, one.code].closes)
