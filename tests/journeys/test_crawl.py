"""Every page as people see it in a real browser: whole, within the policy, accessible, at any width."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from tests.journeys.people import Visitor
from tests.journeys.stack import Stack

pytestmark = [
    pytest.mark.xdist_group("journeys"),
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNITS = ["/eenheden/rot", "/eenheden/pdc", "/eenheden/korps", "/eenheden/le"]
INDICATORS = ["/indicatoren/i-ad-01", "/indicatoren/i-di-01"]
DETAILS = [*UNITS, *INDICATORS, "/eenheden/rot?peildatum=2026-04-30", "/indicatoren/i-ad-01?eenheid=rot"]
# Of each of these lists the first that this person sees.
LISTS = ["/themas", "/maatregelen", "/maatregelen?eenheid=rot", "/toezeggingen"]
LOOKS = 40
LINKS = "[...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href'))"


@dataclass
class Complaints:
    """What a browser says of a page that it does not like."""

    origin: str
    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.heard.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.heard.append(f"request to {request.url}")


def pages_of(page: Page) -> Iterator[str]:
    """What the menu of this person leads to, and a detail page of every kind."""
    page.goto("/eenheden")
    menu = page.locator("header nav").first.get_by_role("link")
    yield from (str(link.get_attribute("href")) for link in menu.all())
    yield from DETAILS
    yield from (first_of(page, address) for address in LISTS)


# Who sees most is followed on both screens; the others see the same pages with other content on one of them.
@pytest.mark.parametrize(
    ("name", "widths"), [("dana", (1366, 390)), ("anna", (390,)), ("rik", (390,)), ("els", (1366,))]
)
def test_every_page_is_sound(stack: Stack, visitor: Visitor, name: str, widths: tuple[int, ...]) -> None:
    page, complaints = visitor(name), Complaints(stack.url)
    addresses = [address for address in dict.fromkeys(pages_of(page)) if address != "/beheer/"]
    assert len(addresses) > len(DETAILS) + len(LISTS)
    complaints.listen(page)
    faults = [f"{address}: {fault}" for address in addresses for fault in faults_of(page, address, widths)]
    assert not (found := [*complaints.heard, *faults]), "\n".join(found)


def faults_of(page: Page, address: str, widths: tuple[int, ...]) -> Iterator[str]:
    """What is wrong with a page, on screens from wide to narrow."""
    page.set_viewport_size({"width": widths[0], "height": 900})
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        yield f"status {answer.status if answer else None}"
        return
    yield from _missing(page)
    yield from _undrawn(page)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        yield from (f"axe at {width} px: {fault}" for fault in _inaccessible(page))
    yield from _too_wide(page)


def _too_wide(page: Page) -> Iterator[str]:
    """Measured once the charts have been drawn again for the narrow column."""
    page.set_viewport_size({"width": 320, "height": 900})
    for _ in range(LOOKS):
        if (wide := page.evaluate("document.documentElement.scrollWidth")) <= 320:
            return
        page.wait_for_timeout(100)
    yield f"{wide} px wide on a screen of 320"


def _missing(page: Page) -> Iterator[str]:
    if (count := page.get_by_role("heading", level=1).count()) != 1:
        yield f"{count} headings of level 1"
    if not page.get_by_role("region", name="Let op").get_by_text("Fictieve gegevens").is_visible():
        yield "does not say that figures are fictitious"


def _undrawn(page: Page) -> Iterator[str]:
    """Charts are drawn when they come into view."""
    charts = [chart for chart in page.locator(".pvi-chart").all() if chart.is_visible()]
    if charts:
        page.wait_for_selector("html[data-charts-ready]")
    for chart in charts:
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".main-svg").first).to_be_visible()
    static = [chart for chart in charts if chart.locator(".pvi-chart__static").is_visible()]
    if static:
        yield f"{len(static)} charts show their drawing for paper"


def _inaccessible(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", RULES)
    return [f"{rule['id']} {rule['nodes'][0]['html'][:200]}" for rule in found["violations"]]


def first_of(page: Page, address: str) -> str:
    """The first row of a list that leads to a page of its own."""
    page.goto(address)
    links: list[str] = page.evaluate(LINKS)
    return next(link for link in links if link.startswith(urlsplit(address).path + "/"))


@pytest.mark.parametrize(("name", "address"), [("", "/inloggen"), ("anna", "/eenheden/bestaat-niet")])
def test_a_page_outside_the_menu_is_sound(visitor: Visitor, name: str, address: str) -> None:
    page = visitor(name, width=390)
    page.goto(address)
    assert [*_missing(page), *_inaccessible(page), *_too_wide(page)] == []


def test_the_form_of_a_measure_is_sound(stack: Stack, visitor: Visitor) -> None:
    page, complaints = visitor("anna"), Complaints(stack.url)
    address = first_of(page, "/maatregelen?eenheid=rot") + "/bijwerken"
    complaints.listen(page)
    assert [*faults_of(page, address, (1366, 390)), *complaints.heard] == []
