"""Motions, commitments and recommendations, how they stand, and the money that came with them."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from measures.models.measure import Measure
from measures.querysets import CommitmentQuerySet
from pvi.records.models import DatePrecision, Source
from themes.models import Theme


class CommitmentKind(models.TextChoices):
    MOTION = "motion", "motie"
    COMMITMENT = "commitment", "toezegging"
    RECOMMENDATION = "recommendation", "aanbeveling"


class CommitmentStatus(models.TextChoices):
    IN_PROGRESS = "in_progress", "In uitvoering"
    UNDER_INVESTIGATION = "under_investigation", "In onderzoek"
    ONGOING = "ongoing", "Doorlopend"
    SETTLED = "settled", "Afgedaan"
    HISTORICAL = "historical", "Historisch"


@pghistory.track()
class Commitment(models.Model):
    """Something promised to or asked by parliament or another outside body."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField("soort", max_length=16, choices=CommitmentKind)
    name = models.CharField("naam", max_length=240)
    chamber = models.CharField("kamer of instantie", max_length=60)
    given_on = models.DateField("datum", null=True, blank=True)
    given_precision = models.CharField(
        "zekerheid van de datum", max_length=10, choices=DatePrecision, blank=True
    )
    document = models.CharField("Kamerstuk", max_length=120, blank=True)
    description = models.TextField("omschrijving")
    responsible_role = models.CharField("verantwoordelijke", max_length=120)
    term_text = models.CharField("termijn zoals in de bron", max_length=240, blank=True)
    term_on = models.DateField("termijn als datum", null=True, blank=True)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="commitments", verbose_name="thema"
    )
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="commitments", verbose_name="maatregelen"
    )
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    source_text = models.CharField("vindplaats", max_length=400, blank=True)
    is_public = models.BooleanField("openbaar", default=True)

    objects: ClassVar[CommitmentQuerySet] = CommitmentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["code"]
        verbose_name = "toezegging"
        verbose_name_plural = "toezeggingen"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=CommitmentKind.values), name="commitment_kind_known"),
            models.CheckConstraint(
                condition=Q(given_on__isnull=True, given_precision="")
                | (Q(given_on__isnull=False) & ~Q(given_precision="")),
                name="commitment_date_has_precision",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        """The code as it stands in an address."""
        return self.code.lower()


class CommitmentStatusReport(models.Model):
    """How a commitment stood on a day, according to a source; never changed, a newer one follows it."""

    commitment = models.ForeignKey(
        Commitment, models.PROTECT, related_name="reports", verbose_name="toezegging"
    )
    reported_on = models.DateField("datum")
    status = models.CharField("stand", max_length=20, choices=CommitmentStatus)
    text = models.TextField("toelichting", blank=True)
    answered_in = models.CharField("beantwoord in", max_length=240, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    class Meta:
        ordering = ["-reported_on", "-pk"]
        verbose_name = "stand van een toezegging"
        verbose_name_plural = "standen van toezeggingen"
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "reported_on"], name="commitment_report_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(status__in=CommitmentStatus.values), name="commitment_status_known"
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.commitment}: {self.get_status_display()}"


@pghistory.track()
class Funding(models.Model):
    """Money of one motion in one year, in millions of euro."""

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField("naam", max_length=120)
    year = models.PositiveSmallIntegerField("jaar")
    amount_millions = models.DecimalField("bedrag in mln euro", max_digits=8, decimal_places=3)
    total_millions = models.DecimalField(
        "totaal in mln euro", max_digits=8, decimal_places=3, null=True, blank=True
    )
    purpose = models.TextField("doel")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, verbose_name="thema")
    commitment = models.ForeignKey(
        Commitment, models.PROTECT, null=True, blank=True, related_name="funding", verbose_name="motie"
    )
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    source_text = models.CharField("vindplaats", max_length=400, blank=True)

    class Meta:
        ordering = ["name", "year"]
        verbose_name = "middelen"
        verbose_name_plural = "middelen"
        constraints = [
            models.UniqueConstraint(fields=["name", "year"], name="funding_once_a_year"),
            models.CheckConstraint(condition=Q(amount_millions__gte=0), name="funding_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"
