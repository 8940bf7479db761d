"""The five themes, and each theme with everything that belongs to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from monitoring.dashboards.themes import BY_SLUG, CROSS, theme_measures, theme_page
from monitoring.dashboards.themes import overview as themes_overview
from monitoring.views.page import page, reference_of, requires
from themes.models import Theme


@require_safe
@requires("pages.read")
def overview(request: HttpRequest) -> HttpResponse:
    """The five themes as cards."""
    reference = reference_of(request)
    shown = themes_overview(request.user, reference)
    return page(request, "monitoring/themes.html", reference, themes=shown, crumbs=_crumbs(reference.query))


@require_safe
@requires("pages.read")
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """One theme, or what runs across all; htmx asks for the measures of one status alone."""
    reference = reference_of(request)
    chosen = None if slug == CROSS else get_object_or_404(Theme, slug=slug)
    status = BY_SLUG.get(request.GET.get("status", ""))
    if getattr(request, "htmx", False):
        measures = theme_measures(request.user, chosen, reference, status)
        return page(request, "monitoring/_theme_measures.html", reference, measures=measures)
    shown = theme_page(request.user, chosen, reference, status)
    crumbs = _crumbs(reference.query, shown.title)
    return page(request, "monitoring/theme.html", reference, page=shown, crumbs=crumbs)


def _crumbs(query: str, title: str = "") -> list[dict[str, str]]:
    start = {"label": "Start", "url": reverse("start") + query}
    if not title:
        return [start, {"label": "Thema’s"}]
    return [start, {"label": "Thema’s", "url": reverse("themes") + query}, {"label": title}]
