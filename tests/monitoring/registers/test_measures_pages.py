"""The register of measures and the page of one: who sees which moment of it, and what a row says."""

import csv
import datetime as dt
import io
from collections.abc import Callable

import pytest
import time_machine

from measures.models import BudgetLine, Commitment, Decision, Measure, Milestone
from tests.measures.conftest import measure
from tests.monitoring.registers.conftest import NOVEMBER, Get, World

Text = Callable[..., str]
Queries = Callable[..., int]
ONE = "/maatregelen/rot-1"


def reported(world: World) -> None:
    world.update(
        "ROT-1", dt.date(2026, 8, 1), "Het voorstel ligt er.", friction="Geen tijd", friction_is_internal=True
    )
    world.update("ROT-1", dt.date(2026, 11, 5), "Het besluit schuift op.", lesson="Eerder vragen")


def test_the_own_unit_sees_how_it_stands_today(world: World, text: Text) -> None:
    reported(world)
    page = text("anna", ONE)
    assert "Achter" in page
    assert "gekozen door de eenheid: Besluit is voorbereid" in page
    assert "1 mijlpaal te laat sinds 1-9-2026, 80 dagen" in page
    for words in ("Het besluit schuift op.", "Eerder vragen", "Geen tijd"):
        assert words in page


def test_another_unit_sees_what_is_vastgesteld_and_no_internal_friction(world: World, text: Text) -> None:
    reported(world)
    page = text("chris", ONE)
    assert "U ziet wat is vastgesteld: stand 31 augustus 2026." in page
    assert "Op koers" in page
    assert "Het voorstel ligt er." in page
    for words in ("Het besluit schuift op.", "Geen tijd", "Besluit is voorbereid"):
        assert words not in page


def test_where_nothing_was_signed_there_is_no_status(text: Text) -> None:
    assert "Nog geen stand" in text("anna", "/maatregelen/ams-1")


def test_the_reference_date_shows_what_was_known_then(world: World, text: Text) -> None:
    reported(world)
    page = text("anna", ONE, peildatum="2026-09-05")
    assert "Het voorstel ligt er." in page
    assert "Het besluit schuift op." not in page
    assert 'href="/maatregelen?peildatum=2026-09-05"' in page


def test_a_measure_that_was_not_known_yet_says_so(text: Text) -> None:
    assert "Toen nog niet bekend" in text("anna", ONE, peildatum="2024-01-01")


@pytest.mark.parametrize(
    ("name", "may"), [("anna", True), ("bram", False), ("chris", False), ("dana", False)]
)
def test_only_who_may_report_is_offered_the_form(text: Text, name: str, may: bool) -> None:
    assert ("/maatregelen/rot-1/bijwerken" in text(name, ONE)) is may


def test_the_council_sees_what_is_openbaar_without_money_and_decisions(
    world: World, get: Get, text: Text
) -> None:
    national = world.measures["L-1"]
    Decision.objects.create(measure=national, question="Mag het?")
    BudgetLine.objects.create(measure=national, amount=1000)
    assert get("rik", ONE).status_code == 404
    page = text("rik", "/maatregelen/l-1")
    for words in ("Mag het?", "1.000,00", "Wijzigingen", "Uren vastgelegd"):
        assert words not in page
    assert "Mag het?" in text("dana", "/maatregelen/l-1")


@pytest.mark.parametrize(("name", "status"), [("beheer", 403), ("anna", 404)])
def test_who_may_not_read_and_what_does_not_exist(get: Get, name: str, status: int) -> None:
    assert get(name, "/maatregelen/bestaat-niet").status_code == status


def test_a_national_measure_lists_its_translations_each_at_its_own_moment(text: Text) -> None:
    page = text("anna", "/maatregelen/l-1")
    assert "Vertaald door de eenheden" in page
    assert page.index("Uren vastgelegd") < page.index("Uren besproken")
    assert "nog niet vastgesteld" in page


def test_history_is_readable_and_has_no_status(text: Text) -> None:
    page = text("anna", "/maatregelen/rot-0")
    assert "Geen status: dit programma is afgesloten." in page
    assert "Bijwerken" not in page


def test_changes_are_told_in_words(world: World, text: Text) -> None:
    found = world.measures["ROT-1"]
    Measure.objects.filter(pk=found.pk).update(title="Uren afgesproken", is_public=True)
    Milestone.objects.filter(measure=found, title="Besluit").update(due_on=dt.date(2027, 1, 31))
    # The history keeps the clock of the database, which these tests do not move; so look back from far ahead.
    with time_machine.travel(dt.datetime(2090, 1, 1, tzinfo=dt.UTC), tick=False):
        page = text("anna", ONE)
    assert "Titel van ‘Uren vastgelegd’ naar ‘Uren afgesproken’; openbaar van nee naar ja" in page
    assert "Mijlpaal ‘Besluit’: termijn van 1-9-2026 naar 31-1-2027" in page
    assert "Mijlpaal ‘Voorstel’ toegevoegd" in page


def test_what_belongs_to_the_measure_is_shown_with_it(world: World, text: Text) -> None:
    world.commitment("TZ-1", name="Uren beloofd").measures.set([world.measures["ROT-1"]])
    assert "Uren beloofd" in text("anna", ONE)
    Commitment.objects.update(is_public=False)
    assert "Uren beloofd" in text("anna", ONE)


def test_the_page_asks_the_same_number_of_questions_however_much_there_is(
    world: World, queries: Queries
) -> None:
    before = queries("chris", "/maatregelen/l-1")
    for number in range(3):
        made = measure(f"AMS-{number}9", world.units["AMS"], world.measures["L-1"].programme)
        Measure.objects.filter(pk=made.pk).update(parent=world.measures["L-1"])
        world.update("L-1", dt.date(2026, 4, number + 1), f"Stand {number}")
    assert queries("chris", "/maatregelen/l-1") == before


def test_the_register_holds_everything_history_last_and_without_status(text: Text) -> None:
    page = text("anna", "/maatregelen")
    assert "4 van 4 maatregelen" in page
    titles = ["Maatregel L-1", "Uren vastgelegd", "Uren besproken", "Oude maatregel"]
    places = [page.index(title) for title in titles]
    assert places == sorted(places)
    assert "geen status: dit programma is afgesloten" in page


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ({"status": "behind"}, {"Uren vastgelegd"}),
        ({"status": "geschiedenis"}, {"Oude maatregel"}),
        ({"status": "niet-vastgesteld"}, {"Uren besproken", "Maatregel L-1"}),
        ({"eenheid": "rot"}, {"Uren vastgelegd", "Oude maatregel"}),
        ({"thema": "ad"}, {"Uren besproken"}),
        ({"thema": "alle-themas"}, {"Oude maatregel"}),
        ({"niveau": "national"}, {"Maatregel L-1"}),
        ({"programma": "kvhv"}, {"Oude maatregel"}),
        ({"te_laat": "on"}, {"Uren vastgelegd"}),
        ({"zoek": "UREN", "eenheid": "ams"}, {"Uren besproken"}),
        ({"zoek": "niets"}, set()),
        ({"status": "geweldig"}, {"Maatregel L-1", "Uren vastgelegd", "Uren besproken", "Oude maatregel"}),
    ],
)
def test_filters_keep_what_was_asked_for(
    world: World, get: Get, chosen: dict[str, str], titles: set[str]
) -> None:
    rows = get("anna", "/maatregelen", **chosen).context["rows"]
    assert {row.measure.title for row in rows} == titles


def test_no_result_offers_a_way_back(text: Text) -> None:
    page = text("anna", "/maatregelen", zoek="niets")
    assert "Geen resultaten" in page
    assert "Wis alle filters" in page


def test_chips_count_the_statuses_that_occur_for_this_reader(get: Get) -> None:
    def counts(name: str) -> dict[str, int]:
        return {chip["label"]: chip["count"] for chip in get(name, "/maatregelen").context["chips"]}

    assert counts("dana") == {"Alle": 4, "Loopt": 2, "Achter": 1, "Geschiedenis": 1}
    assert counts("chris") == {
        "Alle": 4, "Loopt": 1, "Op koers": 1, "Nog niet vastgesteld": 1, "Geschiedenis": 1,
    }  # fmt: skip


def test_the_council_finds_only_what_is_openbaar(get: Get) -> None:
    assert [row.measure.code for row in get("rik", "/maatregelen").context["rows"]] == ["L-1"]


def test_htmx_gets_the_results_alone(get: Get) -> None:
    part = get("anna", "/maatregelen", headers={"HX-Request": "true"}, eenheid="rot").content.decode()
    assert "<html" not in part
    assert 'data-announce="2 maatregelen gevonden"' in part


def test_the_file_has_the_chosen_rows_with_unit_moment_and_source(world: World, get: Get) -> None:
    Measure.objects.filter(code="ROT-1").update(title="=1+1")
    answer = get("anna", "/maatregelen", formaat="csv", niveau="unit")
    heads, *rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows] == ["ROT-1", "AMS-1", "ROT-0"]
    first = dict(zip(heads, rows[0], strict=True))
    assert (first["Maatregel"], first["Status"], first["Stand van"]) == ("'=1+1", "Achter", "20-11-2026")
    assert dict(zip(heads, rows[2], strict=True))["Status"] == "geen status: geschiedenis"


def test_fifty_to_a_page_and_the_same_number_of_questions(world: World, get: Get, queries: Queries) -> None:
    before = queries("chris", "/maatregelen")
    programme = world.measures["ROT-1"].programme
    for number in range(60):
        world.measures[f"X-{number}"] = measure(f"X-{number}", world.units["AMS"], programme)
        world.snapshot(f"X-{number}", NOVEMBER)
    assert queries("chris", "/maatregelen") == before
    first = get("chris", "/maatregelen", pagina=1).context
    assert (len(first["rows"]), first["page"].paginator.count) == (50, 64)
    assert len(get("chris", "/maatregelen", pagina="veel").context["rows"]) == 50
