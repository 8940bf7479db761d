"""One unit that reports, one that may not, and measures as people meet them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from measures.models import Level, Measure, Milestone
from pvi.organisation.models import Counted, Role, RoleAssignment, Unit, UnitKind, User
from themes.models import Programme, Round, Submission, SubmissionState, Theme

TODAY = dt.date(2026, 11, 20)
LONG_AGO = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


def unit(code: str, parent: Unit | None = None, **more: Any) -> Unit:
    values = {"name": f"Eenheid {code}", "short_name": code, "kind": UnitKind.REGIONAL, **more}
    made: Unit = Unit.objects.create(code=code, parent=parent, counted_in_2023=Counted.YES, **values)
    return made


def person(name: str, role: str, **bound: Any) -> User:
    user = User.objects.create_user(
        name, f"{name}@politie.example", "schijf-van-vijf", display_name=name.title()
    )
    RoleAssignment.objects.create(user=user, role=role, valid_from=dt.date(2021, 1, 1), **bound)
    return user


def measure(code: str, owner: Unit, of: Programme, **more: Any) -> Measure:
    values = {"level": Level.UNIT, "title": f"Maatregel {code}", "known_from": LONG_AGO, **more}
    return Measure.objects.create(code=code, unit=owner, programme=of, **values)


def milestone(of: Measure, title: str, due: dt.date, done: dt.date | None = None) -> Milestone:
    known = dt.datetime.combine(done, dt.time(9), dt.UTC) if done else None
    return Milestone.objects.create(
        measure=of, title=title, due_on=due, done_on=done, done_known_from=known, known_from=LONG_AGO
    )


def sign_off(
    of: Unit, start: dt.date, end: dt.date, by: User, signer: User, at: dt.datetime = LONG_AGO
) -> Submission:
    handed_in = Round.objects.create(
        period_code=f"{start.year}-T1", period_start=start, period_end=end, opens_on=start, due_on=end
    )
    return Submission.objects.create(
        round=handed_in,
        unit=of,
        state=SubmissionState.SIGNED_OFF,
        submitted_by=by,
        submitted_at=at,
        signed_by=signer,
        signed_at=at,
    )


@dataclass(frozen=True)
class Small:
    """Two eenheden under a korps, their people, and a measure of each kind."""

    rot: Unit
    people: dict[str, User]
    with_milestones: Measure
    without: Measure
    national: Measure
    history: Measure


@pytest.fixture
def small(db: None) -> Small:
    korps = unit("KORPS", kind=UnitKind.KORPS)
    rot, ams = unit("ROT", korps), unit("AMS", korps)
    theme = Theme.objects.create(
        number=2, code="DI", slug="di", name="Instroom", aim="a", approach="b", slogan="c"
    )
    now = Programme.objects.create(code="PVI", name="PVI", starts_on=TODAY, is_history=False)
    then = Programme.objects.create(code="KVHV", name="KvhV", starts_on=TODAY, is_history=True)
    people = {
        "anna": person("anna", Role.CHAMPION, unit=rot),
        "bram": person("bram", Role.UNIT_LEAD, unit=rot),
        "chris": person("chris", Role.CHAMPION, unit=ams),
        "dana": person("dana", Role.PROGRAMME_TEAM),
        "tess": person("tess", Role.THEME_LEAD, theme_code="DI"),
    }
    planned = measure("ROT-1", rot, now, theme=theme, ends_on=dt.date(2027, 6, 30))
    milestone(planned, "Voorstel", dt.date(2026, 3, 1), dt.date(2026, 2, 20))
    milestone(planned, "Besluit", dt.date(2026, 9, 1))
    return Small(
        rot=rot,
        people=people,
        with_milestones=planned,
        without=measure("ROT-2", rot, now, result_goal_count=20, result_goal_unit="gesprekken"),
        national=measure("L-1", korps, now, level=Level.NATIONAL, theme=theme),
        history=measure("ROT-0", rot, then),
    )
