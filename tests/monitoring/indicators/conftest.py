"""A small police force with people who read its indicators, on a fixed day."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from monitoring.models import DefinitionVersion, Indicator, Interpretation
from monitoring.snapshots import take
from pvi.organisation.models import Role, RoleAssignment, Unit, User
from pvi.records.jobs import EVERYTHING
from tests.monitoring.snapshots.world import World, moment
from themes.models import Round, Submission, SubmissionState

TODAY = "2024-09-15"
Get = Callable[..., str]
Rows = Callable[..., list[dict[str, str]]]


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(moment(TODAY), tick=False):
        yield


class Readers(World):
    """Anna (aanjager AAA), Chris (aanjager BBB), Dana (programme team) and somebody of the council."""

    def __init__(self) -> None:
        super().__init__()
        self.people: dict[str, User] = {}
        for name, role, unit in (
            ("anna", Role.CHAMPION, self.units[0]),
            ("chris", Role.CHAMPION, self.units[1]),
            ("dana", Role.PROGRAMME_TEAM, None),
            ("raad", Role.COUNCIL, None),
        ):
            user = User.objects.create_user(name, f"{name}@politie.example", "-", display_name=name)
            RoleAssignment.objects.create(user=user, role=role, unit=unit, valid_from=dt.date(2021, 1, 1))
            self.people[name] = user

    def take(self) -> None:
        """Take all snapshots, the korps last."""
        for one in (*self.units, self.korps):
            take(one, EVERYTHING, finish=lambda: None)

    def version(self, indicator: Indicator, number: int, since: str, **more: Any) -> DefinitionVersion:
        """A new version of a definition, by default one that breaks the series."""
        first = indicator.definitions.get(number=1)
        kept = {
            field.attname: getattr(first, field.attname)
            for field in DefinitionVersion._meta.concrete_fields
            if field.attname not in {"id", "number", "effective_from", "breaks_series"}
        }
        return DefinitionVersion.objects.create(
            **{**kept, "breaks_series": True, **more},
            number=number,
            effective_from=dt.date.fromisoformat(since),
        )

    def interpret(self, indicator: Indicator, of: Unit, text: str, period: str = "") -> Interpretation:
        return Interpretation.objects.create(
            unit=of, indicator=indicator, text=text, period_code=period, written_on=dt.date(2024, 4, 1),
            author_role="programmateam", known_from=moment("2024-04-01"),
        )  # fmt: skip

    def round(self, period: str, *, signed: dict[Unit, str]) -> None:
        """A round in which these units were signed off on these days; the others still have to."""
        made = Round.objects.create(
            period_code=period, period_start=dt.date(2024, 1, 1), period_end=dt.date(2024, 4, 30),
            opens_on=dt.date(2024, 4, 1), due_on=dt.date(2024, 5, 31),
        )  # fmt: skip
        for unit in (*self.units, self.korps):
            done: dict[str, Any] = {}
            if unit in signed:
                at = moment(signed[unit])
                done = {
                    "state": SubmissionState.SIGNED_OFF, "submitted_by": self.people["anna"],
                    "submitted_at": at, "signed_by": self.people["dana"], "signed_at": at,
                }  # fmt: skip
            Submission.objects.create(round=made, unit=unit, **done)


@pytest.fixture
def readers(db: None) -> Readers:
    return Readers()


@pytest.fixture
def answer(readers: Readers) -> Callable[..., Any]:
    """The answer to `answer("anna", "/indicatoren", zoek="…")`."""

    def ask(name: str, path: str, *, swap: bool = False, **parameters: Any) -> Any:
        client = Client(headers={"HX-Request": "true"} if swap else {})
        client.force_login(readers.people[name])
        return client.get(path, parameters)

    return ask


@pytest.fixture
def html(answer: Callable[..., Any]) -> Get:
    """The text of a page that must be there."""

    def text(name: str, path: str, **parameters: Any) -> str:
        found = answer(name, path, **parameters)
        assert found.status_code == 200
        return str(found.content.decode())

    return text


@pytest.fixture
def rows(html: Get) -> Rows:
    """The rows of a download, by column."""

    def read(name: str, path: str, *, formaat: str = "csv", **parameters: Any) -> list[dict[str, str]]:
        text = html(name, path, formaat=formaat, **parameters)
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))

    return read
