"""The milestones of a measure as they stood at a moment."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from measures.models import Milestone
from monitoring.dashboards.precision import day_text
from monitoring.models import MeasureSnapshot
from pvi.lib.formatting import date_short, days_ago, number
from pvi.lib.marks import Mark, Tone

DONE = Mark("Gehaald", "i-done", Tone.OK, "Gehaald")
LATE = Mark("Te laat", "i-late", Tone.BAD, "Te laat")
PLANNED = Mark("Gepland", "i-todo", Tone.CALM, "Gepland")


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone: when it was due, when it was done, and what it weighs."""

    title: str
    due: str
    done: str
    when: str
    weight: str
    note: str
    mark: Mark


def steps_of(row: MeasureSnapshot | None, milestones: Iterable[Milestone], day: dt.date) -> tuple[Step, ...]:
    """The milestones of a snapshot; their weight and the precision of their day come from their rows."""
    known = {milestone.title: milestone for milestone in milestones}
    return tuple(_step(kept, known, day) for kept in (row.milestones if row else ()))


def _step(kept: list[str | None], known: Mapping[str, Milestone], day: dt.date) -> Step:
    title, due_text, done_text = str(kept[0]), str(kept[1]), kept[2]
    due = dt.date.fromisoformat(due_text)
    done = dt.date.fromisoformat(done_text) if done_text else None
    milestone = known.get(title)
    is_same_day = milestone is not None and milestone.due_on == due
    return Step(
        title=title,
        due=day_text(due, milestone.due_precision) if milestone and is_same_day else date_short(due),
        done=date_short(done) if done else "",
        when="" if done else days_ago(due, day),
        weight=number(milestone.weight) if milestone else "",
        note=milestone.note if milestone else "",
        mark=DONE if done else LATE if due < day else PLANNED,
    )
