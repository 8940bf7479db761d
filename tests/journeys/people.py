"""Somebody behind a browser."""

from collections.abc import Callable

from playwright.sync_api import Page

PASSWORD = "schijf-van-vijf"
Visitor = Callable[..., Page]
"""`visitor("anna", width=390)`: a new page of somebody who is logged in; without a name of nobody."""


def log_in(page: Page, name: str) -> None:
    page.goto("/inloggen")
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url(lambda url: "/inloggen" not in url)
