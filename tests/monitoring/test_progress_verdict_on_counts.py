"""Verdicts on counts that are not whole: units that miss, and a year that still runs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitoring.progress import (
    Assessment,
    Definition,
    Direction,
    Figure,
    Operator,
    Reason,
    RollUp,
    Status,
    Target,
    TimeRule,
    assess,
    current,
)
from tests.monitoring.rules import (
    AUGUST,
    END_2021,
    END_2022,
    END_2023,
    MONTHLY_FLOW,
    PERCENT,
    R4_START,
    R4_TARGET,
    baseline,
    figure,
    judge,
    target,
)


class TestIncompleteTotals:
    """A count that misses units is too low, so it gets no verdict that the missing ones could change."""

    aim = target(date(2023, 6, 30), 100)
    count = replace(PERCENT, roll_up=RollUp.SUM, scale_factor=Decimal(1))

    def rolled(self, value: int) -> Figure:
        return figure("2023-Q2", value, parts=11, expected_parts=14)

    @pytest.mark.parametrize(
        ("rule", "value", "status", "reason"),
        [
            pytest.param(count, 90, Status.NO_PATH, Reason.INCOMPLETE, id="may still become enough"),
            pytest.param(count, 100, Status.MET, Reason.SATISFIED, id="enough already"),
            pytest.param(
                replace(count, direction=Direction.HOLD, tolerance=Decimal(5)),
                99,
                Status.NO_PATH,
                Reason.INCOMPLETE,
                id="hold can go either way",
            ),
            pytest.param(
                PERCENT, 90, Status.NOT_MET, Reason.TARGET_PASSED, id="a ratio of those that are in"
            ),
        ],
    )
    def test_higher(self, rule: Definition, value: int, status: Status, reason: Reason) -> None:
        result = judge(self.rolled(value), rule, None, self.aim, on=date(2023, 9, 15))
        assert (result.status, result.reason) == (status, reason)

    @pytest.mark.parametrize(("value", "status"), [(90, Status.NO_PATH), (101, Status.NOT_MET)])
    def test_lower_is_too_much_already_or_undecided(self, value: int, status: Status) -> None:
        most = target(date(2023, 6, 30), 100, Operator.AT_MOST)
        rule = replace(self.count, direction=Direction.LOWER)
        assert judge(self.rolled(value), rule, None, most, on=date(2023, 9, 15)).status is status

    def test_no_attainment_of_a_partial_total(self) -> None:
        assert judge(self.rolled(90), self.count, baseline(END_2021, 50), R4_TARGET).attainment is None


class TestRunningYear:
    """A count of the running year is held against its share of what the path asks at the end of the year."""

    start, aim = baseline(END_2022, 365), target(END_2023, 730)

    def year(
        self, half: int, rule: Definition = MONTHLY_FLOW, *aims: Target, on: date = date(2023, 7, 31)
    ) -> Assessment:
        figures = [figure(f"2023-{month:02}", 0) for month in range(1, 6)] + [figure("2023-06", half)]
        holding = current(figures, rule, on)
        return assess(holding, rule, baseline=self.start, targets=aims or (self.aim,), on=on)

    @pytest.mark.parametrize(
        ("value", "status"),
        [
            pytest.param(730, Status.MET, id="the year's target is reached early"),
            pytest.param(362, Status.ON_TRACK, id="181 of 365 days, 730 asked: 362"),
            pytest.param(361, Status.AT_RISK, id="just short"),
            pytest.param(344, Status.AT_RISK, id="short within the margin of 18,1"),
            pytest.param(343, Status.BEHIND, id="short beyond it"),
        ],
    )
    def test_share_of_the_year(self, value: int, status: Status) -> None:
        result = self.year(value)
        assert (result.status, result.expected) == (status, Decimal(362))
        assert result.margin == Decimal("18.1")
        assert result.attainment is None

    @pytest.mark.parametrize(
        ("value", "status"), [(10, Status.ON_TRACK), (363, Status.AT_RISK), (800, Status.BEHIND)]
    )
    def test_a_low_count_is_not_met_before_the_year_is_over(self, value: int, status: Status) -> None:
        rule = replace(MONTHLY_FLOW, direction=Direction.LOWER)
        assert self.year(value, rule, target(END_2023, 730, Operator.AT_MOST)).status is status

    def test_after_the_last_target_a_running_year_can_not_tell(self) -> None:
        result = self.year(300, MONTHLY_FLOW, target(END_2022, 730))
        assert (result.status, result.reason) == (Status.NO_PATH, Reason.YEAR_RUNNING)

    def test_when_the_rest_of_the_year_never_comes_it_is_undecided(self) -> None:
        result = self.year(300, on=date(2024, 3, 1))
        assert (result.status, result.reason) == (Status.NO_PATH, Reason.INCOMPLETE)

    def test_the_whole_year_is_judged_as_a_year(self) -> None:
        year = figure("2023", 700)
        result = judge(year, MONTHLY_FLOW, self.start, self.aim, on=date(2024, 1, 15))
        assert (result.status, result.expected) == (Status.NOT_MET, Decimal(730))

    def test_a_percentage_of_the_running_year_is_compared_as_it_is(self) -> None:
        rule = replace(PERCENT, time_rule=TimeRule.FLOW)
        halves = [figure(f"2023-Q{q}", None, numerator=25, denominator=100) for q in (1, 2)]
        result = assess(
            current(halves, rule, AUGUST), rule, baseline=R4_START, targets=[R4_TARGET], on=AUGUST
        )
        assert (result.value, result.status) == (Decimal(25), Status.BEHIND)
        assert result.expected is not None
        assert round(result.expected, 1) == Decimal("27.1")
