"""The protected figures of every period: what the API calls metingen."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from monitoring.api.meaning import MeaningParameters, MeaningSerializer
from monitoring.api.scope import of_open_indicators, of_periods_and_groups
from monitoring.api.words import CERTAINTIES
from monitoring.models import FigureSnapshot
from pvi.organisation.api.fields import NumberField, WordField
from pvi.organisation.api.resource import Resource


@extend_schema_serializer(component_name="Meting")
class FigureSerializer(MeaningSerializer):
    """A figure in the words of the API."""

    tijdvakBegin = serializers.DateField(source="period_start")
    tijdvakEinde = serializers.DateField(source="period_end")
    teller = NumberField(source="numerator", allow_null=True)
    noemer = NumberField(source="denominator", allow_null=True)
    stand = WordField(CERTAINTIES, source="certainty")
    wijktAfVanOnderdelen = serializers.BooleanField(
        source="contradicts", help_text="Het geleverde cijfer is anders dan de onderdelen samen."
    )
    isHerzien = serializers.BooleanField(source="is_revised")
    vindplaats = serializers.CharField(source="source_text", help_text="De plaats in de bron.")
    toelichting = serializers.CharField(source="remark")


class FigureParameters(MeaningParameters):
    """Filters on figures."""

    stand = WordField(
        CERTAINTIES,
        source="certainty",
        required=False,
        help_text="Alleen definitief, voorlopig of schatting.",
    )


class Figures(Resource):
    """The series behind every trend."""

    queryset = FigureSnapshot.objects.all()
    serializer_class = FigureSerializer
    list_parameters = FigureParameters
    lookup_value_regex = r"\d{1,18}"
    summary = "Alle metingen"
    row_summary = "Eén meting"
    about = (
        "Het cijfer van elk tijdvak, zoals het op de peildatum bekend was. Een cijfer dat te klein is om te "
        "tonen, is afgeschermd: dan staat er geen getal. Van een andere eenheid ziet u wat is vastgesteld."
    )

    def visible(self, rows: Any) -> Any:
        user = self.request.user
        found = rows.filter(of_open_indicators(user), of_periods_and_groups(user, self.day))
        found = found.select_related("indicator", "unit", "group").prefetch_related("indicator__definitions")
        return found.order_by(
            "indicator__code", "unit__position", "group__code", "disaggregation", "period_start", "pk"
        )
