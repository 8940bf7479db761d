"""Snapshots: what they hold, that nothing is written twice, and that what was known can be read again."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitoring.models import (
    Baseline,
    FigureSnapshot,
    IndicatorSnapshot,
    Interpretation,
    MeasureSnapshot,
    Observation,
    SnapshotRun,
    Target,
    ThemeSnapshot,
)
from pvi.organisation.models import UnitKind
from tests.monitoring.snapshots.conftest import Take
from tests.monitoring.snapshots.world import World, moment, unit

DAY = dt.date
SEPTEMBER = DAY(2024, 9, 1)


def test_taking_twice_writes_nothing_new(world: World, take_unit: Take) -> None:
    a = world.units[0]
    world.observe(world.indicator(), a, "2023", parts=(30, 120))
    measure = world.measure(a, ends_on=DAY(2025, 6, 30))
    world.milestone(measure, "2024-03-01", done="2024-02-20")
    world.milestone(measure, "2025-03-01")
    world.update(measure, "2024-02-20")
    first, second = take_unit(a), take_unit(a)
    assert first.rows_added > 0
    assert (second.rows_added, second.rows_closed) == (0, 0)
    assert SnapshotRun.objects.filter(unit=a, finished_at__isnull=False).count() == 2


def test_the_number_of_queries_does_not_grow_with_the_work(world: World, take_unit: Take) -> None:
    a, b = world.units[:2]
    world.observe(world.indicator("I-0"), a, "2023", parts=(30, 120))
    world.update(world.measure(a, "A-0"), "2024-01-05")
    for number in range(1, 25):
        world.observe(world.indicator(f"I-{number}"), b, "2023", parts=(30, 120))
        world.update(world.measure(b, f"B-{number}"), "2024-01-05")
    with CaptureQueriesContext(
        connection,
    ) as little:
        take_unit(a)
    with CaptureQueriesContext(connection) as much:
        take_unit(b)
    assert len(much) == len(little)


def test_a_change_closes_the_row_and_adds_one(world: World, take_unit: Take) -> None:
    a, indicator = world.units[0], world.indicator()
    old = world.observe(indicator, a, "2023", parts=(30, 120))
    take_unit(a)
    Observation.objects.filter(pk=old.pk).update(is_current=False)
    world.observe(indicator, a, "2023", parts=(36, 120), revision=2, reason="nagekomen", known="2024-09-15")
    taken = take_unit(a)
    assert taken.rows_closed > 0
    versions = FigureSnapshot.objects.filter(unit=a, indicator=indicator).order_by("known_from")
    assert [v.value for v in versions] == [Decimal(25), Decimal(30)]
    assert versions[0].known_until == versions[1].known_from
    assert [v.is_revised for v in versions] == [False, True]


def test_what_was_known_on_a_day_can_be_read_again(world: World, take_unit: Take) -> None:
    a, indicator = world.units[0], world.indicator()
    world.observe(indicator, a, "2022", parts=(20, 100), known="2023-03-10")
    world.observe(indicator, a, "2023", parts=(30, 100), known="2024-03-10")
    take_unit(a)
    rows = IndicatorSnapshot.objects.filter(unit=a, indicator=indicator)
    assert rows.of_day(DAY(2024, 3, 9)).get().value == Decimal(20)
    assert rows.of_day(DAY(2024, 3, 10)).get().value == Decimal(30)
    assert rows.of_day(DAY(2023, 3, 9)).get().nothing == "not_delivered"


def test_a_value_holds_with_its_own_period_until_the_next_is_due(world: World, take_unit: Take) -> None:
    a, indicator = world.units[0], world.indicator()
    world.observe(indicator, a, "2022", parts=(20, 100), known="2023-03-10")
    take_unit(a)
    rows = IndicatorSnapshot.objects.filter(unit=a, indicator=indicator, known_until__isnull=True)
    in_time, late = rows.get(month=DAY(2024, 6, 1)), rows.get(month=DAY(2024, 7, 1))
    assert (in_time.period_code, in_time.is_old, in_time.nothing) == ("2022", False, "")
    assert (late.value, late.is_old, late.nothing) == (Decimal(20), True, "not_delivered")


def test_a_value_is_judged_against_the_path_to_its_target(world: World, take_unit: Take) -> None:
    a, indicator = world.units[0], world.indicator()
    Baseline.objects.create(
        indicator=indicator, unit=a, day=DAY(2021, 12, 31), value=20, known_from=moment("2022-01-01")
    )
    Target.objects.create(
        indicator=indicator, unit=a, day=DAY(2025, 12, 31), value=40, operator="at_least",
        known_from=moment("2022-01-01")
    )  # fmt: skip
    world.observe(indicator, a, "2023", parts=(30, 100))
    take_unit(a)
    row = IndicatorSnapshot.objects.of_day(DAY(2024, 9, 15)).get(unit=a, indicator=indicator)
    assert (row.status, row.attainment) == ("on_track", Decimal("0.5"))
    assert round(row.expected or 0, 2) == Decimal("29.99")
    assert row.path == [["2021-12-31", "20"], ["2025-12-31", "40"]]


def test_a_small_number_is_hidden_before_it_is_stored(world: World, take_unit: Take) -> None:
    a, indicator = world.units[0], world.count(sensitivity_unit="small_numbers")
    world.observe(indicator, a, "2023", 7, remark="zeven klachten")
    take_unit(a)
    figure = FigureSnapshot.objects.get(unit=a, indicator=indicator)
    row = IndicatorSnapshot.objects.of_day(DAY(2024, 9, 15)).get(unit=a, indicator=indicator)
    assert (figure.value, figure.nothing, figure.remark) == (None, "suppressed", "")
    assert (row.value, row.nothing, row.status) == (None, "suppressed", "")


def test_a_figure_that_would_give_its_small_sibling_away_is_hidden_too(world: World, take_unit: Take) -> None:
    indicator = world.count(sensitivity_unit="small_numbers")
    for of, value in zip(world.units, (7, 30, 50), strict=True):
        world.observe(indicator, of, "2023", value)
    for of in (*world.units, world.korps):
        take_unit(of)
    shown = dict(FigureSnapshot.objects.filter(unit__isnull=False).values_list("unit__code", "value"))
    assert shown == {"AAA": None, "BBB": None, "CCC": Decimal(50), "KORPS": Decimal(87)}


def test_the_korps_adds_up_what_was_delivered_and_says_what_is_missing(world: World, take_unit: Take) -> None:
    indicator = world.indicator()
    a, b, _ = world.units
    world.observe(indicator, a, "2023", parts=(10, 100))
    world.observe(indicator, b, "2023", parts=(30, 300))
    for of in (*world.units, world.korps):
        take_unit(of)
    figure = FigureSnapshot.objects.get(unit=world.korps, indicator=indicator)
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal(10), Decimal(40), Decimal(400))
    assert (figure.parts, figure.expected_parts) == (2, 3)


def test_a_korps_figure_wins_over_the_roll_up_and_a_difference_is_flagged(
    world: World, take_unit: Take
) -> None:
    indicator = world.count()
    for of, value in zip(world.units, (10, 20, 30), strict=True):
        world.observe(indicator, of, "2023", value)
    world.observe(indicator, world.korps, "2023", 65)
    take_unit(world.korps)
    figure = FigureSnapshot.objects.get(unit=world.korps, indicator=indicator)
    assert (figure.value, figure.contradicts) == (Decimal(65), True)


def test_a_unit_that_ended_is_no_longer_expected(world: World, take_unit: Take) -> None:
    indicator = world.count()
    unit("OUD", UnitKind.NATIONAL, world.korps, valid_until=DAY(2022, 12, 31))
    for of in world.units:
        world.observe(indicator, of, "2023", 20)
    take_unit(world.korps)
    figure = FigureSnapshot.objects.get(unit=world.korps, indicator=indicator)
    assert (figure.value, figure.parts, figure.expected_parts) == (Decimal(60), 3, 3)


def test_an_indicator_that_does_not_apply_to_a_unit_has_no_row(world: World, take_unit: Take) -> None:
    a = world.units[0]
    indicator = world.indicator(not_applicable_to=["AAA"])
    take_unit(a)
    assert not IndicatorSnapshot.objects.filter(unit=a, indicator=indicator).exists()


def test_duiding_counts_from_the_day_it_was_written(world: World, take_unit: Take) -> None:
    a, indicator = world.units[0], world.indicator()
    world.observe(indicator, a, "2023", parts=(30, 100))
    Interpretation.objects.create(
        unit=a, indicator=indicator, text="Groei", written_on=DAY(2024, 8, 10), author_role="aanjager",
        known_from=moment("2024-08-10"),
    )  # fmt: skip
    take_unit(a)
    rows = IndicatorSnapshot.objects.filter(unit=a, indicator=indicator)
    assert not rows.of_day(DAY(2024, 8, 9)).get().has_interpretation
    assert rows.of_day(DAY(2024, 8, 10)).get().has_interpretation


def test_a_measure_becomes_late_on_the_day_after_its_end(world: World, take_unit: Take) -> None:
    a = world.units[0]
    measure = world.measure(a, ends_on=DAY(2024, 5, 14))
    world.milestone(measure, "2024-05-10")
    take_unit(a)
    rows = MeasureSnapshot.objects.filter(measure=measure)
    assert rows.of_day(DAY(2024, 5, 14)).get().status == "behind"
    late = rows.of_day(DAY(2024, 5, 15)).get()
    assert (late.status, late.overdue_since) == ("overdue", DAY(2024, 5, 14))


def test_a_manual_status_stands_beside_the_computed_one(world: World, take_unit: Take) -> None:
    a = world.units[0]
    measure = world.measure(a)
    world.milestone(measure, "2024-03-01", done="2024-02-01")
    world.milestone(measure, "2025-03-01")
    world.update(measure, "2024-09-01", status="at_risk", is_manual=True, reason="Trekker is weg")
    take_unit(a)
    row = MeasureSnapshot.objects.of_day(DAY(2024, 9, 15)).get(measure=measure)
    assert (row.status, row.manual_status, row.manual_reason) == ("on_track", "at_risk", "Trekker is weg")


def test_history_is_never_counted(world: World, take_unit: Take) -> None:
    a = world.units[0]
    world.programme.is_history = True
    world.programme.save()
    world.measure(a)
    take_unit(a)
    assert not MeasureSnapshot.objects.exists()
    assert ThemeSnapshot.objects.of_day(DAY(2024, 9, 15)).get(unit=a, theme=None).measures == 0


def test_the_themes_of_the_korps_are_those_of_its_parts_together(world: World, take_unit: Take) -> None:
    a, b, _ = world.units
    for number, of in enumerate((a, b)):
        measure = world.measure(of, f"M-{number}", ends_on=DAY(2025, 12, 31))
        world.milestone(measure, "2024-03-01", done="2024-02-01" if of is a else "")
        world.milestone(measure, "2025-03-01")
        world.update(measure, "2024-09-02")
    for of in (*world.units, world.korps):
        take_unit(of)
    row = ThemeSnapshot.objects.of_day(DAY(2024, 9, 15)).get(unit=world.korps, theme=world.theme)
    assert (row.planned, row.actual) == (Decimal("0.5"), Decimal("0.25"))
    assert row.measure_counts == {"behind": 1, "on_track": 1}
    assert (row.parts, row.expected_parts) == (2, 3)


def test_the_korps_gets_the_history_of_its_parts(world: World, take_unit: Take) -> None:
    a = world.units[0]
    measure = world.measure(a)
    world.milestone(measure, "2024-03-10", done="2024-03-20")
    for of in (*world.units, world.korps):
        take_unit(of)
    rows = ThemeSnapshot.objects.filter(unit=world.korps, theme=world.theme)
    assert rows.of_day(DAY(2024, 3, 15)).get().actual == Decimal(0)
    assert rows.of_day(DAY(2024, 3, 20)).get().actual == Decimal(1)


def test_nothing_is_kept_when_finishing_fails(world: World) -> None:
    from monitoring.snapshots import take
    from pvi.records.jobs import EVERYTHING, LostClaim

    def lost() -> None:
        raise LostClaim

    with pytest.raises(LostClaim):
        take(world.units[0], EVERYTHING, finish=lost)
    assert not SnapshotRun.objects.exists()
    assert not ThemeSnapshot.objects.exists()
