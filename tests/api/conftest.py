"""The API as the people of the small world see it, on one day."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.api.world import TODAY, World, build

Ask = Callable[..., Any]
BASE = "/api/v1/"


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.fixture
def ask(world: World) -> Ask:
    """The answer to `ask(name, path, **parameters)`; without a name nobody is logged in."""

    def answer(name: str | None, path: str, **parameters: Any) -> Any:
        client = Client()
        if name:
            client.force_login(world.people[name])
        return client.get(BASE + path, parameters)

    return answer


@pytest.fixture
def rows(ask: Ask) -> Ask:
    """The rows of a list."""

    def found(name: str, path: str, **parameters: Any) -> Any:
        answer = ask(name, path, **parameters)
        assert answer.status_code == 200, answer.content
        return answer.json()["results"]

    return found
