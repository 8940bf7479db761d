"""Figures of the register, as everybody reads them."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import Visitor

pytestmark = [
    pytest.mark.xdist_group("journeys"),
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        # Registered incidents of discrimination in 2022, in 2019 (where a new series begins) and in 2024.
        ("i-ad-01", {"2022": "6.738", "2019": "5.487", "2024": "9.613"}),
        # The share of new colleagues with a migration background in 2022.
        ("i-di-01", {"2022": "14,4%"}),
    ],
)
def test_an_indicator_shows_its_published_figures(
    visitor: Visitor, code: str, figures: dict[str, str]
) -> None:
    page = visitor("rik")
    page.goto(f"/indicatoren/{code}")
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
    for year, figure in figures.items():
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=year, exact=True))
        expect(row.filter(has_text=figure).first).to_be_visible()
