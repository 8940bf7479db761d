"""The overview of all units and the dashboard of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from monitoring.charts import Chart, csv_rows
from monitoring.dashboards.unit import MeasureFilter, Subject, for_unit, measures_of, subject_of
from monitoring.dashboards.units import for_units
from monitoring.forms.measure_filter import MeasureFilterForm
from monitoring.reference import Reference
from monitoring.views.download import csv_file
from monitoring.views.page import page, reference_of, requires
from pvi.lib.formatting import date_long
from pvi.organisation.models import Unit
from themes.models import Theme


@requires("pages.read")
def overview(request: HttpRequest) -> HttpResponse:
    """Themes x units."""
    reference = reference_of(request)
    board = for_units(request.user, reference, request.GET.get("soort", ""))
    crumbs = [{"label": "Start", "url": reverse("start")}, {"label": "Eenheden"}]
    part = "_units_table.html" if is_swap(request) else "units.html"
    return page(request, f"monitoring/{part}", reference, board=board, crumbs=crumbs)


@requires("pages.read")
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """The dashboard of one unit; its measures alone for a swap, and the figures of one chart as a file."""
    reference = reference_of(request)
    units = Unit.objects.by_code(code).select_related("predecessor")
    found = get_object_or_404(units.prefetch_related("successors", "groups"))
    subject = subject_of(request.user, found, reference)
    crumbs = _crumbs(found, reference)
    if subject.is_to_come:
        return page(request, "monitoring/unit_to_come.html", reference, subject=subject, crumbs=crumbs)
    form = MeasureFilterForm(request.GET, list(Theme.objects.all()))
    chosen = MeasureFilter(*form.chosen())
    if is_swap(request):
        measures = measures_of(request.user, subject, chosen)
        return page(request, "monitoring/_unit_measures.html", reference, measures=measures, subject=subject)
    board = for_unit(request.user, subject, chosen)
    if request.GET.get("formaat") == "csv":
        return _download(subject, board.specs.get(request.GET.get("grafiek", "")))
    return page(
        request, "monitoring/unit.html", reference, board=board, subject=subject, crumbs=crumbs, form=form
    )


def is_swap(request: HttpRequest) -> bool:
    """Whether htmx asks for the part that changes."""
    return bool(getattr(request, "htmx", False))


def _crumbs(found: Unit, reference: Reference) -> list[dict[str, str]]:
    return [
        {"label": "Start", "url": reverse("start") + reference.query},
        {"label": "Eenheden", "url": reverse("units") + reference.query},
        {"label": found.short_name},
    ]


def _download(subject: Subject, chart: Chart | None) -> HttpResponse:
    if chart is None:
        raise Http404("Deze grafiek bestaat niet.")
    heading = chart.heading
    notes = [
        f"{heading.title}: {heading.unit_line}" if heading.unit_line else heading.title,
        f"Eenheid: {subject.unit.name}. Peildatum: {date_long(subject.moment.day)}.",
        f"Bron: {heading.source}",
    ]
    name = f"{subject.unit.slug}-{heading.id.removeprefix('c-')}"
    return csv_file(name, [*csv_rows(chart), [], *([note] for note in notes)])
