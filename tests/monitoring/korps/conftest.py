"""The small police force of the snapshot tests with two themes, for the pages about the whole korps."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from measures.models import Commitment, CommitmentStatusReport, Level, Measure, Story
from pvi.organisation.models import Role
from tests.monitoring.snapshots.world import moment
from tests.monitoring.units.conftest import TODAY, Force
from themes.models import Theme

Open = Callable[..., Any]


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(moment(TODAY), tick=False):
        yield


class Korps(Force):
    """With Els of the korpsleiding, a second theme, and a round that ended two weeks ago."""

    def __init__(self) -> None:
        super().__init__()
        self.person("els", Role.KORPS_BOARD)
        self.other = Theme.objects.create(
            code="AD", slug="aanpak", number=3, name="Aanpak discriminatie", aim="a", approach="b", slogan="c"
        )
        self.the_round = self.round()

    def take_all(self) -> None:
        self.take(*self.units, self.korps)

    def national(self, code: str, **more: Any) -> Measure:
        """A measure of the korps itself."""
        return Measure.objects.create(
            code=code, programme=self.programme, unit=self.korps, level=Level.NATIONAL, title=code,
            **{"theme": self.theme, "known_from": moment("2023-01-01"), **more},
        )  # fmt: skip

    def commitment(self, code: str, term: str = "", **more: Any) -> Commitment:
        return Commitment.objects.create(
            code=code, kind="motion", name=f"Motie {code}", chamber="Tweede Kamer", description="x",
            responsible_role="minister", term_on=dt.date.fromisoformat(term) if term else None, **more,
        )  # fmt: skip

    def report(self, commitment: Commitment, day: str, status: str) -> None:
        CommitmentStatusReport.objects.create(
            commitment=commitment,
            reported_on=dt.date.fromisoformat(day),
            status=status,
            text="Zo staat het.",
            known_from=moment(day),
        )

    def story(self, slug: str, **more: Any) -> Story:
        return Story.objects.create(
            slug=slug, title=slug.title(), text="Zo ging het.", teller_role="teamchef",
            told_on=dt.date(2024, 9, 1), unit=self.units[0], theme=self.theme,
            known_from=moment("2024-09-01"), **more,
        )  # fmt: skip


@pytest.fixture
def korps(db: None) -> Korps:
    return Korps()


@pytest.fixture
def open_page(korps: Korps) -> Open:
    """The answer to `open_page("els", "/pc", peildatum=…)`."""

    def answer(name: str, path: str, *, swap: bool = False, **parameters: Any) -> Any:
        client = Client()
        client.force_login(korps.people[name])
        return client.get(path, parameters, headers={"HX-Request": "true"} if swap else {})

    return answer
