"""The page on which somebody reports: who may open it, what is stored, and what a refusal says."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from measures.models import ProgressUpdate
from tests.measures.conftest import TODAY, Small, sign_off

URL = "/maatregelen/rot-1/bijwerken"
FINE = {"computed": "behind", "status": "behind", "text": "Het besluit wacht op de begroting."}


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(dt.datetime.combine(TODAY, dt.time(10), dt.UTC), tick=False):
        yield


def logged_in(small: Small, name: str) -> Client:
    client = Client()
    client.force_login(small.people[name])
    return client


@pytest.mark.parametrize(
    ("name", "code", "status"),
    [
        ("anna", "rot-1", 200),
        ("anna", "ROT-1", 200),
        ("bram", "rot-1", 404),
        ("chris", "rot-1", 404),
        ("dana", "rot-1", 404),
        ("tess", "l-1", 200),
        ("anna", "l-1", 404),
        ("anna", "rot-0", 404),
        ("anna", "bestaat-niet", 404),
    ],
)
def test_only_who_may_report_on_a_measure_finds_the_page(
    small: Small, name: str, code: str, status: int
) -> None:
    client = logged_in(small, name)
    assert client.get(f"/maatregelen/{code}/bijwerken").status_code == status
    if status == 404:
        assert client.post(f"/maatregelen/{code}/bijwerken", FINE).status_code == 404
        assert not ProgressUpdate.objects.exists()


def test_nobody_reports_without_logging_in(small: Small) -> None:
    answer = Client().get(URL)
    assert (answer.status_code, answer["Location"]) == (302, f"/inloggen?next={URL}")


def test_a_report_is_stored_and_leads_to_the_measure(small: Small) -> None:
    answer: Any = logged_in(small, "anna").post(URL, FINE)
    assert (answer.status_code, answer["Location"]) == (302, "/maatregelen/rot-1")
    stored = ProgressUpdate.objects.get()
    assert (stored.reported_on, stored.author_role) == (TODAY, "aanjager ROT")


def test_a_refusal_says_what_is_wrong_and_keeps_what_was_typed(small: Small) -> None:
    step = small.with_milestones.milestones.get(done_on__isnull=True)
    typed = FINE | {
        "status": "on_track",
        "next_step_on": "31-2-2027",
        "milestones": [str(step.pk)],
        "text": "Mijn tekst",
    }
    answer = logged_in(small, "anna").post(URL, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fout: Stand bijwerken" in page
    assert '<a href="#id_next_step_on">Volgende stap uiterlijk: ‘31-2-2027’ bestaat niet.' in page
    assert "Mijn tekst</textarea>" in page
    assert 'value="31-2-2027"' in page
    assert not ProgressUpdate.objects.exists()
    step.refresh_from_db()
    assert step.done_on is None


def test_a_day_that_is_vastgesteld_is_explained_above_the_form(small: Small) -> None:
    people = small.people
    sign_off(small.rot, dt.date(2026, 9, 1), dt.date(2026, 12, 31), people["anna"], people["bram"])
    answer = logged_in(small, "anna").post(URL, FINE)
    assert answer.status_code == 422
    assert (
        "De periode waarin 20 november 2026 valt, is voor Eenheid ROT al vastgesteld."
        in answer.content.decode()
    )


def test_what_people_type_is_shown_as_text(small: Small) -> None:
    client = logged_in(small, "anna")
    client.post(URL, FINE | {"text": "<script>alert(1)</script>"})
    page = client.get(URL).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_asks_the_same_number_of_questions_however_much_was_reported(
    small: Small, django_assert_max_num_queries: Any
) -> None:
    client = logged_in(small, "anna")
    for number in range(5):
        client.post(URL, FINE | {"text": f"Stand {number}"})
    with django_assert_max_num_queries(14):
        client.get(URL)
