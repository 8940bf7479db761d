"""What held of each indicator in a month: what the API calls momentopnamen."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from monitoring.api.meaning import MeaningParameters, MeaningSerializer
from monitoring.api.scope import of_month_and_groups, of_open_indicators
from monitoring.api.words import CERTAINTIES, OPERATORS, STATUSES
from monitoring.models import IndicatorSnapshot
from monitoring.reference import FIRST_DAY
from pvi.organisation.api.fields import NumberField, WordField
from pvi.organisation.api.parameters import DayField, Parameters
from pvi.organisation.api.resource import Resource

DAY = DayField(FIRST_DAY, help_text="De dag waarvan u de stand wilt zien. Zonder peildatum: vandaag.")


@extend_schema_serializer(component_name="Momentopname")
class IndicatorSnapshotSerializer(MeaningSerializer):
    """A value with its own period, its target path and what the rules say of it."""

    maand = serializers.DateField(source="month", help_text="De eerste dag van de maand van deze stand.")
    tijdvakEinde = serializers.DateField(source="period_end", allow_null=True)
    stand = WordField(CERTAINTIES, source="certainty", allow_null=True)
    isOud = serializers.BooleanField(source="is_old", help_text="Er had al een nieuwer cijfer moeten zijn.")
    volgendCijferUiterlijk = serializers.DateField(source="due_on", allow_null=True)
    status = WordField(STATUSES, allow_null=True)
    statusWoord = serializers.CharField(source="get_status_display", help_text="Het woord op het scherm.")
    verwacht = NumberField(
        source="expected", allow_null=True, help_text="De waarde volgens het pad naar de streefwaarde."
    )
    bereiktDeel = NumberField(
        source="attainment", allow_null=True, help_text="Van nulmeting (0) tot streefwaarde (1)."
    )
    nulmeting = NumberField(source="baseline_value", allow_null=True)
    nulmetingDatum = serializers.DateField(source="baseline_day", allow_null=True)
    streefwaarde = NumberField(source="target_value", allow_null=True)
    streefwaardeDatum = serializers.DateField(source="target_day", allow_null=True)
    streefwaardeTeken = WordField(OPERATORS, source="target_operator", allow_null=True)
    heeftDuiding = serializers.BooleanField(source="has_interpretation")


class SnapshotParameters(Parameters):
    """There are snapshots from a first day on."""

    peildatum = DAY


class IndicatorSnapshotParameters(MeaningParameters):
    """Filters on snapshots of indicators."""

    peildatum = DAY
    status = WordField(STATUSES, required=False, help_text="Alleen met deze status.")


class IndicatorSnapshots(Resource):
    """The value that holds, per indicator and unit."""

    queryset = IndicatorSnapshot.objects.all()
    serializer_class = IndicatorSnapshotSerializer
    parameters = SnapshotParameters
    list_parameters = IndicatorSnapshotParameters
    lookup_value_regex = r"\d{1,18}"
    summary = "Alle momentopnamen van indicatoren"
    row_summary = "Eén momentopname van een indicator"
    about = (
        "Per eenheid en indicator wat er in de maand van de peildatum gold, zoals het op die dag bekend was: "
        "de waarde, het pad naar de streefwaarde en het oordeel. Van een andere eenheid ziet u de laatste "
        "maand die is vastgesteld."
    )

    def visible(self, rows: Any) -> Any:
        user = self.request.user
        found = rows.filter(of_open_indicators(user), of_month_and_groups(user, self.day))
        found = found.select_related("indicator", "unit", "group").prefetch_related("indicator__definitions")
        return found.order_by("indicator__code", "unit__position", "group__code", "disaggregation", "pk")
