"""Units: what the API calls eenheden."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from pvi.organisation.api.fields import CodesField, WordField
from pvi.organisation.api.parameters import ListParameters
from pvi.organisation.api.resource import Resource
from pvi.organisation.models import Unit, UnitKind

KINDS = {
    UnitKind.KORPS: "korps",
    UnitKind.REGIONAL: "regionale_eenheid",
    UnitKind.NATIONAL: "landelijke_eenheid",
    UnitKind.SUPPORT: "ondersteunend_onderdeel",
    UnitKind.DISTRICT: "district_of_dienst",
    UnitKind.TEAM: "basisteam",
}


@extend_schema_serializer(component_name="Eenheid")
class UnitSerializer(serializers.Serializer[Unit]):
    """A unit in the words of the API."""

    code = serializers.CharField()
    naam = serializers.CharField(source="name")
    korteNaam = serializers.CharField(source="short_name")
    soort = WordField(KINDS, source="kind")
    valtOnder = serializers.CharField(
        source="parent.code", allow_null=True, help_text="Code van de eenheid erboven."
    )
    opvolgerVan = serializers.CharField(
        source="predecessor.code", allow_null=True, help_text="Code van de voorganger."
    )
    groepen = CodesField(source="groups", help_text="Codes van groepen met een eigen doel.")
    geldigVanaf = serializers.DateField(source="valid_from", allow_null=True)
    geldigTotEnMet = serializers.DateField(source="valid_until", allow_null=True)


class UnitParameters(ListParameters):
    """Filters on units."""

    soort = WordField(KINDS, source="kind", required=False, help_text="Alleen eenheden van deze soort.")


class Units(Resource):
    """Every unit that was ever there, or with a reference date those of that day."""

    queryset = Unit.objects.active()
    serializer_class = UnitSerializer
    list_parameters = UnitParameters
    lookup_field = "code"
    summary = "Alle eenheden"
    row_summary = "Eén eenheid"
    about = (
        "De onderdelen van de organisatie, met het korps als geheel. Met een peildatum ziet u de eenheden "
        "die er op die dag waren; zonder peildatum ook eenheden die er niet meer zijn."
    )

    def visible(self, rows: Any) -> Any:
        units = rows.valid_on(self.day) if "peildatum" in self.asked else rows
        return units.select_related("parent", "predecessor").prefetch_related("groups")
