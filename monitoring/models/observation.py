"""What was measured, and what people say that it means."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from measures.models import Measure
from monitoring.models.choices import CERTAINTIES, values
from monitoring.models.indicator import Indicator
from monitoring.querysets import InterpretationQuerySet
from pvi.organisation.due import marks_unit_due
from pvi.organisation.models import Unit
from pvi.records.models import Source
from themes.models import Round, Theme

# Of a percentage the numerator is a part of the denominator; of an average, such as days per case, it is not.
PART_OF_WHOLE = """
IF EXISTS (
    SELECT 1 FROM new_rows n
    JOIN monitoring_definitionversion d ON d.indicator_id = n.indicator_id
        AND d.effective_from <= n.period_end AND COALESCE(d.effective_until >= n.period_end, TRUE)
    WHERE d.scale_factor = 100 AND n.numerator > n.denominator
) THEN
    RAISE EXCEPTION 'observation_part_of_whole: the numerator is above the denominator'
        USING ERRCODE = '23514';
END IF;
RETURN NULL;
"""


class Observation(models.Model):
    """One figure of one unit over one period; a correction is a new row that says why."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="observations", verbose_name="indicator"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="observations", verbose_name="eenheid")
    period_code = models.CharField("tijdvak", max_length=9)
    period_start = models.DateField("van")
    period_end = models.DateField("tot en met")
    disaggregation = models.CharField("uitsplitsing", max_length=120, blank=True)
    value = models.DecimalField("waarde", max_digits=18, decimal_places=6, null=True, blank=True)
    numerator = models.DecimalField("teller", max_digits=18, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField("noemer", max_digits=18, decimal_places=4, null=True, blank=True)
    nothing = models.CharField(
        "geen waarde",
        max_length=15,
        blank=True,
        choices=[("not_applicable", "niet van toepassing"), ("suppressed", "afgeschermd bij de bron")],
    )
    certainty = models.CharField("stand", max_length=12, choices=CERTAINTIES)
    revision = models.PositiveSmallIntegerField("herziening", default=1)
    is_current = models.BooleanField("geldt nu", default=True)
    reason = models.TextField("reden van de herziening", blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    source_text = models.CharField("vindplaats", max_length=400, blank=True)
    reference = models.CharField("adres of Kamerstuk", max_length=500, blank=True)
    remark = models.TextField("opmerking", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name="door"
    )
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    class Meta:
        ordering = ["indicator", "unit", "period_start", "disaggregation"]
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "indicator", "period_code", "disaggregation", "certainty"],
                condition=Q(is_current=True),
                name="observation_one_current",
            ),
            models.UniqueConstraint(
                fields=["unit", "indicator", "period_code", "disaggregation", "certainty", "revision"],
                name="observation_revision_once",
            ),
            models.CheckConstraint(
                condition=Q(period_end__gte=F("period_start")), name="observation_period_order"
            ),
            models.CheckConstraint(
                condition=(Q(numerator__isnull=True) | Q(numerator__gte=0))
                & (Q(denominator__isnull=True) | Q(denominator__gt=0)),
                name="observation_parts_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(certainty__in=values(CERTAINTIES)), name="observation_certainty_known"
            ),
            models.CheckConstraint(
                condition=(
                    Q(nothing="")
                    & (Q(value__isnull=False) | Q(numerator__isnull=False, denominator__isnull=False))
                )
                | (~Q(nothing="") & Q(value__isnull=True, numerator__isnull=True)),
                name="observation_value_or_reason_for_none",
            ),
            models.CheckConstraint(
                condition=Q(revision=1) | ~Q(reason=""), name="observation_revision_has_reason"
            ),
        ]
        triggers = [
            *marks_unit_due("changed.unit_id", since="min(period_start)"),
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
            # A correction closes the row before it; nothing else of a row may ever change.
            pgtrigger.ReadOnly(name="append_only", exclude=["is_current"]),
            pgtrigger.Trigger(
                name="part_of_whole",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="new_rows"),
                func=PART_OF_WHOLE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.unit.code} {self.period_code}"


class Interpretation(models.Model):
    """What somebody says a figure or status means (duiding); a newer one follows it, none is changed."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="interpretations", verbose_name="eenheid")
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="interpretations",
        verbose_name="indicator",
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="interpretations", verbose_name="thema"
    )
    measure = models.ForeignKey(
        Measure,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="interpretations",
        verbose_name="maatregel",
    )
    period_code = models.CharField("tijdvak van het cijfer", max_length=9, blank=True)
    text = models.TextField("duiding")
    written_on = models.DateField("datum")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name="door"
    )
    author_role = models.CharField("rol", max_length=80)
    round = models.ForeignKey(Round, models.PROTECT, null=True, blank=True, verbose_name="ronde")
    confirms = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="bevestigt")
    is_public = models.BooleanField("openbaar", default=False)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    objects: ClassVar[InterpretationQuerySet] = InterpretationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-written_on", "-pk"]
        verbose_name = "duiding"
        verbose_name_plural = "duidingen"
        indexes = [models.Index(fields=["unit", "indicator", "-written_on"], name="interpretation_latest")]
        triggers = [
            *marks_unit_due("changed.unit_id", since="min(written_on)"),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.text[:60]
