"""What somebody has to do: which tasks, in which order, and the count in the menu."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from monitoring.dashboards.work import duties
from monitoring.dashboards.work.tasks import Rank
from monitoring.models import Indicator, IndicatorSnapshot, MeasureSnapshot, SnapshotRun
from tests.measures.conftest import TODAY, measure
from tests.monitoring.registers.conftest import KNOWN, NOVEMBER, Get, World
from themes.models import Round, Submission, SubmissionState

Text = Callable[..., str]
Queries = Callable[..., int]


def more(world: World, code: str, **snapshot: Any) -> None:
    """One more running measure of ROT."""
    programme = world.measures["ROT-1"].programme
    theme = world.themes["DI"]
    world.measures[code] = measure(code, world.units["ROT"], programme, title=f"Taak {code}", theme=theme)
    world.snapshot(code, NOVEMBER, **snapshot)


def figure(world: World, code: str) -> IndicatorSnapshot:
    indicator = Indicator.objects.create(
        code=code, name=f"Cijfer {code}", perspective="citizen", instrument="MAR"
    )
    run = SnapshotRun.objects.create(unit=world.units["ROT"], month_from=NOVEMBER, month_until=NOVEMBER)
    return IndicatorSnapshot.objects.create(
        indicator=indicator,
        unit=world.units["ROT"],
        run=run,
        month=NOVEMBER,
        known_from=KNOWN[NOVEMBER],
        definition_number=1,
        value=112,
        period_code="2026-Q3",
        period_end=dt.date(2026, 9, 30),
    )


def submission(world: World, state: str) -> Submission:
    """The round that is open on the day, in a state."""
    current = Round.objects.create(
        period_code="2026-T3",
        period_start=dt.date(2026, 9, 1),
        period_end=dt.date(2026, 12, 31),
        opens_on=dt.date(2026, 11, 2),
        due_on=dt.date(2026, 12, 7),
    )
    reason = "Noem wie het doet." if state == SubmissionState.RETURNED else ""
    return Submission.objects.create(
        round=current,
        unit=world.units["ROT"],
        state=state,
        submitted_by=world.people["anna"],
        submitted_at=dt.datetime(2026, 11, 15, tzinfo=dt.UTC),
        returned_reason=reason,
    )


def tasks(get: Get, name: str) -> list[tuple[Rank, str]]:
    return [(task.rank, task.title) for task in get(name, "/mijn-werk").context["shown"].tasks]


def test_the_most_urgent_comes_first(world: World, get: Get) -> None:
    more(world, "ROT-4", is_stale=True, last_update_on=dt.date(2026, 5, 1))
    more(world, "ROT-3", status="at_risk", last_update_on=dt.date(2026, 10, 1))
    more(world, "ROT-2", status="overdue", overdue_since=dt.date(2026, 6, 30))
    figure(world, "I-1")
    submission(world, SubmissionState.RETURNED)
    assert tasks(get, "anna") == [
        (Rank.LATE, "Taak ROT-2"),
        (Rank.LATE, "Uren vastgelegd"),
        (Rank.RETURNED, "Tertaal 3 2026, ROT"),
        (Rank.AT_RISK, "Taak ROT-3"),
        (Rank.NO_DUIDING, "Cijfer I-1"),
        (Rank.STALE, "Taak ROT-4"),
    ]


@pytest.mark.parametrize(
    "snapshot",
    [
        {"status": "done", "overdue_since": dt.date(2026, 6, 30)},
        {"status": "stopped", "is_stale": True},
        {"status": "at_risk", "last_update_on": dt.date(2026, 11, 1)},
        {"status": "behind", "overdue_since": dt.date(2026, 9, 1), "last_update_on": dt.date(2026, 11, 1)},
        {"status": "on_track", "last_update_on": dt.date(2026, 9, 1)},
    ],
)
def test_what_is_closed_or_was_just_reported_is_no_task(
    world: World, get: Get, snapshot: dict[str, Any]
) -> None:
    more(world, "ROT-5", **snapshot)
    assert tasks(get, "anna") == [(Rank.LATE, "Uren vastgelegd")]


def test_what_is_late_but_was_reported_and_what_is_due_soon_come_later(world: World, get: Get) -> None:
    steps = [
        ["Toets", "2026-12-10", None],
        ["Later", "2027-01-10", None],
        ["Klaar", "2026-12-01", "2026-11-01"],
    ]
    late = {"overdue_since": dt.date(2026, 9, 1), "last_update_on": dt.date(2026, 11, 1)}
    more(world, "ROT-5", status="behind", milestones=steps, **late)
    coming = get("anna", "/mijn-werk").context["shown"].coming
    assert [(one.title, one.note) for one in coming] == [
        ("Taak ROT-5", "te laat, gemeld op 1-11-2026"),
        ("Mijlpaal: Toets", "Taak ROT-5"),
    ]


def test_figures_with_duiding_old_or_without_value_are_no_task(world: World, get: Get) -> None:
    for code, without in (
        ("I-1", {"has_interpretation": True}),
        ("I-2", {"is_old": True}),
        ("I-3", {"value": None}),
    ):
        made = figure(world, code)
        kept = {
            name: getattr(made, name) for name in ("indicator", "unit", "run", "month", "definition_number")
        }
        values = {"value": 1, **without, "known_from": KNOWN[NOVEMBER]}
        IndicatorSnapshot.objects.filter(pk=made.pk).update(known_until=KNOWN[NOVEMBER])
        IndicatorSnapshot.objects.create(**kept, **values)
    assert tasks(get, "anna") == [(Rank.LATE, "Uren vastgelegd")]


def test_the_emt_lid_sees_what_was_handed_in(world: World, get: Get) -> None:
    assert tasks(get, "bram") == []
    submission(world, SubmissionState.SUBMITTED)
    assert tasks(get, "bram") == [(Rank.TO_SIGN, "Tertaal 3 2026, ROT")]
    assert Rank.TO_SIGN not in dict(tasks(get, "anna"))


def test_the_programme_team_and_the_trekker_see_national_measures_and_terms(world: World, get: Get) -> None:
    world.commitment("TZ-1", term_on=dt.date(2026, 10, 31), theme=world.themes["DI"])
    world.commitment("TZ-2", term_on=dt.date(2026, 9, 30), theme=world.themes["AD"])
    world.commitment("TZ-3", term_on=dt.date(2026, 12, 10), theme=world.themes["DI"])
    national, first, second = "Maatregel L-1", "Toezegging TZ-1", "Toezegging TZ-2"
    assert tasks(get, "dana") == [(Rank.LATE, second), (Rank.LATE, first), (Rank.STALE, national)]
    assert tasks(get, "tess") == [(Rank.LATE, first), (Rank.STALE, national)]
    assert [one.title for one in get("tess", "/mijn-werk").context["shown"].coming] == ["Toezegging TZ-3"]


def test_only_what_is_late_has_the_primary_button(world: World, text: Text) -> None:
    more(world, "ROT-4", is_stale=True, last_update_on=dt.date(2026, 5, 1))
    page = text("anna", "/mijn-werk")
    assert page.count("utrecht-button--primary-action") == 1
    assert 'href="/maatregelen/rot-1/bijwerken">Bijwerken<span class="pvi-hidden">: Uren vastgelegd' in page


def test_all_done(world: World, text: Text) -> None:
    page = text("bram", "/mijn-werk")
    assert "Alles is gedaan" in page
    assert "Niets in zicht" in page


def test_the_round_with_what_was_reported_since_it_opened(world: World, text: Text) -> None:
    more(world, "ROT-6", last_update_on=dt.date(2026, 11, 10))
    submission(world, SubmissionState.OPEN)
    page = text("anna", "/mijn-werk")
    assert "Ronde tertaal 3 2026" in page
    assert "inleveren tot en met 7 december 2026, nog 17 dagen" in page
    assert "<b>1 van 2</b> maatregelen bijgewerkt sinds de opening" in page
    assert "nog niet ingediend" in page


def test_what_was_done_this_week(world: World, text: Text) -> None:
    world.update("ROT-1", dt.date(2026, 11, 18), "Kort", author=world.people["anna"])
    world.update("ROT-1", dt.date(2026, 11, 1), "Lang", author=world.people["anna"])
    assert text("anna", "/mijn-werk").count("Uren vastgelegd <small>") == 1


@pytest.mark.parametrize(("name", "status"), [("anna", 200), ("tess", 200), ("rik", 403), ("beheer", 403)])
def test_who_has_a_work_list(get: Get, name: str, status: int) -> None:
    assert get(name, "/mijn-werk").status_code == status


def test_the_menu_counts_the_same_tasks_in_one_question(
    world: World, get: Get, django_assert_num_queries: Any
) -> None:
    world.commitment("TZ-1", term_on=dt.date(2026, 10, 31))
    more(world, "ROT-4", is_stale=True, last_update_on=dt.date(2026, 5, 1))
    figure(world, "I-1")
    for name in ("anna", "bram", "dana", "tess"):
        shown = get(name, "/mijn-werk").context["shown"]
        assert shown.total == duties.count(world.people[name], TODAY)
    with django_assert_num_queries(1):
        duties.count(world.people["anna"], TODAY)


def test_the_page_asks_the_same_number_of_questions(world: World, queries: Queries) -> None:
    before = queries("anna", "/mijn-werk")
    for number in range(10, 30):
        more(world, f"ROT-{number}", is_stale=True, last_update_on=dt.date(2026, 5, 1))
    assert queries("anna", "/mijn-werk") == before
    assert MeasureSnapshot.objects.count() > 20
