"""What the API says when something is wrong: problem details (RFC 9457), in Dutch."""

from typing import Any

from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

MEDIA_TYPE = "application/problem+json"
PROBLEMS = {
    400: ("Ongeldig verzoek", "Het verzoek klopt niet. Bij errors staat per parameter wat er mis is."),
    401: ("Niet ingelogd", "Log eerst in om deze gegevens te lezen."),
    403: ("Geen toegang", "U mag deze gegevens niet lezen."),
    404: ("Niet gevonden", "Dit adres bestaat niet of is niet voor u."),
    405: ("Methode niet toegestaan", "Deze API is alleen om te lezen: gebruik GET, HEAD of OPTIONS."),
    406: ("Vorm niet beschikbaar", "Deze API antwoordt alleen met JSON."),
}


def handle(exception: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to a known mistake; anything else goes on to the page for storingen (500)."""
    answer = exception_handler(exception, context)
    if answer is None or answer.status_code not in PROBLEMS:
        return None
    title, detail = PROBLEMS[answer.status_code]
    if isinstance(exception, NotFound):
        detail = str(exception.detail)
    answer.data = {"status": answer.status_code, "title": title, "detail": detail}
    if isinstance(exception, ValidationError):
        answer.data["errors"] = _errors(exception.get_full_details())
    answer.content_type = MEDIA_TYPE
    return answer


def _errors(details: Any) -> list[dict[str, Any]]:
    return [
        {"in": "query", "location": {"name": name}, "code": error["code"], "detail": str(error["message"])}
        for name, errors in details.items()
        for error in errors
    ]
