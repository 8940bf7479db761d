"""How each measure stood in a month: what the API calls maatregel-momentopnamen."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from measures.api.words import MEASURE_STATUSES
from measures.models import Measure
from monitoring.api.indicator_snapshots import DAY, SnapshotParameters
from monitoring.api.scope import of_month
from monitoring.models import MeasureSnapshot
from pvi.organisation.access import reach
from pvi.organisation.api.fields import MomentField, NumberField, WordField
from pvi.organisation.api.parameters import CodeField, ListParameters
from pvi.organisation.api.resource import Resource
from pvi.organisation.models import Unit
from themes.models import Theme


@extend_schema_serializer(component_name="Mijlpaal")
class MilestoneSerializer(serializers.Serializer[Any]):
    """A milestone as the snapshot keeps it: title, due day, done day."""

    mijlpaal = serializers.CharField()
    termijnDatum = serializers.DateField()
    gehaaldDatum = serializers.DateField(allow_null=True)

    def to_representation(self, instance: list[str | None]) -> dict[str, str | None]:
        return dict(zip(self.fields, instance, strict=True))


@extend_schema_serializer(component_name="MaatregelMomentopname")
class MeasureSnapshotSerializer(serializers.Serializer[MeasureSnapshot]):
    """How one measure stood, by the rules and as reported."""

    id = serializers.IntegerField(source="pk")
    maatregel = serializers.CharField(source="measure.code", help_text="Code van de maatregel.")
    eenheid = serializers.CharField(source="unit.code", help_text="Code van de eenheid.")
    thema = serializers.CharField(
        source="measure.theme.code", allow_null=True, help_text="Leeg: over alle thema's heen."
    )
    maand = serializers.DateField(source="month", help_text="De eerste dag van de maand van deze stand.")
    status = WordField(MEASURE_STATUSES, help_text="Volgens de rekenregels.")
    statusWoord = serializers.CharField(source="get_status_display", help_text="Het woord op het scherm.")
    gekozenStatus = WordField(
        MEASURE_STATUSES,
        source="manual_status",
        allow_null=True,
        help_text="Van de uitvoerder, als die afwijkt.",
    )
    redenVanAfwijking = serializers.SerializerMethodField(
        "manual_reason", help_text="Leeg voor lezers van buiten de politie."
    )
    geplandDeel = NumberField(
        source="planned", allow_null=True, help_text="Wat er nu gereed zou zijn, van 0 tot 1."
    )
    gereedDeel = NumberField(source="actual", allow_null=True, help_text="Wat er gereed is, van 0 tot 1.")
    mijlpalen = MilestoneSerializer(source="milestones", many=True)
    mijlpalenTeLaat = serializers.IntegerField(source="overdue_milestones")
    teLaatSinds = serializers.DateField(source="overdue_since", allow_null=True)
    laatsteMeldingDatum = serializers.DateField(source="last_update_on", allow_null=True)
    isVerouderd = serializers.BooleanField(source="is_stale", help_text="Zonder melding sinds lang.")
    resultaat = NumberField(
        source="result_count",
        allow_null=True,
        help_text="Hoeveel er is; resultaatdoelEenheid zegt wat er telt.",
    )
    bekendSinds = MomentField(source="known_from", help_text="Sinds wanneer dit bekend is.")

    def manual_reason(self, row: MeasureSnapshot) -> str:
        # The reason was written for colleagues; whether its update is openbaar, the snapshot does not know.
        return "" if reach(self.context["request"].user).reads_public_only else row.manual_reason


class MeasureSnapshotParameters(ListParameters):
    """Filters on snapshots of measures."""

    peildatum = DAY
    eenheid = CodeField(Unit.objects.active(), source="unit", help_text="Alleen van deze eenheid (code).")
    thema = CodeField(Theme.objects.all(), source="measure__theme", help_text="Alleen van dit thema (code).")
    maatregel = CodeField(
        Measure.objects.all(), source="measure", help_text="Alleen van deze maatregel (code)."
    )
    status = WordField(MEASURE_STATUSES, required=False, help_text="Alleen met deze status.")


class MeasureSnapshots(Resource):
    """The measures that count, with how they stood."""

    queryset = MeasureSnapshot.objects.all()
    serializer_class = MeasureSnapshotSerializer
    parameters = SnapshotParameters
    list_parameters = MeasureSnapshotParameters
    lookup_value_regex = r"\d{1,18}"
    summary = "Alle momentopnamen van maatregelen"
    row_summary = "Eén momentopname van een maatregel"
    about = (
        "Per maatregel van het lopende programma hoe die er in de maand van de peildatum voor stond, zoals "
        "het op die dag bekend was. Van een andere eenheid ziet u de laatste maand die is vastgesteld."
    )

    def visible(self, rows: Any) -> Any:
        user = self.request.user
        found = rows.filter(of_month(user, self.day), measure__in=Measure.objects.visible_to(user))
        return found.select_related("unit", "measure__theme").order_by("measure__code", "pk")
