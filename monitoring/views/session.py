"""Where somebody lands after logging in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from monitoring.navigation import ROLE_ORDER
from pvi.organisation.access import reach
from pvi.organisation.models import Role
from themes.models import Theme

# Roles whose own page does not stand yet (data steward, raad, auditor) land on the start page.
LANDING = {
    Role.CHAMPION: "work",
    Role.UNIT_LEAD: "work",
    Role.KORPS_BOARD: "pc",
    Role.KORPS_SIGNER: "pc",
    Role.ADMINISTRATOR: "admin:index",
}


def landing(request: HttpRequest) -> HttpResponse:
    """Send this person to the page of the main role."""
    mine = reach(request.user)
    main = min(mine.roles, key=lambda role: ROLE_ORDER.index(Role(role)), default="")
    theme = Theme.objects.filter(code__in=mine.theme_codes).first()
    if main == Role.THEME_LEAD and theme:
        return redirect("theme", theme.slug)
    return redirect(LANDING.get(Role(main), "start") if main else "start")
