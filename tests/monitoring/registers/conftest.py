"""Two eenheden on one day: ROT signed off the second tertaal, AMS and the korps nothing yet."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from measures.models import (
    Commitment,
    CommitmentKind,
    CommitmentStatusReport,
    Level,
    Measure,
    ProgressUpdate,
)
from monitoring.models import MeasureSnapshot, SnapshotRun
from pvi.organisation.models import Role, Unit, UnitKind, User
from tests.measures.conftest import TODAY, measure, milestone, person, sign_off, unit
from themes.models import Programme, Submission, Theme

AUGUST, NOVEMBER = dt.date(2026, 8, 1), dt.date(2026, 11, 1)
KNOWN = {
    AUGUST: dt.datetime(2026, 9, 1, 2, tzinfo=dt.UTC),
    NOVEMBER: dt.datetime(2026, 11, 2, 2, tzinfo=dt.UTC),
}
SIGNED = dt.datetime(2026, 10, 1, 9, tzinfo=dt.UTC)
STEPS = [["Voorstel", "2026-03-01", "2026-02-20"], ["Besluit", "2026-09-01", None]]


@dataclass(frozen=True)
class World:
    """What the tests name."""

    units: dict[str, Unit]
    people: dict[str, User]
    measures: dict[str, Measure]
    themes: dict[str, Theme]

    def snapshot(self, code: str, month: dt.date, **more: Any) -> MeasureSnapshot:
        found = self.measures[code]
        run, _ = SnapshotRun.objects.get_or_create(unit=found.unit, month_from=AUGUST, month_until=NOVEMBER)
        values: dict[str, Any] = {"known_from": KNOWN[month], "status": "on_track", **more}
        return MeasureSnapshot.objects.create(measure=found, unit=found.unit, run=run, month=month, **values)

    def update(self, code: str, day: dt.date, text: str, **more: Any) -> ProgressUpdate:
        known = dt.datetime.combine(day, dt.time(10), dt.UTC)
        values: dict[str, Any] = {
            "author_role": "aanjager",
            "known_from": known,
            "status": "on_track",
            **more,
        }
        return ProgressUpdate.objects.create(
            measure=self.measures[code], reported_on=day, text=text, **values
        )

    def commitment(self, code: str, status: str = "in_progress", **more: Any) -> Commitment:
        values: dict[str, Any] = {
            "kind": CommitmentKind.COMMITMENT,
            "name": f"Toezegging {code}",
            "chamber": "TK",
            "description": "Dit is toegezegd.",
            "responsible_role": "minister JenV",
            "given_on": dt.date(2026, 6, 1),
            "given_precision": "day",
        }
        made = Commitment.objects.create(code=code, **(values | more))
        if status:
            day = dt.date(2026, 7, 1)
            known = dt.datetime.combine(day, dt.time(9), dt.UTC)
            CommitmentStatusReport.objects.create(
                commitment=made, reported_on=day, status=status, text=f"Stand {code}", known_from=known
            )
        return made


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(dt.datetime.combine(TODAY, dt.time(10), dt.UTC), tick=False):
        yield


@pytest.fixture
def world(db: None) -> World:
    korps = unit("KORPS", kind=UnitKind.KORPS)
    rot, ams = unit("ROT", korps, position=1), unit("AMS", korps, position=2)
    themes = {
        code: Theme.objects.create(
            number=number,
            code=code,
            slug=code.lower(),
            name=f"Thema {code}",
            aim="a",
            approach="b",
            slogan="c",
        )
        for number, code in enumerate(("DI", "AD"), start=1)
    }
    people = {
        "anna": person("anna", Role.CHAMPION, unit=rot),
        "bram": person("bram", Role.UNIT_LEAD, unit=rot),
        "chris": person("chris", Role.CHAMPION, unit=ams),
        "dana": person("dana", Role.PROGRAMME_TEAM),
        "rik": person("rik", Role.COUNCIL),
        "tess": person("tess", Role.THEME_LEAD, theme_code="DI"),
        "beheer": person("beheer", Role.ADMINISTRATOR),
    }
    world = World(
        {"KORPS": korps, "ROT": rot, "AMS": ams}, people, _measures(korps, rot, ams, themes), themes
    )
    spring, summer = dt.date(2026, 5, 1), dt.date(2026, 8, 31)
    signed = sign_off(rot, spring, summer, people["anna"], people["bram"], at=SIGNED)
    for other in (korps, ams):
        Submission.objects.create(round=signed.round, unit=other)
    _snapshots(world)
    return world


def _measures(korps: Unit, rot: Unit, ams: Unit, themes: dict[str, Theme]) -> dict[str, Measure]:
    now = Programme.objects.create(code="PVI", name="PVI nu", starts_on=TODAY, is_history=False)
    then = Programme.objects.create(code="KVHV", name="KvhV toen", starts_on=TODAY, is_history=True)
    national = measure("L-1", korps, now, level=Level.NATIONAL, theme=themes["DI"], is_public=True)
    made = [
        national,
        measure("ROT-1", rot, now, theme=themes["DI"], parent=national, title="Uren vastgelegd"),
        measure("AMS-1", ams, now, theme=themes["AD"], parent=national, title="Uren besproken"),
        measure("ROT-0", rot, then, title="Oude maatregel"),
    ]
    milestone(made[1], "Voorstel", dt.date(2026, 3, 1), dt.date(2026, 2, 20))
    milestone(made[1], "Besluit", dt.date(2026, 9, 1))
    return {found.code: found for found in made}


def _snapshots(world: World) -> None:
    shares = {"planned": "0.5", "actual": "0.5", "milestones": STEPS}
    world.snapshot("ROT-1", AUGUST, last_update_on=dt.date(2026, 8, 1), **shares)
    world.snapshot(
        "ROT-1",
        NOVEMBER,
        **{
            **shares,
            "status": "behind",
            "planned": "1",
            "overdue_milestones": 1,
            "overdue_since": dt.date(2026, 9, 1),
            "manual_status": "at_risk",
            "manual_reason": "Besluit is voorbereid",
            "last_update_on": dt.date(2026, 10, 1),
        },
    )
    world.snapshot("AMS-1", NOVEMBER, status="in_progress", last_update_on=dt.date(2026, 11, 1))
    world.snapshot("L-1", NOVEMBER, status="in_progress", is_stale=True, last_update_on=dt.date(2026, 5, 1))


Get = Callable[..., Any]


@pytest.fixture
def get(world: World) -> Get:
    """The answer to `get(name, path, **parameters)`."""

    def answer(name: str, path: str, headers: dict[str, str] | None = None, **parameters: Any) -> Any:
        client = Client()
        client.force_login(world.people[name])
        return client.get(path, parameters, headers=headers or {})

    return answer


@pytest.fixture
def text(get: Get) -> Callable[..., str]:
    """The page as text, with its white space folded."""

    def page(name: str, path: str, **parameters: Any) -> str:
        answer = get(name, path, **parameters)
        assert answer.status_code == 200, answer.status_code
        return " ".join(answer.content.decode().split())

    return page


@pytest.fixture
def queries(get: Get) -> Callable[..., int]:
    """How many questions a page asks of the database."""

    def count(name: str, path: str, **parameters: Any) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert get(name, path, **parameters).status_code == 200
        return len(asked)

    return count
