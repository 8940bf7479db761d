"""The P&C overview: who may see it, exceptions by kind, paths, what is due, and what was agreed."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest

from measures.models import Agreement, Decision
from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.pc import pc_page
from monitoring.dashboards.pc.exceptions import Question, kinds_of
from monitoring.models import Baseline, Target
from monitoring.reference import Reference
from pvi.organisation.models import UnitGroup
from tests.monitoring.korps.conftest import Korps, Open
from tests.monitoring.snapshots.world import moment

TODAY = dt.date(2024, 9, 15)
Count = Callable[[int], AbstractContextManager[Any]]


def page(answer: Any) -> Any:
    assert answer.status_code == 200
    return answer.context["pc"]


def question(unit: str) -> Question:
    return Question(STATUS_MARKS[MeasureStatus.BEHIND], unit, "/", "1", "", "", "")


@pytest.mark.parametrize(("name", "status"), [("els", 200), ("dana", 200), ("anna", 403), ("raad", 403)])
def test_it_is_for_the_talk_of_the_korpsleiding(
    korps: Korps, open_page: Open, name: str, status: int
) -> None:
    assert open_page(name, "/pc").status_code == status


def test_every_kind_gets_a_place_on_the_sheet_and_the_rest_is_folded() -> None:
    late, behind, missing = ([question(f"{kind}{n}") for n in range(4)] for kind in "lbm")
    found = kinds_of([late, behind, missing[:1]], most=5)
    assert [one.unit for one in found.shown] == ["l0", "l1", "b0", "b1", "m0"]
    assert [one.unit for one in found.folded] == ["l2", "l3", "b2", "b3"]
    assert found.total == 9


def test_exceptions_end_in_a_question(korps: Korps, open_page: Open) -> None:
    a, b, _ = korps.units
    late = korps.measure(a, "LAAT", ends_on=dt.date(2024, 8, 31))
    also = korps.measure(a, "OOK", ends_on=dt.date(2024, 9, 10))
    for one in (late, also):
        korps.milestone(one, "2024-08-31")
        korps.update(one, "2024-08-20")
    Decision.objects.create(measure=late, question="Mag het?", asked_on=dt.date(2024, 8, 1))
    behind = korps.measure(b, "ACHTER")
    korps.milestone(behind, "2024-07-01")
    korps.milestone(behind, "2025-07-01")
    korps.update(behind, "2024-08-20")
    korps.take_all()
    shown = page(open_page("els", "/pc")).exceptions.shown
    assert [(one.mark.word, one.unit, one.theme, one.since) for one in shown] == [
        ("Te laat", "Aaa", "2", "15 dagen"),
        ("Achter", "Aaa", "2 Diverse instroom", "sinds aug 2024"),
        ("Achter", "Bbb", "2 Diverse instroom", "sinds jul 2024"),
        ("Niet geleverd", "Ccc", "2 en 3", "onbekend"),
    ]
    assert shown[0].what == "LAAT en nog 1 maatregel"
    assert shown[0].ask == "Wat houdt het besluit tegen?"
    assert shown[2].what == "Gereed 0%, gepland 50%"
    assert shown[3].what == "2 thema’s zonder nieuwe melding"


def test_who_did_not_hand_in_the_last_round_is_an_exception(korps: Korps, open_page: Open) -> None:
    done = korps.measure(korps.units[0])
    korps.update(done, "2024-09-02", "done")
    korps.the_round.due_on = dt.date(2024, 9, 10)
    korps.the_round.save()
    korps.sign(korps.units[1], "2024-09-08")
    korps.take_all()
    first = page(open_page("els", "/pc")).exceptions.shown[0]
    assert (first.unit, first.what, first.since) == (
        "Aaa",
        "Ronde tertaal 2 2024 niet ingeleverd",
        "5 dagen",
    )


def test_without_exceptions_the_page_says_so(korps: Korps, open_page: Open) -> None:
    for one in korps.units:
        for theme in (korps.theme, korps.other):
            measure = korps.measure(one, f"{one.code}-{theme.code}")
            measure.theme = theme
            measure.save()
            korps.update(measure, "2024-09-02", "done")
    korps.take_all()
    answer = open_page("els", "/pc")
    assert "Geen uitzonderingen" in answer.content.decode()
    assert page(answer).in_order == "6 van 6"


def test_the_path_of_the_four_stands_first_with_its_duiding_missing(korps: Korps, open_page: Open) -> None:
    group = UnitGroup.objects.create(code="R4", name="R4")
    group.members.set(korps.units[:2])
    share = korps.indicator("I-DI-04")
    for year in ("2022", "2023"):
        for one in korps.units:
            korps.observe(share, one, year, parts=(24, 100))
    Baseline.objects.create(
        indicator=share,
        group=group,
        value=Decimal(20),
        day=dt.date(2021, 12, 31),
        known_from=moment("2023-01-01"),
    )
    Target.objects.create(
        indicator=share, group=group, value=Decimal(35), day=dt.date(2025, 12, 31), operator="at_least",
        known_from=moment("2023-01-01"),
    )  # fmt: skip
    korps.indicator("I-PC-14")
    korps.take_all()
    first, second = page(open_page("els", "/pc")).figures
    assert first.take == "Nu 24,0% (2023). Het pad naar 35,0% op 31 december 2025 vraagt nu 27,5%."
    assert (first.chart.mark.word, first.duiding) == ("Achter", None)
    assert (second.chart, second.take) == (None, "Nog geen cijfer: niet geleverd.")


def test_terms_that_passed_and_those_of_the_next_months(korps: Korps, open_page: Open) -> None:
    terms = {
        "TZ-1": "2024-09-05",
        "TZ-2": "2024-12-01",
        "TZ-3": "2025-06-01",
        "TZ-4": "2024-09-01",
        "TZ-5": "",
    }
    for code, term in terms.items():
        settled = code == "TZ-4"
        korps.report(korps.commitment(code, term), "2024-01-01", "settled" if settled else "in_progress")
    due = page(open_page("els", "/pc")).due
    assert [(one.name, bool(one.late)) for one in due.shown] == [("Motie TZ-1", True), ("Motie TZ-2", False)]
    assert (due.more, due.total) == (0, 5)


def test_many_terms_that_passed_leave_room_for_what_comes(korps: Korps, open_page: Open) -> None:
    for number in range(1, 8):
        korps.report(korps.commitment(f"TZ-{number}", f"2024-0{number}-01"), "2024-01-01", "in_progress")
    for number in range(3):
        korps.report(korps.commitment(f"TK-{number}", f"2024-1{number}-01"), "2024-01-01", "in_progress")
    due = page(open_page("els", "/pc")).due
    assert [one.name for one in due.shown] == ["Motie TZ-6", "Motie TZ-7", "Motie TK-0", "Motie TK-1"]
    assert due.more == 6


def agree(korps: Korps, what: str, due: str, kept: str = "") -> None:
    Agreement.objects.create(
        unit=korps.units[0], round=korps.the_round, agreed_on=dt.date(2024, 6, 11), what=what, who="EMT-lid",
        due_on=dt.date.fromisoformat(due), followed_up_on=dt.date.fromisoformat(kept) if kept else None,
    )  # fmt: skip


def test_agreements_of_the_previous_talk_with_what_came_of_them(korps: Korps, open_page: Open) -> None:
    agree(korps, "Laat", "2024-08-01")
    agree(korps, "Open", "2024-12-01")
    agree(korps, "Gedaan", "2024-09-01", kept="2024-08-20")
    now = page(open_page("els", "/pc")).agreements
    assert (now.when, now.kept) == ("juni 2024", "1 van 3")
    assert [(one.what, one.is_late, one.state) for one in now.shown] == [
        ("Laat", True, "open, termijn was 1-8-2024"),
        ("Open", False, "open, uiterlijk 1-12-2024"),
        ("Gedaan", False, "nagekomen op 20-8-2024"),
    ]
    earlier = page(open_page("els", "/pc", peildatum="2024-07-01")).agreements
    assert earlier.kept == "0 van 3"
    assert page(open_page("els", "/pc", peildatum="2024-06-01")).agreements.shown == ()


def test_what_is_not_vastgesteld_is_marked_as_provisional(korps: Korps, open_page: Open) -> None:
    korps.take_all()
    assert "<b>Voorlopig</b>, nog niet vastgesteld" in open_page("els", "/pc").content.decode()
    korps.sign(korps.units[0], "2024-08-31")
    then = open_page("els", "/pc", peildatum="2024-08-31").content.decode()
    assert "<b>Voorlopig</b> voor 2 onderdelen" in then


def test_the_page_costs_as_many_queries_however_much_there_is(
    korps: Korps, django_assert_num_queries: Count
) -> None:
    share = korps.indicator("I-DI-04")
    korps.observe(share, korps.korps, "2023", parts=(1, 2))
    for one in korps.units:
        for number in range(3):
            measure = korps.measure(one, f"{one.code}-{number}", ends_on=dt.date(2024, 8, 31))
            korps.milestone(measure, "2024-08-01")
            korps.update(measure, "2024-08-20")
    korps.take_all()
    with django_assert_num_queries(20):
        pc_page(korps.people["els"], Reference(TODAY, TODAY))
