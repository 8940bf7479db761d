"""The doors by which Celery reaches the ledger."""

from celery import shared_task

from pvi.records import jobs


@shared_task(name="records.sweep")
def sweep() -> None:
    """Send every due job to a worker; sending one twice is harmless, because only one claim succeeds."""
    for job_id in jobs.due_ids():
        run_job.delay(job_id)


@shared_task(name="records.run_job")
def run_job(job_id: int) -> None:
    """Do one job of the ledger; idempotent, because the claim decides."""
    jobs.run(job_id)
