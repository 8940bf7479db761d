"""What is suppressed gives nothing away; others show what is vastgesteld, outsiders see what is openbaar."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from monitoring.models import Baseline, Indicator, Observation, Target
from tests.monitoring.indicators.conftest import Get, Readers, Rows
from tests.monitoring.snapshots.world import moment

SECRET = ("7717", "7.717", "7711", "7.711", "7719", "7.719")
PAGE = "/indicatoren/i-klein"


@pytest.fixture
def small(readers: Readers) -> Indicator:
    """Figures of eenheid AAA below a high threshold, with their number in every text around them."""
    made = readers.count("I-KLEIN", sensitivity_unit="small_numbers", threshold=10000)
    unit = readers.units[0]
    readers.observe(made, unit, "2022", 7711, known="2023-03-01")
    first = readers.observe(made, unit, "2023", 7719, known="2024-03-01", remark="eerst 7719")
    Observation.objects.filter(pk=first.pk).update(is_current=False)
    readers.observe(
        made, unit, "2023", 7717, known="2024-05-01", revision=2, reason="was 7719", remark="nu 7717"
    )
    readers.interpret(made, unit, "Het zijn er 7717", "2023")
    Baseline.objects.create(
        indicator=made, unit=unit, day="2022-12-31", value=7711, known_from=moment("2023-03-01")
    )
    Target.objects.create(
        indicator=made, unit=unit, day="2025-12-31", value=9000, operator="at_least",
        known_from=moment("2023-03-01"),
    )  # fmt: skip
    return made


@pytest.mark.parametrize("name", ["anna", "chris", "dana"])
@pytest.mark.parametrize("parameters", [{}, {"eenheid": "aaa"}, {"tijdvak": "2022"}])
def test_a_suppressed_figure_shows_no_number_anywhere(
    small: Indicator, readers: Readers, html: Get, name: str, parameters: dict[str, str]
) -> None:
    readers.take()
    text = html(name, PAGE, **parameters)
    assert [number for number in SECRET if number in text] == []
    assert "afgeschermd" in text
    assert "te klein om te tonen" in text


def test_a_download_of_suppressed_figures_has_no_number(
    small: Indicator, readers: Readers, html: Get
) -> None:
    readers.take()
    for form in ("csv", "csv-alles"):
        text = html("dana", PAGE, eenheid="aaa", formaat=form)
        assert [number for number in SECRET if number in text] == []
        assert "afgeschermd" in text or form == "csv-alles"


@pytest.mark.parametrize(("threshold", "shown"), [(10000, False), (9000, True)])
def test_a_baseline_stays_away_when_its_own_figure_is_suppressed(
    readers: Readers, html: Get, threshold: int, *, shown: bool
) -> None:
    made = readers.count("I-B", sensitivity_unit="small_numbers", threshold=threshold)
    unit = readers.units[0]
    readers.observe(made, unit, "2021", 9111, known="2022-03-01")
    readers.observe(made, unit, "2023", 12000, known="2024-03-01")
    Baseline.objects.create(
        indicator=made, unit=unit, day="2021-12-31", value=9111, known_from=moment("2022-03-01")
    )
    Target.objects.create(
        indicator=made, unit=unit, day="2025-12-31", value=15000, operator="at_least",
        known_from=moment("2022-03-01"),
    )  # fmt: skip
    readers.take()
    text = html("anna", "/indicatoren/i-b", eenheid="aaa")
    assert "12.000" in text
    assert ("9.111" in text) is shown
    assert ("Het pad vraagt" in text) is shown


def test_a_year_to_date_does_not_give_a_hidden_part_of_it_away(readers: Readers, html: Get) -> None:
    made = readers.count(
        "I-J", sensitivity_unit="small_numbers", frequency="quarter", time_rule="flow", lag_months=3
    )
    readers.observe(made, readers.units[0], "2024-Q1", 4, known="2024-04-10")
    readers.observe(made, readers.units[0], "2024-Q2", 7110, known="2024-07-10")
    readers.take()
    text = html("anna", "/indicatoren/i-j", eenheid="aaa")
    assert "7.110" in text
    assert "7.114" not in text


@pytest.fixture
def signed(readers: Readers) -> Indicator:
    """A count of which AAA's first figure was signed off and a later one was not."""
    made = readers.count("I-S", frequency="month", lag_months=1)
    unit = readers.units[0]
    readers.observe(made, unit, "2024-04", 404, known="2024-05-02")
    readers.observe(made, unit, "2024-08", 808, known="2024-09-02")
    readers.round("2024-T1", signed={unit: "2024-05-20", readers.korps: "2024-05-25"})
    return made


def test_another_unit_shows_what_is_vastgesteld(signed: Indicator, readers: Readers, html: Get) -> None:
    readers.take()
    assert "808" in html("anna", "/indicatoren/i-s", eenheid="aaa")
    text = html("chris", "/indicatoren/i-s", eenheid="aaa")
    assert "404" in text
    assert "808" not in text
    assert "U ziet wat is vastgesteld: stand 30 april 2024." in text
    assert "vastgesteld tot en met 30-4-2024" in text


def test_a_period_that_is_not_signed_off_says_so(signed: Indicator, readers: Readers, html: Get) -> None:
    readers.observe(signed, readers.units[1], "2024-08", 88, known="2024-09-02")
    readers.take()
    text = html("chris", "/indicatoren/i-s", tijdvak="2024-08")
    assert "nog niet vastgesteld" in text
    assert "808" not in text


def revise(
    readers: Readers, indicator: Indicator, period: str, old: int, new: int, days: tuple[str, str]
) -> None:
    first = readers.observe(indicator, readers.units[0], period, old, known=days[0])
    Observation.objects.filter(pk=first.pk).update(is_current=False)
    readers.observe(
        indicator, readers.units[0], period, new, known=days[1], revision=2, reason="nagekomen registraties"
    )


def test_a_revision_tells_old_new_and_why(readers: Readers, html: Get) -> None:
    made = readers.count("I-R")
    revise(readers, made, "2022", 887, 899, ("2023-03-01", "2023-05-22"))
    readers.take()
    text = html("chris", "/indicatoren/i-r")
    revisions = text[text.index('id="h-rev"') : text.index('id="h-bron"')]
    assert revisions.index("887") < revisions.index("899") < revisions.index("nagekomen registraties")
    assert "22-5-2023" in revisions
    assert "herzien" in text


def test_a_revision_before_the_signature_stays_inside_the_unit(readers: Readers, html: Get) -> None:
    made = readers.count("I-R", frequency="month", lag_months=1)
    revise(readers, made, "2024-03", 887, 899, ("2024-04-10", "2024-05-10"))
    readers.round("2024-T1", signed={readers.units[0]: "2024-05-20"})
    readers.take()
    assert "887" in html("anna", "/indicatoren/i-r", eenheid="aaa")
    assert "887" in html("dana", "/indicatoren/i-r", eenheid="aaa")
    text = html("chris", "/indicatoren/i-r", eenheid="aaa")
    assert "899" in text
    assert "887" not in text


def test_outsiders_see_public_indicators_and_no_internal_level(
    readers: Readers, answer: Callable[..., Any], html: Get, rows: Rows
) -> None:
    made = readers.count("I-O", sensitivity_unit="internal")
    readers.observe(made, readers.korps, "2023", 1234)
    readers.observe(made, readers.units[0], "2023", 431)
    readers.take()
    assert answer("raad", "/indicatoren/i-o").status_code == 404
    Indicator.objects.update(is_public=True)
    text = html("raad", "/indicatoren/i-o")
    assert "1.234" in text
    assert "431" not in text
    assert "431" not in html("raad", "/indicatoren/i-o", eenheid="aaa")
    assert {row["Waarde"] for row in rows("raad", "/indicatoren/i-o", formaat="csv-alles")} == {"1234"}


def test_who_is_not_logged_in_goes_to_the_login_page(readers: Readers) -> None:
    for path in ("/indicatoren", "/indicatoren/i-1"):
        assert Client().get(path).headers["Location"].startswith("/inloggen")
