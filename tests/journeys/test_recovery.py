"""The worker was killed (kill -9) in the middle of taking snapshots: nothing is lost, halved or doubled."""

import pytest

from pvi.local import steps
from tests.journeys.stack import Stack

pytestmark = [
    pytest.mark.xdist_group("journeys"),
    # pytest-playwright still writes fixtures in a way that pytest will drop.
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]


def test_every_job_was_done(stack: Stack) -> None:
    assert stack.under_way
    assert stack.rows("SELECT kind, key, state, error FROM records_job WHERE state <> 'done'") == []


def test_every_active_unit_has_its_snapshots_to_this_month(stack: Stack) -> None:
    behind = stack.rows("""
        SELECT code FROM organisation_unit AS unit
        WHERE is_active AND (valid_until IS NULL OR valid_until >= current_date) AND NOT EXISTS (
            SELECT FROM monitoring_themesnapshot AS row WHERE row.unit_id = unit.id
            AND row.month = date_trunc('month', current_date) AND row.known_until IS NULL)
    """)
    assert behind == []


def test_no_run_was_left_half(stack: Stack) -> None:
    assert stack.one("SELECT count(*) FROM monitoring_snapshotrun WHERE finished_at IS NULL") == 0


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("figure", "unit_id, group_id, indicator_id, disaggregation, period_code"),
        ("indicator", "unit_id, group_id, indicator_id, disaggregation, month"),
        ("measure", "measure_id, month"),
        ("theme", "unit_id, theme_id, month"),
    ],
)
def test_no_row_is_open_twice(stack: Stack, table: str, key: str) -> None:
    twice = f"""
        SELECT {key} FROM monitoring_{table}snapshot WHERE known_until IS NULL
        GROUP BY {key} HAVING count(*) > 1
    """  # noqa: S608 (words of this test alone)
    assert stack.rows(twice) == []


def test_taking_them_again_finds_nothing_to_add(stack: Stack) -> None:
    """What was cut off is as complete as what was not."""
    unit = stack.under_way[0]
    before = stack.one("SELECT max(id) FROM monitoring_snapshotrun")

    stack.run((*steps.SNAPSHOTS.command, f"--unit={unit}"))

    written = """
        SELECT sum(rows_added + rows_closed) FROM monitoring_snapshotrun AS run
        JOIN organisation_unit AS unit ON unit.id = run.unit_id WHERE unit.code = %s AND run.id > %s
    """
    assert stack.one(written, unit, before) == 0
