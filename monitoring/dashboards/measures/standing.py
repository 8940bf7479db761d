"""How a measure stood at a moment, in words and marks."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.models import MeasureSnapshot
from pvi.lib.formatting import date_short, plural
from pvi.lib.marks import Mark, Tone

PERCENT = 100
STALE = Mark("Verouderd", "i-rev", Tone.CALM, "Verouderd")
HISTORY = Mark("Geschiedenis", "i-rev", Tone.CALM, "Geschiedenis")


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure at a moment: its status by the rules, the chosen one beside it, its progress in per cent."""

    mark: Mark
    manual: Mark | None
    reason: str
    planned: float | None
    done: float | None
    late: str
    days_late: str
    last_update: dt.date | None
    stale: Mark | None

    @property
    def has_progress(self) -> bool:
        return self.planned is not None and self.done is not None


def standing_of(row: MeasureSnapshot, day: dt.date) -> Standing:
    """A row in words, seen from the day that it describes."""
    manual = STATUS_MARKS[MeasureStatus(row.manual_status)] if row.manual_status else None
    return Standing(
        mark=STATUS_MARKS[MeasureStatus(row.status)],
        manual=manual,
        reason=row.manual_reason,
        planned=_percent(row.planned),
        done=_percent(row.actual),
        late=_late(row, day),
        days_late=_days(row, day),
        last_update=row.last_update_on,
        stale=STALE if row.is_stale else None,
    )


def _percent(share: Decimal | None) -> float | None:
    """For a bar, which stops at its end."""
    return None if share is None else float(min(share, Decimal(1)) * PERCENT)


def _late(row: MeasureSnapshot, day: dt.date) -> str:
    if row.overdue_since is None:
        return ""
    what = "" if row.status == MeasureStatus.OVERDUE else f"{_steps(row.overdue_milestones)} "
    return f"{what}te laat sinds {date_short(row.overdue_since)}, {_days(row, day)}"


def _days(row: MeasureSnapshot, day: dt.date) -> str:
    since = row.overdue_since
    return plural((day - since).days, "dag", "dagen") if since else ""


def _steps(count: int) -> str:
    return plural(count, "mijlpaal", "mijlpalen")
