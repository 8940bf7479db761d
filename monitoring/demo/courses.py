"""The course of a measure: its period and milestones, drawn until the rules say of it what its lot says."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from measures.status import MeasureFacts, MeasureStatus, MilestoneFact, assess
from monitoring.demo.chance import dice
from monitoring.demo.days import (
    FIRST,
    LAST_KNOWN,
    LAST_MEASURED,
    QUIET_UNTIL,
    REFERENCE,
    between,
    working_day,
)
from monitoring.demo.lots import STATUS, Lot
from pvi.lib.periods import add_months, end_of_month

TRIES = 4000
WITHOUT_STEPS = (Lot.RUNNING, Lot.UNKNOWN, Lot.OPEN)
STUCK_LOTS = (Lot.AT_RISK, Lot.BEHIND, Lot.OVERDUE)
FIRST_STEPS = 2
# First and last possible end of a measure: months after December 2024.
ENDS = {
    Lot.DONE: (15, 22),
    Lot.OVERDUE: (17, 21),
    Lot.NOT_STARTED: (30, 36),
}
LATER_ENDS = (25, 33)
STARTS = (0, 9)
LATE_STARTS = (23, 26)


@dataclass(frozen=True)
class Step:
    """One milestone with the day it was done, and the day that was reported."""

    title: str
    due: dt.date
    weight: int
    done_on: dt.date | None = None
    reported_on: dt.date | None = None

    @property
    def is_late(self) -> bool:
        """Whether it was done after its day."""
        return self.done_on is not None and self.done_on > self.due

    @property
    def fact(self) -> MilestoneFact:
        return MilestoneFact(self.due, Decimal(self.weight), self.done_on)


@dataclass(frozen=True)
class Course:
    """How one measure goes from its start to its end."""

    lot: Lot
    starts: dt.date
    ends: dt.date | None
    steps: tuple[Step, ...] = ()
    stopped_on: dt.date | None = None

    def share(self, day: dt.date) -> float:
        """How far it is on a day, 0 to 1: by its steps, or else by its time."""
        if self.steps:
            done = sum(step.weight for step in self.steps if step.done_on and step.done_on <= day)
            return done / sum(step.weight for step in self.steps)
        return self.elapsed(day)

    def elapsed(self, day: dt.date) -> float:
        """What part of its time has passed, 0 to almost 1."""
        whole = ((self.ends or QUIET_UNTIL) - self.starts).days or 1
        return min(max((day - self.starts).days / whole, 0), 0.95)

    def status(self, day: dt.date, reported: MeasureStatus | None = None) -> MeasureStatus:
        """What the rules say of it on a day."""
        return assess(self.facts(reported), day).status

    def facts(self, reported: MeasureStatus | None) -> MeasureFacts:
        """This course as the rules take it in."""
        steps = tuple(step.fact for step in self.steps)
        return MeasureFacts(start=self.starts, end=self.ends, milestones=steps, reported_status=reported)


def draw_course(
    subject: str,
    lot: Lot,
    titles: Sequence[str],
    *,
    is_national: bool = False,
    is_counted: bool = False,
    until: dt.date = LAST_MEASURED,
) -> Course:
    """A course that ends up, by the rules, where the lot says; raises ValueError when none can be found.

    After `until` nothing is done any more. A national measure has its own end in the register or none. Where
    something is counted the count has begun: the first steps are done.
    """
    chance = dice("course", subject)
    for _ in range(TRIES):
        course = _drawn(chance, lot, titles, until)
        if is_national:
            course = replace(course, ends=None)
        if lot in WITHOUT_STEPS or _fits(course, is_counted=is_counted):
            return course
    raise ValueError(f"No course of {subject} ends up as {lot}")


def _fits(course: Course, *, is_counted: bool) -> bool:
    has_begun = course.lot not in STUCK_LOTS or all(step.done_on for step in course.steps[:FIRST_STEPS])
    reported = MeasureStatus.STOPPED if course.lot is Lot.STOPPED else None
    return course.status(REFERENCE, reported) is STATUS[course.lot] and (has_begun or not is_counted)


def _drawn(chance: random.Random, lot: Lot, titles: Sequence[str], until: dt.date) -> Course:
    first, last = LATE_STARTS if lot is Lot.NOT_STARTED else STARTS
    starts = add_months(FIRST, chance.randint(first, last))
    first, last = ENDS.get(lot, LATER_ENDS)
    ends = end_of_month(add_months(dt.date(2024, 12, 1), chance.randint(first, last)))
    course = Course(lot, starts, ends)
    if lot in WITHOUT_STEPS:
        return course
    planned = _planned(chance, starts, ends, _some(chance, titles))
    if lot is Lot.STOPPED:
        stopped = between(chance, dt.date(2025, 10, 1), dt.date(2026, 8, 31))
        return replace(course, steps=_until(chance, planned, stopped), stopped_on=stopped)
    return replace(course, steps=_carried_out(chance, lot, planned, until))


def _some(chance: random.Random, titles: Sequence[str]) -> list[str]:
    """Four to six of the usual steps in their order; the last one always, for that is the goal."""
    wanted = chance.randint(min(4, len(titles)), len(titles)) - 1
    return [*(titles[i] for i in sorted(chance.sample(range(len(titles) - 1), wanted))), titles[-1]]


def _planned(chance: random.Random, starts: dt.date, ends: dt.date, titles: list[str]) -> list[Step]:
    """The steps spread over the period, each a little off the even spacing."""
    days = (ends - starts).days
    steps = []
    for number, title in enumerate(titles, start=1):
        off = chance.randint(-12, 12) if number < len(titles) else -chance.randint(0, 14)
        due = working_day(starts + dt.timedelta(days=days * number // len(titles) + off))
        if LAST_MEASURED < due < QUIET_UNTIL:
            due = QUIET_UNTIL
        steps.append(Step(title, due, chance.choice((1, 1, 2, 2, 3))))
    return steps


def _carried_out(chance: random.Random, lot: Lot, planned: list[Step], until: dt.date) -> tuple[Step, ...]:
    """Done about when they were due; some last ones are left open where the lot asks for it."""
    due = [number for number, step in enumerate(planned) if step.due <= until]
    skipped = {Lot.AT_RISK: 1, Lot.OVERDUE: chance.randint(1, 2), Lot.BEHIND: chance.randint(1, 2)}.get(
        lot, 0
    )
    done = due[: len(due) - skipped]
    if due and lot is Lot.AT_RISK and chance.random() < 0.5 and due[-1] + 2 < len(planned):
        done.append(due[-1] + 1)
    return tuple(
        _done(chance, step, until) if number in done else step for number, step in enumerate(planned)
    )


def _done(chance: random.Random, step: Step, until: dt.date = LAST_KNOWN) -> Step:
    """A step done a little before or after its day, sometimes weeks late, and reported in the days after."""
    is_late = chance.random() < 0.25
    off = chance.randint(9, 60) if is_late else chance.randint(-18, 8)
    day = step.due + dt.timedelta(days=off)
    if day > until:
        day = until - dt.timedelta(days=chance.randint(4, 40))
    done_on = working_day(max(day, FIRST))
    reported = min(working_day(done_on + dt.timedelta(days=chance.randint(1, 12))), LAST_KNOWN)
    return replace(step, done_on=done_on, reported_on=reported)


def _until(chance: random.Random, planned: list[Step], stopped: dt.date) -> tuple[Step, ...]:
    """Done until the day that the measure was stopped."""
    done = (_done(chance, step) for step in planned)
    return tuple(
        new if new.done_on is not None and new.done_on < stopped else step
        for new, step in zip(done, planned, strict=True)
    )
