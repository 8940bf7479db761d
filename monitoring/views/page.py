"""What every page does the same way: who may open it, the reference date, and the frame around it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from monitoring.reference import PARAMETER, Reference, reference_of
from pvi.lib.formatting import date_short
from pvi.organisation.access import may

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def requires(permission: str) -> Callable[[View[P]], View[P]]:
    """Refuse (403) who lacks the permission; who is not logged in was sent to the login page before."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not may(request.user, permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return cast("View[P]", guarded)

    return guard


def page(
    request: HttpRequest, template: str, reference: Reference | None = None, **context: Any
) -> HttpResponse:
    """Render a page with its reference date; a part of it when htmx asks for that part by name."""
    if reference is not None:
        context["reference"] = reference
        context["peildatum"] = {
            "value": reference.typed if reference.error else date_short(reference.day),
            "error": reference.error,
            "hidden": [(name, value) for name, value in request.GET.items() if name != PARAMETER],
        }
        context["moment"] = date_short(reference.day)
    return render(request, template, context)


__all__ = ["page", "reference_of", "requires"]
