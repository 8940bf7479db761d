"""The only answer to "may this user ...": roles x unit, decided here and failing closed.

`reach(user)` says once per request how far somebody's roles go; the predicates below and every
`visible_to(user)` of a queryset are written in its words.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import rules
from django.db.models import Q
from django.utils import timezone

from pvi.organisation.models import Role, RoleAssignment, Unit, User
from pvi.organisation.querysets import valid_on

READS_EVERYTHING = frozenset(
    {
        Role.PROGRAMME_TEAM,
        Role.THEME_LEAD,
        Role.DATA_STEWARD,
        Role.KORPS_BOARD,
        Role.KORPS_SIGNER,
        Role.AUDITOR,
    }
)
READS_RAW = frozenset({Role.DATA_STEWARD, Role.AUDITOR})
READS_PC = frozenset(
    {Role.KORPS_BOARD, Role.KORPS_SIGNER, Role.PROGRAMME_TEAM, Role.DATA_STEWARD, Role.AUDITOR}
)
HAS_WORK = frozenset({Role.CHAMPION, Role.UNIT_LEAD, Role.THEME_LEAD, Role.PROGRAMME_TEAM, Role.DATA_STEWARD})
READS = READS_EVERYTHING | {Role.CHAMPION, Role.UNIT_LEAD, Role.COUNCIL}


@dataclass(frozen=True)
class Reach:
    """How far the roles of one person go on one day."""

    roles: frozenset[str] = frozenset()
    champion_of: frozenset[int] = frozenset()
    lead_of: frozenset[int] = frozenset()
    theme_codes: frozenset[str] = frozenset()
    assignments: tuple[RoleAssignment, ...] = field(default=(), compare=False)

    @property
    def own_units(self) -> frozenset[int]:
        """Primary keys of the units of this person's unit roles, everything below them included."""
        return self.champion_of | self.lead_of

    @property
    def reads(self) -> bool:
        return bool(self.roles & READS)

    @property
    def reads_everything(self) -> bool:
        return bool(self.roles & READS_EVERYTHING)

    @property
    def reads_public_only(self) -> bool:
        """Somebody from outside: only what is marked openbaar."""
        return not self.reads_everything and not self.own_units

    def sees_unsigned(self, unit_id: int) -> bool:
        """Whether figures and friction that are not yet vastgesteld are shown to this person."""
        return self.reads_everything or unit_id in self.own_units


NOBODY = Reach()


def reach(user: Any) -> Reach:
    """What this user's roles reach today; asked of the database once per request."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return NOBODY
    if not hasattr(user, "known_reach"):
        user.known_reach = _reach_on(user, timezone.localdate())
    found: Reach = user.known_reach
    return found


def _reach_on(user: User, day: dt.date) -> Reach:
    own = Q(user=user)
    deputy = Q(deputies__user=user) & valid_on(day, "deputies__")
    held = RoleAssignment.objects.filter(own | deputy).filter(valid_on(day)).select_related("unit").distinct()
    assignments = tuple(held.order_by("pk"))
    return Reach(
        roles=frozenset(a.role for a in assignments),
        champion_of=_with_descendants(assignments, Role.CHAMPION),
        lead_of=_with_descendants(assignments, Role.UNIT_LEAD),
        theme_codes=frozenset(a.theme_code for a in assignments if a.theme_code),
        assignments=assignments,
    )


def _with_descendants(assignments: tuple[RoleAssignment, ...], role: str) -> frozenset[int]:
    units = [a.unit for a in assignments if a.role == role and a.unit is not None]
    if not units:
        return frozenset()
    found: set[int] = set()
    for unit in units:
        below = Unit.objects.with_tree_fields().descendants(unit, include_self=True)
        found.update(below.values_list("pk", flat=True))
    return frozenset(found)


@rules.predicate
def reads(user: Any) -> bool:
    return reach(user).reads


@rules.predicate
def reads_pc(user: Any) -> bool:
    return bool(reach(user).roles & READS_PC)


@rules.predicate
def has_work(user: Any) -> bool:
    return bool(reach(user).roles & HAS_WORK)


@rules.predicate
def is_administrator(user: Any) -> bool:
    return Role.ADMINISTRATOR in reach(user).roles


@rules.predicate
def updates_measure(user: Any, measure: Any) -> bool:
    """An aanjager of the unit; for national measures the trekker of the theme and the programme team.

    Measures of earlier programmes are history and are updated by nobody.
    """
    if measure is None or measure.is_history:
        return False
    mine = reach(user)
    if not measure.is_national:
        return measure.unit_id in mine.champion_of
    theme_code = measure.theme.code if measure.theme else ""
    return theme_code in mine.theme_codes or Role.PROGRAMME_TEAM in mine.roles


rules.add_perm("pages.read", reads)
rules.add_perm("pc.read", reads_pc)
rules.add_perm("work.read", has_work)
rules.add_perm("beheer.open", is_administrator)
rules.add_perm("measures.update", updates_measure)


def may(user: Any, permission: str, subject: Any = None) -> bool:
    """Whether this user has this permission (on this subject); an unknown permission is refused."""
    return bool(rules.has_perm(permission, user, subject)) if rules.perm_exists(permission) else False
