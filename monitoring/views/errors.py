"""Pages for what goes wrong; the API answers in its own form."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

PROBLEMS = {
    400: ("Ongeldig verzoek", "Dit verzoek kan niet worden gelezen."),
    403: ("Geen toegang", "U mag dit niet zien of doen."),
    404: ("Niet gevonden", "Dit adres bestaat niet of is niet voor u."),
    500: ("Storing", "Er ging iets mis. Er is niets opgeslagen."),
}


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _answer(request, 400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _answer(request, 403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _answer(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _answer(request, 500)


def _answer(request: HttpRequest, status: int) -> HttpResponse:
    if request.path_info.startswith("/api/"):
        title, detail = PROBLEMS[status]
        problem = {"status": status, "title": title, "detail": detail}
        headers = {"API-Version": "1.0.0", "Cache-Control": "no-store"}
        return JsonResponse(problem, status=status, content_type="application/problem+json", headers=headers)
    return render(request, f"{status}.html", status=status)
