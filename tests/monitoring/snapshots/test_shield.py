"""What would give a hidden figure away is hidden too."""

import datetime as dt
from decimal import Decimal

from monitoring.models import Baseline, FigureSnapshot, IndicatorSnapshot, Target
from tests.monitoring.snapshots.conftest import Take
from tests.monitoring.snapshots.world import World, moment

DAY = dt.date


def test_a_roll_up_of_one_part_is_hidden_like_that_part(world: World, take_unit: Take) -> None:
    indicator = world.count(sensitivity_unit="small_numbers")
    world.observe(indicator, world.units[0], "2023", 7)
    for of in (*world.units, world.korps):
        take_unit(of)
    assert set(FigureSnapshot.objects.values_list("value", "nothing")) == {(None, "suppressed")}


def test_a_total_over_time_is_hidden_when_a_part_of_it_is(world: World, take_unit: Take) -> None:
    a = world.units[0]
    indicator = world.count(
        sensitivity_unit="small_numbers", time_rule="flow", frequency="quarter", lag_months=2
    )
    for quarter, value in (("2024-Q1", 20), ("2024-Q2", 6)):
        world.observe(indicator, a, quarter, value, known="2024-08-01")
    world.observe(indicator, a, "2023", 40)
    for quarter, value in (("2023-Q1", 35), ("2023-Q2", 5)):
        world.observe(indicator, a, quarter, value)
    take_unit(a)
    row = IndicatorSnapshot.objects.of_day(DAY(2024, 9, 15)).get(unit=a)
    assert (row.value, row.nothing) == (None, "suppressed")
    shown = dict(FigureSnapshot.objects.filter(unit=a).values_list("period_code", "value"))
    assert shown == {
        "2023": None, "2023-Q1": Decimal(35), "2023-Q2": None, "2024-Q1": Decimal(20), "2024-Q2": None,
    }  # fmt: skip


def test_a_baseline_that_is_a_hidden_figure_is_not_told(world: World, take_unit: Take) -> None:
    a, indicator = world.units[0], world.count(sensitivity_unit="small_numbers", direction="lower")
    world.observe(indicator, a, "2022", 6, known="2023-03-01")
    world.observe(indicator, a, "2023", 30)
    Baseline.objects.create(
        indicator=indicator, unit=a, day=DAY(2022, 12, 31), value=6, known_from=moment("2023-03-01")
    )
    Target.objects.create(
        indicator=indicator, unit=a, day=DAY(2025, 12, 31), value=2, operator="at_most",
        known_from=moment("2023-03-01"),
    )  # fmt: skip
    take_unit(a)
    row = IndicatorSnapshot.objects.of_day(DAY(2024, 9, 15)).get(unit=a)
    assert (row.value, row.status) == (Decimal(30), "no_path")
    assert (row.baseline_value, row.expected, row.attainment) == (None, None, None)
    assert row.path == [["2025-12-31", "2"]]


def test_a_baseline_is_told_from_the_day_its_figure_may_be_shown(world: World, take_unit: Take) -> None:
    """Also in the months before its day, so that taking again finds nothing to change there."""
    a, indicator = world.units[0], world.count(sensitivity_unit="small_numbers")
    Baseline.objects.create(
        indicator=indicator, unit=a, day=DAY(2023, 12, 31), value=40, known_from=moment("2023-03-01")
    )
    world.observe(indicator, a, "2023", 40, known="2024-03-01")
    take_unit(a)
    early = IndicatorSnapshot.objects.open().get(unit=a, month=DAY(2022, 11, 1))
    again = take_unit(a)
    assert early.path == [["2023-12-31", "40"]]
    assert (again.rows_added, again.rows_closed) == (0, 0)
