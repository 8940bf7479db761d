"""Motions, commitments and recommendations: what the API calls toezeggingen."""
# ruff: noqa: N815 - the names of the API are camelCase.

from typing import Any

from django.db.models import Prefetch, Q
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from measures import deadlines
from measures.api.words import COMMITMENT_KINDS, COMMITMENT_STATUSES, PRECISIONS
from measures.models import Commitment, CommitmentStatus, Funding, Measure
from pvi.organisation.api.fields import CodesField, NumberField, WordField
from pvi.organisation.api.parameters import CodeField, ListParameters
from pvi.organisation.api.resource import Resource
from themes.models import Theme


@extend_schema_serializer(component_name="Middelen")
class FundingSerializer(serializers.Serializer[Funding]):
    """The money of one year."""

    jaar = serializers.IntegerField(source="year")
    bedragMlnEuro = NumberField(source="amount_millions", help_text="Het bedrag in miljoenen euro.")
    doel = serializers.CharField(source="purpose")


@extend_schema_serializer(component_name="Toezegging")
class CommitmentSerializer(serializers.Serializer[Commitment]):
    """A commitment in the words of the API, with how it stood on the day."""

    code = serializers.CharField()
    soort = WordField(COMMITMENT_KINDS, source="kind")
    naam = serializers.CharField(source="name")
    kamer = serializers.CharField(source="chamber", help_text="De kamer of instantie.")
    datum = serializers.DateField(source="given_on", allow_null=True)
    datumZekerheid = WordField(PRECISIONS, source="given_precision", allow_null=True)
    kamerstuk = serializers.CharField(source="document")
    omschrijving = serializers.CharField(source="description")
    verantwoordelijke = serializers.CharField(source="responsible_role", help_text="Een rol, geen naam.")
    termijn = serializers.CharField(source="term_text", help_text="De termijn zoals in de bron.")
    termijnDatum = serializers.DateField(source="term_on", allow_null=True)
    termijnVerstreken = serializers.SerializerMethodField(
        "term_passed", help_text="Of de termijn op de peildatum voorbij was."
    )
    thema = serializers.CharField(
        source="theme.code", allow_null=True, help_text="Leeg: over alle thema's heen."
    )
    maatregelen = CodesField(source="measures", help_text="Codes van de maatregelen die dit uitvoeren.")
    middelen = FundingSerializer(source="funding", many=True)
    status = WordField(COMMITMENT_STATUSES, source="status_now", allow_null=True)
    statusWoord = serializers.SerializerMethodField(
        "status_label", help_text="De status zoals op het scherm."
    )
    statusToelichting = serializers.CharField(source="status_text", allow_null=True)
    statusOp = serializers.DateField(source="status_on", allow_null=True)
    bron = serializers.CharField(source="source.title", allow_null=True)
    vindplaats = serializers.CharField(source="source_text", help_text="De plaats in de bron.")
    openbaar = serializers.BooleanField(source="is_public")

    def term_passed(self, commitment: Any) -> bool:
        return deadlines.term_passed(
            commitment.term_on, commitment.status_now or "", self.context["view"].day
        )

    def status_label(self, commitment: Any) -> str | None:
        return CommitmentStatus(commitment.status_now).label if commitment.status_now else None


class CommitmentParameters(ListParameters):
    """Filters on commitments."""

    soort = WordField(
        COMMITMENT_KINDS,
        source="kind",
        required=False,
        help_text="Alleen moties, toezeggingen of aanbevelingen.",
    )
    thema = CodeField(
        Theme.objects.all(), source="theme", help_text="Alleen toezeggingen van dit thema (code)."
    )
    status = WordField(
        COMMITMENT_STATUSES, source="status_now", required=False, help_text="De status op de peildatum."
    )


class Commitments(Resource):
    """The commitments that had been given on the day, with the status that was known then."""

    queryset = Commitment.objects.all()
    serializer_class = CommitmentSerializer
    list_parameters = CommitmentParameters
    lookup_field = "code"
    summary = "Alle moties, toezeggingen en aanbevelingen"
    row_summary = "Eén motie, toezegging of aanbeveling"
    about = (
        "Moties, toezeggingen en aanbevelingen, met de status die op de peildatum bekend was en de middelen "
        "per jaar."
    )

    def visible(self, rows: Any) -> Any:
        user, day = self.request.user, self.day
        given = Q(given_on__isnull=True) | Q(given_on__lte=day)
        commitments = rows.visible_to(user).filter(given).as_known_on(day).select_related("theme", "source")
        return commitments.prefetch_related(Prefetch("measures", Measure.objects.visible_to(user)), "funding")
