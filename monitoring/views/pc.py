"""The P&C overview of the korpsleiding."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from monitoring.dashboards.pc import pc_page
from monitoring.views.page import page, reference_of, requires


@require_safe
@requires("pc.read")
def pc(request: HttpRequest) -> HttpResponse:
    """One screen and one sheet of paper for the four-monthly talk."""
    reference = reference_of(request)
    return page(
        request, "monitoring/pc.html", reference, pc=pc_page(request.user, reference), marking="Intern"
    )
