"""The Celery app and the whole beat schedule."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pvi.settings")

app = Celery("pvi")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    # The database is the queue of record; this is what finds work that nobody was woken for.
    "sweep": {"task": "records.sweep", "schedule": 10.0, "options": {"expires": 10}},
    "nightly": {"task": "monitoring.nightly", "schedule": crontab(hour=3, minute=15)},
}
