"""The measures of the units as they will be written: code, title, goal and course."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from monitoring.demo.chance import dice
from monitoring.demo.courses import WITHOUT_STEPS, Course, draw_course
from monitoring.demo.days import LAST_MEASURED
from monitoring.demo.lots import Assigned, assigned_to
from monitoring.demo.profiles import Profile, profiles

LAST_OF_STALE = dt.date(2026, 5, 22)
PUBLIC_SHARE = 0.45


@dataclass(frozen=True)
class MeasurePlan:
    """One measure of a unit with what will come of it."""

    code: str
    profile: Profile
    assigned: Assigned
    title: str
    goal: int | None
    course: Course
    is_public: bool

    @property
    def theme(self) -> str:
        return self.assigned.item.theme


@lru_cache(maxsize=1)
def measure_plans() -> tuple[MeasurePlan, ...]:
    """The measures of all units, in the order of the register."""
    return tuple(plan for profile in profiles() for plan in _plans_of(profile))


def _plans_of(profile: Profile) -> list[MeasurePlan]:
    numbers: Counter[str] = Counter()
    plans = []
    for assigned in assigned_to(profile):
        theme = assigned.item.theme
        numbers[theme] += 1
        plans.append(_plan(profile, assigned, f"{profile.code}-25-{theme}-{numbers[theme]:02}"))
    return plans


def _plan(profile: Profile, assigned: Assigned, code: str) -> MeasurePlan:
    item, lot = assigned.item, assigned.lot
    until = LAST_OF_STALE if assigned.is_stale else LAST_MEASURED
    titles = () if lot in WITHOUT_STEPS else item.steps
    course = draw_course(code, lot, titles, is_counted=bool(item.goal), until=until)
    chance = dice("plan", code)
    title = chance.choice(item.titles).format(eenheid=profile.name)
    is_public = chance.random() < PUBLIC_SHARE
    return MeasurePlan(code, profile, assigned, title, item.goal_of(profile), course, is_public)
