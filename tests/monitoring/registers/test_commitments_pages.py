"""The register of commitments and the page of one: terms, ages, what is late, and what was known when."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable

import pytest

from measures.models import CommitmentStatusReport, Funding
from monitoring.dashboards.commitments.lifeline import Life, Years, lifeline
from tests.monitoring.registers.conftest import Get, World

Text = Callable[..., str]
Queries = Callable[..., int]
DAY = dt.date(2026, 11, 20)


@pytest.fixture
def six(world: World) -> World:
    world.commitment("TZ-1", term_on=dt.date(2026, 10, 31), term_text="oktober 2026")
    world.commitment("TZ-2", "under_investigation", term_on=dt.date(2027, 1, 31), term_text="januari 2027")
    world.commitment("TZ-3", "ongoing", term_on=dt.date(2025, 1, 1), given_on=dt.date(2025, 3, 1))
    world.commitment("TZ-4", "settled", kind="motion", term_on=dt.date(2026, 1, 1))
    world.commitment("TZ-5", given_on=None, given_precision="", is_public=False, theme=world.themes["DI"])
    june = world.commitment("TZ-6", "", kind="recommendation", given_precision="month")
    Funding.objects.create(
        code="M-1", name="m", year=2026, amount_millions="2.5", purpose="Geld", commitment=june
    )
    return world


def codes(get: Get, name: str = "dana", **chosen: str) -> list[str]:
    return [row.commitment.code for row in get(name, "/toezeggingen", **chosen).context["rows"]]


def test_the_most_pressing_comes_first_and_what_is_closed_last(six: World, get: Get) -> None:
    assert codes(get) == ["TZ-1", "TZ-2", "TZ-3", "TZ-5", "TZ-6", "TZ-4"]


def test_only_what_is_in_hand_can_be_late(six: World, get: Get) -> None:
    rows = get("dana", "/toezeggingen").context["rows"]
    assert {row.commitment.code: (row.is_late, row.left) for row in rows if row.left} == {
        "TZ-1": (True, "20 dagen te laat"),
        "TZ-2": (False, "nog 72 dagen"),
    }


def test_the_facts_above_the_register(six: World, get: Get) -> None:
    facts = {
        fact.label: (fact.value, fact.of, fact.sub) for fact in get("dana", "/toezeggingen").context["facts"]
    }
    assert facts == {
        "Open": ("4", "van 6", "1 afgedaan"),
        "Te laat": ("1", "", "Toezegging TZ-1, 20 dagen te laat"),
        "Loopt af binnen 4 maanden": ("1", "", "de eerste op 31-1-2027"),
        "Zonder termijn": ("1", "", "vraag een datum aan de verantwoordelijke"),
    }


def test_the_ages_of_what_is_open_with_the_unknown_apart(six: World, get: Get) -> None:
    ages = get("dana", "/toezeggingen").context["register"].ages
    assert [(age.name, age.count) for age in ages] == [
        ("Korter dan 3 maanden", "0"),
        ("3 tot 12 maanden", "2"),
        ("1 tot 2 jaar", "1"),
        ("Langer dan 2 jaar", "0"),
        ("Datum onbekend", "1"),
    ]
    assert "#B9C4D1" in ages[-1].track


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ("open", ["TZ-1", "TZ-2", "TZ-3", "TZ-5"]),
        ("te-laat", ["TZ-1"]),
        ("moties", ["TZ-4"]),
        ("aanbevelingen", ["TZ-6"]),
        ("met-middelen", ["TZ-6"]),
        ("onzin", ["TZ-1", "TZ-2", "TZ-3", "TZ-5", "TZ-6", "TZ-4"]),
    ],
)
def test_a_chip_keeps_a_part(six: World, get: Get, chosen: str, found: list[str]) -> None:
    assert codes(get, toon=chosen) == found


def test_on_an_earlier_day_only_what_was_given_and_known(six: World, get: Get, text: Text) -> None:
    assert codes(get, peildatum="2026-05-31") == ["TZ-3", "TZ-5"]
    assert "Stand onbekend" in text("dana", "/toezeggingen", peildatum="2026-05-31")


def test_the_council_sees_what_is_openbaar(six: World, get: Get) -> None:
    assert "TZ-5" not in codes(get, "rik")
    assert get("rik", "/toezeggingen/tz-5").status_code == 404


def test_nothing_is_said_in_words(six: World, text: Text) -> None:
    page = text("dana", "/toezeggingen")
    assert "geen termijn" in page
    assert "datum onbekend" in page
    assert "sinds juni 2026" in page


def test_no_result_offers_a_way_back(world: World, text: Text) -> None:
    assert "Toon alles" in text("dana", "/toezeggingen")


def test_the_file(six: World, get: Get) -> None:
    answer = get("dana", "/toezeggingen", formaat="csv", toon="te-laat")
    heads, row = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    found = dict(zip(heads, row, strict=True))
    assert (found["Stand"], found["Termijn als datum"], found["Te laat"]) == ("Te laat", "31-10-2026", "ja")


def test_the_register_asks_the_same_number_of_questions(six: World, queries: Queries) -> None:
    before = queries("dana", "/toezeggingen")
    for number in range(10, 20):
        six.commitment(f"TZ-{number}")
    assert queries("dana", "/toezeggingen") == before


def test_a_page_tells_the_course_the_measures_and_the_money(six: World, text: Text) -> None:
    found = six.commitment(
        "TZ-9", theme=six.themes["DI"], given_on=dt.date(2026, 1, 1), given_precision="year"
    )
    found.measures.set([six.measures["ROT-1"]])
    Funding.objects.create(
        code="M-9", name="x", year=2025, amount_millions="1.5", purpose="Pilot", commitment=found
    )
    known = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    CommitmentStatusReport.objects.create(
        commitment=found, reported_on=known.date(), status="settled", text="Klaar", known_from=known
    )
    page = text("dana", "/toezeggingen/tz-9")
    assert page.index("Klaar") < page.index("Stand TZ-9")
    for words in ("Tweede Kamer", "Uren vastgelegd", "1,5", "Pilot", "<dd> 2026 </dd>"):
        assert words in page
    earlier = text("dana", "/toezeggingen/tz-9", peildatum="2026-10-01")
    assert "Klaar" not in earlier
    assert "In uitvoering" in earlier


def test_the_page_asks_the_same_number_of_questions(six: World, queries: Queries) -> None:
    found = six.commitment("TZ-9")
    found.measures.set([six.measures["ROT-1"]])
    before = queries("chris", "/toezeggingen/tz-9")
    found.measures.set(six.measures.values())
    assert queries("chris", "/toezeggingen/tz-9") == before


def life(**more: object) -> Life:
    values = {"begun": None, "term": None, "ended": None, "is_late": False, "is_open": True}
    return Life(**{**values, **more})  # type: ignore[arg-type]


def test_the_years_span_what_is_open() -> None:
    lives = [
        life(begun=dt.date(2024, 5, 1), term=dt.date(2027, 2, 1)),
        life(begun=dt.date(2015, 1, 1), is_open=False),
    ]
    assert Years(lives, DAY).text == "2024 tot en met 2027"
    assert Years([life(begun=dt.date(2010, 1, 1))], DAY).text == "2021 tot en met 2026"


def test_a_late_commitment_runs_past_its_term() -> None:
    late = life(begun=dt.date(2026, 1, 1), term=dt.date(2026, 7, 2), is_late=True)
    drawn = lifeline(late, Years([late], DAY))
    bars = re.findall(r'<rect x="([\d.]+)%" y="6" width="([\d.]+)%"', drawn)
    (start, run), (term, past) = [(float(x), float(width)) for x, width in bars]
    assert start == 0
    assert term == pytest.approx(49.86, abs=0.1)
    assert run == pytest.approx(term + past, abs=0.02)


def test_what_was_settled_ends_there_and_what_has_no_begin_has_no_line() -> None:
    settled = life(begun=dt.date(2026, 1, 1), ended=dt.date(2026, 4, 2), is_open=False)
    years = Years([life(begun=dt.date(2026, 1, 1))], DAY)
    assert 'width="24.93%"' in lifeline(settled, years)
    assert 'y="6"' not in lifeline(life(), years)
