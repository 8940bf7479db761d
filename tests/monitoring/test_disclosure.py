"""Small numbers stay hidden: alone, and beside a total that they could be subtracted from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.disclosure import Sensitivity, Threshold, protect, protect_siblings
from monitoring.progress import Definition, Figure, Nothing, RollUp, roll_up, shown_value
from pvi.lib.periods import Period
from tests.monitoring.rules import COUNT, PERCENT, Number, definition, figure

K2 = Period.parse("2023-Q2")
SMALL, INTERNAL, PUBLIC = Sensitivity.SMALL_NUMBERS, Sensitivity.INTERNAL, Sensitivity.PUBLIC
SCORE = definition(roll_up=RollUp.WEIGHTED)
AVERAGE = definition(has_ratio=True, roll_up=RollUp.RATIO)
PER_THOUSAND = definition(scale_factor=Decimal(1000), roll_up=RollUp.RATIO)
AT_SOURCE, EXEMPT = (figure("2023-Q2", nothing=n) for n in (Nothing.SUPPRESSED, Nothing.NOT_APPLICABLE))


def unit(value: Number | None = None, numerator: Number | None = None, of: Number | None = None) -> Figure:
    return figure("2023-Q2", value, numerator, of)


@pytest.mark.parametrize(
    ("rule", "raw", "hidden"),
    [
        pytest.param(COUNT, unit(9), True, id="a count below ten"),
        pytest.param(COUNT, unit(10), False, id="ten is shown"),
        pytest.param(COUNT, unit(0), True, id="zero is a small number too"),
        pytest.param(COUNT, unit(None, 4), True, id="a count given as numerator"),
        pytest.param(COUNT, unit(12, 4), True, id="a numerator that contradicts the count"),
        pytest.param(COUNT, unit(20, None, 25), True, id="all but five of them"),
        pytest.param(COUNT, unit(20, None, 30), False, id="a count among enough others"),
        pytest.param(PERCENT, unit(None, 10, 40), False, id="a share of enough"),
        pytest.param(PERCENT, unit(25, 9, 40), True, id="a small numerator"),
        pytest.param(PERCENT, unit(None, 31, 40), True, id="a small rest"),
        pytest.param(PERCENT, unit(None, 0, 200), True, id="nobody at all"),
        pytest.param(PERCENT, unit(None, 200, 200), True, id="everybody"),
        pytest.param(PERCENT, unit(None, 14, 29), True, id="of fewer than thirty"),
        pytest.param(PERCENT, unit(None, 14, 30), False, id="of thirty"),
        pytest.param(PERCENT, unit("14.4"), True, id="of how many is unknown"),
        pytest.param(PERCENT, unit(20, None, 900), True, id="how many are counted is unknown"),
        pytest.param(PER_THOUSAND, unit(None, 12, 5000), False, id="a rate of enough"),
        pytest.param(PER_THOUSAND, unit(None, 3, 5000), True, id="a rate of few"),
        pytest.param(SCORE, unit("6.4", None, 10), False, id="a score of ten"),
        pytest.param(SCORE, unit("6.4", None, 9), True, id="a score of nine"),
        pytest.param(SCORE, unit("6.4"), True, id="a score of unknown n"),
        pytest.param(AVERAGE, unit(None, 340, 17), False, id="an average: its sum counts no people"),
        pytest.param(AVERAGE, unit(None, 340, 4), True, id="an average of few"),
    ],
)
def test_small_numbers_are_hidden(rule: Definition, raw: Figure, hidden: bool) -> None:
    safe = protect(raw, rule, SMALL)
    if hidden:
        assert (safe.value, safe.numerator, safe.denominator) == (None, None, None)
        assert safe.nothing is Nothing.SUPPRESSED
        assert shown_value(safe, rule).value is None
    else:
        assert safe == raw


@pytest.mark.parametrize("sensitivity", [PUBLIC, INTERNAL])
def test_other_figures_are_left_alone(sensitivity: Sensitivity) -> None:
    assert protect(unit(3), COUNT, sensitivity) == unit(3)
    assert protect_siblings([unit(3), unit(40)], unit(43), COUNT, sensitivity) == (unit(3), unit(40))


@pytest.mark.parametrize("said", [AT_SOURCE, EXEMPT])
def test_what_has_no_value_stays_as_it_is(said: Figure) -> None:
    assert protect(said, COUNT, SMALL) == said


def test_a_threshold_of_its_own() -> None:
    assert protect(unit(5), COUNT, SMALL, Threshold(minimum=5)) == unit(5)
    assert (
        protect(unit(None, 60, 200), PERCENT, SMALL, Threshold(minimum_denominator=250)).nothing
        is Nothing.SUPPRESSED
    )


def hidden_places(figures: tuple[Figure, ...]) -> list[int]:
    return [place for place, one in enumerate(figures) if one.nothing is Nothing.SUPPRESSED]


@pytest.mark.parametrize(
    ("values", "hidden"),
    [
        pytest.param([40, 30, 20], [], id="nothing small"),
        pytest.param([40, 3, 20], [1, 2], id="the smallest beside it hides it"),
        pytest.param([40, 4, 3], [0, 1, 2], id="two that are small together too"),
        pytest.param([40, 50, 8, 7], [2, 3], id="two that together are not small"),
        pytest.param([40, 50, 0, 0], [0, 2, 3], id="two zeros would be told by a difference of zero"),
        pytest.param([3], [0], id="only one part"),
    ],
)
def test_what_could_be_subtracted_is_hidden_as_well(values: list[int], hidden: list[int]) -> None:
    parts = [unit(value) for value in values]
    total = roll_up(parts, COUNT, len(parts), period=K2)
    assert hidden_places(protect_siblings(parts, total, COUNT, SMALL)) == hidden


def test_shares_are_subtracted_by_their_parts() -> None:
    parts = [unit(None, 50, 100), unit(None, 3, 60), unit(None, 40, 90)]
    total = roll_up(parts, PERCENT, 3, period=K2)
    assert hidden_places(protect_siblings(parts, total, PERCENT, SMALL)) == [1, 2]


def test_scores_are_subtracted_by_their_n() -> None:
    parts = [unit(6, None, 50), unit(7, None, 4), unit(8, None, 30)]
    total = roll_up(parts, SCORE, 3, period=K2)
    assert hidden_places(protect_siblings(parts, total, SCORE, SMALL)) == [1, 2]


@pytest.mark.parametrize(
    ("total", "hidden"),
    [
        pytest.param(None, [1], id="no total is shown"),
        pytest.param(AT_SOURCE, [1], id="the total is suppressed"),
        pytest.param(unit("31.6"), [1], id="a percentage without numbers gives nothing to subtract from"),
    ],
)
def test_without_a_total_to_subtract_from_only_the_small_one_is_hidden(
    total: Figure | None, hidden: list[int]
) -> None:
    parts = [unit(None, 50, 100), unit(None, 3, 60), unit(None, 40, 90)]
    assert hidden_places(protect_siblings(parts, total, PERCENT, SMALL)) == hidden


def test_what_its_source_hid_follows_from_a_delivered_total_but_not_from_a_roll_up() -> None:
    parts = [unit(40), unit(30), AT_SOURCE]
    assert hidden_places(protect_siblings(parts, unit(75), COUNT, SMALL)) == [1, 2]
    rolled = roll_up(parts, COUNT, 3, period=K2)
    assert hidden_places(protect_siblings(parts, rolled, COUNT, SMALL)) == [2]


def test_parts_that_do_not_apply_hide_nothing() -> None:
    parts = [unit(40), EXEMPT, unit(3), unit(20)]
    safe = protect_siblings(parts, roll_up(parts, COUNT, 4, period=K2), COUNT, SMALL)
    assert hidden_places(safe) == [2, 3]
    assert safe[1] == EXEMPT


COUNTS = st.integers(0, 60)
SHARES = st.tuples(COUNTS, COUNTS).map(lambda pair: unit(None, min(pair), max(pair)))


@given(SHARES)
def test_no_small_number_is_ever_shown(raw: Figure) -> None:
    safe = protect(raw, PERCENT, SMALL)
    if safe.nothing is None:
        assert safe.numerator is not None
        assert safe.denominator is not None
        assert min(safe.numerator, safe.denominator - safe.numerator) >= 10
        assert safe.denominator >= 30
    assert protect(safe, PERCENT, SMALL) == safe


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_no_small_number_follows_by_subtraction(values: list[int]) -> None:
    parts = [unit(value) for value in values]
    total = roll_up(parts, COUNT, len(parts), period=K2)
    safe = protect_siblings(parts, protect(total, COUNT, SMALL), COUNT, SMALL)
    shown = [one.value for one in safe if one.value is not None]
    assert all(value >= 10 for value in shown)
    rest = sum(values) - sum(shown)
    if 0 < len(shown) < len(values) and sum(values) >= 10:
        assert rest >= 10
        assert len(values) - len(shown) >= 2
    assert protect_siblings(safe, total, COUNT, SMALL) == safe


@given(st.lists(SHARES, min_size=2, max_size=6))
def test_no_small_share_follows_by_subtraction(parts: list[Figure]) -> None:
    total = protect(roll_up(parts, PERCENT, len(parts), period=K2), PERCENT, SMALL)
    safe = protect_siblings(parts, total, PERCENT, SMALL)
    shown = [one for one in safe if one.nothing is None]
    if total.nothing is None and 0 < len(shown) < len(parts):
        above = total.numerator - sum(one.numerator for one in shown)  # type: ignore[operator,misc]
        below = total.denominator - sum(one.denominator for one in shown)  # type: ignore[operator,misc]
        assert min(above, below - above) >= 10
        assert below >= 30
