"""What the person who is logged in has to do."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from monitoring.dashboards.work.page import for_person
from monitoring.navigation import role_label
from monitoring.views.page import page, requires


@requires("work.read")
def work(request: HttpRequest) -> HttpResponse:
    """The work list, in order of urgency."""
    today = timezone.localdate()
    return page(
        request,
        "monitoring/work.html",
        shown=for_person(request.user, today),
        today=today,
        who=f"{request.user}, {role_label(request.user)}",
    )
