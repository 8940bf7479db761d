"""Verdicts through time: passed targets, old figures, legs of the path, and no path at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitoring.progress import (
    Baseline,
    Direction,
    Frequency,
    Nothing,
    Operator,
    Reason,
    Status,
    Target,
    assess,
    current,
    expected,
)
from tests.monitoring.rules import (
    AUGUST,
    DAY_0,
    END_2021,
    END_2022,
    END_2023,
    END_2025,
    FROM_0,
    LEGS,
    PERCENT,
    PERCENT_HOLD,
    PERCENT_YEARLY,
    R4_START,
    R4_TARGET,
    Number,
    baseline,
    figure,
    judge,
    target,
)


class TestWhenTheTargetDayHasPassed:
    start = baseline(END_2021, 10)
    aim = target(END_2022, 30)

    @pytest.mark.parametrize(
        ("code", "value", "on", "status"),
        [
            pytest.param("2022", 30, date(2023, 3, 1), Status.MET, id="the figure is in and enough"),
            pytest.param("2022", 29, date(2023, 3, 1), Status.NOT_MET, id="the figure is in and not enough"),
            pytest.param("2022", 29, END_2022, Status.AT_RISK, id="on the day itself the path rule holds"),
            pytest.param("2022", 28, END_2022, Status.AT_RISK, id="on the day, exactly the margin short"),
            pytest.param("2022", 27, END_2022, Status.BEHIND, id="on the day, behind"),
            pytest.param(
                "2021", 10, date(2023, 6, 30), Status.ON_TRACK, id="waiting for it: the path status"
            ),
            pytest.param("2021", 9, date(2023, 6, 30), Status.AT_RISK, id="waiting for it, short"),
            pytest.param("2021", 10, date(2023, 7, 1), Status.NOT_MET, id="its due day has passed"),
            pytest.param(
                "2021", 31, date(2023, 7, 1), Status.MET, id="due day passed, the old value is enough"
            ),
            pytest.param("2023", 31, date(2024, 3, 1), Status.MET, id="a later figure is enough"),
            pytest.param("2023", 29, date(2024, 3, 1), Status.NOT_MET, id="a later figure is not"),
            pytest.param(
                "2023", 29, date(2026, 3, 1), Status.NOT_MET, id="settled stays settled with an old figure"
            ),
        ],
    )
    def test_verdict(self, code: str, value: Number, on: date, status: Status) -> None:
        assert judge(figure(code, value), PERCENT_YEARLY, self.start, self.aim, on=on).status is status

    def test_what_never_came_is_both_not_met_and_not_delivered(self) -> None:
        result = judge(figure("2021", 10), PERCENT_YEARLY, self.start, self.aim, on=date(2023, 7, 1))
        assert (result.status, result.nothing, result.is_old) == (Status.NOT_MET, Nothing.NOT_DELIVERED, True)

    def test_met_or_not_met_also_without_a_baseline(self) -> None:
        on = date(2023, 3, 1)
        assert judge(figure("2022", 30), PERCENT_YEARLY, None, self.aim, on=on).status is Status.MET
        assert judge(figure("2022", 29), PERCENT_YEARLY, None, self.aim, on=on).status is Status.NOT_MET
        assert judge(figure("2022", 29), PERCENT_YEARLY, None, self.aim, on=on).attainment is None


class TestOldFigures:
    """A figure that is no longer current gets no verdict, unless a target's time has come."""

    def test_no_verdict_before_the_target(self) -> None:
        result = judge(figure("2022", 34), PERCENT_YEARLY, R4_START, R4_TARGET, on=date(2024, 7, 1))
        assert (result.status, result.reason) == (None, Reason.OLD)
        assert (result.nothing, result.is_old, result.value) == (Nothing.NOT_DELIVERED, True, Decimal(34))

    def test_no_verdict_for_context_or_without_target(self) -> None:
        for rule in (replace(PERCENT_YEARLY, direction=Direction.CONTEXT), PERCENT_YEARLY):
            assert judge(figure("2022", 34), rule, R4_START, on=date(2024, 7, 1)).status is None

    def test_the_last_target_whose_time_has_come_counts(self) -> None:
        targets = target(END_2022, 20), target(END_2023, 30), target(END_2025, 40)
        early = judge(figure("2021", 25), PERCENT_YEARLY, R4_START, *targets, on=date(2023, 7, 1))
        assert (early.status, early.target) == (Status.MET, targets[0])
        later = judge(figure("2021", 25), PERCENT_YEARLY, R4_START, *targets, on=date(2024, 7, 1))
        assert (later.status, later.target) == (Status.NOT_MET, targets[1])


class TestReachedEarly:
    def test_met_while_the_value_satisfies(self) -> None:
        assert judge(figure("2023-Q2", 36), PERCENT, R4_START, R4_TARGET).status is Status.MET

    def test_falling_back_before_the_day_returns_to_the_path(self) -> None:
        before = [figure("2023-Q1", 36), figure("2023-Q2", 30)]
        holding = current(before, PERCENT, AUGUST)
        result = assess(holding, PERCENT, baseline=R4_START, targets=[R4_TARGET], on=AUGUST)
        assert result.status is Status.ON_TRACK

    def test_met_also_without_a_baseline(self) -> None:
        assert judge(figure("2023-Q2", 36), PERCENT, None, R4_TARGET).status is Status.MET


@pytest.mark.parametrize(
    ("start", "aims", "reason"),
    [
        pytest.param(None, [R4_TARGET], Reason.NO_BASELINE, id="no baseline"),
        pytest.param(
            None, [target(END_2022, 20), R4_TARGET], Reason.NO_BASELINE, id="nor with an earlier target"
        ),
        pytest.param(
            replace(R4_START, definition_version=2), [R4_TARGET], Reason.OLDER_BASELINE, id="older series"
        ),
        pytest.param(R4_START, [target(None, 35)], Reason.NO_TARGET_DAY, id="a target without a day"),
        pytest.param(
            baseline(date(2023, 12, 31), 20), [R4_TARGET], Reason.BEFORE_BASELINE, id="before the baseline"
        ),
        pytest.param(
            baseline(END_2025, 20), [R4_TARGET], Reason.BEFORE_BASELINE, id="no time between the two"
        ),
    ],
)
def test_no_path_is_no_verdict_yet(start: Baseline | None, aims: list[Target], reason: Reason) -> None:
    result = judge(figure("2023-Q2", 30), PERCENT, start, *aims)
    assert (result.status, result.reason) == (Status.NO_PATH, reason)
    assert result.expected is None


class TestBaselineOfAnOlderDefinition:
    start = replace(R4_START, definition_version=2)

    def test_no_attainment_and_no_path(self) -> None:
        result = judge(figure("2023-Q2", 30), PERCENT, self.start, R4_TARGET)
        assert (result.attainment, result.baseline, result.expected) == (None, None, None)

    def test_met_and_not_met_still_hold(self) -> None:
        assert judge(figure("2023-Q2", 35), PERCENT, self.start, R4_TARGET).status is Status.MET
        passed = target(END_2022, 35)
        assert judge(figure("2023-Q2", 30), PERCENT, self.start, passed).status is Status.NOT_MET


class TestTargetEqualToTheBaseline:
    @pytest.mark.parametrize(("value", "status"), [(40, Status.MET), (41, Status.MET), (39, Status.NOT_MET)])
    def test_met_or_not_met_at_any_time(self, value: Number, status: Status) -> None:
        result = judge(figure("2023-Q2", value), PERCENT, baseline(END_2021, 40), target(END_2025, 40))
        assert (result.status, result.attainment) == (status, None)

    def test_also_on_a_later_flat_leg(self) -> None:
        targets = target(END_2022, 40), target(END_2025, 40)
        result = judge(figure("2023-Q2", 39), PERCENT, baseline(END_2021, 40), *targets)
        assert (result.status, result.reason) == (Status.NOT_MET, Reason.TARGET_IS_BASELINE)

    def test_a_flat_leg_after_a_rise_has_no_margin(self) -> None:
        targets = target(END_2022, 40), target(END_2025, 40)
        result = judge(figure("2023-Q2", "39.9"), PERCENT, baseline(END_2021, 20), *targets)
        assert (result.status, result.margin) == (Status.BEHIND, Decimal(0))

    def test_hold_from_its_own_baseline(self) -> None:
        start, aim = baseline(END_2021, 50), target(END_2025, 50, Operator.EQUALS)
        assert judge(figure("2023-Q2", 52), PERCENT_HOLD, start, aim).status is Status.MET
        assert judge(figure("2023-Q2", 53), PERCENT_HOLD, start, aim).status is Status.NOT_MET


class TestLegs:
    """With several targets the path runs from one to the next, and the margin is that of the current leg."""

    start = FROM_0

    @pytest.mark.parametrize(
        ("code", "value", "asked", "aim"),
        [
            pytest.param("2023-03", 9, "9", LEGS[0], id="first leg"),
            pytest.param("2023-06", 100, "100", LEGS[0], id="a target's own day ends its leg"),
            pytest.param("2023-07", 131, "131", LEGS[1], id="second leg, from the first target"),
            pytest.param("2023-12", 210, "200", LEGS[1], id="flat after the last target"),
        ],
    )
    def test_expected_value_and_target(self, code: str, value: Number, asked: str, aim: Target) -> None:
        shown = figure(code, value)
        rule = replace(PERCENT, frequency=Frequency.MONTH)
        result = judge(shown, rule, self.start, *reversed(LEGS), on=shown.period.end)
        assert (result.expected, result.target) == (Decimal(asked), aim)

    def test_expected_as_a_function_of_the_day(self) -> None:
        assert expected(FROM_0, LEGS, date(2023, 5, 11)) == 50
        assert expected(FROM_0, LEGS, DAY_0) == 0
        assert expected(FROM_0, LEGS, date(2024, 1, 1)) == 200
        assert expected(FROM_0, LEGS, date(2023, 3, 21)) is None
        assert expected(FROM_0, [target(None, 5)], DAY_0) is None
        assert expected(None, LEGS, DAY_0) is None

    def test_targets_from_before_the_baseline_are_no_part_of_the_path(self) -> None:
        assert expected(FROM_0, [target(date(2020, 12, 31), 500), *LEGS], date(2023, 5, 11)) == 50


class TestComparedAtTheEndOfItsOwnPeriod:
    def test_k2_is_judged_at_30_june_also_on_31_august(self) -> None:
        in_july = judge(figure("2023-Q2", "27.11"), PERCENT, R4_START, R4_TARGET, on=date(2023, 7, 1))
        in_august = judge(figure("2023-Q2", "27.11"), PERCENT, R4_START, R4_TARGET, on=AUGUST)
        assert in_july.expected == in_august.expected
        assert in_july.status is in_august.status is Status.ON_TRACK
