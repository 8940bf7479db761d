"""The world of the snapshot tests, on a fixed day."""

from collections.abc import Callable, Iterator

import pytest
import time_machine

from monitoring.snapshots import take
from monitoring.snapshots.take import Taken
from pvi.organisation.models import Unit
from pvi.records.jobs import EVERYTHING
from tests.monitoring.snapshots.world import World, moment

TODAY = "2024-09-15"
Take = Callable[[Unit], Taken]


@pytest.fixture
def today() -> Iterator[time_machine.Traveller]:
    """The clock of the product stands at noon of one day."""
    with time_machine.travel(moment(TODAY), tick=False) as clock:
        yield clock


@pytest.fixture
def world(db: None, today: time_machine.Traveller) -> World:
    return World()


@pytest.fixture
def take_unit(world: World) -> Take:
    """Take the snapshots of one unit, as the job does but without a job."""
    return lambda unit: take(unit, EVERYTHING, finish=lambda: None)
