"""What stands around every page: the menu, the account, and whether the figures are fictitious."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from monitoring.dashboards.work import duties
from pvi.organisation.access import may, reach
from pvi.organisation.models import Role, RoleAssignment
from themes.models import Programme


@dataclass(frozen=True)
class MenuItem:
    """One entry of the main menu."""

    label: str
    url: str
    is_current: bool
    count: int = 0


# label, URL name, permission that opens it, first part of the path
MENU = [
    ("Start", "start", "pages.read", ""),
    ("P&C", "pc", "pc.read", "pc"),
    ("Thema’s", "themes", "pages.read", "themas"),
    ("Eenheden", "units", "pages.read", "eenheden"),
    ("Maatregelen", "measures", "pages.read", "maatregelen"),
    ("Toezeggingen", "commitments", "pages.read", "toezeggingen"),
    ("Indicatoren", "indicators", "pages.read", "indicatoren"),
    ("Mijn werk", "work", "work.read", "mijn-werk"),
    ("Beheer", "admin:index", "beheer.open", "beheer"),
]
ROLE_ORDER = list(Role)


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Context for base.html; one query each for the programme, the roles and what is to be done."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": [], "account": None, "fictitious": _fictitious(), "version": settings.VERSION}
    here = request.path_info.strip("/").split("/")[0]
    items = [
        MenuItem(label, reverse(name), here == first, _count(user, name))
        for label, name, permission, first in MENU
        if may(user, permission)
    ]
    return {
        "navigation": items,
        "account": {"name": str(user), "role_label": role_label(user)},
        "fictitious": _fictitious(),
        "version": settings.VERSION,
        "footer_links": [],
    }


def _count(user: Any, name: str) -> int:
    return duties.count(user, timezone.localdate()) if name == "work" else 0


def role_label(user: Any) -> str:
    """The main role in words, such as 'aanjager Rotterdam'."""
    held: tuple[RoleAssignment, ...] = reach(user).assignments
    if not held:
        return "nog geen rol"
    main = min(held, key=lambda assignment: ROLE_ORDER.index(Role(assignment.role)))
    return str(main) if main.unit else str(main.get_role_display())


def _fictitious() -> bool:
    return Programme.objects.filter(is_fictitious=True).exists()
