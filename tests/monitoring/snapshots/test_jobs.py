"""The way from a change to a snapshot: triggers, ledger, parts before the whole."""

import datetime as dt

import pytest
from django.db import connection

from measures.models import Milestone
from monitoring import snapshot_jobs
from monitoring.models import SnapshotRun, ThemeSnapshot
from pvi.records import jobs
from pvi.records.models import DueMark, Job
from tests.monitoring.snapshots.world import World

SETTLED = dt.timedelta()


@pytest.fixture
def quiet(world: World) -> World:
    """A world of which all snapshots are taken."""
    world.milestone(world.measure(world.units[0]), "2025-01-01")
    jobs.run_all_due()
    return world


def marked() -> set[str]:
    """The units that triggers marked."""
    return set(DueMark.objects.values_list("key", flat=True))


def test_every_unit_is_taken_parts_before_the_whole(world: World) -> None:
    world.measure(world.units[0])
    snapshot_jobs.ask()
    jobs.run_all_due()
    assert not Job.objects.exclude(state="done").exists()
    first = {unit.code: unit.snapshot_runs.earliest("pk").pk for unit in (*world.units, world.korps)}
    assert max(first, key=lambda code: first[code]) == "KORPS"
    assert ThemeSnapshot.objects.open().filter(unit=world.korps, theme=None).latest("month").measures == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda m: Milestone.objects.filter(pk=m.pk).update(weight=2),
        lambda m: connection.cursor().execute(
            "UPDATE measures_milestone SET weight = 3 WHERE id = %s", [m.pk]
        ),
        lambda m: Milestone.objects.bulk_create(
            [Milestone(measure=m.measure, title="nieuw", due_on=m.due_on)]
        ),
    ],
    ids=["bulk update", "raw SQL", "bulk create"],
)
def test_a_change_marks_the_unit_and_those_above_it(quiet: World, change: object) -> None:
    assert callable(change)
    change(Milestone.objects.get())
    assert marked() == {"AAA", "KORPS"}


def test_several_changes_make_one_job(quiet: World) -> None:
    runs = SnapshotRun.objects.filter(unit=quiet.units[0]).count()
    for weight in (2, 3, 4):
        Milestone.objects.update(weight=weight)
    jobs.run_all_due()
    assert SnapshotRun.objects.filter(unit=quiet.units[0]).count() == runs + 1


def test_nothing_changed_asks_nothing_of_the_whole(quiet: World) -> None:
    before = SnapshotRun.objects.filter(unit=quiet.korps).count()
    snapshot_jobs.ask(["AAA"])
    jobs.run_all_due()
    assert SnapshotRun.objects.filter(unit=quiet.korps).count() == before


def test_a_small_figure_that_changes_makes_its_siblings_look_again(world: World) -> None:
    indicator = world.count(sensitivity_unit="small_numbers")
    for unit in world.units:
        world.observe(indicator, unit, "2022", 40)
    snapshot_jobs.ask()
    jobs.run_all_due()
    world.observe(indicator, world.units[0], "2023", 4, known="2024-09-15")
    jobs.run_all_due()
    assert SnapshotRun.objects.filter(unit=world.units[1]).count() == 2


def test_the_nightly_round_asks_for_the_month_before_too(quiet: World) -> None:
    snapshot_jobs.ask_nightly()
    assert set(Job.objects.filter(state="queued").values_list("since", flat=True)) == {dt.date(2024, 8, 1)}
