"""One computation for one unit: what it reads, which months it covers, and what it is about to write."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db.models import Max
from django.utils import timezone

from monitoring.models import SnapshotRun
from monitoring.snapshots.facts import Inputs, Observed, Subject
from monitoring.snapshots.indicator_rows import Aims, aims_of
from monitoring.snapshots.inputs import read_inputs
from monitoring.snapshots.series import Series, series_of
from monitoring.snapshots.theme_rows import PartKey, PartTally, read_parts
from monitoring.snapshots.versions import Changes, Table
from pvi.lib.months import add_months
from pvi.lib.period_bounds import months_between
from pvi.organisation.models import Unit

FIRST_MONTH = dt.date(2021, 1, 1)
BEATS = {1, 7}
Progress = Callable[[int, int], None]
SeriesId = tuple[int | None, int | None, int, str]
"""Unit or group, indicator and disaggregation."""


@dataclass(frozen=True)
class Followed:
    """One series of one subject with what is aimed at."""

    subject: Subject
    series: Series
    aims: Aims


@dataclass
class Run:
    """A computation under way."""

    inputs: Inputs
    series: dict[SeriesId, Followed]
    parts: dict[PartKey, list[PartTally]]
    today: dt.date
    now: dt.datetime
    covered_until: dt.date | None
    first_month: dt.date
    progress: Progress
    changes: list[Changes] = field(default_factory=list)

    @property
    def unit(self) -> Unit:
        return self.inputs.unit

    def is_new(self, month: dt.date) -> bool:
        """Whether this month was never computed for this unit."""
        return self.covered_until is None or month > self.covered_until

    def table(self, table: Table) -> Changes:
        """A place to gather what changes in one table."""
        changes = Changes(table)
        self.changes.append(changes)
        return changes

    def beat(self, month: dt.date) -> None:
        """Say twice a year of months how far the work is, so that nobody takes it over."""
        if month.month in BEATS:
            done = months_between(self.first_month, month) - 1
            self.progress(done, months_between(self.first_month, self.today))

    def months(self) -> Iterator[dt.date]:
        """The months to compute, up to the running one."""
        month = self.first_month
        while month <= self.today:
            yield month
            month = add_months(month, 1)


def prepare(unit: Unit, since: dt.date, progress: Progress) -> Run:
    """Read everything for a run over the months from `since` on and those that were never computed."""
    today = timezone.localdate()
    finished = SnapshotRun.objects.filter(unit=unit, finished_at__isnull=False)
    covered: dt.date | None = finished.aggregate(last=Max("month_until"))["last"]
    first = FIRST_MONTH if covered is None else max(FIRST_MONTH, min(since.replace(day=1), covered))
    inputs = read_inputs(unit)
    return Run(
        inputs=inputs,
        series=dict(_all_series(inputs)),
        parts=read_parts(unit.pk, first),
        today=today,
        now=timezone.now(),
        covered_until=covered,
        first_month=first,
        progress=progress,
    )


def _all_series(inputs: Inputs) -> Iterator[tuple[SeriesId, Followed]]:
    """Every series of every subject: those with figures, and the main one of each indicator that has none."""
    for subject in inputs.subjects:
        keys = {key for key, rows in inputs.observed.items() if _concerns(subject, rows)}
        with_figures = {indicator_id for indicator_id, _ in keys}
        keys |= {(indicator_id, "") for indicator_id in inputs.rules.keys() - with_figures}
        for indicator_id, disaggregation in sorted(keys):
            rows = inputs.observed.get((indicator_id, disaggregation), ())
            series = series_of(subject, inputs.rules[indicator_id], disaggregation, rows)
            followed = Followed(subject, series, aims_of(inputs, subject, indicator_id))
            yield (subject.unit_id, subject.group_id, indicator_id, disaggregation), followed


def _concerns(subject: Subject, rows: tuple[Observed, ...]) -> bool:
    units = {subject.unit_id, *(member.pk for member in subject.members)}
    return any(row.unit_id in units for row in rows)
