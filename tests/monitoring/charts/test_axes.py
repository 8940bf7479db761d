"""Ranges and ticks."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.charts import Scale
from monitoring.charts.ticks import kept_when_narrow, middle, time_ticks
from monitoring.charts.values import MAX_TICKS, plain, tick_text, value_axis, written
from pvi.lib.formatting.numbers import MINUS
from tests.monitoring.charts import samples

ENGLISH = str.maketrans({".": None, ",": ".", MINUS: "-"})
FIGURES = st.decimals(min_value=-100_000, max_value=100_000, places=2)


@given(
    values=st.lists(FIGURES, min_size=1, max_size=8), scale=st.sampled_from(Scale), from_zero=st.booleans()
)
def test_every_value_lies_on_an_axis_with_at_most_five_ticks(
    values: list[Decimal], scale: Scale, from_zero: bool
) -> None:
    axis = value_axis(values, scale=scale, decimals=1, from_zero=from_zero)

    assert axis.low <= min(values)
    assert axis.high >= max(values)
    assert 1 <= len(axis.ticks) <= MAX_TICKS
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    assert not from_zero or axis.low <= 0 <= axis.high


@given(values=st.lists(st.integers(0, 50).map(Decimal), min_size=1, max_size=6))
def test_counts_have_whole_ticks(values: list[Decimal]) -> None:
    axis = value_axis(values, scale=Scale.COUNT, decimals=0, from_zero=True)

    assert all(tick == int(tick) for tick in axis.ticks)


def test_a_percent_axis_of_a_line_may_start_above_zero_and_never_passes_one_hundred() -> None:
    axis = value_axis([Decimal(88), Decimal(100)], scale=Scale.PERCENT, decimals=0, from_zero=False)

    assert axis.low > 0
    assert axis.ticks[-1] == 100


def test_bars_start_at_zero_whatever_the_values() -> None:
    assert samples.counts().y.low == 0


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["0", "70"], ["0%", "20%", "40%", "60%", "80%"]),
        (["0"], ["0%", "25%", "50%", "75%", "100%"]),
        ([], []),
    ],
)
def test_ticks_are_round(values: list[str], ticks: list[str]) -> None:
    axis = value_axis(map(Decimal, values), scale=Scale.PERCENT, decimals=0, from_zero=True)

    assert [tick_text(tick, axis.scale) for tick in axis.ticks] == ticks


@pytest.mark.parametrize(
    ("value", "scale", "decimals", "text"),
    [
        ("6738", Scale.COUNT, 0, "6.738"),
        ("26.05", Scale.PERCENT, 1, "26,1%"),
        ("7.4", Scale.NUMBER, 1, "7,4"),
    ],
)
def test_values_are_written_in_dutch_and_rounded_half_up(
    value: str, scale: Scale, decimals: int, text: str
) -> None:
    assert written(Decimal(value), scale, decimals) == text


@given(value=FIGURES, decimals=st.integers(0, 2))
def test_a_figure_in_the_drawing_is_the_figure_in_words(value: Decimal, decimals: int) -> None:
    shown = written(value, Scale.NUMBER, decimals).translate(ENGLISH)

    assert Decimal(str(plain(value, decimals))) == Decimal(shown)


def test_years_are_labelled_in_the_middle_of_the_year() -> None:
    ticks = time_ticks(date(2021, 1, 1), date(2023, 12, 31), monthly=False)

    assert [(tick.label, tick.at) for tick in ticks] == [
        (str(year), date(year, 7, 1)) for year in (2021, 2022, 2023)
    ]


def test_months_show_the_year_at_the_start_and_in_january() -> None:
    ticks = time_ticks(date(2022, 4, 1), date(2023, 12, 31), monthly=True)

    assert [tick.label for tick in ticks] == ["apr 22", "jul", "okt", "jan 23", "apr", "jul", "okt"]


def test_a_long_span_of_months_is_labelled_by_year() -> None:
    ticks = time_ticks(date(2015, 1, 1), date(2023, 12, 31), monthly=True)

    assert [tick.label for tick in ticks][:2] == ["2015", "2016"]


def test_a_century_does_not_crowd_the_axis() -> None:
    assert len(time_ticks(date(1925, 1, 1), date(2024, 12, 31), monthly=False)) <= 12


def test_labels_that_do_not_fit_in_a_narrow_column_are_thinned_evenly() -> None:
    labels = ["2019", "2020", "2021", "2022", "2023"]

    assert kept_when_narrow(labels, [20, 100, 180, 260, 340]) is None
    assert kept_when_narrow(labels, [20, 45, 70, 95, 120]) == [0, 2, 4]
    assert kept_when_narrow([], []) is None


def test_the_middle_of_a_year_is_the_second_of_july() -> None:
    assert middle(date(2023, 1, 1), date(2023, 12, 31)) == date(2023, 7, 2)
