"""Measures as they were planned: what the API calls maatregelen. How they stand is in the snapshots."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from measures.api.words import LEVELS, OBLIGATIONS
from measures.models import Measure
from pvi.organisation.api.fields import NumberField, WordField
from pvi.organisation.api.parameters import CodeField, ListParameters
from pvi.organisation.api.resource import Resource
from pvi.organisation.models import Unit
from themes.models import Programme, Theme


@extend_schema_serializer(component_name="Maatregel")
class MeasureSerializer(serializers.Serializer[Measure]):
    """A measure in the words of the API."""

    code = serializers.CharField()
    titel = serializers.CharField(source="title")
    omschrijving = serializers.CharField(source="description")
    programma = serializers.CharField(source="programme.code", help_text="Code van het programma.")
    isGeschiedenis = serializers.BooleanField(
        source="is_history", help_text="Van een eerder programma: telt nergens mee."
    )
    thema = serializers.CharField(
        source="theme.code", allow_null=True, help_text="Leeg: over alle thema's heen."
    )
    eenheid = serializers.CharField(source="unit.code", help_text="Code van de eenheid.")
    landelijkeMaatregel = serializers.CharField(
        source="parent.code", allow_null=True, help_text="Code van de maatregel erboven."
    )
    niveau = WordField(LEVELS, source="level")
    uitvoerder = serializers.CharField(source="executor_role")
    looptijd = serializers.CharField(source="period_text", help_text="De looptijd zoals in de bron.")
    begintOp = serializers.DateField(source="starts_on", allow_null=True)
    eindigtOp = serializers.DateField(source="ends_on", allow_null=True)
    verplichting = WordField(OBLIGATIONS, source="obligation", allow_null=True)
    verplichtDoor = serializers.CharField(source="obliged_by")
    capaciteit = serializers.CharField(source="capacity")
    resultaatdoel = serializers.CharField(source="result_goal")
    resultaatdoelAantal = NumberField(source="result_goal_count", allow_null=True)
    resultaatdoelEenheid = serializers.CharField(
        source="result_goal_unit", help_text="Wat het aantal van het resultaatdoel telt."
    )
    toegevoegdSinds = serializers.DateField(source="added_since", allow_null=True)
    bron = serializers.CharField(source="source.title", allow_null=True)
    vindplaats = serializers.CharField(source="source_text", help_text="De plaats in de bron.")
    openbaar = serializers.BooleanField(source="is_public")


class MeasureParameters(ListParameters):
    """Filters on measures."""

    programma = CodeField(
        Programme.objects.all(), source="programme", help_text="Alleen maatregelen van dit programma (code)."
    )
    thema = CodeField(
        Theme.objects.all(), source="theme", help_text="Alleen maatregelen van dit thema (code)."
    )
    eenheid = CodeField(
        Unit.objects.active(), source="unit", help_text="Alleen maatregelen van deze eenheid (code)."
    )
    niveau = WordField(LEVELS, source="level", required=False, help_text="Landelijk of van een eenheid.")


class Measures(Resource):
    """The measures that were known on the day."""

    queryset = Measure.objects.all()
    serializer_class = MeasureSerializer
    list_parameters = MeasureParameters
    lookup_field = "code"
    summary = "Alle maatregelen"
    row_summary = "Eén maatregel"
    about = (
        "De maatregelen die op de peildatum bekend waren, ook van eerdere programma's. Hoe een maatregel "
        "ervoor staat, leest u bij de maatregel-momentopnamen."
    )

    def visible(self, rows: Any) -> Any:
        known = rows.visible_to(self.request.user).filter(known_from__date__lte=self.day)
        return known.select_related("programme", "theme", "unit", "parent", "source")
