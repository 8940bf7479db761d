"""What may be asked in an address, and what is said when it cannot be used."""

from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import BASE, Ask
from tests.api.test_design_rules import RESOURCES
from tests.api.world import World


def detail(answer: Any, name: str) -> str:
    assert answer.status_code == 400, answer.content
    details: list[str] = [e["detail"] for e in answer.json()["errors"] if e["location"]["name"] == name]
    return details[0]


def test_an_unknown_parameter_is_refused(ask: Ask) -> None:
    for path in [*RESOURCES, "eenheden/ROT", "themas/DI", "indicatoren/I-AD-01"]:
        answer = ask("dana", path, thema_code="DI", format="csv")
        assert detail(answer, "thema_code") == detail(answer, "format") == "Deze parameter bestaat hier niet."


def test_a_single_row_takes_no_filters_or_pages(ask: Ask) -> None:
    assert detail(ask("dana", "eenheden/ROT", page=1), "page") == "Deze parameter bestaat hier niet."


def test_a_parameter_given_twice_is_refused(world: World) -> None:
    client = Client()
    client.force_login(world.people["dana"])
    answer = client.get(f"{BASE}metingen?eenheid=ROT&eenheid=AMS")
    assert detail(answer, "eenheid") == "Geef deze parameter maar één keer."


@pytest.mark.parametrize("number", ["-1", "0", "1.5", "één", "9" * 5000, "\x00"])
def test_pages_are_whole_numbers_from_one(ask: Ask, number: str) -> None:
    for resource in RESOURCES:
        answer = ask("dana", resource, page=number, pageSize=number)
        assert detail(answer, "page")
        assert detail(answer, "pageSize")


def test_a_page_has_at_most_200_rows(ask: Ask) -> None:
    assert ask("dana", "eenheden", pageSize=200).status_code == 200
    assert ask("dana", "eenheden", pageSize=201).status_code == 400
    assert ask("dana", "eenheden", pageSize=10**9).status_code == 400


def test_pages_lead_to_each_other(ask: Ask) -> None:
    first = ask("dana", "eenheden", pageSize=2, soort="regionale_eenheid").json()
    assert (first["count"], len(first["results"]), first["previous"], first["next"]) == (2, 2, None, None)
    first = ask("dana", "eenheden", pageSize=2).json()
    assert (first["count"], len(first["results"]), first["previous"]) == (5, 2, None)
    assert first["next"] == "http://testserver/api/v1/eenheden?page=2&pageSize=2"
    last = ask("dana", "eenheden", pageSize=2, page=3).json()
    assert (len(last["results"]), last["next"]) == (1, None)
    beyond = ask("dana", "eenheden", pageSize=2, page=10**18)
    assert (beyond.status_code, beyond.json()["detail"]) == (
        404,
        "Deze pagina bestaat niet: de lijst is korter.",
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31-3-2026", "Geef een datum als"),
        ("2026-02-30", "Geef een datum als"),
        ("vandaag", "Geef een datum als"),
        ("20260331", "Geef een datum als"),
        ("2026-3-31", "Geef een datum als"),
        ("2026-11-20T10:00:00Z", "Geef een datum als"),
        ("\x00", "Geef een datum als"),
        ("2026-11-21", "in de toekomst"),
        ("9999-12-31", "in de toekomst"),
    ],
)
def test_a_reference_date_that_cannot_be_used(ask: Ask, typed: str, words: str) -> None:
    for path in [*RESOURCES, "eenheden/ROT", "momentopnamen/1"]:
        assert words in detail(ask("dana", path, peildatum=typed), "peildatum")


def test_there_are_no_snapshots_before_the_first_day(ask: Ask) -> None:
    for resource in ("momentopnamen", "thema-momentopnamen", "maatregel-momentopnamen"):
        for path in (resource, f"{resource}/1"):
            assert "2021-01-01" in detail(ask("dana", path, peildatum="2020-12-31"), "peildatum")
        assert ask("dana", resource, peildatum="2021-01-01").json()["results"] == []


def test_an_empty_parameter_is_refused(ask: Ask) -> None:
    answer = ask("dana", "eenheden", soort="", peildatum="", page="")
    said = {detail(answer, name) for name in ("soort", "peildatum", "page")}
    assert said == {"Geef een waarde, of laat deze parameter weg."}


def test_a_code_that_is_not_there(ask: Ask) -> None:
    for code in ("QQ", "rot", "ROT'", "ROT\x00", "ROT\n", "é", "SK"):
        assert detail(ask("dana", "metingen", eenheid=code), "eenheid")


def test_a_row_that_is_not_there(ask: Ask) -> None:
    for code in ("%00", "ROT%0A", "rot", "SK", "..", "a" * 3000):
        assert ask("dana", f"eenheden/{code}").status_code == 404
    for number in ("9" * 18, "9" * 40, "-1", "1.0"):
        assert ask("dana", f"metingen/{number}").status_code == 404


@pytest.mark.parametrize(
    ("path", "filters", "codes"),
    [
        ("eenheden", {"soort": "landelijke_eenheid"}, ["LE", "LX"]),
        ("maatregelen", {"eenheid": "ROT"}, ["ROT-DI-01"]),
        ("maatregelen", {"programma": "KVHV"}, ["DH-1.2"]),
        ("maatregelen", {"niveau": "landelijk", "thema": "DI"}, ["L21-DI-01"]),
        ("toezeggingen", {"soort": "aanbeveling"}, ["TZ-02"]),
        ("toezeggingen", {"status": "afgedaan"}, ["TZ-01"]),
        ("toezeggingen", {"status": "afgedaan", "peildatum": "2024-01-01"}, []),
        ("toezeggingen", {"thema": "AD"}, ["TZ-01"]),
        ("indicatoren", {"thema": "DI"}, ["I-DI-01"]),
        ("indicatoren", {"perspectief": "leren"}, []),
    ],
)
def test_filters_on_rows_with_a_code(rows: Ask, path: str, filters: dict[str, str], codes: list[str]) -> None:
    assert [row["code"] for row in rows("dana", path, **filters)] == codes


@pytest.mark.parametrize(
    ("path", "filters", "count"),
    [
        ("metingen", {"eenheid": "ROT"}, 4),
        ("metingen", {"groep": "R4"}, 1),
        ("metingen", {"indicator": "I-DI-01", "stand": "voorlopig"}, 3),
        ("metingen", {"thema": "DI"}, 3),
        ("metingen", {"geenWaarde": "afgeschermd", "eenheid": "ROT"}, 1),
        ("momentopnamen", {"status": "context", "eenheid": "ROT"}, 1),
        ("momentopnamen", {"status": "achter"}, 1),
        ("thema-momentopnamen", {"thema": "DI", "eenheid": "AMS"}, 1),
        ("thema-momentopnamen", {"status": "te_laat"}, 0),
        ("maatregel-momentopnamen", {"maatregel": "ROT-DI-01", "thema": "DI", "status": "op_koers"}, 1),
    ],
)
def test_filters_on_snapshots(rows: Ask, path: str, filters: dict[str, str], count: int) -> None:
    assert len(rows("dana", path, **filters)) == count
