from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.deadlines import (
    AGE_WORDS,
    AgeBucket,
    Deadline,
    Urgency,
    age_bucket,
    days_late,
    order_key,
    term_passed,
    urgency,
)

TODAY = date(2023, 8, 31)
DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("deadline", "pressing", "late"),
    [
        pytest.param(Deadline(date(2023, 7, 31)), Urgency.OVERDUE, 31, id="31 days late"),
        pytest.param(Deadline(date(2023, 8, 30)), Urgency.OVERDUE, 1, id="the day after"),
        pytest.param(Deadline(TODAY), Urgency.SOON, 0, id="on the day itself not late yet"),
        pytest.param(Deadline(date(2023, 9, 30)), Urgency.SOON, 0, id="within a month"),
        pytest.param(Deadline(date(2023, 10, 1)), Urgency.LATER, 0, id="later"),
        pytest.param(Deadline(date(2023, 12, 31), warn_months=4), Urgency.SOON, 0, id="a longer warning"),
        pytest.param(Deadline(date(2024, 1, 1), warn_months=4), Urgency.LATER, 0, id="beyond that"),
        pytest.param(Deadline(None), Urgency.NONE, 0, id="no day"),
        pytest.param(Deadline(date(2023, 7, 31), is_open=False), Urgency.NONE, 0, id="settled"),
    ],
)
def test_urgency(deadline: Deadline, pressing: Urgency, late: int) -> None:
    assert (urgency(deadline, TODAY), days_late(deadline, TODAY)) == (pressing, late)


def test_the_most_pressing_comes_first() -> None:
    in_order = [
        Deadline(date(2022, 1, 1)),
        Deadline(date(2023, 8, 30)),
        Deadline(TODAY),
        Deadline(date(2023, 9, 15)),
        Deadline(date(2024, 9, 15)),
        Deadline(date(2020, 1, 1), is_open=False),
        Deadline(None),
    ]
    mixed = [in_order[place] for place in (3, 6, 0, 5, 1, 4, 2)]
    assert sorted(mixed, key=lambda deadline: order_key(deadline, TODAY)) == in_order


@pytest.mark.parametrize(
    ("term", "status", "passed"),
    [
        (date(2023, 7, 31), "in_progress", True),
        (date(2023, 7, 31), "under_investigation", True),
        (TODAY, "in_progress", False),
        (date(2023, 12, 31), "in_progress", False),
        (date(2023, 7, 31), "settled", False),
        (date(2023, 7, 31), "ongoing", False),
        (date(2023, 7, 31), "historical", False),
        (None, "in_progress", False),
    ],
)
def test_term_passed(term: date | None, status: str, passed: bool) -> None:
    assert term_passed(term, status, TODAY) is passed


@pytest.mark.parametrize(
    ("given_on", "bucket"),
    [
        (TODAY, AgeBucket.UNDER_3_MONTHS),
        (date(2023, 6, 1), AgeBucket.UNDER_3_MONTHS),
        (date(2023, 5, 31), AgeBucket.TO_12_MONTHS),
        (date(2022, 9, 1), AgeBucket.TO_12_MONTHS),
        (date(2022, 8, 31), AgeBucket.TO_2_YEARS),
        (date(2021, 9, 1), AgeBucket.TO_2_YEARS),
        (date(2021, 8, 31), AgeBucket.OVER_2_YEARS),
        (None, AgeBucket.UNKNOWN),
    ],
)
def test_age_bucket(given_on: date | None, bucket: AgeBucket) -> None:
    assert age_bucket(given_on, TODAY) is bucket


def test_the_open_commitments_of_mid_2023_by_age() -> None:
    """As in the register; a bare month counts from its first day, a bare year from its middle."""
    given_on = [
        *[date(2023, 6, 27)] * 8,
        *[date(2023, 5, 9)] * 5,
        date(2023, 5, 16),
        *[date(2022, 6, 1)] * 6,
        date(2021, 5, 11),
        date(2021, 7, 1),
        *[None] * 6,
    ]
    tally = Counter(age_bucket(day, TODAY) for day in given_on)
    assert [tally[bucket] for bucket in AgeBucket] == [8, 6, 6, 2, 6]
    assert list(AGE_WORDS) == list(AgeBucket)


@given(DAYS, DAYS)
def test_late_days_and_overdue_agree(due: date, on: date) -> None:
    deadline = Deadline(due)
    assert (days_late(deadline, on) > 0) is (urgency(deadline, on) is Urgency.OVERDUE)
    assert due + timedelta(days=days_late(deadline, on)) in {due, on}


@given(DAYS, DAYS)
def test_a_commitment_only_grows_older(given_on: date, on: date) -> None:
    order = list(AgeBucket)
    assert order.index(age_bucket(given_on, on)) <= order.index(age_bucket(given_on, on + timedelta(days=40)))
