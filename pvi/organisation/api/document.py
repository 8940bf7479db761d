"""The OpenAPI document that describes the API, for everybody to read."""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from pvi.organisation.api.resource import Reading


@cache
def document() -> dict[str, Any]:
    """The document, made once per process: it depends on nobody and nothing in the database."""
    generator: Any = SchemaGenerator
    made: dict[str, Any] = generator().get_schema(public=True)
    return made


class Document(Reading):
    """The document, without login and from every place on the web."""

    authentication_classes = []
    permission_classes = [AllowAny]
    renderer_classes = [JSONRenderer]

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        return Response(document(), headers={"Access-Control-Allow-Origin": "*"})
