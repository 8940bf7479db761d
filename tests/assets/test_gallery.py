"""Every shared fragment in a real browser: accessible, within the policy, at any width, without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

# pytest-playwright still writes fixtures in a way that pytest will drop.
pytestmark = pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods")
ROOT = Path(__file__).resolve().parents[2]
PAGES = ["gallery.html", "404.html", "500.html", "registration/login.html", "registration/locked.html"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNFOLD = "document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })"


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains about: a refused style, a failing script, a missing file."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1366, 390, 320])
def test_reads_well(page: Page, gallery_url: str, complaints: list[str], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{gallery_url}/{name}")
    page.evaluate(UNFOLD)
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text())
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", RULES)

    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []


def test_draws_a_chart_when_it_comes_into_view(page: Page, gallery_url: str, complaints: list[str]) -> None:
    page.set_viewport_size({"width": 1366, "height": 500})
    page.goto(f"{gallery_url}/gallery.html")
    expect(page.locator("html")).to_have_attribute("data-charts-ready", "1")
    below = page.locator(".pvi-chart:has(#c-3)")
    expect(below.locator(".main-svg")).to_have_count(0)

    below.scroll_into_view_if_needed()

    expect(below.locator(".main-svg").first).to_be_visible()
    expect(below.locator(".pvi-chart__static")).to_be_hidden()
    assert complaints == []


def test_draws_again_when_the_column_changes_width(page: Page, gallery_url: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 900})
    page.goto(f"{gallery_url}/gallery.html")
    page.locator(".pvi-chart:has(#c-plan)").scroll_into_view_if_needed()
    drawing = page.locator("#c-plan .main-svg").first
    expect(drawing).to_be_visible()
    wide = drawing.get_attribute("width")

    page.set_viewport_size({"width": 390, "height": 900})

    expect(drawing).not_to_have_attribute("width", wide or "")


def test_works_without_scripts(browser: Browser, gallery_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{gallery_url}/gallery.html")

    expect(page.locator(".pvi-chart__static").first).to_be_visible()
    page.locator(".pvi-menu summary").click()
    expect(page.locator(".pvi-menu").get_by_role("link", name="Toezeggingen")).to_be_visible()
    expect(page.locator(".pvi-menu").get_by_role("button", name="Uitloggen")).to_be_visible()
    context.close()


def test_escape_closes_the_menu_and_returns_the_focus(page: Page, gallery_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{gallery_url}/404.html")
    page.locator(".pvi-menu summary").click()
    page.keyboard.press("Tab")

    page.keyboard.press("Escape")

    expect(page.locator(".pvi-menu")).not_to_have_attribute("open", "")
    expect(page.locator(".pvi-menu summary")).to_be_focused()


def test_a_swap_is_announced_and_keeps_the_focus(page: Page, gallery_url: str, complaints: list[str]) -> None:
    page.goto(f"{gallery_url}/swap.html")

    page.get_by_role("link", name="Zoek").click()

    expect(page.locator("#resultaat")).to_have_text("drie")
    expect(page.locator("#aankondiging")).to_have_text("3 maatregelen gevonden")
    expect(page.locator("#resultaat")).to_be_focused()
    expect(page.locator("html")).not_to_have_attribute("data-busy", "")
    assert complaints == []


def test_a_failed_fetch_is_told_and_changes_nothing(page: Page, gallery_url: str) -> None:
    page.goto(f"{gallery_url}/swap.html")

    page.get_by_role("link", name="Fout").click()

    expect(page.locator("#meldingen")).to_contain_text("Het ophalen is niet gelukt")
    expect(page.get_by_role("link", name="Zoek")).to_be_visible()


def test_an_answer_from_another_page_is_opened_as_that_page(page: Page, gallery_url: str) -> None:
    page.goto(f"{gallery_url}/swap.html")

    page.get_by_role("link", name="Verhuisd").click()

    page.wait_for_url("**/404.html")


def test_paper_gets_the_static_drawing_and_the_tables(page: Page, gallery_url: str) -> None:
    page.goto(f"{gallery_url}/gallery.html")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(page.locator(".pvi-chart__static").first).to_be_visible()
    expect(page.locator(".pvi-chart__plot").first).to_be_hidden()
    expect(page.locator(".pvi-astable table").first).to_be_visible()
    expect(page.locator(".pvi-nav").first).to_be_hidden()
    expect(page.get_by_text("momentopname 31-8-2023 07.00 uur")).to_be_visible()
