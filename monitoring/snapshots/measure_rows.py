"""How each measure of a unit stood in a month, on the days that something about it changed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from measures.status import (
    MeasureAssessment,
    MeasureFacts,
    MeasureStatus,
    MilestoneFact,
    assess,
    is_stale,
)
from monitoring.models import MeasureSnapshot
from monitoring.snapshots.facts import KnownMilestone, MeasureInputs, Reported, RoundDays
from monitoring.snapshots.versions import Row, Table
from pvi.lib.months import end_of_month

TABLE = Table(
    MeasureSnapshot,
    key=("unit_id", "month", "measure_id"),
    columns=(
        "status", "manual_status", "manual_reason", "planned", "actual", "overdue_milestones",
        "overdue_since", "last_update_on", "is_stale", "result_count", "milestones",
    ),
)  # fmt: skip
SHARE = Decimal("0.000001")
STALE_AFTER = dt.timedelta(days=121)
DAY = dt.timedelta(days=1)
CLOSED = {MeasureStatus.DONE, MeasureStatus.STOPPED}
Steps = list[tuple[str, MilestoneFact]]


@dataclass(frozen=True, slots=True)
class MeasureState:
    """One measure on one day: the stored row, and what the theme adds up."""

    row: Row
    assessment: MeasureAssessment
    stale: bool
    last_update_on: dt.date | None


def state_of(
    measure: MeasureInputs, rounds: Sequence[RoundDays], on: dt.date, known: dt.date
) -> MeasureState | None:
    """The measure on a day, by what was known on another; None when it had not begun or was not known yet."""
    if measure.known > known or measure.begins > on:
        return None
    updates = [u for u in measure.updates if u.reported_on <= on and u.known <= known]
    steps = [
        (milestone.title, _as_known(milestone, on, known))
        for milestone in measure.milestones
        if milestone.known <= known
    ]
    assessment = assess(_facts(measure, updates, steps), on)
    last = updates[-1].reported_on if updates else None
    stale = is_stale(last, on, _round_opened(rounds, on)) and assessment.status not in CLOSED
    return MeasureState(_row(assessment, updates, steps, last, stale), assessment, stale, last)


def _facts(measure: MeasureInputs, updates: list[Reported], steps: Steps) -> MeasureFacts:
    said = next((u for u in reversed(updates) if u.status), None)
    counted = next((u.result_count for u in reversed(updates) if u.result_count is not None), None)
    return MeasureFacts(
        start=measure.starts_on,
        end=measure.ends_on,
        milestones=tuple(fact for _, fact in steps),
        result_count=counted,
        result_goal=measure.goal,
        reported_status=MeasureStatus(said.status) if said else None,
        is_manual=bool(updates and updates[-1].is_manual),
    )


def _as_known(milestone: KnownMilestone, on: dt.date, known: dt.date) -> MilestoneFact:
    """The milestone as it stood on a day: done only when it was, and when that was known."""
    fact, told = milestone.fact, milestone.done_known
    is_done = fact.is_done(on) and told is not None and told <= known
    return fact if is_done or fact.done_on is None else MilestoneFact(fact.due, fact.weight, None)


def _round_opened(rounds: Iterable[RoundDays], on: dt.date) -> dt.date | None:
    return max((r.opens_on for r in rounds if r.opens_on <= on <= r.due_on), default=None)


def _row(
    assessment: MeasureAssessment,
    updates: list[Reported],
    steps: Steps,
    last: dt.date | None,
    stale: bool,
) -> Row:
    kept = [[title, f.due.isoformat(), f.done_on.isoformat() if f.done_on else None] for title, f in steps]
    counted = next((u.result_count for u in reversed(updates) if u.result_count is not None), None)
    return (
        assessment.status.value,
        assessment.manual_status.value if assessment.manual_status else "",
        updates[-1].reason if assessment.manual_status else "",
        _share(assessment.planned),
        _share(assessment.actual),
        assessment.overdue_milestones,
        assessment.overdue_since,
        last,
        stale,
        counted,
        kept,
    )


def _share(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(SHARE)


def change_days(
    measure: MeasureInputs, rounds: Sequence[RoundDays], month: dt.date, today: dt.date
) -> list[dt.date]:
    """The days on which the row of this month can change: in the month, and by late knowledge after it."""
    end = min(end_of_month(month), today)
    if measure.begins > end:
        return []
    inside = {month, end, measure.begins}
    late = {measure.known}
    for milestone in measure.milestones:
        inside.add(milestone.fact.due + DAY)
        late.add(milestone.known)
        if milestone.fact.done_on and milestone.done_known:
            inside |= {milestone.fact.done_on, milestone.done_known}
            late |= {milestone.done_known} if milestone.fact.done_on <= end else set()
    for update in measure.updates:
        inside |= {update.reported_on, update.known, update.reported_on + STALE_AFTER}
        late |= {update.known} if update.reported_on <= end else set()
    inside |= {r.opens_on for r in rounds} | {r.due_on + DAY for r in rounds}
    if measure.ends_on:
        inside.add(measure.ends_on + DAY)
    wanted = {day for day in inside if day <= end} | {day for day in late if day <= today}
    return sorted(day for day in wanted if day >= month)
