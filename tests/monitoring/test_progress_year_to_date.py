from dataclasses import replace
from datetime import date
from decimal import Decimal

from monitoring.progress import (
    Certainty,
    Figure,
    Frequency,
    Nothing,
    RollUp,
    TimeRule,
    current,
    year_to_date,
)
from tests.monitoring.rules import MONTHLY_FLOW, definition, figure

NA, SUPPRESSED = Nothing.NOT_APPLICABLE, Nothing.SUPPRESSED


def months(year: int, *values: int | None) -> list[Figure]:
    return [figure(f"{year}-{month:02}", value) for month, value in enumerate(values, start=1)]


class TestFlow:
    """A flow holds as its calendar year to date."""

    def test_months_add_up_to_the_year_so_far(self) -> None:
        holding = current(months(2023, 10, 20, 30), MONTHLY_FLOW, date(2023, 4, 30))
        total = holding.figure
        assert total is not None
        assert (total.value, total.period.code, total.until) == (Decimal(60), "2023", date(2023, 3, 31))
        assert (total.months, total.expected_months, total.is_complete) == (3, 3, True)
        assert (holding.nothing, holding.due) == (None, date(2023, 5, 31))

    def test_a_gap_makes_it_a_partial_sum(self) -> None:
        total = year_to_date(months(2023, 10, None, 30), MONTHLY_FLOW, date(2023, 4, 30))
        assert total is not None
        assert (total.value, total.months, total.expected_months) == (Decimal(40), 2, 3)
        assert not total.is_complete

    def test_a_suppressed_month_is_a_gap_and_one_that_does_not_apply_is_not(self) -> None:
        suppressed = [*months(2023, 10, 20), figure("2023-03", nothing=SUPPRESSED)]
        total = year_to_date(suppressed, MONTHLY_FLOW, date(2023, 4, 30))
        assert total is not None
        assert (total.value, total.months, total.expected_months) == (Decimal(30), 2, 3)
        exempt = [*months(2023, 10, 20), figure("2023-03", nothing=NA)]
        total = year_to_date(exempt, MONTHLY_FLOW, date(2023, 4, 30))
        assert total is not None
        assert (total.months, total.expected_months) == (2, 2)

    def test_a_delivered_year_wins_over_the_sum_of_its_months(self) -> None:
        figures = [*months(2023, *[10] * 12), figure("2023", 125)]
        total = current(figures, MONTHLY_FLOW, date(2024, 1, 15)).figure
        assert total is not None
        assert (total.value, total.covers_period, total.is_complete) == (Decimal(125), True, True)

    def test_a_delivered_quarter_wins_over_its_months_and_the_rest_is_added(self) -> None:
        figures = [*months(2023, 10, 20, 30, 40), figure("2023-Q1", 65)]
        total = year_to_date(figures, MONTHLY_FLOW, date(2023, 5, 31))
        assert total is not None
        assert (total.value, total.months, total.expected_months) == (Decimal(105), 4, 4)

    def test_the_last_year_holds_until_the_first_month_of_the_new_one_is_in(self) -> None:
        figures = months(2023, *[10] * 12)
        in_january = current(figures, MONTHLY_FLOW, date(2024, 1, 20)).figure
        assert in_january is not None
        assert (in_january.value, in_january.period.code) == (Decimal(120), "2023")
        in_february = current([*figures, figure("2024-01", 7)], MONTHLY_FLOW, date(2024, 2, 20)).figure
        assert in_february is not None
        assert (in_february.value, in_february.period.code) == (Decimal(7), "2024")

    def test_a_percentage_is_the_sum_of_numerators_over_the_sum_of_denominators(self) -> None:
        rule = definition(
            Frequency.QUARTER, time_rule=TimeRule.FLOW, scale_factor=Decimal(100), roll_up=RollUp.RATIO
        )
        figures = [
            figure("2023-Q1", numerator=Decimal(10), denominator=Decimal(20)),
            figure("2023-Q2", numerator=Decimal(10), denominator=Decimal(80)),
        ]
        total = year_to_date(figures, rule, date(2023, 8, 31))
        assert total is not None
        assert (total.value, total.numerator, total.denominator) == (Decimal(20), Decimal(20), Decimal(100))

    def test_a_sum_does_not_cross_a_change_of_definition(self) -> None:
        figures = [figure("2023-01", 10), figure("2023-02", 20, definition_version=2)]
        total = year_to_date(figures, MONTHLY_FLOW, date(2023, 3, 31))
        assert total is not None
        assert (total.value, total.is_complete) == (Decimal(20), False)

    def test_of_a_unit_that_began_in_the_year_earlier_months_are_not_missed(self) -> None:
        figures = [figure("2023-07", 4), figure("2023-08", 5)]
        holding = current(figures, MONTHLY_FLOW, date(2023, 9, 10), expected_from=date(2023, 7, 1))
        assert holding.figure is not None
        assert (holding.figure.months, holding.figure.expected_months) == (2, 2)

    def test_of_a_definition_that_began_in_the_year_they_are_missed(self) -> None:
        rule = replace(MONTHLY_FLOW, effective_from=date(2023, 7, 1))
        figures = [figure("2023-07", 4), figure("2023-08", 5)]
        holding = current(figures, rule, date(2023, 9, 10), expected_from=date(2023, 7, 1))
        assert holding.figure is not None
        assert (holding.figure.months, holding.figure.expected_months) == (2, 8)

    def test_months_that_miss_units_make_the_year_incomplete(self) -> None:
        figures = [
            figure("2023-01", 10, parts=14, expected_parts=14),
            figure("2023-02", 8, parts=11, expected_parts=14),
        ]
        total = year_to_date(figures, MONTHLY_FLOW, date(2023, 5, 31))
        assert total is not None
        assert (total.parts, total.expected_parts, total.is_complete) == (11, 14, False)

    def test_it_is_as_firm_as_its_least_firm_month(self) -> None:
        figures = [figure("2023-01", 1), figure("2023-02", 1, certainty=Certainty.PROVISIONAL)]
        total = year_to_date(figures, MONTHLY_FLOW, date(2023, 3, 31))
        assert total is not None
        assert total.certainty is Certainty.PROVISIONAL

    def test_late_it_is_old(self) -> None:
        holding = current(months(2023, 10, 20), MONTHLY_FLOW, date(2023, 5, 1))
        assert (holding.nothing, holding.is_old) == (Nothing.NOT_DELIVERED, True)
        assert holding.figure is not None
        assert holding.figure.value == Decimal(30)

    def test_without_any_figure_there_is_no_year_to_date(self) -> None:
        assert year_to_date([], MONTHLY_FLOW, date(2023, 5, 1)) is None

    def test_without_any_value_the_newest_figure_holds(self) -> None:
        figures = [figure("2023-01", nothing=SUPPRESSED)]
        assert current(figures, MONTHLY_FLOW, date(2023, 2, 10)).nothing is SUPPRESSED
