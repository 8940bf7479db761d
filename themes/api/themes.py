"""Themes: what the API calls themas."""

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from pvi.organisation.api.resource import Resource
from themes.models import Theme


@extend_schema_serializer(component_name="Thema")
class ThemeSerializer(serializers.Serializer[Theme]):
    """A theme in the words of the API."""

    code = serializers.CharField()
    nummer = serializers.IntegerField(source="number", help_text="De plaats in de schijf van vijf.")
    naam = serializers.CharField(source="name")
    wil = serializers.CharField(source="aim", help_text="Wat het thema wil bereiken.")
    weg = serializers.CharField(source="approach", help_text="Hoe het thema dat doet.")
    slogan = serializers.CharField()


class Themes(Resource):
    """The schijf van vijf; its words are the same on every day."""

    queryset = Theme.objects.all()
    serializer_class = ThemeSerializer
    lookup_field = "code"
    summary = "Alle thema's"
    row_summary = "Eén thema"
    about = (
        "De vijf thema's van het programma (de schijf van vijf). De teksten zijn op elke peildatum gelijk; "
        "hoe een thema ervoor staat, leest u bij de thema-momentopnamen."
    )

    def visible(self, rows: Any) -> Any:
        return rows
