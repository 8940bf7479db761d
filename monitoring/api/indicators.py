"""Indicators and how they are counted: what the API calls indicatoren."""
# ruff: noqa: N815 - the names of the API are camelCase.

import datetime as dt
from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from monitoring.api.words import (
    DIRECTIONS,
    FREQUENCIES,
    PERSPECTIVES,
    ROLL_UPS,
    SUPPLIERS,
    TIME_RULES,
)
from monitoring.models import DefinitionVersion, Indicator
from pvi.organisation.api.fields import WordField
from pvi.organisation.api.parameters import CodeField, ListParameters
from pvi.organisation.api.resource import Resource
from themes.models import Theme


@extend_schema_serializer(component_name="Definitieversie")
class DefinitionSerializer(serializers.Serializer[DefinitionVersion]):
    """How an indicator is counted from a day on."""

    versie = serializers.IntegerField(source="number")
    geldigVanaf = serializers.DateField(source="effective_from")
    geldigTotEnMet = serializers.DateField(source="effective_until", allow_null=True)
    definitie = serializers.CharField(source="text")
    watVeranderde = serializers.CharField(source="change_note")
    isReeksbreuk = serializers.BooleanField(
        source="breaks_series", help_text="Cijfers van voor deze versie horen niet in dezelfde lijn."
    )
    eenheidVanMeting = serializers.CharField(source="scale_label")
    decimalen = serializers.IntegerField(source="decimals", help_text="Zoveel decimalen toont de monitor.")
    richting = WordField(DIRECTIONS, source="direction", help_text="Bij context hoort nooit een oordeel.")
    frequentie = WordField(FREQUENCIES, source="frequency")
    publicatievertragingMaanden = serializers.IntegerField(source="lag_months")
    aanleverder = WordField(SUPPLIERS, source="supplier")
    tijdregel = WordField(TIME_RULES, source="time_rule")
    optelregel = WordField(ROLL_UPS, source="roll_up")
    teller = serializers.CharField(source="numerator_meaning")
    noemer = serializers.CharField(source="denominator_meaning")


@extend_schema_serializer(component_name="Indicator")
class IndicatorSerializer(serializers.Serializer[Indicator]):
    """An indicator in the words of the API, with all its definitions."""

    code = serializers.CharField()
    naam = serializers.CharField(source="name")
    thema = serializers.CharField(
        source="theme.code", allow_null=True, help_text="Leeg: over alle thema's heen."
    )
    perspectief = WordField(PERSPECTIVES, source="perspective")
    instrument = serializers.CharField(help_text="Het instrument of de bron van de cijfers.")
    uitsplitsing = serializers.CharField(source="disaggregation")
    streefwaardeTekst = serializers.CharField(source="target_text", help_text="Zoals in de bron.")
    eigenaar = serializers.CharField(source="owner_role", help_text="Een rol, geen naam.")
    geldendeVersie = serializers.SerializerMethodField(
        "version_in_force",
        help_text="De versie van de definitie die op de peildatum gold; leeg als die er nog niet was.",
    )
    definitieversies = DefinitionSerializer(source="definitions", many=True)
    bron = serializers.CharField(source="source.title", allow_null=True)
    vindplaats = serializers.CharField(source="source_text", help_text="De plaats in de bron.")
    openbaar = serializers.BooleanField(source="is_public")

    def version_in_force(self, indicator: Indicator) -> int | None:
        day: dt.date = self.context["view"].day
        return max((d.number for d in indicator.definitions.all() if d.effective_from <= day), default=None)


class IndicatorParameters(ListParameters):
    """Filters on indicators."""

    thema = CodeField(
        Theme.objects.all(), source="theme", help_text="Alleen indicatoren van dit thema (code)."
    )
    perspectief = WordField(
        PERSPECTIVES,
        source="perspective",
        required=False,
        help_text="Alleen indicatoren met dit perspectief.",
    )


class Indicators(Resource):
    """What is followed in figures."""

    queryset = Indicator.objects.all()
    serializer_class = IndicatorSerializer
    list_parameters = IndicatorParameters
    lookup_field = "code"
    summary = "Alle indicatoren"
    row_summary = "Eén indicator"
    about = (
        "Wat in cijfers wordt gevolgd, en hoe er wordt geteld. Verandert een definitie, dan komt er een "
        "versie bij; cijfers van voor een reeksbreuk zijn niet te vergelijken met die van erna."
    )

    def visible(self, rows: Any) -> Any:
        indicators = rows.visible_to(self.request.user)
        return indicators.select_related("theme", "source").prefetch_related("definitions")
