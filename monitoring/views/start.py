"""The start page: zo staan we ervoor."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from monitoring.dashboards.start import start_page
from monitoring.views.page import page, reference_of, requires


@require_safe
@requires("pages.read")
def start(request: HttpRequest) -> HttpResponse:
    """The korps at a glance; `?veranderingen=alle` shows every change instead of the newest six."""
    reference = reference_of(request)
    all_changes = request.GET.get("veranderingen") == "alle"
    shown = start_page(request.user, reference, all_changes=all_changes)
    return page(request, "monitoring/start.html", reference, start=shown, all_changes=all_changes)
