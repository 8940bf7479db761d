"""An aanjager reports on a measure, and the overviews follow: the main road through the product."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.people import Visitor, log_in
from tests.journeys.stack import Stack, wait_until

pytestmark = [
    pytest.mark.xdist_group("journeys"),
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]
MOST_TABS = 60
UNREPORTED = """
    SELECT measure.code, measure.title
    FROM monitoring_measuresnapshot AS row JOIN measures_measure AS measure ON measure.id = row.measure_id
    JOIN organisation_unit AS unit ON unit.id = measure.unit_id
    WHERE unit.code = 'ROT' AND row.known_until IS NULL AND row.month = date_trunc('month', current_date)
    AND row.status IN ('on_track', 'at_risk', 'behind', 'overdue')
    ORDER BY row.last_update_on NULLS FIRST, measure.code
"""


@dataclass(frozen=True)
class Chosen:
    """The measure that nobody reported on for the longest time."""

    code: str
    title: str

    @property
    def path(self) -> str:
        return f"/maatregelen/{self.code.lower()}"


@pytest.fixture
def measure(stack: Stack) -> Chosen:
    return Chosen(*stack.rows(UNREPORTED)[0])


def reported(page: Page) -> str:
    """What the page of a unit says of its measures: how many were reported on in this round."""
    page.goto("/eenheden/rot")
    row = page.locator(".pvi-fresh").first.get_by_role("row").filter(has_text="bijgewerkt in deze ronde")
    return row.inner_text()


def test_an_update_by_keyboard_on_a_phone_changes_the_page_of_the_unit(
    visitor: Visitor, measure: Chosen
) -> None:
    page = visitor(width=390)
    log_in(page, "anna")
    expect(page).to_have_url(re.compile("/mijn-werk$"))
    before = reported(page)
    page.goto(measure.path)
    expect(page.get_by_role("heading", level=1)).to_contain_text(measure.title)

    _tab_to(page, page.get_by_role("link", name="Bijwerken", exact=True))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/bijwerken$"))
    _report(page, "Het voorstel ligt bij de teamchefs en wordt deze maand besproken.")

    expect(page).to_have_url(re.compile(f"{measure.path}$"))
    expect(page.locator("main")).to_contain_text("De stand is opgeslagen")
    wait_until(lambda: reported(page) != before, "the change on the page of the unit", patience=60)
    assert int(re.findall(r"(\d+) van", reported(page))[0]) == int(re.findall(r"(\d+) van", before)[0]) + 1


def _report(page: Page, text: str) -> None:
    """The computed status stands; words are enough."""
    _tab_to(page, page.get_by_label("Stand van zaken"))
    page.keyboard.type(text)
    _tab_to(page, page.get_by_role("button", name="Stand opslaan"))
    page.keyboard.press("Enter")


def _tab_to(page: Page, wanted: Locator) -> None:
    """Whoever uses no mouse gets there with Tab alone, and sees where the focus is."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("(element) => element === document.activeElement"):
            break
    expect(wanted).to_be_focused()
    expect(wanted).to_be_in_viewport()


def test_an_update_without_scripts(visitor: Visitor, stack: Stack) -> None:
    measure = Chosen(*stack.rows(UNREPORTED)[1])
    page = visitor("anna", java_script_enabled=False)
    page.goto(f"{measure.path}/bijwerken")
    page.get_by_label("Stand van zaken").fill("De eerste gesprekken zijn gevoerd en worden voortgezet.")
    page.get_by_role("button", name="Stand opslaan").click()

    expect(page.locator("main")).to_contain_text("De stand is opgeslagen")
    expect(page.locator("main")).to_contain_text("De eerste gesprekken zijn gevoerd en worden voortgezet.")


def test_the_form_of_another_unit_does_not_exist(visitor: Visitor, measure: Chosen) -> None:
    page = visitor("chris")
    answer = page.goto(f"{measure.path}/bijwerken")

    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("button", name="Stand opslaan")).to_have_count(0)
