"""The national measures of a theme with their status, and the choice of one status."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from measures.models import Level, Measure
from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.themes.cards import percent_of
from monitoring.models import MeasureSnapshot
from monitoring.reference import PARAMETER, Moment, Reference, rows_of
from pvi.lib.marks import Mark

# The statuses as they stand in an address.
SLUGS = {status: mark.word.lower().replace(" ", "-") for status, mark in STATUS_MARKS.items()}
BY_SLUG = {slug: status for status, slug in SLUGS.items()}


@dataclass(frozen=True)
class MeasureRow:
    """One national measure as a row of the table."""

    title: str
    url: str
    executor: str
    period: str
    mark: Mark
    chosen: Mark | None
    chosen_reason: str
    done: int | None
    planned: int | None
    last_update: dt.date | None
    is_stale: bool


@dataclass(frozen=True)
class Chip:
    """One choice of status with how many measures have it."""

    label: str
    url: str
    is_current: bool
    count: int


@dataclass(frozen=True)
class NationalMeasures:
    """The measures that fit the choice, and the choices."""

    rows: tuple[MeasureRow, ...]
    chips: tuple[Chip, ...]
    total: int
    chosen: str
    all_url: str


def national_measures(
    user: Any, shown: Mapping[int, Moment], where: Q, reference: Reference, status: MeasureStatus | None
) -> NationalMeasures:
    """All national measures of the theme; one query."""
    rows = list(
        MeasureSnapshot.objects.filter(
            rows_of(shown), measure__in=_national(user).filter(where)
        ).select_related("measure")
    )
    rows.sort(key=lambda row: row.measure.code)
    fitting = [row for row in rows if status is None or row.status == status]
    return NationalMeasures(
        rows=tuple(_row(row, reference) for row in fitting),
        chips=tuple(_chips(rows, status, reference)),
        total=len(rows),
        chosen=STATUS_MARKS[status].word if status else "",
        all_url=_address(None, reference),
    )


def _national(user: Any) -> Any:
    return Measure.objects.visible_to(user).counted().filter(level=Level.NATIONAL)


def _row(row: MeasureSnapshot, reference: Reference) -> MeasureRow:
    measure = row.measure
    chosen = MeasureStatus(row.manual_status) if row.manual_status else None
    return MeasureRow(
        title=measure.title,
        url=reverse("measure", args=[measure.slug]) + reference.query,
        executor=measure.executor_role,
        period=measure.period_text,
        mark=STATUS_MARKS[MeasureStatus(row.status)],
        chosen=STATUS_MARKS[chosen] if chosen else None,
        chosen_reason=row.manual_reason,
        done=percent_of(row.actual),
        planned=percent_of(row.planned),
        last_update=row.last_update_on,
        is_stale=row.is_stale,
    )


def _chips(
    rows: Iterable[MeasureSnapshot], current: MeasureStatus | None, reference: Reference
) -> Iterable[Chip]:
    counts = Counter(MeasureStatus(row.status) for row in rows)
    yield Chip("Alle", _address(None, reference), current is None, sum(counts.values()))
    for status, mark in STATUS_MARKS.items():
        if counts[status] or status is current:
            yield Chip(mark.word, _address(status, reference), status is current, counts[status])


def _address(status: MeasureStatus | None, reference: Reference) -> str:
    parts = [f"status={SLUGS[status]}"] if status else []
    if not reference.is_today:
        parts.append(f"{PARAMETER}={reference.day.isoformat()}")
    return "?" + "&".join(parts)
