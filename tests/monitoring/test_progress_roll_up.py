"""From the figures of units to the figure of the whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.progress import Certainty, Definition, Figure, Nothing, RollUp, combine, roll_up, shown_value
from pvi.lib.periods import Period
from tests.monitoring.rules import COUNT, PERCENT, Number, definition, figure, number

K2 = Period.parse("2023-Q2")
SCORE = definition(roll_up=RollUp.WEIGHTED)
AVERAGE = definition(has_ratio=True, roll_up=RollUp.RATIO)
NO_ROLL_UP = definition(roll_up=RollUp.NONE)
SUMMED_PERCENT = definition(scale_factor=Decimal(100), roll_up=RollUp.SUM)


def unit(
    value: Number | None = None,
    numerator: Number | None = None,
    denominator: Number | None = None,
    **rest: object,
) -> Figure:
    return figure("2023-Q2", value, numerator, denominator, **rest)


SILENT, EXEMPT = unit(nothing=Nothing.SUPPRESSED), unit(nothing=Nothing.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("rule", "parts", "value", "above", "below"),
    [
        pytest.param(COUNT, [unit(3), unit(4)], 7, None, None, id="a count is summed"),
        pytest.param(COUNT, [unit(None, 3, 9), unit(4)], 7, None, None, id="a count given as numerator"),
        pytest.param(
            PERCENT, [unit(50, 1, 2), unit(10, 10, 100)], "10.78", 11, 102, id="never the average, 30"
        ),
        pytest.param(PERCENT, [unit(None, 1, 4), unit(None, 1, 4)], 25, 2, 8, id="parts only"),
        pytest.param(SUMMED_PERCENT, [unit(60, 6, 10), unit(50, 5, 10)], 55, 11, 20, id="never the sum, 110"),
        pytest.param(
            SCORE, [unit(6, None, 30), unit(8, None, 10)], "6.5", None, 40, id="a score weighs by its n"
        ),
        pytest.param(
            AVERAGE, [unit(2, 20, 10), unit(4, 20, 5)], "2.67", 40, 15, id="an average by its parts"
        ),
        pytest.param(NO_ROLL_UP, [unit(6), unit(8)], None, None, None, id="what does not add up stays apart"),
    ],
)
def test_units_roll_up(
    rule: Definition, parts: list[Figure], value: Number | None, above: int | None, below: int | None
) -> None:
    whole = roll_up(parts, rule, 2, period=K2)
    shown = None if whole.value is None else round(whole.value, 2)
    assert (shown, whole.numerator, whole.denominator) == (number(value), above, below)


@pytest.mark.parametrize(
    ("rule", "parts", "expected_parts", "value", "counted"),
    [
        pytest.param(COUNT, [unit(3)] * 14, 14, 42, (14, 14), id="complete"),
        pytest.param(COUNT, [unit(3)] * 11, 14, 33, (11, 14), id="11 van 14"),
        pytest.param(
            COUNT, [*[unit(3)] * 11, SILENT], 14, 33, (11, 14), id="suppressed at the source is missing"
        ),
        pytest.param(
            COUNT, [*[unit(3)] * 11, *[EXEMPT] * 3], 14, 33, (11, 11), id="not applicable is not expected"
        ),
        pytest.param(
            PERCENT, [unit(50, 1, 2), unit(40)], 2, 50, (1, 2), id="a share without parts is missing"
        ),
        pytest.param(SCORE, [unit(6, None, 30), unit(9)], 2, 6, (1, 2), id="a score without n is missing"),
        pytest.param(
            COUNT, [unit(3, definition_version=2), unit(5)], 2, 3, (1, 2), id="an older definition is missing"
        ),
        pytest.param(
            COUNT,
            [unit(3), unit(5, parts=2, expected_parts=3)],
            2,
            8,
            (1, 2),
            id="a part that misses teams itself",
        ),
    ],
)
def test_a_roll_up_counts_its_parts(
    rule: Definition, parts: list[Figure], expected_parts: int, value: int, counted: tuple[int, int]
) -> None:
    whole = roll_up(parts, rule, expected_parts, period=K2)
    assert (whole.value, (whole.parts, whole.expected_parts)) == (Decimal(value), counted)
    assert whole.is_complete is (counted[0] == counted[1])


@pytest.mark.parametrize(
    ("parts", "expected_parts", "nothing"),
    [
        pytest.param([], 14, Nothing.NOT_DELIVERED, id="nobody delivered"),
        pytest.param([EXEMPT, EXEMPT], 2, Nothing.NOT_APPLICABLE, id="it applies to nobody"),
        pytest.param([SILENT], 2, Nothing.SUPPRESSED, id="all that came is suppressed"),
        pytest.param([unit(None, 0, 0)], 1, Nothing.NOT_APPLICABLE, id="shares of nobody"),
    ],
)
def test_a_roll_up_of_nothing_says_why(parts: list[Figure], expected_parts: int, nothing: Nothing) -> None:
    whole = roll_up(parts, PERCENT, expected_parts, period=K2)
    assert (whole.value, whole.nothing) == (None, nothing)


def test_only_figures_of_the_same_period_roll_up() -> None:
    with pytest.raises(ValueError, match="2023-Q2"):
        roll_up([unit(3), figure("2023-Q1", 3)], COUNT, 2, period=K2)


def test_a_roll_up_is_as_firm_as_its_least_firm_part() -> None:
    parts = [unit(3), unit(3, certainty=Certainty.ESTIMATE), unit(3, certainty=Certainty.PROVISIONAL)]
    assert roll_up(parts, COUNT, 3, period=K2).certainty is Certainty.ESTIMATE


class TestDeliveredAndRolledUp:
    rolled = roll_up([unit(40), unit(60)], COUNT, 2, period=K2)
    partial = roll_up([unit(40)], COUNT, 2, period=K2)

    @pytest.mark.parametrize(
        ("delivered", "value", "difference", "contradicts"),
        [
            pytest.param(None, 100, None, False, id="nothing delivered: the roll-up"),
            pytest.param(unit(), 100, None, False, id="an empty figure is no delivery"),
            pytest.param(unit(100), 100, 0, False, id="the same"),
            pytest.param(unit(101), 101, 1, True, id="delivered wins, and the difference is flagged"),
            pytest.param(unit("100.4"), "100.4", "0.4", True, id="published with a decimal"),
            pytest.param(unit(None, 99), 99, -1, True, id="delivered as its parts"),
            pytest.param(
                unit(101, definition_version=2), 101, None, False, id="another definition can not compare"
            ),
        ],
    )
    def test_delivered_wins(
        self, delivered: Figure | None, value: Number, difference: Number | None, contradicts: bool
    ) -> None:
        both = combine(delivered, self.rolled, COUNT)
        assert shown_value(both.figure, COUNT).value == number(value)
        assert (both.difference, both.contradicts) == (number(difference), contradicts)
        assert both.rolled is self.rolled

    def test_a_partial_roll_up_is_never_flagged(self) -> None:
        both = combine(unit(100), self.partial, COUNT)
        assert (both.figure.value, both.contradicts) == (Decimal(100), False)

    def test_rounding_of_a_published_percentage_explains_a_difference(self) -> None:
        rolled = roll_up([unit(None, 60, 139)], PERCENT, 1, period=K2)
        assert not combine(unit("43.2"), rolled, PERCENT).contradicts
        assert combine(unit("43.3"), rolled, PERCENT).contradicts

    @pytest.mark.parametrize("said", [SILENT, EXEMPT])
    def test_what_was_delivered_without_a_value_is_not_undone(self, said: Figure) -> None:
        assert combine(said, self.rolled, COUNT).figure is said

    def test_it_wins_in_its_own_period_only(self) -> None:
        with pytest.raises(ValueError, match="2023"):
            combine(figure("2023", 400), self.rolled, COUNT)


COUNTS = st.integers(0, 500)
SHARES = st.tuples(COUNTS, st.integers(1, 500)).filter(lambda pair: pair[0] <= pair[1])


@given(st.lists(SHARES, min_size=1, max_size=15))
def test_a_ratio_is_the_sum_over_the_sum_and_within_its_parts(shares: list[tuple[int, int]]) -> None:
    parts = [unit(None, above, below) for above, below in shares]
    whole = roll_up(parts, PERCENT, len(parts), period=K2)
    above, below = (sum(column) for column in zip(*shares, strict=True))
    assert (whole.numerator, whole.denominator) == (above, below)
    assert whole.value == Decimal(100) * above / below
    each = [Decimal(100) * a / b for a, b in shares]
    assert min(each) <= whole.value <= max(each)


@given(st.lists(COUNTS, min_size=1, max_size=15), st.randoms())
def test_the_order_of_units_does_not_matter(counts: list[int], chance: object) -> None:
    parts = [unit(count) for count in counts]
    shuffled = list(parts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert roll_up(parts, COUNT, 15, period=K2) == roll_up(shuffled, COUNT, 15, period=K2)


@given(st.lists(SHARES, min_size=2, max_size=12), st.integers(1, 11))
def test_rolling_up_in_two_steps_is_the_same(shares: list[tuple[int, int]], cut: int) -> None:
    """Teams to eenheden to korps: sums of sums."""
    parts = [unit(None, above, below) for above, below in shares]
    groups = [group for group in (parts[:cut], parts[cut:]) if group]
    steps = [roll_up(group, PERCENT, len(group), period=K2) for group in groups]
    in_two, at_once = (
        roll_up(steps, PERCENT, len(steps), period=K2),
        roll_up(parts, PERCENT, len(parts), period=K2),
    )
    assert (in_two.value, in_two.is_complete) == (at_once.value, at_once.is_complete)
