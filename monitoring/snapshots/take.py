"""Taking the snapshots of one unit: read once, compute every month, write only what differs."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from monitoring.models import SnapshotRun
from monitoring.snapshots import figure_rows
from monitoring.snapshots.compute import compute
from monitoring.snapshots.run import Progress, Run, prepare
from pvi.organisation.models import Unit


@dataclass(frozen=True)
class Taken:
    """What a run wrote, and whether figures changed by which those of its siblings are protected."""

    rows_added: int
    rows_closed: int
    concerns_siblings: bool


def take(
    unit: Unit, since: dt.date, *, finish: Callable[[], None], progress: Progress = lambda done, total: None
) -> Taken:
    """Compute and store the snapshots of a unit from the month of `since` on.

    Inputs are read in one database snapshot. All rows, the run and `finish` are one transaction: either all
    of it is there or nothing. Run again without a change it adds and closes no row. `progress` hears how many
    months are done, of how many.
    """
    run = _computed(unit, since, progress)
    with transaction.atomic():
        record = SnapshotRun.objects.create(
            unit=unit, month_from=run.first_month, month_until=run.today.replace(day=1), started_at=run.now
        )
        for changes in run.changes:
            changes.write(record.pk)
            record.rows_added += len(changes.added)
            record.rows_closed += len(changes.closed)
        record.finished_at = timezone.now()
        record.save()
        finish()
    return Taken(record.rows_added, record.rows_closed, _concerns_siblings(run))


def _concerns_siblings(run: Run) -> bool:
    """Whether a small figure changed after the first time; siblings then show or hide other figures."""
    if run.covered_until is None or run.unit.is_korps:
        return False
    sensitive = {rules.indicator_id for rules in run.inputs.rules.values() if rules.is_sensitive}
    place = figure_rows.TABLE.key.index("indicator_id")
    figures = next(changes for changes in run.changes if changes.table is figure_rows.TABLE)
    return any(key[place] in sensitive for key, *_ in figures.added)


def _computed(unit: Unit, since: dt.date, progress: Progress) -> Run:
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        run = prepare(unit, since, progress)
        compute(run)
    return run


def parts_to_wait_for(unit: Unit) -> list[str]:
    """Codes of units below this one that were never computed: the first time, parts come before the whole."""
    below = Unit.objects.active().filter(parent=unit)
    missing = below.exclude(snapshot_runs__finished_at__isnull=False)
    return list(missing.values_list("code", flat=True))
