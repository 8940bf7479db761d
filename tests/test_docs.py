"""What the documents name exists: rows, pages, commands, models, codes, tests, files and numbers."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands
from django.urls import Resolver404, resolve

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ROWS = 115
STATES = {"stands", "root", "open", "not ours"}
CODED = {"indicatoren": "indicatoren.csv", "maatregelen": "maatregelen.csv"}


class Row(NamedTuple):
    """One line of the acceptance list."""

    number: str
    what: str
    where: str
    tests: str
    state: str


def _rows() -> list[Row]:
    text = (ROOT / "docs" / "rows.md").read_text()
    lines = [line for line in text.splitlines() if line.startswith("| R")]
    return [Row(*(cell.strip() for cell in line.strip("|").split("|"))) for line in lines]


def _quoted(text: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", text)


LIST = _rows()
PAGES = sorted(
    {quoted for row in LIST for quoted in _quoted(row.where + row.state) if quoted.startswith("/")}
)
NAMES = sorted({quoted for row in LIST for quoted in _quoted(row.where) if not quoted.startswith("/")})
TESTS = sorted({quoted for row in LIST for quoted in _quoted(row.tests)})


def _path(page: str) -> str:
    """The path of a page, with an example where the list has a placeholder."""
    return re.sub(r"<\w+>", "voorbeeld", page.partition("?")[0])


def _links() -> Iterator[tuple[Path, str]]:
    """Links to files of the repository; images may be made later."""
    for document in DOCUMENTS:
        for target in re.findall(r"(?<!!)\[[^]]*\]\(([^)\s]+)\)", document.read_text()):
            if not re.match(r"[a-z]+:|#", target):
                yield document, target.partition("#")[0]


def test_every_row_occurs_once_and_in_order() -> None:
    assert [row.number for row in LIST] == [f"R{number}" for number in range(1, ROWS + 1)]


@pytest.mark.parametrize("row", LIST, ids=lambda row: row.number)
def test_a_row_says_what_where_and_how_it_stands(row: Row) -> None:
    assert row.what
    assert row.where
    assert row.state.partition(":")[0] in STATES
    assert _quoted(row.tests) or row.tests == "none yet"
    assert _quoted(row.where) or row.where in {"every page", "nowhere"}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_is_named_can_be_reached(address: str) -> None:
    try:
        resolve(_path(address))
    except Resolver404:
        pytest.fail(f"{address} leads nowhere")


def test_codes_in_addresses_are_in_the_register() -> None:
    for kind, file in CODED.items():
        first = f"/{kind}/"
        named = {page.removeprefix(first) for page in PAGES if page.startswith(first) and "<" not in page}
        with (ROOT / "data" / file).open(newline="") as register:
            assert named <= {row["code"].lower() for row in csv.DictReader(register)}


@pytest.mark.parametrize("name", NAMES)
def test_a_command_or_model_that_is_named_exists(name: str) -> None:
    models = {model.__name__ for model in apps.get_models()}
    assert name in models or name.removeprefix("manage.py ") in get_commands()


@pytest.mark.parametrize("test", TESTS)
def test_a_test_that_is_named_exists(test: str) -> None:
    path, _, name = test.partition("::")
    source = (ROOT / path).read_text()
    assert not name or re.search(rf"^\s*def {name}\(", source, re.MULTILINE)


@pytest.mark.parametrize(("document", "target"), list(_links()))
def test_a_link_leads_to_a_file(document: Path, target: str) -> None:
    assert (document.parent / target).is_file()


def test_decisions_are_numbered_without_gaps() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text()
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers
