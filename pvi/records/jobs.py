"""The job ledger: the database is the queue of record, Celery is only woken.

A floor that needs work asks for it by name with `enqueue` in its own transaction; the floor that knows the
work registers a handler. A handler does its writes and `finish` in one transaction, so a worker that is
killed halfway leaves nothing behind, and the job is claimed again when its lease ends.
"""

import datetime as dt
import json
import logging
import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, connections, transaction

from pvi.records.models import DueMark, Job, JobState

logger = logging.getLogger(__name__)

LEASE = dt.timedelta(seconds=40)
MAX_ATTEMPTS = 5
PAUSE = 0.2
# Changes within this time become one run of the job.
SETTLE = dt.timedelta(seconds=1)
EVERYTHING = dt.date(1900, 1, 1)


@dataclass(frozen=True)
class Claim:
    """The right to do a job until the lease ends."""

    job_id: int
    kind: str
    key: str
    since: dt.date
    payload: dict[str, Any]
    fence: int


class LostClaim(Exception):
    """Another worker took the job over; whatever this one did must be rolled back."""


Handler = Callable[[Claim], None]
_handlers: dict[str, Handler] = {}


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that does jobs of a kind; it calls `finish` in the transaction of its writes."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


UPSERT = """
INSERT INTO records_job (kind, key, payload, since, state, requests, claimed_requests, attempts, fence,
                         due_at, requested_at, progress_done, progress_total, error)
SELECT kind, key, '{}'::jsonb, since, 'queued', 1, 0, 0, 0,
       clock_timestamp() + make_interval(secs => %(settle)s), clock_timestamp(), 0, 0, ''
FROM asked ORDER BY kind, key
ON CONFLICT (kind, key) DO UPDATE SET
    since = CASE WHEN records_job.state IN ('done', 'dead') THEN excluded.since
                 ELSE LEAST(records_job.since, excluded.since) END,
    state = CASE WHEN records_job.state = 'running' THEN 'running' ELSE 'queued' END,
    attempts = CASE WHEN records_job.state = 'running' THEN records_job.attempts ELSE 0 END,
    due_at = CASE WHEN records_job.state = 'queued' THEN LEAST(records_job.due_at, excluded.due_at)
                  ELSE excluded.due_at END,
    requests = records_job.requests + 1,
    requested_at = excluded.requested_at
"""
ASKED_BY_NAME = (
    "WITH asked AS (SELECT %(kind)s AS kind, unnest(%(keys)s::text[]) AS key, %(since)s::date AS since)"
)
ASKED_BY_MARKS = """
WITH gone AS (DELETE FROM records_duemark RETURNING kind, key, since),
asked AS (SELECT kind, key, min(since) AS since FROM gone GROUP BY kind, key)
"""


def enqueue(
    *, kind: str, keys: Iterable[str], since: dt.date = EVERYTHING, settle: dt.timedelta = SETTLE
) -> None:
    """Ask for work in the caller's transaction; asking again before it is done only changes `since`."""
    with connection.cursor() as cursor:
        cursor.execute(
            ASKED_BY_NAME + UPSERT,
            {"kind": kind, "keys": sorted(set(keys)), "since": since, "settle": settle.total_seconds()},
        )
    wake_on_commit(settle)


def fold_marks() -> None:
    """Turn the marks that triggers left into jobs; many marks of one unit become one job."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM records_duemark)")
        if cursor.fetchone()[0]:
            cursor.execute(ASKED_BY_MARKS + UPSERT, {"settle": 0})


def wake_on_commit(settle: dt.timedelta = SETTLE) -> None:
    """Wake a worker once this transaction is committed; a broker that is away costs only time."""
    from pvi.records.tasks import sweep

    def wake() -> None:
        try:
            sweep.apply_async(countdown=settle.total_seconds() + 0.2, retry=False)
        except sweep.OperationalError:
            logger.warning("The broker is away; the sweeper will find the work later.")

    transaction.on_commit(wake)


DUE = """
SELECT id FROM records_job
WHERE (state = 'queued' AND due_at <= clock_timestamp())
   OR (state = 'running' AND lease_until < clock_timestamp())
ORDER BY due_at, id
"""


def due_ids() -> list[int]:
    """Jobs that wait, and jobs whose worker has not been heard of since its lease ended."""
    fold_marks()
    with connection.cursor() as cursor:
        cursor.execute(DUE)
        return [row[0] for row in cursor.fetchall()]


CLAIM = """
UPDATE records_job SET state = 'running', fence = fence + 1, attempts = attempts + 1,
    claimed_requests = requests, lease_until = clock_timestamp() + make_interval(secs => %(lease)s)
WHERE id = (
    SELECT id FROM records_job WHERE id = %(id)s AND attempts < %(max)s AND (
        (state = 'queued' AND due_at <= clock_timestamp())
        OR (state = 'running' AND lease_until < clock_timestamp()))
    FOR UPDATE SKIP LOCKED)
RETURNING id, kind, key, since, payload::text, fence
"""
BURY = """
UPDATE records_job SET state = 'dead', lease_until = NULL, error = 'Vijf keer begonnen en nooit afgemaakt.'
WHERE id = %s AND state = 'running' AND attempts >= %s AND lease_until < clock_timestamp()
"""


def claim(job_id: int) -> Claim | None:
    """Take a due job; None when another worker has it.

    Attempts count here, so that work that kills its worker stops too.
    """
    with connection.cursor() as cursor:
        cursor.execute(BURY, [job_id, MAX_ATTEMPTS])
        cursor.execute(CLAIM, {"id": job_id, "max": MAX_ATTEMPTS, "lease": LEASE.total_seconds()})
        row = cursor.fetchone()
    if row is None:
        return None
    return Claim(row[0], row[1], row[2], row[3], json.loads(row[4]), row[5])


FINISH = """
UPDATE records_job SET
    state = CASE WHEN requests > claimed_requests THEN 'queued' ELSE 'done' END,
    lease_until = NULL, attempts = 0, error = '', finished_at = clock_timestamp(), due_at = clock_timestamp()
WHERE id = %s AND fence = %s AND state = 'running'
"""


def finish(claim: Claim) -> None:
    """Close the claim as the last write of the transaction; raises LostClaim when it was taken over."""
    with connection.cursor() as cursor:
        cursor.execute(FINISH, [claim.job_id, claim.fence])
        if cursor.rowcount != 1:
            raise LostClaim(f"{claim.kind} {claim.key}")


POSTPONE = """
UPDATE records_job SET state = 'queued', lease_until = NULL, attempts = 0,
    due_at = clock_timestamp() + make_interval(secs => %s)
WHERE id = %s AND fence = %s AND state = 'running'
"""


def postpone(claim: Claim, delay: dt.timedelta) -> None:
    """Give the job back undone, because something else must come first."""
    with connection.cursor() as cursor:
        cursor.execute(POSTPONE, [delay.total_seconds(), claim.job_id, claim.fence])
    wake_on_commit(delay)


FAIL = """
UPDATE records_job SET
    state = CASE WHEN attempts >= %(max)s THEN 'dead' ELSE 'queued' END,
    lease_until = NULL, error = %(error)s, due_at = clock_timestamp() + make_interval(secs => %(delay)s)
WHERE id = %(id)s AND fence = %(fence)s AND state = 'running'
"""


def fail(claim: Claim, error: str, attempt: int) -> None:
    """Put the job back with growing, jittered delay; after five attempts it is dead, as the admin shows."""
    delay = random.uniform(1, 2 ** min(attempt, 6))  # noqa: S311
    with connection.cursor() as cursor:
        cursor.execute(
            FAIL,
            {
                "id": claim.job_id,
                "fence": claim.fence,
                "error": error[:2000],
                "max": MAX_ATTEMPTS,
                "delay": delay,
            },
        )


HEARTBEAT = """
UPDATE records_job SET lease_until = clock_timestamp() + make_interval(secs => %(lease)s),
    progress_done = %(done)s, progress_total = %(total)s
WHERE id = %(id)s AND fence = %(fence)s AND state = 'running'
"""


def heartbeat(claim: Claim, done: int, total: int) -> None:
    """Say how far the work is and keep the lease, on a connection of its own: others see it at once."""
    own = connections.create_connection("default")
    try:
        with own.cursor() as cursor:
            cursor.execute(
                HEARTBEAT,
                {
                    "id": claim.job_id,
                    "fence": claim.fence,
                    "done": done,
                    "total": total,
                    "lease": LEASE.total_seconds(),
                },
            )
    finally:
        own.close()


def run(job_id: int) -> bool:
    """Do one due job; True when it was this worker's to do."""
    mine = claim(job_id)
    if mine is None:
        return False
    try:
        _handlers[mine.kind](mine)
    except LostClaim:
        logger.warning("Lost the claim on %s %s", mine.kind, mine.key)
    except Exception as error:
        logger.exception("Job %s %s failed", mine.kind, mine.key)
        attempts = Job.objects.values_list("attempts", flat=True).get(pk=job_id)
        fail(mine, repr(error), attempts)
    return True


def run_all_due() -> int:
    """Do everything that waits, also what is due a moment later; returns how many jobs were done.

    Stops when a job is given up, because others may wait for it for ever.
    """
    done = 0
    while Job.objects.filter(state=JobState.QUEUED).exists() or DueMark.objects.exists():
        taken = sum(run(job_id) for job_id in due_ids())
        done += taken
        if Job.objects.filter(state=JobState.DEAD).exists():
            break
        if not taken:
            time.sleep(PAUSE)
    return done


def unfinished(kind: str, keys: Iterable[str]) -> int:
    """How many of these jobs are still to be done."""
    return Job.objects.filter(
        kind=kind, key__in=list(keys), state__in=[JobState.QUEUED, JobState.RUNNING]
    ).count()


def not_asked(kind: str, keys: Iterable[str]) -> list[str]:
    """The keys of this kind that no job waits for, runs for, or was given up on."""
    asked = Job.objects.filter(kind=kind).exclude(state=JobState.DONE).values_list("key", flat=True)
    return sorted(set(keys) - set(asked))


def dead(kind: str, keys: Iterable[str]) -> list[str]:
    """The keys of these jobs that were given up."""
    found = Job.objects.filter(kind=kind, key__in=list(keys), state=JobState.DEAD)
    return list(found.values_list("key", flat=True))
