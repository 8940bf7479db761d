"""The register of measures and the page of one measure."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.vary import vary_on_headers

from measures.models import Measure
from monitoring.dashboards.measures import register as registers
from monitoring.dashboards.measures.page import for_measure
from monitoring.forms.measure_register import MeasureRegisterForm
from monitoring.reference import Reference
from monitoring.views.address import query_without
from monitoring.views.download import csv_file
from monitoring.views.page import page, reference_of, requires
from pvi.organisation.access import may
from pvi.organisation.models import Unit
from themes.models import Programme, Theme

PER_PAGE = 50
CSV = "csv"


@requires("pages.read")
@vary_on_headers("HX-Request")
def register(request: HttpRequest) -> HttpResponse:
    """All measures with filters; the results alone for a swap, and all of them as a file."""
    reference = reference_of(request)
    units = list(Unit.objects.active())
    form = MeasureRegisterForm(
        request.GET, units=units, themes=Theme.objects.all(), programmes=Programme.objects.all()
    )
    found = registers.register(request.user, reference, form.criteria(), units)
    if request.GET.get("formaat") == CSV:
        return csv_file("maatregelen", registers.csv_rows(found.rows(found.measures)))
    paginator = Paginator(found.measures, PER_PAGE)
    here = paginator.get_page(request.GET.get("pagina"))
    part = "_measures_results" if request.headers.get("HX-Request") else "measures"
    return page(
        request,
        f"monitoring/{part}.html",
        reference,
        form=form,
        register=found,
        rows=found.rows(here.object_list),
        page=here,
        pages=paginator.get_elided_page_range(here.number),
        query=query_without(request, "pagina"),
        csv_url=f"?{query_without(request, 'pagina', 'formaat')}formaat={CSV}",
        chips=_chips(request, found),
        crumbs=[{"label": "Start", "url": reverse("start") + reference.query}, {"label": "Maatregelen"}],
    )


def _chips(request: HttpRequest, found: registers.Register) -> list[dict[str, object]]:
    """One choice of status out of those that occur, with their counts."""
    query = query_without(request, "pagina", "status")
    chosen = request.GET.get("status", "")
    every = sum(one.count for one in found.counts)
    chips: list[dict[str, object]] = [
        {"label": "Alle", "url": f"?{query}", "count": every, "is_current": not chosen}
    ]
    for one in found.counts:
        url = f"?{query}status={one.value}"
        chips.append({"label": one.label, "url": url, "count": one.count, "is_current": chosen == one.value})
    return chips


@requires("pages.read")
def measure(request: HttpRequest, code: str) -> HttpResponse:
    """Everything about one measure on the reference date."""
    reference = reference_of(request)
    related = ("programme", "theme", "unit", "parent__unit", "source")
    measures = Measure.objects.visible_to(request.user).select_related(*related)
    found = measures.filter(code=code.upper()).first()
    if found is None:
        raise Http404
    return page(
        request,
        "monitoring/measure.html",
        reference,
        shown=for_measure(request.user, found, reference),
        measure=found,
        may_update=may(request.user, "measures.update", found),
        crumbs=_crumbs(found, reference),
    )


def _crumbs(found: Measure, reference: Reference) -> list[dict[str, str]]:
    return [
        {"label": "Maatregelen", "url": reverse("measures") + reference.query},
        {"label": found.title},
    ]
