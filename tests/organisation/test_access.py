"""Access: who reaches what, by role, unit and day."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.utils import IntegrityError

from pvi.organisation.access import NOBODY, may, reach
from pvi.organisation.models import Counted, Deputy, Role, RoleAssignment, Unit, UnitKind, User

TODAY = dt.date.today
DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.django_db


def unit(code: str, kind: str = UnitKind.REGIONAL, parent: Unit | None = None) -> Unit:
    made: Unit = Unit.objects.create(
        code=code, name=code, short_name=code, kind=kind, parent=parent, counted_in_2023=Counted.YES
    )
    return made


@pytest.fixture
def rotterdam() -> Unit:
    return unit("ROT", parent=unit("KORPS", UnitKind.KORPS))


def person(name: str, role: str = "", **more: Any) -> User:
    user = User.objects.create(username=name, display_name=name)
    if role:
        RoleAssignment.objects.create(user=user, role=role, **{"valid_from": dt.date(2020, 1, 1), **more})
    return user


def test_a_unit_role_reaches_everything_below_the_unit(rotterdam: Unit) -> None:
    district = unit("D1", UnitKind.DISTRICT, rotterdam)
    team = unit("T1", UnitKind.TEAM, district)
    anna = person("anna", Role.CHAMPION, unit=rotterdam)
    assert reach(anna).champion_of == {rotterdam.pk, district.pk, team.pk}
    assert not reach(anna).lead_of


@pytest.mark.parametrize(
    ("start", "end", "holds"), [(0, 0, True), (-2, -1, False), (1, 2, False), (-1, None, True)]
)
def test_a_role_holds_on_its_days(rotterdam: Unit, start: int, end: int | None, holds: bool) -> None:
    until = None if end is None else TODAY() + end * DAY
    anna = person("anna", Role.CHAMPION, unit=rotterdam, valid_from=TODAY() + start * DAY, valid_until=until)
    assert bool(reach(anna).roles) is holds


def test_a_deputy_has_the_role_for_a_time(rotterdam: Unit) -> None:
    person("bram", Role.UNIT_LEAD, unit=rotterdam)
    deputy = person("dirk")
    assignment = RoleAssignment.objects.get()
    Deputy.objects.create(
        assignment=assignment, user=deputy, valid_from=TODAY() - DAY, valid_until=TODAY() + DAY
    )
    assert reach(deputy).lead_of == {rotterdam.pk}
    Deputy.objects.update(valid_until=TODAY() - DAY)
    assert not reach(User.objects.get(username="dirk")).lead_of


def test_nobody_reaches_nothing(rotterdam: Unit) -> None:
    gone = person("weg", Role.PROGRAMME_TEAM)
    gone.is_active = False
    assert reach(gone) == reach(AnonymousUser()) == NOBODY
    assert not reach(person("zonder")).reads


@pytest.mark.parametrize(
    ("role", "reads", "everything", "pc", "work", "beheer"),
    [
        (Role.CHAMPION, 1, 0, 0, 1, 0),
        (Role.UNIT_LEAD, 1, 0, 0, 1, 0),
        (Role.PROGRAMME_TEAM, 1, 1, 1, 1, 0),
        (Role.THEME_LEAD, 1, 1, 0, 1, 0),
        (Role.DATA_STEWARD, 1, 1, 1, 1, 0),
        (Role.KORPS_BOARD, 1, 1, 1, 0, 0),
        (Role.KORPS_SIGNER, 1, 1, 1, 0, 0),
        (Role.COUNCIL, 1, 0, 0, 0, 0),
        (Role.AUDITOR, 1, 1, 1, 0, 0),
        (Role.ADMINISTRATOR, 0, 0, 0, 0, 1),
    ],
)
def test_what_each_role_opens(
    rotterdam: Unit, role: str, reads: int, everything: int, pc: int, work: int, beheer: int
) -> None:
    bound: dict[str, Any] = {"unit": rotterdam} if role in (Role.CHAMPION, Role.UNIT_LEAD) else {}
    user = person("iemand", role, **bound, theme_code="DI" if role == Role.THEME_LEAD else "")
    opened = [may(user, name) for name in ("pages.read", "pc.read", "work.read", "beheer.open")]
    assert opened == [bool(reads), bool(pc), bool(work), bool(beheer)]
    assert reach(user).reads_everything is bool(everything)


def test_an_unknown_permission_is_refused(rotterdam: Unit) -> None:
    assert not may(person("dana", Role.PROGRAMME_TEAM), "pages.raed")


def test_a_superuser_without_a_role_opens_nothing() -> None:
    root = User.objects.create(username="root", display_name="root", is_superuser=True, is_staff=True)
    assert not any(may(root, name) for name in ("pages.read", "pc.read", "work.read", "beheer.open"))


@pytest.mark.parametrize(
    "bad",
    [
        {"role": Role.CHAMPION},
        {"role": Role.COUNCIL, "theme_code": "DI"},
        {"role": Role.THEME_LEAD},
        {"role": "koning"},
        {"role": Role.COUNCIL, "valid_until": dt.date(2019, 1, 1)},
    ],
    ids=["unit missing", "theme too much", "theme missing", "unknown", "ends before it begins"],
)
def test_a_role_that_makes_no_sense_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        person("iemand", **bad)


def test_the_same_role_twice_at_a_time_is_refused(rotterdam: Unit) -> None:
    anna = person("anna", Role.CHAMPION, unit=rotterdam)
    with pytest.raises(IntegrityError, match="role_no_overlap"):
        RoleAssignment.objects.create(
            user=anna, role=Role.CHAMPION, unit=rotterdam, valid_from=dt.date(2024, 1, 1)
        )
