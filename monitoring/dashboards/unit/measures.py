"""The measures of a unit in time, as the filters of the reader leave them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.charts import (
    Heading,
    Markup,
    MeasureGroup,
    MeasureRow,
    MilestoneMark,
    MilestoneState,
    Table,
    Timeline,
    table,
    timeline,
    timeline_tracks,
)
from monitoring.dashboards.unit.filters import MeasureFilter
from monitoring.dashboards.unit.links import csv_url, measure_url
from monitoring.dashboards.unit.rows import measure_rows
from monitoring.dashboards.unit.subject import Subject
from monitoring.models import MeasureSnapshot
from pvi.lib.formatting import date_short, plural
from pvi.lib.marks import Mark

MOST_ROWS = 40
CROSS_THEME = "Over alle thema’s heen"
CLOSED = {MeasureStatus.DONE.value, MeasureStatus.STOPPED.value}


@dataclass(frozen=True)
class Track:
    """One measure in its row: its mark by the rules, and the one that was chosen instead, with the reason."""

    name: str
    url: str
    mark: Mark
    manual: str
    track: Markup


@dataclass(frozen=True)
class TrackGroup:
    title: str
    tracks: tuple[Track, ...]


@dataclass(frozen=True)
class Measures:
    """The part of the page that the filters change."""

    heading: Heading
    axis: Markup
    groups: tuple[TrackGroup, ...]
    found: int
    total: int
    folded: bool
    table: Table
    csv_url: str
    chosen: MeasureFilter
    chart: Timeline

    @property
    def count_text(self) -> str:
        """How many there are, as it is read out after a change of the filters."""
        if self.chosen.is_set:
            return f"{self.found} van {plural(self.total, 'maatregel', 'maatregelen')}"
        return plural(self.total, "maatregel", "maatregelen")


def measures_of(user: Any, subject: Subject, chosen: MeasureFilter) -> Measures:
    """The filtered measures alone, for a swap of that part: one query."""
    return in_time(subject, measure_rows(user, subject), chosen)


def in_time(subject: Subject, rows: Sequence[MeasureSnapshot], chosen: MeasureFilter) -> Measures:
    """The measures on a time axis by theme; of the korps those that have milestones."""
    rows = [row for row in rows if row.milestones] if subject.unit.is_korps else list(rows)
    kept = [row for row in rows if chosen.keeps(row)]
    day = subject.moment.day
    groups = _by_theme(kept)
    chart = timeline(
        Heading(
            id="c-tijd",
            title="Maatregelen in de tijd",
            unit_line="",
            summary="",
            source=f"looptijd en mijlpalen van de maatregelen, stand {date_short(day)}",
        ),
        [MeasureGroup(title, tuple(_row(row, subject) for row in of)) for title, of in groups],
        reference=day,
    )
    drawing = timeline_tracks(chart)
    return Measures(
        heading=chart.heading,
        axis=drawing.axis,
        groups=tuple(
            TrackGroup(title, tuple(_track(row, one) for row, one in zip(of, drawn.rows, strict=True)))
            for (title, of), drawn in zip(groups, drawing.groups, strict=True)
        ),
        found=len(kept),
        total=len(rows),
        folded=len(kept) > MOST_ROWS,
        table=table(chart),
        csv_url=csv_url(subject, "c-tijd", chosen.query),
        chosen=chosen,
        chart=chart,
    )


def _by_theme(rows: Iterable[MeasureSnapshot]) -> list[tuple[str, list[MeasureSnapshot]]]:
    groups: dict[str, list[MeasureSnapshot]] = {}
    for row in rows:
        theme = row.measure.theme
        title = f"{theme.number}. {theme.name}" if theme else CROSS_THEME
        groups.setdefault(title, []).append(row)
    return list(groups.items())


def _row(row: MeasureSnapshot, subject: Subject) -> MeasureRow:
    measure, day = row.measure, subject.moment.day
    return MeasureRow(
        key=measure.code,
        name=measure.title,
        href=measure_url(subject, row.measure),
        status=row.status,
        status_word=STATUS_MARKS[MeasureStatus(row.status)].word,
        start=measure.starts_on,
        end=measure.ends_on,
        overdue=row.status == MeasureStatus.OVERDUE,
        milestones=tuple(_milestone(step, day, row.status) for step in row.milestones),
    )


def _milestone(step: Sequence[str | None], day: dt.date, status: str) -> MilestoneMark:
    title, at, done = str(step[0]), dt.date.fromisoformat(str(step[1])), step[2]
    if done:
        return MilestoneMark(title, at, MilestoneState.DONE)
    is_late = at < day and status not in CLOSED
    return MilestoneMark(title, at, MilestoneState.LATE if is_late else MilestoneState.PLANNED)


def _track(row: MeasureSnapshot, drawn: Any) -> Track:
    manual = STATUS_MARKS[MeasureStatus(row.manual_status)].word if row.manual_status else ""
    return Track(
        name=drawn.row.name,
        url=drawn.row.href,
        mark=STATUS_MARKS[MeasureStatus(row.status)],
        manual=f"Zelf gekozen: {manual.lower()}. {row.manual_reason}" if manual else "",
        track=drawn.track,
    )
