"""The page on which somebody reports on a measure."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from measures.facts import stand_of
from measures.forms import UpdateForm
from measures.lifecycle import DayIsLocked, record_update, role_in_words
from measures.models import Measure, ProgressUpdate
from measures.status import STATUS_MARKS, MeasureStatus, is_stale
from pvi.lib.marks import Mark
from pvi.organisation.access import may
from themes.rounds import opened_on


@dataclass(frozen=True, slots=True)
class Previous:
    """The last update, as it stands beside the form."""

    update: ProgressUpdate
    mark: Mark | None
    is_stale: bool


@require_http_methods(["GET", "POST"])
def update(request: HttpRequest, code: str) -> HttpResponse:
    """Report on a measure; who may not do so is told that the page does not exist."""
    measure = _measure_for(request.user, code)
    today = timezone.localdate()
    previous = _previous(measure, today)
    form = UpdateForm(
        request.POST if request.method == "POST" else None,
        measure=measure,
        stand=stand_of(measure, today),
        today=today,
        has_previous=previous is not None,
    )
    if form.is_bound and form.is_valid() and _stored(request, measure, form, today):
        return redirect("measure", measure.slug)
    context = {"measure": measure, "form": form, "previous": previous, "crumbs": _crumbs(measure)}
    return render(request, "measures/update.html", context, status=422 if form.errors else 200)


def _measure_for(user: Any, code: str) -> Measure:
    found = Measure.objects.select_related("programme", "theme", "unit", "parent").filter(code=code.upper())
    measure: Measure | None = found.first()
    if measure is None or not may(user, "measures.update", measure):
        raise Http404
    return measure


def _crumbs(measure: Measure) -> list[dict[str, str]]:
    return [
        {"label": "Mijn werk", "url": reverse("work")},
        {"label": measure.title, "url": reverse("measure", args=[measure.slug])},
        {"label": "Stand bijwerken"},
    ]


def _stored(request: HttpRequest, measure: Measure, form: UpdateForm, today: dt.date) -> bool:
    try:
        record_update(
            measure=measure,
            author=request.user,  # type: ignore[arg-type]  # nobody gets here without logging in
            author_role=role_in_words(request.user, measure),
            on=today,
            report=form.report(),
        )
    except DayIsLocked as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, "De stand is opgeslagen. De overzichten zijn binnen een minuut bijgewerkt.")
    return True


def _previous(measure: Measure, today: dt.date) -> Previous | None:
    last = measure.updates.filter(reported_on__lte=today).select_related("author").first()
    if last is None:
        return None
    mark = STATUS_MARKS[MeasureStatus(last.status)] if last.status else None
    return Previous(last, mark, is_stale(last.reported_on, today, opened_on(today)))
