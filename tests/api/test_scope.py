"""Who sees what: the same as on the pages."""

import datetime as dt
from typing import Any

import pytest

from tests.api.conftest import Ask
from tests.api.test_design_rules import RESOURCES
from tests.api.world import APRIL, IN_NOVEMBER, NOVEMBER, YEAR, World, person

EVERYTHING = ["dana", "fatih"]


@pytest.mark.parametrize("resource", RESOURCES)
@pytest.mark.parametrize(("name", "status"), [(None, 401), ("beheer", 403), ("niemand", 403)])
def test_who_has_no_role_that_reads_gets_nothing(
    ask: Ask, resource: str, name: str | None, status: int
) -> None:
    assert ask(name, resource).status_code == status
    assert ask(name, f"{resource}/1").status_code == status


def test_a_role_that_ended_reads_no_longer(ask: Ask, world: World) -> None:
    assert ask("dana", "themas").status_code == 200
    world.people["dana"].role_assignments.update(valid_until="2026-11-19")
    assert ask("dana", "themas").status_code == 403


def months(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {row["eenheid"] or row["groep"]: row["maand"] for row in rows}


@pytest.mark.parametrize("resource", ["momentopnamen", "thema-momentopnamen"])
@pytest.mark.parametrize("name", EVERYTHING)
def test_who_reads_everything_sees_this_month_of_all(rows: Ask, resource: str, name: str) -> None:
    assert set(months(rows(name, resource)).values()) == {"2026-11-01"}


@pytest.mark.parametrize("resource", ["momentopnamen", "thema-momentopnamen", "maatregel-momentopnamen"])
def test_of_another_unit_only_what_is_signed_off(rows: Ask, resource: str) -> None:
    found = months(rows("anna", resource))
    assert found.pop("ROT") == "2026-11-01"
    assert set(found.values()) == {"2026-04-01"}


def test_the_group_is_as_settled_as_the_korps(rows: Ask) -> None:
    assert months(rows("anna", "momentopnamen"))["R4"] == "2026-04-01"
    assert months(rows("dana", "momentopnamen"))["R4"] == "2026-11-01"


def test_figures_of_another_unit_stop_at_the_signed_period(rows: Ask, world: World) -> None:
    may = ("2026-05", dt.date(2026, 5, 1), dt.date(2026, 5, 31))
    for code in ("ROT", "AMS"):
        world.figure("I-AD-01", code, may, value="70", definition_number=2)
    found = rows("chris", "metingen", indicator="I-AD-01")
    periods = {code: {row["tijdvak"] for row in found if row["eenheid"] == code} for code in ("ROT", "AMS")}
    assert periods == {"ROT": {"2025"}, "AMS": {"2025", "2026-05", "2026-10"}}


def test_a_correction_after_signing_is_not_seen_elsewhere(rows: Ask, world: World) -> None:
    year = ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    figure = world.figure("I-AD-01", "ROT", year, value="1", definition_number=2)
    type(figure).objects.filter(pk=figure.pk).update(known_until=IN_NOVEMBER)
    world.figure("I-AD-01", "ROT", year, value="2", definition_number=2, known_from=IN_NOVEMBER)
    asked = {"indicator": "I-AD-01", "eenheid": "ROT"}
    seen = {
        name: [row["waarde"] for row in rows(name, "metingen", **asked) if row["tijdvak"] == "2024"]
        for name in ("anna", "chris")
    }
    assert seen == {"anna": [2], "chris": [1]}


def test_a_row_of_another_unit_that_is_not_signed_is_not_found(ask: Ask, rows: Ask) -> None:
    own = next(row["id"] for row in rows("anna", "momentopnamen", eenheid="ROT"))
    assert ask("anna", f"momentopnamen/{own}").status_code == 200
    assert ask("chris", f"momentopnamen/{own}").status_code == 404


def test_the_council_sees_what_is_public(rows: Ask, ask: Ask) -> None:
    assert [row["code"] for row in rows("rik", "maatregelen")] == ["L21-DI-01"]
    assert [row["code"] for row in rows("rik", "indicatoren")] == ["I-AD-01", "I-DI-01"]
    assert [row["code"] for row in rows("rik", "toezeggingen")] == ["TZ-01"]
    assert rows("rik", "toezeggingen")[0]["maatregelen"] == ["L21-DI-01"]
    assert {row["maatregel"] for row in rows("rik", "maatregel-momentopnamen")} == {"L21-DI-01"}
    assert ask("rik", "maatregelen/ROT-DI-01").status_code == 404
    assert ask("rik", "indicatoren/I-VIT-01").status_code == 404


def test_the_council_sees_no_internal_figure_of_a_unit(rows: Ask) -> None:
    seen = {(row["indicator"], row["eenheid"]) for row in rows("rik", "metingen") if row["eenheid"]}
    assert seen == {("I-AD-01", "KORPS"), ("I-AD-01", "ROT"), ("I-AD-01", "AMS"), ("I-DI-01", "KORPS")}
    seen = {(row["indicator"], row["eenheid"] or row["groep"]) for row in rows("rik", "momentopnamen")}
    assert seen == {("I-AD-01", "KORPS"), ("I-AD-01", "ROT"), ("I-AD-01", "AMS"), ("I-DI-01", "R4")}


def test_what_is_internal_for_a_team_may_be_open_for_its_unit(rows: Ask, world: World) -> None:
    team = type(world.units["ROT"]).objects.create(
        code="ROT-1",
        name="Team 1",
        short_name="T1",
        kind="team",
        parent=world.units["ROT"],
        counted_in_2023="no",
    )
    world.units["ROT-1"] = team
    world.figure("I-AD-01", "ROT-1", YEAR, value="12", definition_number=2)
    assert [row["waarde"] for row in rows("rik", "metingen", eenheid="ROT-1")] == [12]
    world.indicators["I-AD-01"].definitions.update(sensitivity_team="internal")
    assert rows("rik", "metingen", eenheid="ROT-1") == []


def test_the_council_cannot_tell_a_closed_code_from_one_that_is_not_there(ask: Ask) -> None:
    answers = [ask("rik", "metingen", indicator=code).json()["errors"] for code in ("I-VIT-01", "I-XX-99")]
    assert [errors[0]["code"] for errors in answers] == ["unknown", "unknown"]


def test_the_reason_of_another_status_stays_inside(rows: Ask) -> None:
    inside = {row["redenVanAfwijking"] for row in rows("dana", "maatregel-momentopnamen")}
    outside = {row["redenVanAfwijking"] for row in rows("rik", "maatregel-momentopnamen")}
    assert (inside, outside) == ({"Loopt vast"}, {""})


def test_a_deputy_reads_as_the_other(rows: Ask, world: World) -> None:
    world.people["vervanger"] = person("vervanger")
    anna = world.people["anna"].role_assignments.get()
    anna.deputies.create(
        user=world.people["vervanger"], valid_from=APRIL, valid_until=NOVEMBER.replace(month=12)
    )
    assert months(rows("vervanger", "momentopnamen"))["ROT"] == "2026-11-01"
