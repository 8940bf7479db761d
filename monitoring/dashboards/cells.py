"""One theme of one unit as a cell of the table: a status or a kind of nothing, and what stands behind it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from measures.status import STATUS_MARKS, MeasureStatus, is_stale
from monitoring.models import ThemeSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from pvi.lib.formatting import date_short, percent, plural
from pvi.lib.marks import Mark
from pvi.organisation.models import Unit

CLOSED = (MeasureStatus.DONE, MeasureStatus.STOPPED)
PERCENT = 100


@dataclass(frozen=True)
class MatrixTheme:
    """The head of one column."""

    pk: int
    code: str
    number: int
    name: str
    short: str
    url: str


@dataclass(frozen=True)
class MatrixCell:
    """One theme of one unit: a status or a kind of nothing, and what stands behind it."""

    theme: MatrixTheme
    mark: Mark
    status: MeasureStatus | None
    nothing: Nothing | None
    url: str
    note: str
    planned: int | None
    done: int | None
    counts: Mapping[str, int]
    last_update: dt.date | None

    @property
    def measures(self) -> int:
        return sum(self.counts.values())

    @property
    def overdue(self) -> int:
        return self.counts.get(MeasureStatus.OVERDUE.value, 0)


def cell_of(
    row: ThemeSnapshot | None, theme: MatrixTheme, unit: Unit, day: dt.date, *, has_measures: bool
) -> MatrixCell:
    """One cell; `has_measures` tells whether the unit has measures in any theme."""
    nothing = _nothing(row, day, has_measures=has_measures)
    status = MeasureStatus(row.status) if row and nothing is None else None
    mark = STATUS_MARKS[status] if status else NOTHING_MARKS[nothing or Nothing.NOT_DELIVERED]
    return MatrixCell(
        theme=theme,
        mark=mark,
        status=status,
        nothing=nothing,
        url=f"{theme.url}#{unit.slug}",
        note=_note(row, nothing),
        planned=_whole(row.planned) if row else None,
        done=_whole(row.actual) if row else None,
        counts=dict(row.measure_counts) if row else {},
        last_update=row.latest_update_on if row else None,
    )


def _nothing(row: ThemeSnapshot | None, day: dt.date, *, has_measures: bool) -> Nothing | None:
    """Which kind of nothing stands instead of a status, if any.

    A theme without measures does not apply to a unit that has measures elsewhere. A theme of which nothing
    was reported for longer than an update stays fresh is not delivered: its status says nothing of this day.
    """
    if row is None or not row.measures:
        return Nothing.NOT_APPLICABLE if has_measures else Nothing.NOT_DELIVERED
    if row.measures == sum(row.measure_counts.get(status.value, 0) for status in CLOSED):
        return None
    if row.latest_update_on is None:
        started = row.measures - row.measure_counts.get(MeasureStatus.NOT_STARTED.value, 0)
        return Nothing.NOT_DELIVERED if started else Nothing.NOT_DUE
    return Nothing.NOT_DELIVERED if is_stale(row.latest_update_on, day) else None


def _note(row: ThemeSnapshot | None, nothing: Nothing | None) -> str:
    """What stands behind the cell, in words."""
    if row is None or not row.measures:
        return "geen maatregelen"
    if nothing is Nothing.NOT_DUE:
        return f"{plural(row.measures, 'maatregel', 'maatregelen')}, nog geen begonnen"
    if row.latest_update_on is None:
        return "nog niets gemeld"
    if nothing is not None:
        last = STATUS_MARKS[MeasureStatus(row.status)].word.lower()
        return f"laatste stand {date_short(row.latest_update_on)}: {last}"
    share = _shares(row)
    late = f"{plural(row.overdue, 'maatregel', 'maatregelen')} te laat" if row.overdue else ""
    return ", ".join(part for part in (share, late) if part)


def _shares(row: ThemeSnapshot) -> str:
    if row.planned is None or row.actual is None:
        return plural(row.measures, "maatregel", "maatregelen")
    return f"gereed {percent(row.actual * PERCENT, 0)}, gepland {percent(row.planned * PERCENT, 0)}"


def _whole(share: Decimal | None) -> int | None:
    return None if share is None else round(share * PERCENT)
