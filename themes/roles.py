"""What a role must be bound to, and since when somebody has it; said in words for whoever gives roles."""

import datetime as dt

from django.db.models import Q

from pvi.organisation.models import UNIT_ROLES, Role, RoleAssignment, Unit, User


def faults(*, role: str, unit: Unit | None, theme_code: str) -> dict[str, str]:
    """Per field what is wrong with the unit or theme of this role; the database refuses the same."""
    found = {}
    if (role in UNIT_ROLES) != (unit is not None):
        found["unit"] = (
            "Kies de eenheid bij deze rol." if unit is None else "Deze rol hoort niet bij een eenheid."
        )
    if (role == Role.THEME_LEAD) != bool(theme_code):
        found["theme_code"] = (
            "Deze rol hoort niet bij een thema." if theme_code else "Kies het thema bij deze rol."
        )
    return found


def overlapping(
    *,
    user: User,
    role: str,
    unit: Unit | None,
    theme_code: str,
    valid_from: dt.date,
    valid_until: dt.date | None = None,
    apart_from: int = 0,
) -> RoleAssignment | None:
    """The same role of the same person in (a part of) this time."""
    still = Q(valid_until__isnull=True) | Q(valid_until__gte=valid_from)
    begun = Q(valid_from__lte=valid_until) if valid_until else Q()
    same = RoleAssignment.objects.filter(user=user, role=role, unit=unit, theme_code=theme_code)
    return same.filter(still & begun).exclude(pk=apart_from).first()
