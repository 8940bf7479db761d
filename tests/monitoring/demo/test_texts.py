"""The texts of the demo year: no persons, no gaps, and enough of them that lists do not look generated."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "data" / "demo"
THEMES = ("VIT", "DI", "AD", "PC", "NDVB")
# Words with a capital side by side that are no person.
NAMES_OF_THINGS = {
    "Bereikbaarheid van Roze", "Bergen op Zoom", "Den Bosch", "Den Haag", "Den Helder", "Divers Vakmanschap",
    "Facility Management", "Netwerk Divers Vakmanschap", "Openbaar Ministerie", "Raad van Advies",
    "Rechten van de Mens", "School voor Politieleiderschap", "Sociaal Loket", "Verwey-Jonker Instituut",
}  # fmt: skip
ARTICLES = ("De ", "Het ", "Een ", "Met ")
NAME = re.compile(r"\b[A-Z][a-zé]+ (?:van |de |den |der |ten |ter )*[A-Z][a-zé]+\b")
TITLES = re.compile(r"\b(mevrouw|meneer|dhr|mevr|de heer)\b", re.IGNORECASE)


def registers() -> list[Path]:
    return sorted(FOLDER.glob("*.csv"))


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", registers(), ids=lambda path: path.stem)
def test_no_text_names_a_person(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = {match for match in NAME.findall(text) if not match.startswith(ARTICLES)}
    assert {name for name in names if not any(name in thing for thing in NAMES_OF_THINGS)} == set()
    assert TITLES.findall(text) == []


@pytest.mark.parametrize("path", registers(), ids=lambda path: path.stem)
def test_registers_are_utf_8_with_unix_lines(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8").endswith("\n")


@pytest.mark.parametrize(
    ("name", "least"), [("standen", 25), ("schuring", 15), ("lessen", 15), ("vervolg", 8)]
)
def test_every_theme_has_sentences_enough(name: str, least: int) -> None:
    counts = Counter(row["thema"] for row in rows(name))
    assert all(counts[theme] >= least for theme in THEMES)


@pytest.mark.parametrize("name", ["standen", "schuring", "lessen", "vervolg"])
def test_sentences_point_at_measures_of_their_own_theme(name: str) -> None:
    themes = {row["sleutel"]: row["thema"] for row in rows("maatregelen")}
    pointed = [(row["thema"], key) for row in rows(name) for key in row["past_bij"].split(";") if key]
    assert all(themes[key] == theme for theme, key in pointed)


def test_every_measure_of_the_catalogue_has_steps_and_a_national_measure() -> None:
    national = {row["code"] for row in rows("landelijk")}
    steps = {row["sleutel"] for row in rows("mijlpalen")}
    assert {row["sleutel"] for row in rows("maatregelen")} == steps
    assert {row["landelijk"] for row in rows("maatregelen")} <= national
