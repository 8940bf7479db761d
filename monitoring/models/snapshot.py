"""Snapshots (momentopnamen): protected, versioned rows, all that readers see of figures and progress.

A row is valid for knowledge from `known_from` until `known_until`; a change closes it and adds one. What was
known on a day of the situation on that day can always be read again.
"""

from typing import Any, ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from measures.models import Measure
from measures.models.measure import STATUS_CHOICES
from monitoring.models.choices import CERTAINTIES, INDICATOR_STATUSES, NOTHINGS, OPERATORS
from monitoring.models.indicator import Indicator, unit_or_group
from monitoring.querysets import SnapshotQuerySet
from pvi.organisation.models import Unit, UnitGroup
from themes.models import Theme


class SnapshotRun(models.Model):
    """One computation for one unit: when it read its inputs and what it wrote."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="snapshot_runs", verbose_name="eenheid")
    month_from = models.DateField("vanaf maand")
    month_until = models.DateField("tot en met maand")
    started_at = models.DateTimeField("begonnen", db_default=Now())
    finished_at = models.DateTimeField("klaar", null=True)
    rows_added = models.PositiveIntegerField("toegevoegd", default=0)
    rows_closed = models.PositiveIntegerField("gesloten", default=0)

    class Meta:
        ordering = ["-started_at"]
        verbose_name = "rekenronde"
        verbose_name_plural = "rekenrondes"

    def __str__(self) -> str:
        return f"{self.unit} {self.started_at:%d-%m-%Y %H:%M}"


class Versioned(models.Model):
    """A row that is closed and followed, never overwritten."""

    known_from = models.DateTimeField("bekend sinds")
    known_until = models.DateTimeField("bekend tot", null=True)
    run = models.ForeignKey(SnapshotRun, models.PROTECT, related_name="+", verbose_name="rekenronde")

    class Meta:
        abstract = True


def closes_only(name: str) -> list[Any]:
    """A snapshot row may be closed; nothing else about it may change, and it is never deleted."""
    return [
        pgtrigger.ReadOnly(name=f"{name}_only_closed", exclude=["known_until"]),
        pgtrigger.Protect(name=f"{name}_no_delete", operation=pgtrigger.Delete),
    ]


class FigureSnapshot(Versioned):
    """The protected figure of one period, rolled up or delivered; the series behind every trend."""

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="eenheid")
    group = models.ForeignKey(UnitGroup, models.PROTECT, null=True, related_name="+", verbose_name="groep")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures", verbose_name="indicator")
    disaggregation = models.CharField("uitsplitsing", max_length=120, blank=True)
    period_code = models.CharField("tijdvak", max_length=9)
    period_start = models.DateField("van")
    period_end = models.DateField("tot en met")
    definition_number = models.PositiveSmallIntegerField("versie van de definitie")
    value = models.DecimalField("waarde", max_digits=18, decimal_places=6, null=True)
    numerator = models.DecimalField("teller", max_digits=18, decimal_places=4, null=True)
    denominator = models.DecimalField("noemer", max_digits=18, decimal_places=4, null=True)
    nothing = models.CharField("geen waarde", max_length=15, choices=NOTHINGS, blank=True)
    certainty = models.CharField("stand", max_length=12, choices=CERTAINTIES)
    parts = models.PositiveSmallIntegerField("onderdelen", null=True)
    expected_parts = models.PositiveSmallIntegerField("onderdelen verwacht", null=True)
    contradicts = models.BooleanField("wijkt af van de onderdelen", default=False)
    is_revised = models.BooleanField("herzien", default=False)
    source_text = models.CharField("vindplaats", max_length=400, blank=True)
    remark = models.TextField("opmerking", blank=True)

    objects: ClassVar[SnapshotQuerySet[Any]] = SnapshotQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["indicator", "period_start"]
        verbose_name = "cijfer in momentopname"
        verbose_name_plural = "cijfers in momentopnamen"
        constraints = [
            unit_or_group("figure_unit_or_group"),
            models.UniqueConstraint(
                fields=["unit", "group", "indicator", "disaggregation", "period_code"],
                condition=Q(known_until__isnull=True),
                name="figure_one_open",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=~Q(nothing="suppressed")
                | Q(value__isnull=True, numerator__isnull=True, denominator__isnull=True),
                name="figure_suppressed_is_empty",
            ),
        ]
        indexes = [models.Index(fields=["indicator", "unit", "period_start"], name="figure_series")]
        triggers = closes_only("figure")

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_code}"


class IndicatorSnapshot(Versioned):
    """What holds of one indicator in a month: value with its own period, path, status or kind of nothing."""

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="eenheid")
    group = models.ForeignKey(UnitGroup, models.PROTECT, null=True, related_name="+", verbose_name="groep")
    month = models.DateField("maand")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="snapshots", verbose_name="indicator"
    )
    disaggregation = models.CharField("uitsplitsing", max_length=120, blank=True)
    definition_number = models.PositiveSmallIntegerField("versie van de definitie")
    value = models.DecimalField("waarde", max_digits=18, decimal_places=6, null=True)
    period_code = models.CharField("tijdvak", max_length=9, blank=True)
    period_end = models.DateField("einde van het tijdvak", null=True)
    nothing = models.CharField("geen waarde", max_length=15, choices=NOTHINGS, blank=True)
    is_old = models.BooleanField("oud cijfer", default=False)
    due_on = models.DateField("volgend cijfer uiterlijk", null=True)
    certainty = models.CharField("stand", max_length=12, choices=CERTAINTIES, blank=True)
    parts = models.PositiveSmallIntegerField("onderdelen", null=True)
    expected_parts = models.PositiveSmallIntegerField("onderdelen verwacht", null=True)
    status = models.CharField("status", max_length=10, choices=INDICATOR_STATUSES, blank=True)
    reason = models.CharField("regel die besliste", max_length=24, blank=True)
    expected = models.DecimalField("verwacht", max_digits=18, decimal_places=6, null=True)
    attainment = models.DecimalField("bereikt deel", max_digits=18, decimal_places=6, null=True)
    baseline_value = models.DecimalField("nulmeting", max_digits=18, decimal_places=6, null=True)
    baseline_day = models.DateField("dag van de nulmeting", null=True)
    target_value = models.DecimalField("streefwaarde", max_digits=18, decimal_places=6, null=True)
    target_day = models.DateField("streefdatum", null=True)
    target_operator = models.CharField("teken", max_length=10, choices=OPERATORS, blank=True)
    path = models.JSONField(
        "pad", default=list, help_text="Nulmeting en streefwaarden: paren van dag en waarde."
    )
    has_interpretation = models.BooleanField("heeft duiding", default=False)

    objects: ClassVar[SnapshotQuerySet[Any]] = SnapshotQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["month", "indicator"]
        verbose_name = "momentopname van een indicator"
        verbose_name_plural = "momentopnamen van indicatoren"
        constraints = [
            unit_or_group("indicator_snapshot_unit_or_group"),
            models.UniqueConstraint(
                fields=["unit", "group", "month", "indicator", "disaggregation"],
                condition=Q(known_until__isnull=True),
                name="indicator_snapshot_one_open",
                nulls_distinct=False,
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "month"], name="indicator_snapshot_page"),
            models.Index(fields=["indicator", "month"], name="indicator_snapshot_units"),
        ]
        triggers = closes_only("indicator_snapshot")

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.month:%Y-%m}"


class MeasureSnapshot(Versioned):
    """How one measure stood in one month, by the rules and as reported."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="eenheid")
    month = models.DateField("maand")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="snapshots", verbose_name="maatregel")
    status = models.CharField("status", max_length=12, choices=STATUS_CHOICES)
    manual_status = models.CharField("gekozen status", max_length=12, choices=STATUS_CHOICES, blank=True)
    manual_reason = models.TextField("reden van de afwijking", blank=True)
    planned = models.DecimalField("gepland deel", max_digits=9, decimal_places=6, null=True)
    actual = models.DecimalField("gereed deel", max_digits=9, decimal_places=6, null=True)
    overdue_milestones = models.PositiveSmallIntegerField("mijlpalen te laat", default=0)
    overdue_since = models.DateField("te laat sinds", null=True)
    last_update_on = models.DateField("laatste melding", null=True)
    is_stale = models.BooleanField("verouderd", default=False)
    result_count = models.DecimalField("resultaat", max_digits=14, decimal_places=4, null=True)
    milestones = models.JSONField(
        "mijlpalen", default=list, help_text="Per mijlpaal: titel, termijn, gehaald op."
    )

    objects: ClassVar[SnapshotQuerySet[Any]] = SnapshotQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["month", "measure"]
        verbose_name = "momentopname van een maatregel"
        verbose_name_plural = "momentopnamen van maatregelen"
        constraints = [
            models.UniqueConstraint(
                fields=["month", "measure"],
                condition=Q(known_until__isnull=True),
                name="measure_snapshot_one_open",
            )
        ]
        indexes = [models.Index(fields=["unit", "month"], name="measure_snapshot_page")]
        triggers = closes_only("measure_snapshot")

    def __str__(self) -> str:
        return f"{self.measure_id} {self.month:%Y-%m}"


class ThemeSnapshot(Versioned):
    """One theme of one unit in one month; without a theme it is the whole unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="eenheid")
    month = models.DateField("maand")
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, related_name="snapshots", verbose_name="thema"
    )
    status = models.CharField("status", max_length=12, choices=STATUS_CHOICES)
    planned = models.DecimalField("gepland deel", max_digits=9, decimal_places=6, null=True)
    actual = models.DecimalField("gereed deel", max_digits=9, decimal_places=6, null=True)
    planned_weight = models.DecimalField("gepland gewicht", max_digits=14, decimal_places=2, default=0)
    done_weight = models.DecimalField("gereed gewicht", max_digits=14, decimal_places=2, default=0)
    total_weight = models.DecimalField("totaal gewicht", max_digits=14, decimal_places=2, default=0)
    measures = models.PositiveIntegerField("maatregelen", default=0)
    measure_counts = models.JSONField("maatregelen per status", default=dict)
    overdue = models.PositiveIntegerField("te laat", default=0)
    stale = models.PositiveIntegerField("verouderd", default=0)
    oldest_update_on = models.DateField("oudste melding", null=True)
    latest_update_on = models.DateField("nieuwste melding", null=True)
    indicator_counts = models.JSONField("indicatoren per status", default=dict)
    nothing_counts = models.JSONField("indicatoren zonder waarde", default=dict)
    figures = models.PositiveIntegerField("cijfers", default=0)
    figures_interpreted = models.PositiveIntegerField("cijfers met duiding", default=0)
    parts = models.PositiveSmallIntegerField("onderdelen met stand", null=True)
    expected_parts = models.PositiveSmallIntegerField("onderdelen", null=True)

    objects: ClassVar[SnapshotQuerySet[Any]] = SnapshotQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["month", "unit", "theme"]
        verbose_name = "momentopname van een thema"
        verbose_name_plural = "momentopnamen van thema's"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "month", "theme"],
                condition=Q(known_until__isnull=True),
                name="theme_snapshot_one_open",
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["month", "unit"], name="theme_snapshot_table")]
        triggers = closes_only("theme_snapshot")

    def __str__(self) -> str:
        return f"{self.unit_id} {self.theme_id} {self.month:%Y-%m}"
