"""The table of verdicts: values on their way to a target, for each direction and operator."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitoring.progress import (
    Definition,
    Direction,
    Frequency,
    Holding,
    Nothing,
    Operator,
    Reason,
    Status,
    assess,
    attainment,
)
from tests.monitoring.rules import (
    AUGUST,
    CONTEXT,
    END_2021,
    FROM_0,
    LEGS,
    PERCENT,
    PERCENT_HOLD,
    PERCENT_LOWER,
    R4_START,
    R4_TARGET,
    Number,
    baseline,
    figure,
    judge,
    target,
)


@pytest.mark.parametrize(
    ("value", "status", "reason"),
    [
        (35, Status.MET, Reason.SATISFIED),
        ("35.1", Status.MET, Reason.SATISFIED),
        ("34.9", Status.ON_TRACK, Reason.AT_EXPECTED),
        ("27.2", Status.ON_TRACK, Reason.AT_EXPECTED),
        ("27.1", Status.AT_RISK, Reason.WITHIN_MARGIN),
        ("26.1", Status.AT_RISK, Reason.WITHIN_MARGIN),
        ("25.8", Status.BEHIND, Reason.BEYOND_MARGIN),
        (20, Status.BEHIND, Reason.BEYOND_MARGIN),
    ],
)
def test_rising_value_on_its_way(value: Number, status: Status, reason: Reason) -> None:
    result = judge(figure("2023-Q2", value), PERCENT, R4_START, R4_TARGET)
    assert (result.status, result.reason) == (status, reason)


def test_assessment_shows_how_it_was_computed() -> None:
    result = judge(figure("2023-Q2", "26.1"), PERCENT, R4_START, R4_TARGET)
    assert result.expected is not None
    assert round(result.expected, 1) == Decimal("27.1")
    assert result.margin == Decimal("1.26")
    assert result.gap == Decimal("26.1") - result.expected
    assert result.attainment is not None
    assert round(result.attainment, 4) == Decimal("0.2937")
    assert (result.target, result.baseline) == (R4_TARGET, R4_START)


@pytest.mark.parametrize(
    ("value", "rule", "status"),
    [
        pytest.param(9, PERCENT, Status.ON_TRACK, id="exactly on the path"),
        pytest.param("8.999999", PERCENT, Status.AT_RISK, id="a hair short"),
        pytest.param(-1, PERCENT, Status.AT_RISK, id="short by exactly the margin"),
        pytest.param("-1.000001", PERCENT, Status.BEHIND, id="a hair beyond the margin"),
        pytest.param(
            4, replace(PERCENT, margin=Decimal("0.05")), Status.AT_RISK, id="margin of the definition"
        ),
        pytest.param("3.99", replace(PERCENT, margin=Decimal("0.05")), Status.BEHIND, id="smaller margin"),
        pytest.param("8.9", replace(PERCENT, margin=Decimal(0)), Status.BEHIND, id="no margin"),
    ],
)
def test_edges_are_exact(value: Number, rule: Definition, status: Status) -> None:
    rule = replace(rule, frequency=Frequency.MONTH)
    result = judge(figure("2023-03", value), rule, FROM_0, *LEGS, on=date(2023, 4, 10))
    assert result.status is status
    assert result.expected == 9


def test_a_computed_ratio_is_compared_before_it_is_divided() -> None:
    """One third of the way along 90 days the path asks 100/3; 1 of 3 is exactly that."""
    start, aim = baseline(date(2023, 5, 31), 0), target(date(2023, 8, 29), 100)
    third = figure("2023-06", None, numerator=1, denominator=3)
    rule = replace(PERCENT, frequency=Frequency.MONTH)
    assert judge(third, rule, start, aim, on=date(2023, 7, 10)).status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("value", "status", "gained"),
    [
        pytest.param(20, Status.MET, "1", id="at the target"),
        pytest.param(15, Status.MET, "1.25", id="beyond it"),
        pytest.param(29, Status.ON_TRACK, "0.55", id="ahead of the path"),
        pytest.param(31, Status.AT_RISK, "0.45", id="short within the margin"),
        pytest.param(33, Status.BEHIND, "0.35", id="short beyond it"),
        pytest.param(44, Status.BEHIND, "-0.2", id="regression is shown below zero"),
    ],
)
def test_falling_target(value: Number, status: Status, gained: str) -> None:
    start, aim = baseline(END_2021, 40), target(date(2024, 12, 29), 20, Operator.AT_MOST)
    result = judge(figure("2023-Q2", value), PERCENT_LOWER, start, aim)
    assert (result.status, result.attainment) == (status, Decimal(gained))


@pytest.mark.parametrize(
    ("direction", "operator", "value", "met"),
    [
        pytest.param(Direction.HIGHER, Operator.EQUALS, 101, True, id="= is get up to: above is met"),
        pytest.param(Direction.HIGHER, Operator.EQUALS, 99, False, id="= is get up to: below is not"),
        pytest.param(Direction.LOWER, Operator.EQUALS, 99, True, id="= is get down to"),
        pytest.param(Direction.LOWER, Operator.EQUALS, 101, False, id="= is get down to: above is not"),
        pytest.param(Direction.LOWER, Operator.AT_LEAST, 101, True, id="the target's own operator decides"),
        pytest.param(Direction.HIGHER, Operator.AT_MOST, 99, True, id="the other way round"),
        pytest.param(
            Direction.HOLD, Operator.EQUALS, 98, True, id="hold: at the lower edge of the tolerance"
        ),
        pytest.param(Direction.HOLD, Operator.EQUALS, 102, True, id="hold: at the upper edge"),
        pytest.param(Direction.HOLD, Operator.EQUALS, "97.9", False, id="hold: below"),
        pytest.param(
            Direction.HOLD, Operator.AT_LEAST, "102.1", False, id="hold: above, whatever the operator"
        ),
    ],
)
def test_what_satisfies_a_target(direction: Direction, operator: Operator, value: Number, met: bool) -> None:
    rule = replace(PERCENT_HOLD, direction=direction)
    result = judge(figure("2023-Q2", value), rule, None, target(date(2023, 6, 30), 100, operator))
    assert result.status is (Status.MET if met else Status.NOT_MET)


def test_hold_without_tolerance_is_exact() -> None:
    rule = replace(PERCENT_HOLD, tolerance=None)
    aim = target(date(2023, 6, 30), 50, Operator.EQUALS)
    assert judge(figure("2023-Q2", 50), rule, None, aim).status is Status.MET
    assert judge(figure("2023-Q2", "50.1"), rule, None, aim).status is Status.NOT_MET


@pytest.mark.parametrize(
    ("value", "status"),
    [
        pytest.param(41, Status.ON_TRACK, id="nearer than the path"),
        pytest.param(40, Status.ON_TRACK, id="as near as the path"),
        pytest.param(39, Status.AT_RISK, id="short within the margin"),
        pytest.param("37.9", Status.BEHIND, id="short beyond it"),
        pytest.param(60, Status.ON_TRACK, id="past the target by as much as the path is short"),
        pytest.param(62, Status.AT_RISK, id="too far past it"),
        pytest.param(70, Status.BEHIND, id="much too far past it"),
    ],
)
def test_hold_on_its_way_is_judged_by_its_distance_to_the_target(value: Number, status: Status) -> None:
    start, aim = baseline(END_2021, 30), target(date(2024, 12, 29), 50, Operator.EQUALS)
    assert judge(figure("2023-Q2", value), PERCENT_HOLD, start, aim).status is status


def test_context_never_gets_a_verdict() -> None:
    result = judge(figure("2023-Q2", 6738), CONTEXT, R4_START, R4_TARGET, on=date(2023, 9, 30))
    assert (result.status, result.reason) == (Status.CONTEXT, Reason.CONTEXT)
    assert (result.expected, result.attainment, result.target) == (None, None, None)


def test_without_target_rows_there_is_no_target() -> None:
    assert judge(figure("2023-Q2", 12), PERCENT, R4_START).status is Status.NO_TARGET


@pytest.mark.parametrize(
    ("holding", "nothing"),
    [
        (Holding(None, Nothing.NOT_DUE), Nothing.NOT_DUE),
        (Holding(None, Nothing.NOT_DELIVERED), Nothing.NOT_DELIVERED),
        (
            Holding(figure("2023-Q2", None, nothing=Nothing.SUPPRESSED), Nothing.SUPPRESSED),
            Nothing.SUPPRESSED,
        ),
        (Holding(figure("2023-Q2", None, nothing=Nothing.SUPPRESSED), None), Nothing.SUPPRESSED),
        (Holding(figure("2023-Q2", None, nothing=Nothing.NOT_APPLICABLE), None), Nothing.NOT_APPLICABLE),
    ],
)
def test_without_a_value_there_is_no_verdict(holding: Holding, nothing: Nothing) -> None:
    for rule in (PERCENT, CONTEXT):
        result = assess(holding, rule, baseline=R4_START, targets=[R4_TARGET], on=AUGUST)
        assert (result.status, result.reason, result.nothing) == (None, Reason.NO_VALUE, nothing)


@pytest.mark.parametrize(
    ("value", "start", "aim", "gained"),
    [
        (30, 20, 40, "0.5"),
        (10, 20, 40, "-0.5"),
        (50, 20, 40, "1.5"),
        (30, 40, 20, "0.5"),
        (50, 40, 20, "-0.5"),
        (0, -10, 10, "0.5"),
    ],
)
def test_attainment(value: int, start: int, aim: int, gained: str) -> None:
    assert attainment(Decimal(value), Decimal(start), Decimal(aim)) == Decimal(gained)


def test_no_attainment_without_a_distance() -> None:
    assert attainment(Decimal(30), None, Decimal(40)) is None
    assert attainment(Decimal(30), Decimal(40), Decimal(40)) is None
