from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.progress import (
    DEFAULT_LAG_MONTHS,
    Certainty,
    Definition,
    Direction,
    Figure,
    Frequency,
    Holding,
    Nothing,
    RollUp,
    TimeRule,
    current,
    due_day,
    first_period,
    next_period,
    year_to_date,
)
from pvi.lib.periods import Period


def definition(frequency: Frequency, **changes: object) -> Definition:
    plain: dict[str, object] = {
        "number": 1,
        "direction": Direction.HIGHER,
        "frequency": frequency,
        "lag_months": DEFAULT_LAG_MONTHS[frequency],
        "roll_up": RollUp.SUM,
    }
    return Definition(**(plain | changes))  # type: ignore[arg-type]


def figure(code: str, value: object = None, **rest: object) -> Figure:
    return Figure(Period.parse(code), None if value is None else Decimal(str(value)), **rest)  # type: ignore[arg-type]


YEARLY, QUARTERLY, MONTHLY = (definition(f) for f in (Frequency.YEAR, Frequency.QUARTER, Frequency.MONTH))
TWO_YEARLY, RARE = definition(Frequency.TWO_YEARS), definition(Frequency.RARE)
MONTHLY_FLOW = definition(Frequency.MONTH, time_rule=TimeRule.FLOW)
NA, SUPPRESSED = Nothing.NOT_APPLICABLE, Nothing.SUPPRESSED


@pytest.mark.parametrize(
    ("code", "rule", "due"),
    [
        pytest.param("2022", YEARLY, date(2023, 6, 30), id="year: half a year later"),
        pytest.param("2023-Q2", QUARTERLY, date(2023, 8, 31), id="quarter: to the end of the second month"),
        pytest.param("2024-02", MONTHLY, date(2024, 3, 31), id="month: to the end of the next month"),
        pytest.param("2020/2021", RARE, date(2022, 6, 30), id="span: from its end"),
        pytest.param("2023-Q4", definition(Frequency.QUARTER, lag_months=0), date(2023, 12, 31), id="no lag"),
    ],
)
def test_due_day(code: str, rule: Definition, due: date) -> None:
    assert due_day(Period.parse(code), rule) == due


@pytest.mark.parametrize(
    ("code", "frequency", "following"),
    [
        ("2024-12", Frequency.MONTH, "2025-01"),
        ("2024-Q4", Frequency.QUARTER, "2025-Q1"),
        ("2024-T2", Frequency.FOUR_MONTHS, "2024-T3"),
        ("2024-H1", Frequency.HALF_YEAR, "2024-H2"),
        ("2022", Frequency.YEAR, "2023"),
        ("2021", Frequency.TWO_YEARS, "2023"),
        ("2020/2021", Frequency.RARE, "2026"),
        ("2005/2014", Frequency.YEAR, "2015"),
        ("2015-H1", Frequency.YEAR, "2015"),
        ("2024", Frequency.QUARTER, "2025-Q1"),
    ],
)
def test_next_period(code: str, frequency: Frequency, following: str) -> None:
    assert next_period(Period.parse(code), frequency).code == following


@pytest.mark.parametrize(
    ("since", "frequency", "first"),
    [
        (date(2024, 1, 1), Frequency.YEAR, "2024"),
        (date(2024, 7, 1), Frequency.YEAR, "2025"),
        (date(2024, 7, 1), Frequency.QUARTER, "2024-Q3"),
        (date(2024, 7, 2), Frequency.QUARTER, "2024-Q4"),
        (date(2024, 1, 1), Frequency.TWO_YEARS, "2025"),
        (date(2024, 1, 1), Frequency.RARE, "2028"),
    ],
)
def test_first_period_is_the_first_whole_one(since: date, frequency: Frequency, first: str) -> None:
    assert first_period(since, frequency).code == first


@pytest.mark.parametrize(
    ("code", "rule", "on", "is_old"),
    [
        pytest.param("2022", YEARLY, date(2023, 8, 31), False, id="carried forward within the year"),
        pytest.param("2022", YEARLY, date(2024, 6, 30), False, id="on the due day of the next still current"),
        pytest.param("2022", YEARLY, date(2024, 7, 1), True, id="a day later not delivered"),
        pytest.param("2023-Q2", QUARTERLY, date(2023, 11, 30), False, id="quarter, due day of k3"),
        pytest.param("2023-Q2", QUARTERLY, date(2023, 12, 1), True, id="quarter, the day after"),
        pytest.param("2021", TWO_YEARLY, date(2024, 6, 30), False, id="every two years"),
        pytest.param("2021", TWO_YEARLY, date(2024, 7, 1), True, id="every two years, late"),
        pytest.param("2020/2021", RARE, date(2027, 6, 30), False, id="five years from the end of the span"),
        pytest.param("2020/2021", RARE, date(2027, 7, 1), True, id="five years, late"),
    ],
)
def test_newest_figure_holds_until_the_next_is_due(
    code: str, rule: Definition, on: date, is_old: bool
) -> None:
    figures = [figure("2018", 1), figure(code, 2)]
    holding = current(figures, rule, on)
    assert holding.figure == figure(code, 2)
    assert holding.is_old is is_old
    assert holding.nothing is (Nothing.NOT_DELIVERED if is_old else None)


def test_holding_tells_when_the_next_is_due() -> None:
    assert current([figure("2022", 1)], YEARLY, date(2023, 8, 31)).due == date(2024, 6, 30)


@pytest.mark.parametrize(
    ("expected_from", "expected_until", "on", "nothing"),
    [
        pytest.param(None, None, date(2024, 1, 1), Nothing.NOT_DELIVERED, id="expected since always"),
        pytest.param(
            date(2024, 1, 1), None, date(2024, 8, 31), Nothing.NOT_DUE, id="new unit: the year runs"
        ),
        pytest.param(date(2024, 1, 1), None, date(2025, 6, 30), Nothing.NOT_DUE, id="on the due day"),
        pytest.param(date(2024, 1, 1), None, date(2025, 7, 1), Nothing.NOT_DELIVERED, id="after the due day"),
        pytest.param(
            date(2023, 1, 1), date(2023, 6, 30), date(2025, 1, 1), NA, id="unit ended before anything was due"
        ),
    ],
)
def test_without_any_figure(
    expected_from: date | None, expected_until: date | None, on: date, nothing: Nothing
) -> None:
    holding = current([], YEARLY, on, expected_from=expected_from, expected_until=expected_until)
    assert (holding.figure, holding.nothing) == (None, nothing)


def test_figures_are_awaited_from_the_start_of_the_definition() -> None:
    rule = definition(Frequency.YEAR, effective_from=date(2026, 1, 1))
    assert current([], rule, date(2026, 10, 31)) == Holding(None, Nothing.NOT_DUE, due=date(2027, 6, 30))


def test_of_a_unit_that_ended_nothing_more_is_awaited() -> None:
    figures = [figure("2023", 12)]
    ended = current(figures, YEARLY, date(2026, 1, 1), expected_until=date(2023, 12, 31))
    assert ended == Holding(figures[0], None)
    still_due = current([figure("2022", 9)], YEARLY, date(2026, 1, 1), expected_until=date(2023, 12, 31))
    assert still_due.nothing is Nothing.NOT_DELIVERED


@pytest.mark.parametrize(
    ("newest", "on", "nothing", "is_old"),
    [
        pytest.param(figure("2022", nothing=NA), date(2023, 1, 1), NA, False, id="not applicable"),
        pytest.param(figure("2022", nothing=NA), date(2030, 1, 1), NA, False, id="not applicable stays so"),
        pytest.param(
            figure("2022", nothing=SUPPRESSED), date(2023, 1, 1), SUPPRESSED, False, id="suppressed"
        ),
        pytest.param(
            figure("2022", nothing=SUPPRESSED),
            date(2030, 1, 1),
            Nothing.NOT_DELIVERED,
            True,
            id="suppressed, old",
        ),
    ],
)
def test_a_figure_that_says_why_it_has_no_value(
    newest: Figure, on: date, nothing: Nothing, is_old: bool
) -> None:
    holding = current([figure("2021", 8), newest], YEARLY, on)
    assert (holding.figure, holding.nothing, holding.is_old) == (newest, nothing, is_old)


def test_a_share_of_nobody_is_not_applicable_for_that_period_only() -> None:
    rule = definition(Frequency.YEAR, scale_factor=Decimal(100))
    nobody = figure("2022", numerator=Decimal(0), denominator=Decimal(0))
    assert current([nobody], rule, date(2023, 1, 1)).nothing is NA
    assert current([nobody], rule, date(2030, 1, 1)).nothing is Nothing.NOT_DELIVERED


@pytest.mark.parametrize(
    "ignored", [figure("2024", 5), figure("2023"), figure("2023", nothing=Nothing.NOT_DUE)]
)
def test_figures_of_later_periods_and_empty_ones_do_not_count(ignored: Figure) -> None:
    assert current([ignored, figure("2022", 3)], YEARLY, date(2023, 12, 31)).figure == figure("2022", 3)


def test_the_running_month_counts_as_it_is_known() -> None:
    figures = [figure("2023-07", 1), figure("2023-08", 2)]
    assert current(figures, MONTHLY, date(2023, 8, 20)).figure == figures[1]


def test_of_figures_that_end_on_one_day_the_rhythm_then_the_firmest_counts() -> None:
    quarter, year = figure("2023-Q4", 1), figure("2023", 2)
    assert current([quarter, year], YEARLY, date(2024, 3, 1)).figure == year
    assert current([year, quarter], QUARTERLY, date(2024, 3, 1)).figure == quarter
    provisional = figure("2023", 3, certainty=Certainty.PROVISIONAL)
    assert current([provisional, year], YEARLY, date(2024, 3, 1)).figure == year


class TestRollUpThatComesIn:
    """A roll-up that misses units waits for its due day before it replaces the one before it."""

    whole = figure("2023-Q1", 140, parts=14, expected_parts=14)
    coming_in = figure("2023-Q2", 30, parts=3, expected_parts=14)

    def test_before_the_due_day_the_previous_one_holds(self) -> None:
        assert current([self.whole, self.coming_in], QUARTERLY, date(2023, 8, 31)).figure == self.whole

    def test_after_it_the_incomplete_one_is_shown(self) -> None:
        assert current([self.whole, self.coming_in], QUARTERLY, date(2023, 9, 1)).figure == self.coming_in

    def test_without_a_previous_one_it_is_shown_at_once(self) -> None:
        assert current([self.coming_in], QUARTERLY, date(2023, 7, 10)).figure == self.coming_in

    def test_a_previous_one_that_is_old_does_not_hold_it_up(self) -> None:
        old = figure("2022-Q1", 130, parts=14, expected_parts=14)
        assert current([old, self.coming_in], QUARTERLY, date(2023, 7, 10)).figure == self.coming_in


def months(year: int, *values: object) -> list[Figure]:
    return [figure(f"{year}-{number:02}", value) for number, value in enumerate(values, start=1)]


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


def test_cumulative_figures_are_running_totals_of_which_the_last_holds() -> None:
    rule = definition(Frequency.QUARTER, time_rule=TimeRule.CUMULATIVE)
    holding = current([figure("2022-Q4", 80), figure("2023-Q1", 95)], rule, date(2023, 6, 1))
    assert holding.figure == figure("2023-Q1", 95)


CODES = st.sampled_from(["2021", "2022", "2022-Q4", "2022-12", "2023-01", "2023-02", "2023-Q1", "2023-H1"])
RULES = st.sampled_from([YEARLY, QUARTERLY, MONTHLY, MONTHLY_FLOW, TWO_YEARLY])


@st.composite
def some_figures(draw: st.DrawFn) -> list[Figure]:
    codes = draw(st.lists(CODES, unique=True, max_size=6))
    nothings = st.sampled_from([None, None, NA, SUPPRESSED])
    made = []
    for code in codes:
        nothing = draw(nothings)
        made.append(figure(code, None if nothing else draw(st.integers(0, 99)), nothing=nothing))
    return made


@given(some_figures(), RULES, st.dates(date(2021, 1, 1), date(2026, 1, 1)), st.randoms())
def test_the_order_of_figures_does_not_matter(
    figures: list[Figure], rule: Definition, on: date, chance: object
) -> None:
    shuffled = list(figures)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert current(figures, rule, on) == current(shuffled, rule, on)


@given(some_figures(), RULES, st.dates(date(2021, 1, 1), date(2026, 1, 1)))
def test_there_is_a_value_or_a_kind_of_nothing(figures: list[Figure], rule: Definition, on: date) -> None:
    holding = current(figures, rule, on)
    has_value = holding.figure is not None and holding.figure.value is not None
    assert has_value or holding.nothing is not None
    assert not holding.is_old or holding.nothing is Nothing.NOT_DELIVERED
