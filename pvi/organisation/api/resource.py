"""What every resource of the API has in common: reading only, one scope, the same parameters and headers."""

import datetime as dt
from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ReadOnlyModelViewSet

from pvi.organisation.api.pages import Pages
from pvi.organisation.api.parameters import CODE, ListParameters, Parameters

HEADERS = {
    "API-Version": settings.SPECTACULAR_SETTINGS["VERSION"],
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}
NOT_FILTERS = {"peildatum", "page", "pageSize"}


class Reading(APIView):
    """An address of the API: only to read, and never kept on the way."""

    http_method_names = ["get", "head", "options"]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        # Before anything about the person: nobody may write here, so that is the answer to give.
        if str(request.method).lower() not in self.http_method_names:
            raise MethodNotAllowed(str(request.method))
        super().initial(request, *args, **kwargs)

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        return Response(status=204)

    @property
    def default_response_headers(self) -> dict[str, str]:
        return {**super().default_response_headers, **HEADERS}


class Resource(Reading, ReadOnlyModelViewSet[Any]):
    """A list and its rows, as far as this person may see them on the day that was asked for.

    `summary`, `row_summary` and `about` stand in the document, in Dutch.
    """

    pagination_class = Pages
    lookup_value_regex = CODE
    parameters: ClassVar[type[Parameters]] = Parameters
    list_parameters: ClassVar[type[ListParameters]] = ListParameters
    summary: ClassVar[str]
    row_summary: ClassVar[str]
    about: ClassVar[str]

    @property
    def parameters_in_use(self) -> type[Parameters]:
        return self.list_parameters if self.action == "list" else self.parameters

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What stands in the address, checked."""
        found = self.parameters_in_use(data=self.request.query_params, context=self.get_serializer_context())
        found.is_valid(raise_exception=True)
        values: dict[str, Any] = found.validated_data
        return values

    @property
    def day(self) -> dt.date:
        """The reference date."""
        day: dt.date = self.asked.get("peildatum") or timezone.localdate()
        return day

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        filters = {name: value for name, value in self.asked.items() if name not in NOT_FILTERS}
        found: QuerySet[Any] = self.visible(queryset).filter(**filters)
        return found

    def visible(self, rows: Any) -> Any:
        """The rows that this person may see on this day."""
        raise NotImplementedError
