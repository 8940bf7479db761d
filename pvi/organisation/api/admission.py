"""Who may use the API: somebody with a session and a role that reads."""

from typing import Any

from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from pvi.organisation.access import may


class Session(SessionAuthentication):
    """The session of the pages; without one the answer is 401, not 403."""

    def authenticate_header(self, request: Request) -> str:
        return 'Session realm="PVI-monitor"'


class Reads(BasePermission):
    """The roles that read pages read the API."""

    def has_permission(self, request: Request, view: Any) -> bool:
        return may(request.user, "pages.read")
