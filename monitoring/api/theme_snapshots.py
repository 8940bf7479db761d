"""How the themes of each unit stood in a month: what the API calls thema-momentopnamen."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from measures.api.words import MEASURE_STATUSES
from monitoring.api.indicator_snapshots import DAY, SnapshotParameters
from monitoring.api.scope import of_month
from monitoring.api.words import NOTHINGS, STATUSES
from monitoring.models import ThemeSnapshot
from pvi.organisation.api.fields import CountsField, MomentField, NumberField, WordField
from pvi.organisation.api.parameters import CodeField, ListParameters
from pvi.organisation.api.resource import Resource
from pvi.organisation.models import Unit
from themes.models import Theme


@extend_schema_serializer(component_name="ThemaMomentopname")
class ThemeSnapshotSerializer(serializers.Serializer[ThemeSnapshot]):
    """One theme of one unit, with its measures and indicators counted."""

    id = serializers.IntegerField(source="pk")
    eenheid = serializers.CharField(source="unit.code", help_text="Code van de eenheid.")
    thema = serializers.CharField(
        source="theme.code", allow_null=True, help_text="Leeg: de eenheid als geheel."
    )
    maand = serializers.DateField(source="month", help_text="De eerste dag van de maand van deze stand.")
    status = WordField(MEASURE_STATUSES)
    statusWoord = serializers.CharField(source="get_status_display", help_text="Het woord op het scherm.")
    geplandDeel = NumberField(
        source="planned", allow_null=True, help_text="Wat er nu gereed zou zijn, van 0 tot 1."
    )
    gereedDeel = NumberField(source="actual", allow_null=True, help_text="Wat er gereed is, van 0 tot 1.")
    maatregelen = serializers.IntegerField(source="measures")
    maatregelenPerStatus = CountsField(MEASURE_STATUSES, source="measure_counts")
    maatregelenTeLaat = serializers.IntegerField(source="overdue")
    maatregelenVerouderd = serializers.IntegerField(source="stale", help_text="Zonder melding sinds lang.")
    oudsteMeldingDatum = serializers.DateField(source="oldest_update_on", allow_null=True)
    nieuwsteMeldingDatum = serializers.DateField(source="latest_update_on", allow_null=True)
    indicatorenPerStatus = CountsField(STATUSES, source="indicator_counts")
    indicatorenZonderWaarde = CountsField(NOTHINGS, source="nothing_counts")
    cijfers = serializers.IntegerField(source="figures")
    cijfersMetDuiding = serializers.IntegerField(source="figures_interpreted")
    onderdelen = serializers.IntegerField(
        source="parts",
        allow_null=True,
        help_text="Bij een optelling: van hoeveel onderdelen er een stand is.",
    )
    onderdelenVerwacht = serializers.IntegerField(
        source="expected_parts", allow_null=True, help_text="Bij een optelling: hoeveel onderdelen er zijn."
    )
    bekendSinds = MomentField(source="known_from", help_text="Sinds wanneer dit bekend is.")


class ThemeSnapshotParameters(ListParameters):
    """Filters on snapshots of themes."""

    peildatum = DAY
    eenheid = CodeField(Unit.objects.active(), source="unit", help_text="Alleen van deze eenheid (code).")
    thema = CodeField(Theme.objects.all(), source="theme", help_text="Alleen van dit thema (code).")
    status = WordField(MEASURE_STATUSES, required=False, help_text="Alleen met deze status.")


class ThemeSnapshots(Resource):
    """Themes x units."""

    queryset = ThemeSnapshot.objects.all()
    serializer_class = ThemeSnapshotSerializer
    parameters = SnapshotParameters
    list_parameters = ThemeSnapshotParameters
    lookup_value_regex = r"\d{1,18}"
    summary = "Alle momentopnamen van thema's"
    row_summary = "Eén momentopname van een thema"
    about = (
        "Per eenheid en thema hoe het er in de maand van de peildatum voor stond, zoals het op die dag "
        "bekend was. Van een andere eenheid ziet u de laatste maand die is vastgesteld."
    )

    def visible(self, rows: Any) -> Any:
        found = rows.filter(of_month(self.request.user, self.day)).select_related("unit", "theme")
        return found.order_by("unit__position", "theme__number", "pk")
