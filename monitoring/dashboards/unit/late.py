"""The measures of a unit that are too late, and those of which nothing was heard for long."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.unit.filters import is_late
from monitoring.dashboards.unit.links import measure_url
from monitoring.dashboards.unit.subject import Subject
from monitoring.models import MeasureSnapshot
from pvi.lib.formatting import date_long, plural
from pvi.lib.marks import Mark, Tone

MOST_LATE = 5
STALE = Mark("Verouderd", "i-rev", Tone.CALM, "Verouderd")
STEP_LATE = Mark("Mijlpaal te laat", "i-late", Tone.BAD, "Te laat")


@dataclass(frozen=True)
class Late:
    """One measure that asks for attention: what is wrong, since when, and when it was last heard of."""

    mark: Mark
    name: str
    url: str
    text: str
    days: str
    last: str


def late(subject: Subject, rows: Iterable[MeasureSnapshot]) -> list[Late]:
    """What is too late, the longest first, and then what is stale, the oldest first."""
    behind = sorted(
        (row for row in rows if is_late(row)), key=lambda row: (row.overdue_since, row.measure.code)
    )
    stale = sorted(
        (row for row in rows if row.is_stale and not is_late(row)),
        key=lambda row: (row.last_update_on, row.measure.code),
    )
    return [
        *(_late(row, row.overdue_since, subject) for row in behind if row.overdue_since),
        *(_stale(row, subject) for row in stale),
    ]


def _late(row: MeasureSnapshot, since: dt.date, subject: Subject) -> Late:
    day = subject.moment.day
    whole = row.status == MeasureStatus.OVERDUE
    steps = [step[0] for step in row.milestones if not step[2] and step[1] == since.isoformat()]
    what = f"De mijlpaal ‘{steps[0]}’" if steps and not whole else "De maatregel"
    return Late(
        mark=STATUS_MARKS[MeasureStatus.OVERDUE] if whole else STEP_LATE,
        name=row.measure.title,
        url=measure_url(subject, row.measure),
        text=f"{what} moest klaar zijn op {date_long(since)}, nu",
        days=f"{plural((day - since).days, 'dag', 'dagen')} te laat",
        last=_last(row),
    )


def _stale(row: MeasureSnapshot, subject: Subject) -> Late:
    return Late(
        mark=STALE,
        name=row.measure.title,
        url=measure_url(subject, row.measure),
        text=_last(row),
        days="",
        last="",
    )


def _last(row: MeasureSnapshot) -> str:
    if row.last_update_on is None:
        return "Er is nog niets over gemeld."
    return f"Laatste stand is van {date_long(row.last_update_on)}."
