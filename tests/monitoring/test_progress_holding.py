from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.progress import (
    Certainty,
    Definition,
    Figure,
    Frequency,
    Holding,
    Nothing,
    TimeRule,
    current,
    due_day,
    first_period,
    next_period,
)
from pvi.lib.periods import Period
from tests.monitoring.rules import MONTHLY_FLOW, definition, figure

YEARLY, QUARTERLY, MONTHLY = (definition(f) for f in (Frequency.YEAR, Frequency.QUARTER, Frequency.MONTH))
TWO_YEARLY, RARE = definition(Frequency.TWO_YEARS), definition(Frequency.RARE)
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
