"""Every address of the product x everybody, against url_matrix.csv: who gets what.

A cell is a status, `login` (sent to the login page) or `>path` (sent to that path). Everything about the
admin is one row: who may open it is told there, what stands in it is the admin's own.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from monitoring.models import FigureSnapshot, IndicatorSnapshot, MeasureSnapshot, ThemeSnapshot
from pvi.organisation.models import Role, RoleAssignment, User
from tests.api.world import NOVEMBER, OCTOBER, TODAY, World, build, person

TABLE = Path(__file__).with_name("url_matrix.csv")
ADMIN = "admin:*"
# One group, so that one process makes the small world once.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("url matrix")]


@dataclass(frozen=True)
class Row:
    """One request, and what everybody should get."""

    pattern: str
    request: str
    expected: dict[str, str]


def _rows() -> list[Row]:
    with TABLE.open(newline="") as file:
        return [Row(cells.pop("pattern"), cells.pop("request"), cells) for cells in csv.DictReader(file)]


def _patterns(patterns: list[Any], namespace: str = "") -> Iterator[str]:
    for found in patterns:
        if isinstance(found, URLResolver):
            yield from _patterns(found.url_patterns, found.namespace or namespace)
        elif isinstance(found, URLPattern):
            yield f"{namespace}:{found.name}" if namespace else str(found.name)


ROWS = _rows()
PATTERNS = sorted(_patterns(get_resolver().url_patterns))


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    outside = {ADMIN if name.startswith("admin:") else name for name in PATTERNS}
    assert outside == {row.pattern for row in ROWS}


def test_no_two_addresses_share_a_name() -> None:
    own = [name for name in PATTERNS if not name.startswith("admin:")]
    assert sorted(set(own)) == own


Ask = Callable[[str, str], Any]


@dataclass(frozen=True)
class Cast:
    """The small world, its sessions, and what the placeholders in the table stand for."""

    sessions: dict[str, str]
    places: dict[str, int]

    def ask(self, name: str, request: str) -> Any:
        """The answer to `GET /path`, `GET htmx /path` or `POST /path` of somebody."""
        client = Client()
        if name in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[name]
        method, *htmx, path = request.split(" ")
        headers = {"HX-Request": "true"} if htmx else {}
        return client.generic(method, path.format_map(self.places), headers=headers)


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """Made once for all rows, and rolled back at the end."""
    with time_machine.travel(TODAY, tick=False), django_db_blocker.unblock(), transaction.atomic():
        world = build()
        yield Cast(_sessions(_people(world)), _places())
        transaction.set_rollback(True)


def _people(world: World) -> dict[str, User]:
    rot = world.units["ROT"]
    people = {
        **world.people,
        "no_role": world.people["niemand"],
        "bram": person("bram", Role.UNIT_LEAD, unit=rot),
        "els": person("els", Role.KORPS_BOARD),
        "tess": person("tess", Role.THEME_LEAD, theme_code="DI"),
        "deactivated": person("deactivated", Role.CHAMPION, unit=rot),
    }
    for name, role in (("dana", Role.DATA_STEWARD), ("els", Role.KORPS_SIGNER)):
        RoleAssignment.objects.create(user=people[name], role=role, valid_from=TODAY)
    return people


def _sessions(people: dict[str, User]) -> dict[str, str]:
    """Everybody logs in; after that one account is closed."""
    sessions = {}
    for name, user in people.items():
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        sessions[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    User.objects.filter(pk=people["deactivated"].pk).update(is_active=False)
    return sessions


def _places() -> dict[str, int]:
    """What happened in Rotterdam in the autumn, which is not vastgesteld yet."""
    rot: dict[str, Any] = {"unit__code": "ROT"}
    return {
        "figure": FigureSnapshot.objects.get(period_code=OCTOBER[0], **rot).pk,
        "indicator-snapshot": IndicatorSnapshot.objects.get(
            month=NOVEMBER, indicator__code="I-AD-01", **rot
        ).pk,
        "measure-snapshot": MeasureSnapshot.objects.get(month=NOVEMBER, **rot).pk,
        "theme-snapshot": ThemeSnapshot.objects.get(month=NOVEMBER, **rot).pk,
    }


def _outcome(answer: Any) -> str:
    if answer.status_code != 302:
        return str(answer.status_code)
    path = urlsplit(answer["Location"]).path
    is_asked_back = "next=" in answer["Location"]
    return "login" if is_asked_back and path == reverse("login") else f">{path}"


@pytest.mark.parametrize("row", [row for row in ROWS if row.pattern != ADMIN], ids=lambda row: row.request)
def test_everybody_gets_what_the_table_says(cast: Cast, row: Row) -> None:
    answers = {name: cast.ask(name, row.request) for name in row.expected}
    assert {name: _outcome(answer) for name, answer in answers.items()} == row.expected
    for answer in answers.values():
        _is_well_formed(answer, row.request)


def _is_well_formed(answer: Any, request: str) -> None:
    if "/api/" in request and answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json"
    if " htmx " in request and answer.status_code == 200:
        assert b"<html" not in answer.content


def _admin_paths() -> list[str]:
    """Every address of the admin but its own doors, with something filled in for its parameters."""
    filled = {"/" + re.sub(r"[\^$]", "", _filled(route)) for route in _admin_routes()}
    return sorted(filled - {reverse("admin:login"), reverse("admin:logout")})


def _admin_routes() -> list[str]:
    resolvers = [found for found in get_resolver().url_patterns if isinstance(found, URLResolver)]
    admin = next(found for found in resolvers if found.namespace == "admin")
    return [str(admin.pattern) + route for route in _routes(admin.url_patterns)]


def _routes(patterns: list[Any], above: str = "") -> Iterator[str]:
    for found in patterns:
        route = above + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from _routes(found.url_patterns, route)
        else:
            yield route


def _filled(route: str) -> str:
    """`<path:object_id>` and `(?P<url>...)` made something, the first of a choice where there is one."""
    chosen = re.sub(r"\(\?P<\w+>(\w+)[^)]*\)", r"\1", route)
    return re.sub(r"\(\?P<\w+>[^)]*\)|<[^>]+>", "0", chosen)


def test_the_admin_opens_for_whom_the_table_says(cast: Cast) -> None:
    expected = next(row.expected for row in ROWS if row.pattern == ADMIN)
    found = {name: _opens(cast.ask(name, "GET /beheer/")) for name in expected}
    assert found == expected


@pytest.mark.parametrize(
    ("name", "wanted"), [("anonymous", {"login"}), ("anna", {"403"}), ("beheer", {"open", "403"})]
)
def test_every_address_of_the_admin_asks_who_somebody_is(cast: Cast, name: str, wanted: set[str]) -> None:
    found = {path: _opens(cast.ask(name, f"GET {path}")) for path in _admin_paths()}
    assert {path for path, outcome in found.items() if outcome not in wanted} == set()


def _opens(answer: Any) -> str:
    """Whether somebody is let in; what the admin then shows or refuses is its own, but it does not break."""
    assert answer.status_code < 500
    goes_away = answer.status_code == 302 and urlsplit(answer["Location"]).path in (
        reverse("login"),
        reverse("admin:login"),
    )
    if goes_away:
        return "login"
    return "403" if answer.status_code == 403 else "open"
