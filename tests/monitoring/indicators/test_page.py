"""The page of one indicator: its series, its parts, what changed and how it was computed."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from monitoring.dashboards.indicators import IndicatorPage, Selection, indicator_page, read, sight_of
from monitoring.models import Baseline, Indicator, MeasureIndicatorLink, Target
from pvi.organisation.access import reach
from pvi.organisation.models import User
from pvi.records.models import Source
from tests.monitoring.indicators.conftest import Get, Readers, Rows
from tests.monitoring.snapshots.world import moment

Asserts = Callable[..., Any]


@pytest.fixture
def incidents(readers: Readers) -> Indicator:
    """A context count with a break before 2019 and one eenheid in a year that the korps did not deliver."""
    made = readers.count("I-AD-01", direction="context", time_rule="flow", lag_months=4)
    readers.version(made, 2, "2019-01-01", change_note="Telt ook de publieke taak mee")
    for year, value in {"2017": 3499, "2019": 5487, "2022": 6738}.items():
        readers.observe(made, readers.korps, year, value, known=f"{int(year) + 1}-04-01")
    readers.observe(made, readers.units[0], "2018", 406, known="2019-04-01")
    readers.observe(made, readers.units[0], "2022", 899, known="2023-04-01", remark="Regionale monitor")
    return made


def chart_rows(text: str) -> list[list[str]]:
    """The rows of the table behind the chart."""
    table = text[text.index('aria-label="Tabel:') : text.index("pvi-csv")]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    return [
        [re.sub(r"<.*?>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", r, re.DOTALL)]
        for r in rows
    ]


def test_a_series_shows_its_break_and_no_partial_total(
    incidents: Indicator, readers: Readers, html: Get
) -> None:
    readers.take()
    text = html("dana", "/indicatoren/i-ad-01")
    values = {row[0]: row[1] for row in chart_rows(text)}
    assert values == {
        "2017": "3.499", "2018": "niet geleverd", "2019": "5.487", "2020": "niet geleverd",
        "2021": "niet geleverd", "2022": "6.738", "2023": "niet geleverd", "2024": "nog niet verwacht",
    }  # fmt: skip
    assert "nieuwe afbakening" in text
    assert "Sinds 2019 stijgt het aantal van 5.487 naar 6.738 in 2022: 22,8% meer." in text
    assert "Over de breuken heen is geen trend te geven." in text


def test_the_download_has_definitions_and_no_partial_total(
    incidents: Indicator, readers: Readers, rows: Rows
) -> None:
    readers.take()
    found = {row["Tijdvak"]: row for row in rows("dana", "/indicatoren/i-ad-01")}
    assert found["2022"]["Waarde"] == "6738"
    assert (found["2017"]["Definitieversie"], found["2022"]["Definitieversie"]) == ("1", "2")
    assert (found["2018"]["Waarde"], found["2018"]["Geen waarde"]) == ("", "niet geleverd")
    assert found["2018"]["Onderdelen"].startswith("1 van 3")
    everybody = rows("dana", "/indicatoren/i-ad-01", formaat="csv-alles")
    assert {"Korps", "Aaa"} <= {row["Onderdeel"] for row in everybody}


def test_parts_stand_in_a_fixed_order_with_a_mark_for_nothing(
    incidents: Indicator, readers: Readers, html: Get
) -> None:
    readers.take()
    text = html("dana", "/indicatoren/i-ad-01")
    table = text[text.index('id="per-onderdeel"') : text.index('aria-labelledby="h-links"')]
    assert table.index(">Aaa<") < table.index(">Bbb<") < table.index(">Ccc<")
    assert "Per onderdeel in 2022" in table
    assert "899" in table
    assert "Regionale monitor" in table
    assert table.count("niet geleverd") == 3  # two parts and the legend
    assert "1 van 3 met een cijfer" in table


def test_another_period_of_the_parts_can_be_chosen(incidents: Indicator, readers: Readers, html: Get) -> None:
    readers.take()
    text = html("dana", "/indicatoren/i-ad-01", tijdvak="2018")
    assert "Per onderdeel in 2018" in text
    assert "Per onderdeel in 2022" in html("dana", "/indicatoren/i-ad-01", tijdvak="1066")


def test_a_unit_can_be_chosen_and_an_unknown_one_is_the_korps(
    incidents: Indicator, readers: Readers, html: Get
) -> None:
    readers.take()
    assert "Aaa, per jaar" in html("dana", "/indicatoren/i-ad-01", eenheid="aaa")
    assert "Heel het korps, per jaar" in html("dana", "/indicatoren/i-ad-01", eenheid="zzz")


def test_a_swap_brings_what_changes_and_the_tools(incidents: Indicator, readers: Readers, html: Get) -> None:
    readers.take()
    text = html("dana", "/indicatoren/i-ad-01", swap=True, eenheid="aaa")
    assert text.lstrip().startswith('<div id="stand"')
    assert "<html" not in text
    assert 'hx-swap-oob="true"' in text


def test_the_situation_on_an_earlier_day_is_the_one_that_was_known(
    incidents: Indicator, readers: Readers, html: Get
) -> None:
    readers.take()
    text = html("dana", "/indicatoren/i-ad-01", peildatum="2023-03-31")
    assert "6.738" not in text
    assert {row[0]: row[1] for row in chart_rows(text)}["2022"] == "nog niet verwacht"


def test_without_any_figure_the_page_says_so(readers: Readers, html: Get) -> None:
    readers.indicator("I-LEEG")
    readers.take()
    text = html("dana", "/indicatoren/i-leeg")
    assert "Er is nog geen cijfer om te tonen." in text
    assert "Geen cijfers per onderdeel" in text
    assert "Er is nog geen cijfer herzien." in text


def test_the_calculation_explains_the_verdict(readers: Readers, html: Get) -> None:
    share = readers.indicator("I-DI-01")
    Baseline.objects.create(
        indicator=share, unit=readers.korps, day="2021-12-31", value=10, known_from=moment("2022-01-01")
    )
    Target.objects.create(
        indicator=share, unit=readers.korps, day="2025-12-31", value=30, operator="at_least",
        source_text="Realisatieplan", known_from=moment("2022-01-01"),
    )  # fmt: skip
    readers.observe(share, readers.korps, "2023", parts=(15, 100), known="2024-03-01")
    readers.take()
    text = html("dana", "/indicatoren/i-di-01")
    how = text[text.index('id="berekening"') :]
    for step in (
        "De waarde is 15,0% over 2023.",
        "Teller en noemer: 100 × 15 / 100.",
        "De nulmeting is 10,0% op 31-12-2021.",
        "De streefwaarde is ten minste 30,0%, uiterlijk op 31-12-2025.",
        "Het pad vraagt 20,0% op 31-12-2023.",
        "versie 1, vanaf 1-1-2015",
    ):
        assert step in how
    assert "Achter" in text
    assert "Realisatieplan" in text


def test_parts_of_a_series_are_drawn_together_without_a_verdict(readers: Readers, html: Get) -> None:
    size = readers.count("I-ALG-14")
    for name, value in (("", 100), ("fte operationeel", 60), ("fte overig", 40)):
        readers.observe(size, readers.korps, "2023", value, disaggregation=name)
    readers.take()
    text = html(
        "dana", "/indicatoren/i-alg-14", uitsplitsing=["fte operationeel", "fte overig", "bestaat niet"]
    )
    names = {row[1] for row in chart_rows(text)}
    assert names == {"fte operationeel", "fte overig"}
    assert "Een uitsplitsing krijgt geen oordeel." in text


def test_duiding_of_the_shown_figure_comes_first_and_a_missing_one_is_said(
    incidents: Indicator, readers: Readers, html: Get
) -> None:
    readers.interpret(incidents, readers.korps, "Meer mensen melden", "2022")
    readers.take()
    assert "Meer mensen melden" in html("dana", "/indicatoren/i-ad-01")
    assert "Duiding ontbreekt" not in html("dana", "/indicatoren/i-ad-01")
    assert "Bij het cijfer over 2022 staat nog niet" in html("dana", "/indicatoren/i-ad-01", eenheid="aaa")


def test_measures_come_with_how_and_how_sure(incidents: Indicator, readers: Readers, html: Get) -> None:
    measure = readers.measure(readers.korps, "L-1")
    MeasureIndicatorLink.objects.create(
        measure=measure, indicator=incidents, mechanism="Beter registreren", evidence="monitored"
    )
    readers.take()
    text = html("dana", "/indicatoren/i-ad-01")
    assert "Beter registreren" in text
    assert "gevolgd" in text
    assert "Beter registreren" not in html_of_council(incidents, html)


def html_of_council(indicator: Indicator, html: Get) -> str:
    Indicator.objects.filter(pk=indicator.pk).update(is_public=True)
    return html("raad", f"/indicatoren/{indicator.slug}")


def test_only_official_addresses_become_links(readers: Readers, html: Get) -> None:
    count = readers.count()
    for year, address in (
        ("2021", "https://www.politie.nl/cijfers"),
        ("2022", "https://politie.nl.example/nep"),
        ("2023", "http://www.politie.nl/oud"),
    ):
        source = Source.objects.create(
            code=year, title=f"Rapport {year}", kind="report", published_on="2024-01-01",
            published_precision="day", reference=address,
        )  # fmt: skip
        readers.observe(count, readers.korps, year, 5, source=source)
    readers.take()
    text = html("dana", "/indicatoren/i-c")
    assert 'href="https://www.politie.nl/cijfers"' in re.sub(r"\s+", " ", text)
    assert 'rel="noreferrer"' in text
    assert "https://politie.nl.example/nep" in text
    assert 'href="https://politie.nl.example' not in text
    assert 'href="http://www.politie.nl' not in text


def test_targets_keep_their_older_versions(readers: Readers, html: Get) -> None:
    share = readers.indicator("I-DI-01")
    for version, value in ((1, Decimal(35)), (2, Decimal(32))):
        Target.objects.create(
            indicator=share, unit=readers.units[0], day="2025-12-31", value=value, operator="at_least",
            version=version, reason="bijgesteld" if version > 1 else "", known_from=moment("2024-01-01"),
        )  # fmt: skip
    readers.take()
    text = html("anna", "/indicatoren/i-di-01", eenheid="aaa")
    assert "ten minste 32,0%" in text
    assert "1 (vervangen)" in text
    assert "Reden van de wijziging: bijgesteld" in text


@pytest.mark.parametrize(("name", "queries"), [("dana", 11), ("chris", 15)])
def test_the_number_of_queries_does_not_grow_with_the_figures(
    incidents: Indicator, readers: Readers, django_assert_num_queries: Asserts, name: str, queries: int
) -> None:
    user, day = readers.people[name], dt.date(2024, 9, 15)
    reach(user)
    readers.take()
    with django_assert_num_queries(queries):
        shown(incidents, user, day)
    for part in readers.units:
        readers.observe(incidents, part, "2023", 55)
        readers.interpret(incidents, part, "Duiding", "2023")
    readers.take()
    with django_assert_num_queries(queries):
        shown(incidents, user, day)


def shown(indicator: Indicator, user: User, day: dt.date) -> IndicatorPage:
    return indicator_page(user, read(indicator, sight_of(user, day)), Selection(), csv_url="?")
