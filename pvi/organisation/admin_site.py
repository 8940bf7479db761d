"""The admin of the monitor (`/beheer`): who may do what follows from the roles, never from Django's flags."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, reverse
from django.utils.decorators import method_decorator

from pvi.organisation.access import may

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline


# What the filters beside a list put in the address after the name of a column.
FILTERED_BY = ("", "__exact", "__id__exact", "__isnull")
View = TypeVar("View", bound=Callable[..., Any])


class MonitorAdminSite(admin.AdminSite):
    """Open for the role beheerder only; everybody logs in at the same place."""

    site_title = "PVI-monitor beheer"
    site_header = "PVI-monitor beheer"
    index_title = "Wat u beheert"
    # The pages of the monitor show figures, and those are not for a beheerder.
    site_url = None

    def has_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "beheer.open")

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Refuse before Django does: it would show a log-in form to who is logged in already."""
        wrapped = super().admin_view(view, cacheable)

        @wraps(wrapped)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not self.has_permission(request):
                raise PermissionDenied
            return wrapped(request, *args, **kwargs)

        return cast(View, guarded)

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The admin has no log-in of its own: send people to that of the monitor."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next", self._index()))
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect(self._index())

    def _index(self) -> str:
        return reverse("admin:index", current_app=self.name)

    def get_urls(self) -> list[URLResolver | URLPattern]:
        """As Django lists them, with the log-in of the monitor for who is not logged in."""
        urls = super().get_urls()
        for found in urls:
            if isinstance(found, URLPattern) and hasattr(found.callback, "login_url"):
                found.callback.login_url = settings.LOGIN_URL
        return urls


class ByRole:
    """What may be done with rows; nothing is deleted, for a row ends by its date.

    The page that asks whether to delete would also list the figures that hang on a row.
    """

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "beheer.open")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, "beheer.open")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, "beheer.open")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, "beheer.open")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class KeptAdmin(ByRole, ModelAdmin):
    """Rows that a beheerder adds and changes."""


class KeptInline(ByRole, StackedInline):
    """Rows on the page of the row that they belong to."""

    extra = 0


class WatchedAdmin(KeptAdmin):
    """Rows that a beheerder only looks at, and of them only the columns that are named."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only the filters on the page: with ?value__gte=60 a hidden column could be guessed."""
        filters = self.get_list_filter(request)
        names = {str(getattr(found, "parameter_name", found)) for found in filters}
        return any(lookup == name + end for name in names for end in FILTERED_BY)
