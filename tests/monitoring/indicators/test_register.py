"""The register of indicators."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from monitoring.dashboards.indicators import Criteria, register
from monitoring.models import Indicator
from pvi.organisation.access import reach
from tests.monitoring.indicators.conftest import Get, Readers, Rows

PATH = "/indicatoren"


@pytest.fixture
def filled(readers: Readers) -> Readers:
    share = readers.indicator("I-DI-01", direction="lower")
    readers.observe(share, readers.korps, "2023", "14.4", certainty="provisional")
    count = readers.count("I-AD-01", direction="context", sensitivity_unit="small_numbers")
    readers.observe(count, readers.units[0], "2023", 406)
    ended = readers.count("I-OUD", effective_until="2018-12-31")
    Indicator.objects.filter(pk=ended.pk).update(theme=None, name="Vrouwen in de top", perspective="learning")
    readers.take()
    return readers


def codes(rows: list[dict[str, str]]) -> set[str]:
    return {row["Indicator"] for row in rows}


def test_every_indicator_has_its_latest_figure_or_why_there_is_none(filled: Readers, html: Get) -> None:
    text = html("dana", PATH)
    assert "3 van 3 indicatoren" in text
    assert "14,4%" in text
    assert "2023, voorlopig" in text
    assert "Geen streefwaarde" in text
    assert "1 van 3 onderdelen: nog geen volledig totaal" in text
    assert "telling gestopt op 31-12-2018" in text
    assert text.index("2. Diverse instroom") < text.index("Over alle thema’s heen")


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"zoek": "vrouw TOP"}, {"I-OUD"}),
        ({"zoek": "i-ad"}, {"I-AD-01"}),
        ({"thema": "diverse-instroom"}, {"I-DI-01", "I-AD-01"}),
        ({"thema": "alle-themas"}, {"I-OUD"}),
        ({"perspectief": "learning"}, {"I-OUD"}),
        ({"richting": "context"}, {"I-AD-01"}),
        ({"status": "no_target"}, {"I-DI-01"}),
        ({"gevoeligheid": "small_numbers"}, {"I-AD-01"}),
        ({"richting": "omhoog"}, {"I-DI-01", "I-AD-01", "I-OUD"}),
    ],
)
def test_filters_find_what_was_asked(
    filled: Readers, rows: Rows, parameters: dict[str, str], expected: set[str]
) -> None:
    assert codes(rows("dana", PATH, **parameters)) == expected


def test_no_result_offers_a_way_back(filled: Readers, html: Get) -> None:
    text = html("dana", PATH, zoek="bestaat niet")
    assert "Geen resultaten" in text
    assert "Wis alle filters" in text


def test_a_swap_brings_the_results_alone(filled: Readers, html: Get) -> None:
    text = html("dana", PATH, swap=True, zoek="vrouw")
    assert text.lstrip().startswith("<section")
    assert 'data-announce="1 indicatoren gevonden"' in text
    assert "<html" not in text


def test_pages_keep_the_filter(readers: Readers, html: Get) -> None:
    for number in range(51):
        readers.indicator(f"I-{number:02}")
    text = html("dana", PATH, richting="higher")
    assert "1 tot en met 50 van 51 indicatoren" in text
    assert 'href="?richting=higher&amp;pagina=2"' in text
    assert "51 tot en met 51 van 51 indicatoren" in html("dana", PATH, pagina="2")


def test_outsiders_see_what_is_openbaar(filled: Readers, html: Get) -> None:
    Indicator.objects.filter(code="I-DI-01").update(is_public=True)
    text = html("raad", PATH)
    assert "1 van 1 indicatoren" in text
    assert "I-AD-01" not in text


def test_links_stay_on_the_reference_date(filled: Readers, html: Get) -> None:
    text = html("dana", PATH, peildatum="2024-01-31")
    assert 'href="/indicatoren/i-di-01?peildatum=2024-01-31"' in text
    assert "14,4%" not in text


@pytest.mark.parametrize(("name", "queries"), [("dana", 5), ("chris", 7)])
def test_the_number_of_queries_does_not_depend_on_the_indicators(
    filled: Readers, django_assert_num_queries: Callable[..., Any], name: str, queries: int
) -> None:
    user, day = filled.people[name], dt.date(2024, 9, 15)
    reach(user)
    with django_assert_num_queries(queries):
        register(user, day, Criteria())
    filled.indicator("I-NIEUW")
    filled.take()
    with django_assert_num_queries(queries):
        assert register(user, day, Criteria()).total == 4
