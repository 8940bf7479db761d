"""Long lists in pages: count, next, previous and results."""

from typing import Any

from rest_framework.pagination import PageNumberPagination

PAGE = 50
LARGEST_PAGE = 200


class Pages(PageNumberPagination):
    """Pages by number; the parameters were checked before, with all the others."""

    page_size = PAGE
    max_page_size = LARGEST_PAGE
    page_size_query_param = "pageSize"
    invalid_page_message = "Deze pagina bestaat niet: de lijst is korter."

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return []

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": "Het aantal rijen op alle pagina's samen."},
                "next": {**address, "description": "Het adres van de volgende pagina."},
                "previous": {**address, "description": "Het adres van de vorige pagina."},
                "results": schema,
            },
        }
