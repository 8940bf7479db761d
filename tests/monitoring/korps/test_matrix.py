"""Themes x eenheden: what stands in a cell, whose situation is shown, and what it costs."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest

from measures.status import MeasureStatus
from monitoring.dashboards.cells import MatrixTheme, cell_of
from monitoring.dashboards.matrix import matrix
from monitoring.models import ThemeSnapshot
from monitoring.progress import Nothing
from monitoring.reference import Reference
from pvi.organisation.models import Unit
from tests.monitoring.korps.conftest import Korps
from tests.monitoring.snapshots.world import moment, unit

DAY = dt.date(2024, 9, 15)
NOW = Reference(DAY, DAY)
THEME = MatrixTheme(1, "DI", 2, "Diverse instroom", "Diverse instroom", "/themas/di?peildatum=2024-09-15")
Count = Callable[[int], AbstractContextManager[Any]]


def row(
    status: str = "on_track", latest: dt.date | None = dt.date(2024, 9, 1), **counts: int
) -> ThemeSnapshot:
    counts = counts or {status: 2}
    return ThemeSnapshot(
        status=status, planned=Decimal("0.5"), actual=Decimal("0.4"), measures=sum(counts.values()),
        measure_counts=counts, overdue=counts.get("overdue", 0), latest_update_on=latest,
    )  # fmt: skip


def cell(found: ThemeSnapshot | None, *, has_measures: bool = True) -> Any:
    return cell_of(found, THEME, Unit(code="ROT", name="Rotterdam"), DAY, has_measures=has_measures)


def test_a_status_says_how_much_is_done_and_what_is_late() -> None:
    found = cell(row("at_risk", on_track=1, overdue=1))
    assert (found.mark.short, found.nothing) == ("Aandacht", None)
    assert found.note == "gereed 40%, gepland 50%, 1 maatregel te laat"
    assert found.url == "/themas/di?peildatum=2024-09-15#rot"


@pytest.mark.parametrize(
    ("found", "has_measures", "nothing", "note"),
    [
        (None, True, Nothing.NOT_APPLICABLE, "geen maatregelen"),
        (None, False, Nothing.NOT_DELIVERED, "geen maatregelen"),
        (row(measures=0), True, Nothing.NOT_APPLICABLE, "geen maatregelen"),
        (row("unknown", None), True, Nothing.NOT_DELIVERED, "nog niets gemeld"),
        (row("not_started", None), True, Nothing.NOT_DUE, "2 maatregelen, nog geen begonnen"),
        (row("behind", dt.date(2024, 5, 1)), True, Nothing.NOT_DELIVERED, "laatste stand 1-5-2024: achter"),
    ],
)
def test_nothing_has_four_kinds_and_words(
    found: ThemeSnapshot | None, has_measures: bool, nothing: Nothing, note: str
) -> None:
    shown = cell(found, has_measures=has_measures)
    assert (shown.status, shown.nothing, shown.note) == (None, nothing, note)


def test_what_is_done_never_counts_as_missing() -> None:
    assert cell(row("done", dt.date(2023, 1, 1))).status is MeasureStatus.DONE


def test_the_cost_does_not_grow_with_the_units(korps: Korps, django_assert_num_queries: Count) -> None:
    korps.measure(korps.units[0])
    korps.take_all()
    people = korps.people
    with django_assert_num_queries(6):
        matrix(people["els"], NOW)
    for code in ("DDD", "EEE", "FFF"):
        korps.take(unit(code, parent=korps.korps))
    del people["els"].known_reach  # type: ignore[attr-defined]
    with django_assert_num_queries(6):
        table = matrix(people["els"], NOW)
    assert [one.unit.code for one in table.rows] == ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"]


def test_of_another_unit_only_what_is_vastgesteld_shows(korps: Korps) -> None:
    a, b = korps.units[:2]
    for one in (a, b):
        korps.update(korps.measure(one, f"M-{one.code}"), "2024-08-20", "in_progress")
    korps.sign(a, "2024-09-10")
    korps.update(korps.measure(a, "M-NEW", known_from=moment("2024-09-11")), "2024-09-12", "in_progress")
    korps.take_all()
    table = matrix(korps.people["chris"], NOW)
    mine, other = table.rows[1], table.rows[0]
    assert (other.last_update, other.is_provisional) == (dt.date(2024, 8, 20), False)
    assert (mine.is_provisional, table.mixed) == (True, True)
    everything = matrix(korps.people["dana"], NOW)
    assert everything.rows[0].stand == "12-9"
    assert everything.column("DI")[0][1].measures == 2


def test_a_day_before_the_unit_existed_has_no_row(korps: Korps) -> None:
    unit("NEW", parent=korps.korps, valid_from=dt.date(2024, 9, 1))
    earlier = Reference(dt.date(2024, 8, 1), DAY)
    assert "NEW" not in [one.unit.code for one in matrix(korps.people["els"], earlier).rows]
