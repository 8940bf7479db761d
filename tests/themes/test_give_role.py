"""`manage.py give_role`: how the first beheerder gets in."""

import datetime as dt
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError

from pvi.organisation.access import may
from pvi.organisation.models import Role, RoleAssignment, Unit, User
from themes.models import Theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def anna() -> User:
    Unit.objects.create(code="ROT", name="R", short_name="R", kind="regional", counted_in_2023="yes")
    Theme.objects.create(
        code="DI", slug="inclusie", number=1, name="Inclusie", aim="a", approach="b", slogan="c"
    )
    return User.objects.create_user("anna", display_name="Anna")


def give(*words: str) -> str:
    said = StringIO()
    with time_machine.travel(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), tick=False):
        call_command("give_role", "anna", *words, stdout=said)
    return said.getvalue()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (("beheerder",), Role.ADMINISTRATOR),
        (("administrator",), Role.ADMINISTRATOR),
        (("emt-lid", "--unit", "rot"), Role.UNIT_LEAD),
        (("aanjager", "--unit", "ROT"), Role.CHAMPION),
        (("raad van advies",), Role.COUNCIL),
        (("trekker", "--theme", "di"), Role.THEME_LEAD),
    ],
)
def test_knows_roles_by_their_dutch_word_and_by_their_code(words: tuple[str, ...], role: str) -> None:
    assert "heeft nu de rol" in give(*words)
    assert RoleAssignment.objects.get().role == role


def test_makes_the_first_beheerder(anna: User) -> None:
    assert give("beheerder") == "anna heeft nu de rol beheerder vanaf 23 november 2026.\n"
    with time_machine.travel(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        assert may(anna, "beheer.open")


def test_gives_nothing_twice() -> None:
    give("aanjager", "--unit", "ROT")
    assert give("aanjager", "--unit", "ROT") == "anna had al de rol aanjager R vanaf 23 november 2026.\n"
    assert RoleAssignment.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("keizer",), "Onbekende rol: keizer"),
        (("aanjager",), "--unit: Kies de eenheid bij deze rol."),
        (("auditor", "--unit", "ROT"), "--unit: Deze rol hoort niet bij een eenheid."),
        (("trekker",), "--theme: Kies het thema bij deze rol."),
        (("auditor", "--theme", "DI"), "--theme: Deze rol hoort niet bij een thema."),
        (("aanjager", "--unit", "XX"), "Onbekende eenheid: XX."),
        (("trekker", "--theme", "XX"), "Onbekend thema: XX."),
    ],
)
def test_says_what_is_wrong(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError, match=said.replace("-", "[-]")):
        give(*words)
    assert not RoleAssignment.objects.exists()


def test_wants_an_account_that_exists() -> None:
    with pytest.raises(CommandError, match="Er is geen account bram"):
        call_command("give_role", "bram", "beheerder")
