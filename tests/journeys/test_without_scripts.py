"""The page of a unit in a browser that runs no scripts."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import Visitor

pytestmark = [
    pytest.mark.xdist_group("journeys"),
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]


def test_charts_are_drawings_with_tables(visitor: Visitor) -> None:
    page = visitor("anna", java_script_enabled=False)
    page.goto("/eenheden/rot")
    charts = page.locator(".pvi-chart")

    assert charts.count() >= 5
    for chart in charts.all():
        expect(chart.locator(".pvi-chart__static svg").first).to_be_attached()
    fold = page.locator("details").filter(has_text="Bekijk als tabel").first
    fold.locator("summary").click()
    expect(fold.get_by_role("table")).to_be_visible()


def test_filters_are_ordinary_forms(visitor: Visitor) -> None:
    page = visitor("anna", java_script_enabled=False)
    page.goto("/eenheden/rot")
    every = page.locator("#maatregelen-gekozen a").count()
    form = page.get_by_role("form", name="Maatregelen kiezen")
    choice = form.get_by_role("combobox").first
    choice.select_option(index=1)
    form.get_by_role("button", name="Toon").click()

    chosen = page.locator("#maatregelen-gekozen a").count()
    assert "?" in page.url
    assert chosen < every
