"""What the rows say: Dutch words, plain numbers, the meaning of every figure, and how it was on a day."""

import json
from typing import Any

import pytest

from measures.api import words as measure_words
from measures.models import CommitmentKind, CommitmentStatus, Level, Obligation
from measures.models.measure import STATUS_CHOICES
from monitoring.api import words
from monitoring.models import Perspective, choices
from pvi.organisation.api.units import KINDS
from pvi.organisation.models import UnitKind
from pvi.records.models import DatePrecision
from tests.api.conftest import Ask
from tests.api.world import NOVEMBER, YEAR, World


@pytest.mark.parametrize(
    ("spoken", "stored"),
    [
        (KINDS, UnitKind.choices),
        (measure_words.MEASURE_STATUSES, STATUS_CHOICES),
        (measure_words.LEVELS, Level.choices),
        (measure_words.OBLIGATIONS, Obligation.choices),
        (measure_words.COMMITMENT_KINDS, CommitmentKind.choices),
        (measure_words.COMMITMENT_STATUSES, CommitmentStatus.choices),
        (measure_words.PRECISIONS, DatePrecision.choices),
        (words.PERSPECTIVES, Perspective.choices),
        (words.DIRECTIONS, choices.DIRECTIONS),
        (words.TIME_RULES, choices.TIME_RULES),
        (words.ROLL_UPS, choices.ROLL_UPS),
        (words.FREQUENCIES, choices.FREQUENCIES),
        (words.SUPPLIERS, choices.Supplier.choices),
        (words.OPERATORS, choices.OPERATORS),
        (words.CERTAINTIES, choices.CERTAINTIES),
        (words.NOTHINGS, choices.NOTHINGS),
        (words.STATUSES, choices.INDICATOR_STATUSES),
    ],
)
def test_every_stored_value_has_a_word(spoken: dict[str, str], stored: list[tuple[str, str]]) -> None:
    assert {str(value) for value in spoken} == {value for value, _ in stored}
    assert len(set(spoken.values())) == len(spoken)


def test_a_figure_carries_its_meaning(rows: Ask) -> None:
    figure = rows("dana", "metingen", eenheid="ROT", indicator="I-AD-01")[1]
    known = {
        "waarde": 801,
        "tijdvak": "2026-10",
        "tijdvakNaam": "oktober 2026",
        "tijdvakEinde": "2026-10-31",
        "eenheidVanMeting": "incidenten",
        "definitieversie": 2,
        "bron": "MAR",
        "vindplaats": "§2",
        "stand": "definitief",
        "geenWaarde": None,
    }
    assert {name: figure[name] for name in known} == known
    assert rows("dana", "metingen", eenheid="ROT", indicator="I-DI-01")[0]["waarde"] == 14.4


def numbers_in(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for part in value.values() for number in numbers_in(part)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []


@pytest.mark.parametrize("path", ["metingen", "momentopnamen"])
def test_a_suppressed_figure_has_words_and_no_number(rows: Ask, path: str) -> None:
    found = rows("dana", path, indicator="I-VIT-01", eenheid="ROT")[0]
    assert (found["geenWaarde"], found["geenWaardeWoord"]) == ("afgeschermd", "afgeschermd")
    about = {"id", "definitieversie", "onderdelen", "onderdelenVerwacht"}
    assert numbers_in({name: value for name, value in found.items() if name not in about}) == []


def test_a_sum_that_misses_parts_says_so(rows: Ask, world: World) -> None:
    world.figure("I-DI-01", "LX", YEAR, value="11", parts=11, expected_parts=14)
    world.figure("I-DI-01", "LE", YEAR, value="14", parts=14, expected_parts=14)
    found = {code: rows("dana", "metingen", eenheid=code)[0] for code in ("LX", "LE")}
    assert (found["LX"]["isOnvolledig"], found["LX"]["onderdelen"]) == (True, 11)
    assert found["LE"]["isOnvolledig"] is False


def test_a_status_carries_its_word(rows: Ask) -> None:
    found = rows("dana", "momentopnamen", groep="R4")[0]
    assert (found["status"], found["statusWoord"]) == ("achter", "Achter")
    theme = rows("dana", "thema-momentopnamen", eenheid="ROT")[0]
    assert (theme["status"], theme["statusWoord"]) == ("op_koers", "Op koers")
    assert theme["maatregelenPerStatus"] == {"op_koers": 1, "te_laat": 1}


def test_a_measure_shows_both_statuses_and_its_milestones(rows: Ask) -> None:
    found = rows("dana", "maatregel-momentopnamen", maatregel="ROT-DI-01")[0]
    assert (found["status"], found["gekozenStatus"]) == ("op_koers", "aandacht_nodig")
    assert (found["geplandDeel"], found["gereedDeel"]) == (0.5, 0.25)
    assert found["mijlpalen"] == [
        {"mijlpaal": "Eerste stap", "termijnDatum": "2026-03-31", "gehaaldDatum": "2026-03-30"},
        {"mijlpaal": "Tweede stap", "termijnDatum": "2026-12-31", "gehaaldDatum": None},
    ]


def test_units_of_a_day(rows: Ask) -> None:
    assert [row["code"] for row in rows("dana", "eenheden")] == ["KORPS", "ROT", "AMS", "LE", "LX"]
    before, after = (
        [row["code"] for row in rows("dana", "eenheden", peildatum=day)]
        for day in ("2023-12-31", "2024-01-01")
    )
    assert (before[-1], after[-1]) == ("LE", "LX")


def test_a_commitment_as_it_was_known(rows: Ask) -> None:
    now = rows("dana", "toezeggingen", thema="AD")[0]
    assert (now["status"], now["statusWoord"], now["statusOp"]) == ("afgedaan", "Afgedaan", "2026-03-01")
    assert now["middelen"] == [{"jaar": 2023, "bedragMlnEuro": 2.5, "doel": "Geld"}]
    then = rows("dana", "toezeggingen", thema="AD", peildatum="2024-01-01")[0]
    assert (then["status"], then["statusOp"]) == ("in_uitvoering", "2023-06-27")
    assert rows("dana", "toezeggingen", thema="AD", peildatum="2023-06-26") == []


def test_a_term_has_passed_or_not(rows: Ask, world: World) -> None:
    asked = {"thema": "AD"}
    world.themes["AD"].commitments.update(term_on="2024-06-30")
    days = ("2024-06-30", "2024-07-01", "2026-11-20")
    passed = [rows("dana", "toezeggingen", peildatum=day, **asked)[0]["termijnVerstreken"] for day in days]
    assert passed == [False, True, False]


def test_a_measure_that_was_not_known_yet(rows: Ask, ask: Ask) -> None:
    assert "AMS-DI-01" not in [row["code"] for row in rows("dana", "maatregelen", peildatum="2026-11-09")]
    assert ask("dana", "maatregelen/AMS-DI-01", peildatum="2026-11-09").status_code == 404
    assert ask("dana", "maatregelen/AMS-DI-01").json()["landelijkeMaatregel"] == "L21-DI-01"


def test_the_definition_of_a_day(ask: Ask) -> None:
    versions = [
        ask("dana", "indicatoren/I-AD-01", peildatum=day).json()["geldendeVersie"]
        for day in ("2009-12-31", "2018-12-31", "2019-01-01")
    ]
    assert versions == [None, 1, 2]


def test_a_snapshot_as_it_was_known(rows: Ask, world: World) -> None:
    first = world.indicator_snapshot("I-DI-01", "ROT", NOVEMBER, value="10", known_from="2026-11-02T00:00Z")
    type(first).objects.filter(pk=first.pk).update(known_until="2026-11-12T00:00Z")
    world.indicator_snapshot("I-DI-01", "ROT", NOVEMBER, value="12", known_from="2026-11-12T00:00Z")
    asked = {"indicator": "I-DI-01", "eenheid": "ROT"}
    days = ("2026-11-01", "2026-11-11", "2026-11-12")
    values = [[row["waarde"] for row in rows("dana", "momentopnamen", peildatum=d, **asked)] for d in days]
    assert values == [[], [10], [12]]


def test_no_internal_name_gets_out(ask: Ask) -> None:
    text = json.dumps([ask("dana", path).json() for path in ("metingen", "momentopnamen", "indicatoren")])
    for internal in (
        "suppressed",
        "on_track",
        "at_risk",
        "provisional",
        "citizen",
        "regional",
        "null_",
        "_id",
    ):
        assert f'"{internal}' not in text
