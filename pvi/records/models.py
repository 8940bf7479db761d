"""What is kept: the sources that facts come from, and the ledger of work to be done."""

from enum import StrEnum

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class SourceKind(models.TextChoices):
    PARLIAMENTARY = "parliamentary", "Kamerstuk"
    REPORT = "report", "rapport"
    PLAN = "plan", "plan"
    WEBSITE = "website", "website"
    NEWS = "news", "nieuwsbericht"
    ENTRY = "entry", "invoer"


class DatePrecision(models.TextChoices):
    DAY = "day", "dag"
    MONTH = "month", "maand"
    QUARTER = "quarter", "kwartaal"
    YEAR = "year", "jaar"
    DERIVED = "derived", "afgeleid"


@pghistory.track()
class Source(models.Model):
    """Where a fact comes from; its facts count as known from the day it was published."""

    code = models.CharField(max_length=60, unique=True)
    title = models.CharField("titel", max_length=400)
    kind = models.CharField("soort", max_length=20, choices=SourceKind)
    published_on = models.DateField("gepubliceerd op")
    published_precision = models.CharField("zekerheid van de datum", max_length=10, choices=DatePrecision)
    reference = models.CharField("Kamerstuk of adres", max_length=500, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = "bron"
        verbose_name_plural = "bronnen"

    def __str__(self) -> str:
        return self.title


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"


class Job(models.Model):
    """One piece of work by (kind, key): asked for in the transaction that needs it, done by one worker."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    payload = models.JSONField(default=dict)
    since = models.DateField(help_text="The earliest day that the work concerns.")
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in JobState], default=JobState.QUEUED
    )
    requests = models.PositiveBigIntegerField(default=1, help_text="How often this was asked for.")
    claimed_requests = models.PositiveBigIntegerField(
        default=0, help_text="The value of requests at the last claim."
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    fence = models.PositiveBigIntegerField(
        default=0, help_text="Raised by each claim; only the newest claim may finish."
    )
    due_at = models.DateTimeField(db_default=Now())
    lease_until = models.DateTimeField(null=True)
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    requested_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = "taak"
        verbose_name_plural = "taken"
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="job_once_per_kind_and_key"),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in JobState]), name="job_state_known"
            ),
            models.CheckConstraint(
                condition=Q(claimed_requests__lte=F("requests")), name="job_claims_within_requests"
            ),
            models.CheckConstraint(
                condition=~Q(state=JobState.RUNNING) | Q(lease_until__isnull=False),
                name="job_running_has_lease",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="job_due", condition=Q(state__in=["queued", "running"])),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.state}"


class DueMark(models.Model):
    """A note, left by a trigger, that something must be done again; the sweeper folds the notes into jobs."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    since = models.DateField()
    marked_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "merkje"
        verbose_name_plural = "merkjes"

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
