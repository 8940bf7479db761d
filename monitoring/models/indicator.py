"""Indicators, how they are defined through time, and what is aimed at."""

from typing import Any, ClassVar

import pghistory
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from measures.models import Measure
from monitoring.models.choices import (
    DIRECTIONS,
    FREQUENCIES,
    OPERATORS,
    ROLL_UPS,
    SENSITIVITIES,
    TIME_RULES,
    Supplier,
    values,
)
from monitoring.querysets import IndicatorQuerySet
from pvi.organisation.due import marks_every_unit_due, marks_unit_due
from pvi.organisation.models import Unit, UnitGroup
from pvi.records.models import Source
from themes.models import Theme


class Perspective(models.TextChoices):
    CITIZEN = "citizen", "Wat merkt de burger"
    EMPLOYEE = "employee", "Wat merkt de medewerker"
    REALISATION = "realisation", "Realisatie"
    LEARNING = "learning", "Leren"


def unit_or_group(name: str) -> models.CheckConstraint:
    """A row concerns one unit or one reporting group, never both."""
    condition = Q(unit__isnull=False, group__isnull=True) | Q(unit__isnull=True, group__isnull=False)
    return models.CheckConstraint(condition=condition, name=name)


@pghistory.track()
class Indicator(models.Model):
    """Something that is followed in figures; what it means exactly stands in its definition versions."""

    code = models.CharField(max_length=20, unique=True)
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name="thema",
        help_text="Leeg: over alle thema's heen.",
    )
    name = models.CharField("naam", max_length=160)
    perspective = models.CharField("perspectief", max_length=12, choices=Perspective)
    instrument = models.CharField("instrument of bron", max_length=160, blank=True)
    disaggregation = models.CharField("uitsplitsing", max_length=160, blank=True)
    target_text = models.CharField("streefwaarde zoals in de bron", max_length=240, blank=True)
    source_text = models.CharField("vindplaats", max_length=400, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    owner_role = models.CharField("eigenaar", max_length=120, blank=True)
    is_public = models.BooleanField("openbaar", default=False)

    objects: ClassVar[IndicatorQuerySet] = IndicatorQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["code"]
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        constraints = [
            models.CheckConstraint(
                condition=Q(perspective__in=Perspective.values), name="indicator_perspective_known"
            )
        ]
        triggers = marks_every_unit_due()

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        """The code as it stands in an address."""
        return self.code.lower()


@pghistory.track()
class DefinitionVersion(models.Model):
    """How an indicator is counted from a day on; a version that breaks the series starts a new line."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="definitions", verbose_name="indicator"
    )
    number = models.PositiveSmallIntegerField("versie")
    effective_from = models.DateField("geldig vanaf")
    effective_until = models.DateField("geldig tot en met", null=True, blank=True)
    text = models.TextField("definitie")
    change_note = models.TextField("wat er veranderde", blank=True)
    breaks_series = models.BooleanField("reeksbreuk", default=False)
    scale_label = models.CharField("eenheid van de meting", max_length=60)
    scale_factor = models.DecimalField("factor", max_digits=10, decimal_places=3, default=1)
    is_average = models.BooleanField("gemiddelde: teller gedeeld door noemer", default=False)
    decimals = models.PositiveSmallIntegerField("decimalen", default=0, validators=[MaxValueValidator(4)])
    direction = models.CharField("richting", max_length=8, choices=DIRECTIONS)
    tolerance = models.DecimalField("tolerantie", max_digits=14, decimal_places=4, null=True, blank=True)
    margin = models.DecimalField("marge", max_digits=5, decimal_places=4, default="0.10")
    frequency = models.CharField("frequentie", max_length=12, choices=FREQUENCIES)
    lag_months = models.PositiveSmallIntegerField("publicatievertraging in maanden")
    supplier = models.CharField("aanleverder", max_length=10, choices=Supplier)
    time_rule = models.CharField("tijdregel", max_length=10, choices=TIME_RULES)
    roll_up = models.CharField("optelregel", max_length=10, choices=ROLL_UPS)
    numerator_meaning = models.CharField("teller", max_length=160, blank=True)
    denominator_meaning = models.CharField("noemer", max_length=160, blank=True)
    per_unit = models.BooleanField("bestaat per eenheid", default=True)
    not_applicable_to = models.JSONField(
        "niet van toepassing op",
        default=list,
        blank=True,
        help_text="Codes van eenheden en soorten van eenheden.",
    )
    sensitivity_korps = models.CharField("gevoeligheid korps", max_length=15, choices=SENSITIVITIES)
    sensitivity_unit = models.CharField("gevoeligheid eenheid", max_length=15, choices=SENSITIVITIES)
    sensitivity_team = models.CharField("gevoeligheid team", max_length=15, choices=SENSITIVITIES)
    threshold = models.PositiveSmallIntegerField("drempel", default=10)

    class Meta:
        ordering = ["indicator", "number"]
        verbose_name = "definitieversie"
        verbose_name_plural = "definitieversies"
        constraints = [
            models.UniqueConstraint(fields=["indicator", "number"], name="definition_number_once"),
            models.UniqueConstraint(fields=["indicator", "effective_from"], name="definition_day_once"),
            models.CheckConstraint(
                condition=Q(direction__in=values(DIRECTIONS)), name="definition_direction_known"
            ),
            models.CheckConstraint(
                condition=~Q(direction="hold") | Q(tolerance__isnull=False),
                name="definition_hold_has_tolerance",
            ),
            models.CheckConstraint(
                condition=Q(effective_until__isnull=True) | Q(effective_until__gte=F("effective_from")),
                name="definition_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(scale_factor__gt=0), name="definition_factor_positive"),
            models.CheckConstraint(
                condition=Q(margin__gte=0, margin__lte=1), name="definition_margin_is_share"
            ),
            models.CheckConstraint(condition=Q(threshold__gte=1), name="definition_threshold_positive"),
        ]
        triggers = marks_every_unit_due()

    def __str__(self) -> str:
        return f"{self.indicator.code} versie {self.number}"

    def applies_to(self, unit: Unit) -> bool:
        """Whether this indicator exists for this unit at all."""
        return unit.code not in self.not_applicable_to and unit.kind not in self.not_applicable_to

    def sensitivity_of(self, unit: Unit) -> str:
        """How sensitive a figure is at the level of this unit: korps, eenheid or team."""
        if unit.is_korps:
            return self.sensitivity_korps
        return self.sensitivity_team if unit.kind in {"district", "team"} else self.sensitivity_unit


class Aim(models.Model):
    """What a baseline and a target share: value, version, source, and since when it is known."""

    # unit and group are declared by the two models below, each with a name of its own in the other direction.
    value = models.DecimalField("waarde", max_digits=18, decimal_places=6)
    version = models.PositiveSmallIntegerField("versie", default=1)
    reason = models.TextField("reden van de wijziging", blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    source_text = models.CharField("vindplaats", max_length=400, blank=True)
    note = models.TextField("toelichting", blank=True)
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    class Meta:
        abstract = True


AIM_UNITS = "COALESCE(changed.unit_id, (SELECT id FROM organisation_unit WHERE kind = 'korps'))"


@pghistory.track()
class Baseline(Aim):
    """The value from which progress is measured (nulmeting)."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="baselines", verbose_name="indicator"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="eenheid"
    )
    group = models.ForeignKey(
        UnitGroup, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="groep"
    )
    day = models.DateField("peildag")
    definition_number = models.PositiveSmallIntegerField("versie van de definitie", default=1)

    class Meta:
        ordering = ["indicator", "unit", "day", "version"]
        verbose_name = "nulmeting"
        verbose_name_plural = "nulmetingen"
        constraints = [
            unit_or_group("baseline_unit_or_group"),
            models.UniqueConstraint(
                fields=["indicator", "unit", "group", "version"],
                name="baseline_version_once",
                nulls_distinct=False,
            ),
        ]
        triggers = marks_unit_due(AIM_UNITS)

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.value}"


@pghistory.track()
class Target(Aim):
    """What is aimed at on a day (streefwaarde); the source may give no year."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets", verbose_name="indicator")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="eenheid"
    )
    group = models.ForeignKey(
        UnitGroup, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="groep"
    )
    day = models.DateField("uiterlijk", null=True, blank=True)
    operator = models.CharField("teken", max_length=10, choices=OPERATORS)

    class Meta:
        ordering = ["indicator", "unit", "day", "version"]
        verbose_name = "streefwaarde"
        verbose_name_plural = "streefwaarden"
        constraints = [
            unit_or_group("target_unit_or_group"),
            models.UniqueConstraint(
                fields=["indicator", "unit", "group", "day", "version"],
                name="target_version_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(operator__in=values(OPERATORS)), name="target_operator_known"),
        ]
        triggers = marks_unit_due(AIM_UNITS)

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.day or 'zonder jaar'}: {self.value}"


class Evidence(models.TextChoices):
    PLAUSIBLE = "plausible", "aannemelijk"
    MONITORED = "monitored", "gevolgd"
    EVALUATED = "evaluated", "geëvalueerd"


@pghistory.track()
class MeasureIndicatorLink(models.Model):
    """Which measure is meant to move which indicator, how, and how strong the evidence is."""

    measure = models.ForeignKey(
        Measure, models.PROTECT, related_name="indicator_links", verbose_name="maatregel"
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="measure_links", verbose_name="indicator"
    )
    mechanism = models.CharField("hoe", max_length=240)
    evidence = models.CharField("bewijs", max_length=10, choices=Evidence)

    class Meta:
        ordering = ["measure", "indicator"]
        verbose_name = "koppeling"
        verbose_name_plural = "koppelingen"
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["measure", "indicator"], name="link_once"),
            models.CheckConstraint(condition=Q(evidence__in=Evidence.values), name="link_evidence_known"),
        ]

    def __str__(self) -> str:
        return f"{self.measure.code} > {self.indicator.code}"
