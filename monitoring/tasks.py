"""The doors by which Celery reaches the snapshots."""

from celery import shared_task

from monitoring import snapshot_jobs


@shared_task(name="monitoring.nightly")
def nightly() -> None:
    """Ask the ledger for every unit's snapshot; asking twice in a night makes one job."""
    snapshot_jobs.ask_nightly()
