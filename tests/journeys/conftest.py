"""One running monitor for all journeys, with the register and the demo year, and a browser to visit it."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pvi.local import chromium, steps
from pvi.local.folders import CHECKOUT
from tests.journeys.people import Visitor, log_in
from tests.journeys.stack import Stack, in_database, make_database, wait_until
from tests.servers import FOLDER
from tests.template import ensure_template

# Apart from the test processes, which have the databases from 0 on.
VALKEY_DATABASE = 15
FEW_DONE = "SELECT count(*) FROM records_job WHERE state = 'done'"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": str(chromium.ensure()), "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def stack(
    service_environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stack]:
    """The monitor after its first start, in which somebody killed the worker in the middle of its work."""
    folder = tmp_path_factory.mktemp("journeys")
    settings = {
        **service_environment,
        "DATABASE_URL": in_database(service_environment["DATABASE_URL"]),
        "REDIS_URL": f"{os.environ['REDIS_URL'].rsplit('/', 1)[0]}/{VALKEY_DATABASE}",
        "STATIC_ROOT": str(folder / "static"),
    }
    stack = Stack(settings, _make_tables(settings), folder)
    try:
        _start(stack)
        yield stack
    finally:
        stack.stop()


def _make_tables(settings: Mapping[str, str]) -> str:
    """The owner's address of the database; only our own server has a template to copy."""
    is_ours = FOLDER in os.environ
    template = ensure_template(Path(os.environ[FOLDER])) if is_ours else "template1"
    owner_url = make_database(os.environ["DATABASE_URL"], template)
    if not is_ours:
        migrate = steps.MIGRATE.command
        subprocess.run(migrate, cwd=CHECKOUT, env={**settings, "DATABASE_URL": owner_url}, check=True)
    return owner_url


def _start(stack: Stack) -> None:
    stack.run(steps.ASSETS)
    for step in (steps.COLLECT, steps.REGISTER, steps.DEMO_YEAR):
        stack.run(step.command)
    stack.start_web_and_beat()
    stack.start_worker()
    _take_snapshots(stack)


def _take_snapshots(stack: Stack) -> None:
    """All of them by the worker, which is killed once it is well on its way."""
    waiting = stack.begin(steps.SNAPSHOTS.command)
    wait_until(lambda: stack.one(FEW_DONE) >= 3, "three units that are done")
    wait_until(stack.see_who_is_under_way, "a unit under way")
    stack.kill_worker()
    stack.start_worker()
    assert waiting.wait(600) == 0, stack.log()


@pytest.fixture(scope="session")
def sessions(stack: Stack, browser: Browser) -> Callable[[str], Any]:
    """The cookies of somebody who logged in once, through the form."""
    known: dict[str, Any] = {}

    def state_of(name: str) -> Any:
        if name not in known:
            context = browser.new_context(base_url=stack.url)
            log_in(context.new_page(), name)
            known[name] = context.storage_state()
            context.close()
        return known[name]

    return state_of


@pytest.fixture
def visitor(stack: Stack, browser: Browser, sessions: Callable[[str], Any]) -> Iterator[Visitor]:
    """`visitor("anna", width=390)`: a page of somebody who is logged in."""
    contexts: list[BrowserContext] = []

    def visit(name: str = "", width: int = 1366, **more: Any) -> Page:
        state = sessions(name) if name else None
        context = browser.new_context(
            base_url=stack.url, storage_state=state, viewport={"width": width, "height": 900}, **more
        )
        contexts.append(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()
