"""All units on one page: fixed order, one kind at a time, each row at the reader's own moment."""

import datetime as dt
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from pvi.organisation.models import UnitKind
from tests.monitoring.snapshots.world import unit
from tests.monitoring.units.conftest import Force, Open


def codes(answer: Any) -> list[str]:
    assert answer.status_code == 200
    return [row.unit.code for row in answer.context["board"].rows]


def test_units_stand_in_the_order_of_the_register(force: Force, open_page: Open) -> None:
    assert codes(open_page("anna", "/eenheden")) == ["AAA", "BBB", "CCC"]


def test_one_kind_at_a_time_with_its_count(force: Force, open_page: Open) -> None:
    unit("PDC", UnitKind.SUPPORT, force.korps, position=9)
    answer = open_page("anna", "/eenheden", soort="ondersteunend")
    assert codes(answer) == ["PDC"]
    assert [(chip.count, chip.is_current) for chip in answer.context["board"].chips] == [
        (4, False),
        (3, False),
        (0, False),
        (1, True),
    ]


def test_a_kind_without_units_says_so(force: Force, open_page: Open) -> None:
    assert "Geen onderdelen" in open_page("anna", "/eenheden", soort="landelijk").content.decode()


def test_a_swap_returns_the_table_alone(force: Force, open_page: Open) -> None:
    assert b"<html" not in open_page("anna", "/eenheden", swap=True).content


def test_each_row_is_shown_at_the_readers_own_moment(force: Force, open_page: Open) -> None:
    force.round()
    for of in force.units[:2]:
        force.sign(of, "2024-09-10")
    rows = open_page("anna", "/eenheden").context["board"].rows
    assert [row.moment.day for row in rows[:2]] == [dt.date(2024, 9, 15), dt.date(2024, 8, 31)]


def test_units_that_ended_or_begin_later_are_named(force: Force, open_page: Open) -> None:
    ended = unit("LE", UnitKind.NATIONAL, force.korps, valid_until=dt.date(2023, 12, 31))
    unit("LX", UnitKind.NATIONAL, force.korps, valid_from=dt.date(2024, 1, 1), predecessor=ended)
    now = open_page("anna", "/eenheden").context["board"]
    then = open_page("anna", "/eenheden", peildatum="2023-06-01").context["board"]
    assert [one.text for one in now.succession] == ["bestond tot en met 31 december 2023; opgevolgd door Lx"]
    assert now.notes == ["Lx kwam op 1 januari 2024 voort uit Le."]
    assert [one.text for one in then.succession] == ["bestaat vanaf 1 januari 2024"]


def test_the_number_of_queries_does_not_grow_with_the_units(force: Force, open_page: Open) -> None:
    open_page("dana", "/eenheden")
    with CaptureQueriesContext(connection) as little:
        open_page("dana", "/eenheden")
    for number in range(6):
        unit(f"U{number}", parent=force.korps)
    with CaptureQueriesContext(connection) as much:
        open_page("dana", "/eenheden")
    assert len(much) == len(little)
