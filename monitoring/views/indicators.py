"""The register of indicators, and the page of one of them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.vary import vary_on_headers

from monitoring.dashboards import indicators
from monitoring.forms.indicator_filter import IndicatorFilter
from monitoring.models import Indicator
from monitoring.views.download import csv_file
from monitoring.views.page import page, reference_of, requires
from themes.models import Theme

PER_PAGE = 50
CSV, CSV_ALL = "csv", "csv-alles"


@requires("pages.read")
@vary_on_headers("HX-Request")
def register(request: HttpRequest) -> HttpResponse:
    reference = reference_of(request)
    form = IndicatorFilter(request.GET, list(Theme.objects.all()))
    found = indicators.register(request.user, reference.day, _criteria(form))
    if request.GET.get("formaat") == CSV:
        return csv_file("indicatoren", indicators.register_rows(found))
    paginator = Paginator(found.rows, PER_PAGE)
    here = paginator.get_page(request.GET.get("pagina"))
    return page(
        request,
        _template(request, "indicators.html", "_indicator_results.html"),
        reference,
        form=form,
        register=found,
        page=here,
        pages=paginator.get_elided_page_range(here.number),
        query=_query(request, without={"pagina"}),
        csv_url=f"?{_query(request, without={'pagina', 'formaat'})}formaat={CSV}",
        crumbs=_crumbs(reference.query),
    )


@requires("pages.read")
@vary_on_headers("HX-Request")
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    reference = reference_of(request)
    visible = Indicator.objects.visible_to(request.user).select_related("theme", "source")
    facts = indicators.read(
        get_object_or_404(visible, code=code.upper()), indicators.sight_of(request.user, reference.day)
    )
    selection = indicators.Selection.of(request.GET)
    wanted = request.GET.get("formaat")
    if wanted in {CSV, CSV_ALL}:
        one = [indicators.chosen(facts, selection).subject]
        subjects = one if wanted == CSV else facts.sight.subjects
        return csv_file(facts.indicator.slug, indicators.series_rows(facts, subjects))
    query = _query(request, without={"formaat"})
    shown = indicators.indicator_page(request.user, facts, selection, csv_url=f"?{query}formaat={CSV}")
    return page(
        request,
        _template(request, "indicator.html", "_indicator_body.html"),
        reference,
        shown=shown,
        crumbs=_crumbs(reference.query, facts.indicator.code),
        csv_all_url=f"?{query}formaat={CSV_ALL}",
    )


def _criteria(form: IndicatorFilter) -> indicators.Criteria:
    chosen = form.chosen()
    return indicators.Criteria(
        words=chosen["zoek"],
        theme=chosen["thema"],
        perspective=chosen["perspectief"],
        direction=chosen["richting"],
        status=chosen["status"],
        sensitivity=chosen["gevoeligheid"],
    )


def _crumbs(query: str, here: str = "") -> list[dict[str, str]]:
    register = {"label": "Indicatoren"}
    way = [{**register, "url": reverse("indicators") + query}, {"label": here}] if here else [register]
    return [{"label": "Start", "url": reverse("start") + query}, *way]


def _template(request: HttpRequest, whole: str, fragment: str) -> str:
    """The page, or the part of it that htmx asks for."""
    return f"monitoring/{fragment if getattr(request, 'htmx', False) else whole}"


def _query(request: HttpRequest, without: set[str]) -> str:
    """The other parameters of this address, ending in & when there are any."""
    kept = request.GET.copy()
    for name in without:
        kept.pop(name, None)
    return f"{kept.urlencode()}&" if kept else ""
