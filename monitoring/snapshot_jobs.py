"""Who does the snapshot jobs of the ledger, and who asks for them."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from django.utils import timezone

from monitoring.snapshots import parts_to_wait_for, take
from pvi.lib.months import add_months
from pvi.organisation.due import UNIT_SNAPSHOT
from pvi.organisation.models import Unit
from pvi.records import jobs
from pvi.records.jobs import Claim

WAIT_FOR_PARTS = dt.timedelta(seconds=2)


@jobs.handles(UNIT_SNAPSHOT)
def take_unit(claim: Claim) -> None:
    """Take the snapshots of one unit, and ask for those of the unit above when something changed."""
    unit = Unit.objects.filter(code=claim.key, is_active=True).select_related("parent").first()
    if unit is None:
        jobs.finish(claim)
        return
    if missing := parts_to_wait_for(unit):
        jobs.enqueue(kind=UNIT_SNAPSHOT, keys=jobs.not_asked(UNIT_SNAPSHOT, missing))
        jobs.postpone(claim, WAIT_FOR_PARTS)
        return
    taken = take(
        unit, claim.since, finish=partial(jobs.finish, claim), progress=partial(jobs.heartbeat, claim)
    )
    if unit.parent and taken.rows_added + taken.rows_closed:
        jobs.enqueue(kind=UNIT_SNAPSHOT, keys=[unit.parent.code], since=claim.since)
    if taken.concerns_siblings:
        siblings = Unit.objects.active().filter(parent=unit.parent).exclude(pk=unit.pk)
        jobs.enqueue(kind=UNIT_SNAPSHOT, keys=siblings.values_list("code", flat=True), since=claim.since)


def ask(codes: Iterable[str] | None = None, *, since: dt.date | None = None) -> list[str]:
    """Ask for the snapshots of these units, or of every unit; returns the codes that were asked for."""
    units = Unit.objects.active()
    if codes is not None:
        units = units.filter(code__in=list(codes))
    found = list(units.values_list("code", flat=True))
    if found:
        start = since or jobs.EVERYTHING
        jobs.enqueue(kind=UNIT_SNAPSHOT, keys=found, since=start, settle=dt.timedelta())
    return found


def ask_nightly() -> None:
    """Ask for the running month of every unit, and for the closing state of the month before."""
    ask(since=add_months(timezone.localdate().replace(day=1), -1))
