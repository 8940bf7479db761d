"""Measures, and what is planned, reported and decided about them."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from measures.querysets import MeasureQuerySet, ProgressUpdateQuerySet
from measures.status import MeasureStatus
from pvi.organisation.due import marks_unit_due
from pvi.organisation.models import Unit
from pvi.records.models import DatePrecision, Source
from themes.models import Programme, Theme

STATUS_CHOICES = [
    (MeasureStatus.NOT_STARTED.value, "Niet gestart"),
    (MeasureStatus.IN_PROGRESS.value, "Loopt"),
    (MeasureStatus.ON_TRACK.value, "Op koers"),
    (MeasureStatus.AT_RISK.value, "Aandacht nodig"),
    (MeasureStatus.BEHIND.value, "Achter"),
    (MeasureStatus.OVERDUE.value, "Te laat"),
    (MeasureStatus.DONE.value, "Gereed"),
    (MeasureStatus.STOPPED.value, "Gestopt"),
    (MeasureStatus.UNKNOWN.value, "Stand onbekend"),
]


class Level(models.TextChoices):
    NATIONAL = "national", "landelijk"
    UNIT = "unit", "eenheid"


class Obligation(models.TextChoices):
    MANDATORY = "mandatory", "verplicht"
    OPTIONAL = "optional", "optioneel"


@pghistory.track()
class Measure(models.Model):
    """A measure: national, or of one eenheid, possibly the translation of a national one."""

    code = models.CharField(max_length=30, unique=True)
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="measures", verbose_name="programma"
    )
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name="thema",
        help_text="Leeg: over alle thema's heen.",
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="measures", verbose_name="eenheid")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name="landelijke maatregel",
    )
    level = models.CharField("niveau", max_length=10, choices=Level)
    title = models.CharField("titel", max_length=240)
    description = models.TextField("omschrijving", blank=True)
    executor_role = models.CharField("uitvoerder", max_length=240, blank=True)
    period_text = models.CharField("looptijd zoals in de bron", max_length=240, blank=True)
    starts_on = models.DateField("begint op", null=True, blank=True)
    ends_on = models.DateField("eindigt op", null=True, blank=True)
    obligation = models.CharField("verplichting", max_length=10, choices=Obligation, blank=True)
    obliged_by = models.CharField("verplicht door", max_length=120, blank=True)
    capacity = models.TextField("capaciteit", blank=True)
    result_goal = models.TextField("resultaatdoel", blank=True)
    result_goal_count = models.DecimalField("aantal", max_digits=14, decimal_places=4, null=True, blank=True)
    result_goal_unit = models.CharField("eenheid van het aantal", max_length=80, blank=True)
    focus_point = models.CharField("focuspunt", max_length=240, blank=True)
    budget_note = models.TextField("toelichting op het budget", blank=True)
    added_since = models.DateField("toegevoegd sinds", null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    source_text = models.CharField("vindplaats", max_length=400, blank=True)
    is_public = models.BooleanField("openbaar", default=False)
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    objects: ClassVar[MeasureQuerySet] = MeasureQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["code"]
        verbose_name = "maatregel"
        verbose_name_plural = "maatregelen"
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="measure_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="measure_level_known"),
            models.CheckConstraint(
                condition=Q(obligation="") | Q(obligation__in=Obligation.values),
                name="measure_obligation_known",
            ),
            models.CheckConstraint(
                condition=Q(result_goal_count__isnull=True) | Q(result_goal_count__gte=0),
                name="measure_goal_not_negative",
            ),
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="measure_not_its_own_parent"),
        ]
        triggers = marks_unit_due("unit_id")

    def __str__(self) -> str:
        return self.title

    @property
    def slug(self) -> str:
        """The code as it stands in an address."""
        return self.code.lower()

    @property
    def is_history(self) -> bool:
        """Of an earlier programme: browsable, never counted, never updated."""
        return self.programme.is_history

    @property
    def is_national(self) -> bool:
        return self.level == Level.NATIONAL


@pghistory.track()
class Milestone(models.Model):
    """A step of a measure with a due date and a weight."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="milestones", verbose_name="maatregel")
    title = models.CharField("mijlpaal", max_length=240)
    due_on = models.DateField("termijn")
    due_precision = models.CharField(
        "zekerheid van de termijn", max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    weight = models.DecimalField("gewicht", max_digits=8, decimal_places=2, default=1)
    done_on = models.DateField("gehaald op", null=True, blank=True)
    done_known_from = models.DateTimeField("als gehaald bekend sinds", null=True, blank=True)
    note = models.TextField("toelichting", blank=True)
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        constraints = [
            models.UniqueConstraint(fields=["measure", "title"], name="milestone_title_once"),
            models.CheckConstraint(condition=Q(weight__gt=0), name="milestone_weight_positive"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_known_from__isnull=True)
                | Q(done_on__isnull=False, done_known_from__isnull=False),
                name="milestone_done_is_known",
            ),
        ]
        triggers = marks_unit_due("m.unit_id", join="JOIN measures_measure m ON m.id = changed.measure_id")

    def __str__(self) -> str:
        return self.title


class ProgressUpdate(models.Model):
    """What somebody reported about a measure on a day; never changed, a newer one follows it."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="updates", verbose_name="maatregel")
    reported_on = models.DateField("datum")
    status = models.CharField("status", max_length=12, choices=STATUS_CHOICES, blank=True)
    is_manual = models.BooleanField("wijkt af van de rekenregels", default=False)
    reason = models.TextField("reden van de afwijking", blank=True)
    text = models.TextField("stand van zaken", blank=True)
    friction = models.TextField("wat werkt niet", blank=True)
    friction_is_internal = models.BooleanField("schuring alleen intern", default=False)
    lesson = models.TextField("wat we leerden", blank=True)
    next_step = models.TextField("volgende stap", blank=True)
    next_step_on = models.DateField("volgende stap uiterlijk", null=True, blank=True)
    result_count = models.DecimalField(
        "resultaat tot nu toe", max_digits=14, decimal_places=4, null=True, blank=True
    )
    evidence = models.TextField("bewijsstuk", blank=True)
    is_confirmation = models.BooleanField("bevestigd zonder wijziging", default=False)
    is_public = models.BooleanField("openbaar", default=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name="door"
    )
    author_role = models.CharField("rol", max_length=80)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    objects: ClassVar[ProgressUpdateQuerySet] = ProgressUpdateQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-reported_on", "-pk"]
        verbose_name = "voortgangsmelding"
        verbose_name_plural = "voortgangsmeldingen"
        indexes = [models.Index(fields=["measure", "-reported_on", "-id"], name="update_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="") | Q(status__in=[s.value for s in MeasureStatus]),
                name="update_status_known",
            ),
            models.CheckConstraint(
                condition=Q(is_manual=False) | (~Q(status="") & ~Q(reason="")),
                name="update_manual_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(result_count__isnull=True) | Q(result_count__gte=0),
                name="update_count_not_negative",
            ),
        ]
        triggers = [
            *marks_unit_due(
                "m.unit_id",
                join="JOIN measures_measure m ON m.id = changed.measure_id",
                since="min(reported_on)",
            ),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.reported_on:%d-%m-%Y}"


@pghistory.track()
class Decision(models.Model):
    """A decision that a measure asks of the management, and its outcome."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="decisions", verbose_name="maatregel")
    question = models.TextField("gevraagd besluit")
    asked_of = models.CharField("gevraagd aan", max_length=120, blank=True)
    asked_on = models.DateField("gevraagd op", null=True, blank=True)
    outcome = models.TextField("uitkomst", blank=True)
    decided_on = models.DateField("besloten op", null=True, blank=True)

    class Meta:
        ordering = ["measure", "asked_on", "pk"]
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [
            models.UniqueConstraint(fields=["measure", "question"], name="decision_asked_once"),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | ~Q(outcome=""), name="decision_taken_has_outcome"
            ),
        ]

    def __str__(self) -> str:
        return self.question


@pghistory.track()
class BudgetLine(models.Model):
    """One version of one budget figure; sources contradict each other, so every version keeps its source."""

    measure = models.ForeignKey(
        Measure, models.PROTECT, related_name="budget_lines", verbose_name="maatregel"
    )
    item = models.CharField("post", max_length=160, blank=True)
    version = models.PositiveSmallIntegerField("versie", default=1)
    amount = models.DecimalField("bedrag in euro", max_digits=14, decimal_places=2)
    basis = models.CharField("grondslag", max_length=40, blank=True)
    condition = models.TextField("voorwaarde", blank=True)
    note = models.TextField("toelichting", blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")

    class Meta:
        ordering = ["measure", "item", "version"]
        verbose_name = "begrotingspost"
        verbose_name_plural = "begrotingsposten"
        constraints = [
            models.UniqueConstraint(fields=["measure", "item", "version"], name="budget_version_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="budget_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.item} v{self.version}"


@pghistory.track()
class Dependency(models.Model):
    """A measure that waits for another."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="waits_for", verbose_name="maatregel")
    needs = models.ForeignKey(Measure, models.PROTECT, related_name="needed_by", verbose_name="heeft nodig")
    note = models.TextField("toelichting", blank=True)

    class Meta:
        verbose_name = "afhankelijkheid"
        verbose_name_plural = "afhankelijkheden"
        constraints = [
            models.UniqueConstraint(fields=["measure", "needs"], name="dependency_once"),
            models.CheckConstraint(condition=~Q(measure=F("needs")), name="dependency_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} heeft {self.needs} nodig"
