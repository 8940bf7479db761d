"""The register of commitments and the page of one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from measures.models import Commitment
from monitoring.dashboards.commitments import files
from monitoring.dashboards.commitments import register as registers
from monitoring.dashboards.commitments.choice import CHOICES, Choice, choice_of
from monitoring.dashboards.commitments.page import for_commitment
from monitoring.reference import Reference
from monitoring.views.address import query_without
from monitoring.views.download import csv_file
from monitoring.views.page import page, reference_of, requires

CSV = "csv"


@requires("pages.read")
def register(request: HttpRequest) -> HttpResponse:
    """All motions, commitments and recommendations; as a file when that is asked for."""
    reference = reference_of(request)
    found = registers.register(request.user, reference.day)
    chosen = choice_of(request.GET.get("toon", ""))
    rows = chosen.rows(found)
    if request.GET.get("formaat") == CSV:
        return csv_file("toezeggingen", files.csv_rows(rows))
    query = query_without(request, "toon")
    return page(
        request,
        "monitoring/commitments.html",
        reference,
        register=found,
        rows=rows,
        facts=registers.facts(found, f"?{query}toon=te-laat"),
        chips=[_chip(choice, chosen, query, len(choice.rows(found))) for choice in CHOICES],
        csv_url=f"?{query_without(request, 'formaat')}formaat={CSV}",
        crumbs=[{"label": "Start", "url": reverse("start") + reference.query}, {"label": "Toezeggingen"}],
    )


def _chip(choice: Choice, chosen: Choice, query: str, count: int) -> dict[str, object]:
    url = f"?{query}toon={choice.key}" if choice.key else f"?{query}"
    return {"label": choice.label, "url": url, "count": count, "is_current": choice is chosen}


@requires("pages.read")
def commitment(request: HttpRequest, code: str) -> HttpResponse:
    """Everything about one commitment on the reference date."""
    reference = reference_of(request)
    visible = Commitment.objects.visible_to(request.user).select_related("theme", "source")
    found = get_object_or_404(visible, code=code.upper())
    return page(
        request,
        "monitoring/commitment.html",
        reference,
        commitment=found,
        shown=for_commitment(request.user, found, reference),
        crumbs=_crumbs(found, reference),
    )


def _crumbs(found: Commitment, reference: Reference) -> list[dict[str, str]]:
    return [
        {"label": "Toezeggingen", "url": reverse("commitments") + reference.query},
        {"label": found.name},
    ]
