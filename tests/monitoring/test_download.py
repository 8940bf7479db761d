"""Files that somebody takes along."""

import pytest

from monitoring.views.download import csv_file, harmless


@pytest.mark.parametrize("text", ["=1+1", "+31", "-groep", "@som", "\tx", "-1-2"])
def test_text_never_runs_as_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "-3,5", "12,5", "Rotterdam", ""])
def test_numbers_and_plain_text_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_a_file_opens_in_a_dutch_spreadsheet() -> None:
    answer = csv_file("reeks", [["Naam", "Waarde"], ["met; teken", "1,5"]])
    assert answer.content.decode() == '\ufeffNaam;Waarde\r\n"met; teken";1,5\r\n'
    assert answer["Content-Disposition"] == 'attachment; filename="reeks.csv"'
