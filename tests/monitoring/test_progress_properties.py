"""What holds of the rules for any values."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from monitoring.progress import (
    Direction,
    Operator,
    Status,
    attainment,
    expected,
)
from tests.monitoring.rules import (
    END_2021,
    END_2025,
    PERCENT,
    PERCENT_HOLD,
    PERCENT_LOWER,
    R4_START,
    baseline,
    figure,
    judge,
    target,
)

VALUES = st.decimals(-1000, 1000, places=2)
DAYS = st.dates(date(2022, 1, 1), date(2025, 12, 30))


@given(VALUES, VALUES, VALUES)
def test_attainment_is_the_same_in_the_mirror(value: Decimal, start: Decimal, aim: Decimal) -> None:
    assert attainment(value, start, aim) == attainment(-value, -start, -aim)


@given(VALUES, VALUES, DAYS)
def test_expected_lies_between_the_ends_of_its_leg(start: Decimal, aim: Decimal, on: date) -> None:
    asked = expected(baseline(END_2021, start), [target(END_2025, aim)], on)
    assert asked is not None
    assert min(start, aim) <= asked <= max(start, aim)


@given(VALUES, VALUES, VALUES, st.dates(date(2023, 7, 1), date(2026, 12, 31)))
def test_rising_and_falling_are_mirrors(value: Decimal, start: Decimal, aim: Decimal, on: date) -> None:
    up = judge(figure("2023-Q2", value), PERCENT, baseline(END_2021, start), target(END_2025, aim), on=on)
    aims = target(END_2025, -aim, Operator.AT_MOST)
    down = judge(figure("2023-Q2", -value), PERCENT_LOWER, baseline(END_2021, -start), aims, on=on)
    assert (up.status, up.reason, up.attainment) == (down.status, down.reason, down.attainment)


@given(VALUES, VALUES, VALUES, VALUES)
def test_more_is_never_worse_when_higher_is_better(
    one: Decimal, two: Decimal, start: Decimal, aim: Decimal
) -> None:
    assume(one <= two)
    worst_first = [Status.NOT_MET, Status.BEHIND, Status.AT_RISK, Status.ON_TRACK, Status.MET]
    low, high = (
        judge(figure("2023-Q2", value), PERCENT, baseline(END_2021, start), target(END_2025, aim)).status
        for value in (one, two)
    )
    assert low is not None
    assert high is not None
    assert worst_first.index(low) <= worst_first.index(high)


@given(
    st.lists(st.tuples(DAYS, VALUES), unique_by=lambda pair: pair[0], min_size=1, max_size=5), st.randoms()
)
def test_the_order_of_targets_does_not_matter(pairs: list[tuple[date, Decimal]], chance: object) -> None:
    targets = [target(day, value) for day, value in pairs]
    shuffled = list(targets)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    shown = figure("2023-Q2", 12)
    assert judge(shown, PERCENT, R4_START, *targets) == judge(shown, PERCENT, R4_START, *shuffled)


def by_the_book(
    value: Fraction, direction: Direction, start: Fraction, targets: dict[date, Fraction], on: date
) -> Status:
    """Point 4 of the contract in plain fractions: a figure over k2 2023, a baseline at the end of 2021."""
    day = date(2023, 6, 30)
    aim_day = min((d for d in targets if d >= day), default=max(targets))
    aim = targets[aim_day]
    if direction is Direction.HOLD:
        satisfied = abs(value - aim) <= 2
    else:
        satisfied = value >= aim if direction is Direction.HIGHER else value <= aim
    if satisfied:
        return Status.MET
    if aim_day < on and day >= aim_day:
        return Status.NOT_MET
    before = [d for d in targets if END_2021 < d < day]
    from_day, from_value = (max(before), targets[max(before)]) if before else (END_2021, start)
    if aim == start == from_value:
        return Status.NOT_MET
    asked = from_value + (aim - from_value) * Fraction((day - from_day).days, (aim_day - from_day).days)
    if direction is Direction.HOLD:
        short = abs(value - aim) - abs(asked - aim)
    else:
        short = asked - value if direction is Direction.HIGHER else value - asked
    if short <= 0:
        return Status.ON_TRACK
    return Status.AT_RISK if short <= abs(aim - from_value) / 10 else Status.BEHIND


SMALL = st.integers(-5, 15)
DAYS_OF_TARGETS = st.dates(date(2022, 6, 1), date(2025, 12, 31)) | st.just(date(2023, 6, 30))


@given(
    SMALL,
    st.sampled_from([Direction.HIGHER, Direction.LOWER, Direction.HOLD]),
    SMALL,
    st.dictionaries(DAYS_OF_TARGETS, SMALL, min_size=1, max_size=4),
    st.dates(date(2023, 6, 30), date(2023, 11, 30)),
)
def test_the_verdict_is_the_contract_in_plain_fractions(
    value: int, direction: Direction, start: int, aims: dict[date, int], on: date
) -> None:
    rule = replace(PERCENT_HOLD, direction=direction)
    operator = Operator.AT_MOST if direction is Direction.LOWER else Operator.AT_LEAST
    targets = [target(day, aim, operator) for day, aim in aims.items()]
    result = judge(figure("2023-Q2", value), rule, baseline(END_2021, start), *targets, on=on)
    in_fractions = {day: Fraction(aim) for day, aim in aims.items()}
    assert result.status is by_the_book(Fraction(value), direction, Fraction(start), in_fractions, on)
