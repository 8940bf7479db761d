"""Readers with their roles, in the small police force of the snapshot tests, on a fixed day."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from monitoring.models import Interpretation
from monitoring.snapshots import take
from pvi.organisation.models import Role, RoleAssignment, Unit, User
from pvi.records.jobs import EVERYTHING
from tests.monitoring.snapshots.world import World, moment
from themes.models import Round, Submission, SubmissionState

TODAY = "2024-09-15"
Open = Callable[..., Any]


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(moment(TODAY), tick=False):
        yield


class Force(World):
    """The world with people who read it."""

    def __init__(self) -> None:
        super().__init__()
        self.people: dict[str, User] = {}
        self.person("anna", Role.CHAMPION, unit=self.units[0])
        self.person("chris", Role.CHAMPION, unit=self.units[1])
        self.person("dana", Role.PROGRAMME_TEAM)
        self.person("raad", Role.COUNCIL)

    def person(self, name: str, role: str, **bound: Any) -> None:
        """Somebody with one role."""
        user = User.objects.create_user(name, f"{name}@politie.example", "schijf-van-vijf", display_name=name)
        RoleAssignment.objects.create(user=user, role=role, valid_from=dt.date(2021, 1, 1), **bound)
        self.people[name] = user

    def take(self, *units: Unit) -> None:
        """Take the snapshots of these units, as the job does."""
        for one in units:
            take(one, EVERYTHING, finish=lambda: None)

    def interpret(self, text: str, of: Unit, day: str, **about: Any) -> Interpretation:
        """Duiding that is known on the day on which it is written."""
        return Interpretation.objects.create(
            unit=of,
            text=text,
            written_on=dt.date.fromisoformat(day),
            author_role="aanjager",
            known_from=moment(day),
            **about,
        )

    def round(self) -> Round:
        """The tertaal that ended two weeks ago and is being handed in."""
        return Round.objects.create(
            period_code="2024-T2",
            period_start=dt.date(2024, 5, 1),
            period_end=dt.date(2024, 8, 31),
            opens_on=dt.date(2024, 8, 3),
            due_on=dt.date(2024, 9, 30),
        )

    def sign(self, of: Unit, when: str) -> None:
        """Hand in the round of this world and sign it off."""
        Submission.objects.create(
            round=Round.objects.get(),
            unit=of,
            state=SubmissionState.SIGNED_OFF,
            submitted_by=self.people["anna"],
            submitted_at=moment(when),
            signed_by=self.people["dana"],
            signed_at=moment(when),
        )


@pytest.fixture
def force(db: None) -> Force:
    return Force()


@pytest.fixture
def open_page(force: Force) -> Open:
    """The answer to `open_page("anna", "/eenheden/aaa", peildatum=…)`."""

    clients: dict[str, Client] = {}

    def answer(name: str, path: str, *, swap: bool = False, **parameters: Any) -> Any:
        if name not in clients:
            clients[name] = Client()
            clients[name].force_login(force.people[name])
        return clients[name].get(path, parameters, headers={"HX-Request": "true"} if swap else {})

    return answer
