"""How drf-spectacular describes our resources: Dutch words, our parameters, problems and headers."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from pvi.organisation.api.problems import MEDIA_TYPE, PROBLEMS

VERSION_HEADER = {"API-Version": {"$ref": "#/components/headers/API-Version"}}
PROBLEM = {
    "type": "object",
    "description": "Wat er mis is, volgens RFC 9457.",
    "required": ["status", "title", "detail"],
    "properties": {
        "status": {"type": "integer", "description": "De HTTP-statuscode."},
        "title": {"type": "string", "description": "Wat er mis is, in het kort."},
        "detail": {"type": "string", "description": "Wat er mis is, en wat u kunt doen."},
        "errors": {
            "type": "array",
            "description": "Alle onjuiste parameters van het verzoek; alleen bij status 400.",
            "items": {
                "type": "object",
                "required": ["in", "location", "code", "detail"],
                "properties": {
                    "in": {"type": "string", "description": "Waar de fout staat: query."},
                    "location": {
                        "type": "object",
                        "required": ["name"],
                        "properties": {
                            "name": {"type": "string", "description": "De naam van de parameter."}
                        },
                    },
                    "code": {"type": "string", "description": "De soort fout."},
                    "detail": {"type": "string", "description": "Wat er mis is, in een zin."},
                },
            },
        },
    },
}


class Description(AutoSchema):
    """One operation, described with the words that its resource gives."""

    @property
    def resource(self) -> Any:
        return self.view

    def get_operation_id(self) -> str:
        first, *rest = self._tokenize_path()[0].split("-")
        name = first + "".join(part.capitalize() for part in rest)
        return f"{name}Lijst" if self._is_list_view() else f"{name}Detail"

    def get_summary(self) -> str:
        summary: str = self.resource.summary if self._is_list_view() else self.resource.row_summary
        return summary

    def get_description(self) -> str:  # type: ignore[override]
        about: str = self.resource.about
        return about

    def get_override_parameters(self) -> list[Any]:
        return [self.resource.parameters_in_use]

    def get_paginated_name(self, serializer_name: str) -> str:
        return f"{serializer_name}Pagina"


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The session cookie of the pages."""

    target_class = "pvi.organisation.api.admission.Session"
    name = "sessie"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "__Host-sessie",
            "description": "De sessie die u krijgt door in te loggen op de monitor.",
        }


def complete(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Give every answer the version header, every operation its problems, every resource its description."""
    components = result["components"]
    components["headers"] = {
        "API-Version": {"description": "De volledige versie van de API.", "schema": {"type": "string"}}
    }
    components["schemas"]["Probleem"] = PROBLEM
    components["responses"] = {str(status): _problem(title) for status, (title, _) in PROBLEMS.items()}
    components["responses"]["default"] = _problem("Storing")
    result["tags"] = []
    for path in result["paths"].values():
        operation = path["get"]
        _describe_responses(operation["responses"])
        _describe_key(operation["parameters"])
        if operation["operationId"].endswith("Lijst"):
            result["tags"].append({"name": operation["tags"][0], "description": operation["description"]})
    whole: dict[str, Any] = _without_marks(result)
    return whole


def _without_marks(part: Any) -> Any:
    """The document without the marks that drf-spectacular leaves at lists of words for itself."""
    if isinstance(part, dict):
        return {name: _without_marks(value) for name, value in part.items() if name != "x-spec-enum-id"}
    return [_without_marks(value) for value in part] if isinstance(part, list) else part


def _problem(title: str) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    return {"description": title, "headers": VERSION_HEADER, "content": content}


def _describe_responses(responses: dict[str, Any]) -> None:
    for response in responses.values():
        response["headers"] = VERSION_HEADER
        response["description"] = response["description"] or "Gelukt."
    for status in (*PROBLEMS, "default"):
        responses[str(status)] = {"$ref": f"#/components/responses/{status}"}


def _describe_key(parameters: list[dict[str, Any]]) -> None:
    for parameter in parameters:
        if parameter["in"] == "path":
            parameter["description"] = "De code." if parameter["name"] == "code" else "Het nummer."
