"""What every figure carries: whose it is, what it counts, where it comes from, and why when there is none."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from rest_framework import serializers

from monitoring.api.words import NOTHINGS
from monitoring.dashboards.wording import parts_text
from monitoring.models import Indicator
from pvi.lib.periods import Period
from pvi.organisation.api.fields import MomentField, NumberField, WordField
from pvi.organisation.api.parameters import CodeField, ListParameters
from pvi.organisation.models import Unit, UnitGroup
from themes.models import Theme


class MeaningSerializer(serializers.Serializer[Any]):
    """The fields that a figure and a snapshot of an indicator share."""

    id = serializers.IntegerField(source="pk")
    indicator = serializers.CharField(source="indicator.code", help_text="Code van de indicator.")
    indicatorNaam = serializers.CharField(source="indicator.name")
    eenheid = serializers.CharField(
        source="unit.code", allow_null=True, help_text="Code van de eenheid, of leeg bij een groep."
    )
    groep = serializers.CharField(
        source="group.code", allow_null=True, help_text="Code van de groep, of leeg."
    )
    uitsplitsing = serializers.CharField(source="disaggregation", help_text="Leeg: het totaal.")
    tijdvak = serializers.CharField(source="period_code", help_text="Bijvoorbeeld 2024, 2024-T2 of 2024-09.")
    tijdvakNaam = serializers.SerializerMethodField("period_label", help_text="Het tijdvak in woorden.")
    waarde = NumberField(
        source="value", allow_null=True, help_text="Leeg als er geen waarde is: zie geenWaarde."
    )
    eenheidVanMeting = serializers.SerializerMethodField("scale_label", help_text="Wat de waarde telt.")
    geenWaarde = WordField(NOTHINGS, source="nothing", allow_null=True, help_text="Waarom er geen waarde is.")
    geenWaardeWoord = serializers.CharField(
        source="get_nothing_display", help_text="Het woord op het scherm."
    )
    definitieversie = serializers.IntegerField(source="definition_number")
    bron = serializers.CharField(source="indicator.instrument", help_text="Het instrument of de bron.")
    onderdelen = serializers.IntegerField(
        source="parts",
        allow_null=True,
        help_text="Bij een optelling: van hoeveel onderdelen er een cijfer is.",
    )
    onderdelenVerwacht = serializers.IntegerField(
        source="expected_parts", allow_null=True, help_text="Bij een optelling: hoeveel onderdelen er zijn."
    )
    isOnvolledig = serializers.SerializerMethodField(
        "misses_parts", help_text="Er zijn onderdelen zonder cijfer: de waarde is nog geen volledig totaal."
    )
    bekendSinds = MomentField(source="known_from", help_text="Sinds wanneer dit bekend is.")

    def period_label(self, row: Any) -> str:
        return Period.parse(row.period_code).label if row.period_code else ""

    def misses_parts(self, row: Any) -> bool:
        return bool(parts_text(row))

    def scale_label(self, row: Any) -> str:
        labels = {version.number: version.scale_label for version in row.indicator.definitions.all()}
        return str(labels[row.definition_number])


class MeaningParameters(ListParameters):
    """Filters on figures and on snapshots of indicators."""

    eenheid = CodeField(Unit.objects.active(), source="unit", help_text="Alleen van deze eenheid (code).")
    groep = CodeField(UnitGroup.objects.all(), source="group", help_text="Alleen van deze groep (code).")
    thema = CodeField(
        Theme.objects.all(), source="indicator__theme", help_text="Alleen van dit thema (code)."
    )
    indicator = CodeField(Indicator.objects.all(), help_text="Alleen van deze indicator (code).")
    geenWaarde = WordField(
        NOTHINGS, source="nothing", required=False, help_text="Alleen zonder waarde, om deze reden."
    )
