"""Why and when: programmes, the five themes, and the reporting rounds with each unit's submission."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from pvi.organisation.models import Unit
from themes.querysets import RoundQuerySet


@pghistory.track()
class Programme(models.Model):
    """A programme; an earlier one is history: browsable, never counted."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField("naam", max_length=120, unique=True)
    starts_on = models.DateField("begint op")
    ends_on = models.DateField("eindigt op", null=True, blank=True)
    is_history = models.BooleanField("is geschiedenis")
    description = models.TextField("omschrijving", blank=True)
    is_fictitious = models.BooleanField("bevat fictieve gegevens", default=False)

    class Meta:
        ordering = ["is_history", "-starts_on"]
        verbose_name = "programma"
        verbose_name_plural = "programma's"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="programme_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Theme(models.Model):
    """One of the schijf van vijf."""

    code = models.CharField(max_length=10, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    number = models.PositiveSmallIntegerField("nummer", unique=True)
    name = models.CharField("naam", max_length=80)
    aim = models.TextField("wil")
    approach = models.TextField("weg")
    slogan = models.CharField("slogan", max_length=160)

    class Meta:
        ordering = ["number"]
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        constraints = [
            models.CheckConstraint(condition=Q(number__range=(1, 5)), name="theme_number_one_to_five")
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Round(models.Model):
    """A reporting round (rapportageronde), by default the tertaal."""

    period_code = models.CharField("tijdvak", max_length=9, unique=True)
    period_start = models.DateField("van")
    period_end = models.DateField("tot en met")
    opens_on = models.DateField("inleveren vanaf")
    due_on = models.DateField("inleveren tot en met")

    objects: ClassVar[RoundQuerySet] = RoundQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["period_start"]
        verbose_name = "ronde"
        verbose_name_plural = "rondes"
        constraints = [
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="round_period_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("opens_on")), name="round_due_after_opening"),
        ]

    def __str__(self) -> str:
        return f"tertaal {self.period_code[-1]} {self.period_start.year}"


class SubmissionState(models.TextChoices):
    OPEN = "open", "open"
    SUBMITTED = "submitted", "ingediend"
    RETURNED = "returned", "teruggestuurd"
    SIGNED_OFF = "signed_off", "vastgesteld"


@pghistory.track()
class Submission(models.Model):
    """What one unit hands in for one round; signed off by somebody else, and then closed for good."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="submissions", verbose_name="ronde")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="submissions", verbose_name="eenheid")
    state = models.CharField("stand", max_length=10, choices=SubmissionState, default=SubmissionState.OPEN)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ingediend door",
    )
    submitted_at = models.DateTimeField("ingediend op", null=True, blank=True)
    returned_reason = models.TextField("reden van terugsturen", blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vastgesteld door",
    )
    signed_at = models.DateTimeField("vastgesteld op", null=True, blank=True)

    class Meta:
        ordering = ["round", "unit"]
        verbose_name = "inzending"
        verbose_name_plural = "inzendingen"
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="submission_once_per_round"),
            models.CheckConstraint(
                condition=Q(state__in=SubmissionState.values), name="submission_state_known"
            ),
            models.CheckConstraint(
                condition=Q(signed_by__isnull=True)
                | Q(submitted_by__isnull=True)
                | ~Q(signed_by=F("submitted_by")),
                name="submission_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(state="signed_off")
                | Q(submitted_by__isnull=False, signed_by__isnull=False, signed_at__isnull=False),
                name="submission_signed_has_signer",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(returned_reason=""), name="submission_returned_has_reason"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="signed_off_is_closed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="signed_off"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.round}: {self.get_state_display()}"
