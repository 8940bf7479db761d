from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pvi.lib.periods import Period, PeriodError, PeriodKind, add_months, end_of_month, month_of, valid_on

DAYS = st.dates(min_value=date(1902, 1, 1), max_value=date(2098, 12, 31))
CALENDAR_KINDS = [kind for kind in PeriodKind if kind is not PeriodKind.SPAN]
YEARS = st.integers(1900, 2100)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = draw(YEARS), draw(YEARS)
    if first < last and draw(st.booleans()):
        return Period(date(first, 1, 1), date(last, 12, 31))
    return Period.containing(draw(st.sampled_from(CALENDAR_KINDS)), draw(DAYS))


@pytest.mark.parametrize(
    ("text", "code", "start", "end", "kind"),
    [
        ("2024", "2024", date(2024, 1, 1), date(2024, 12, 31), PeriodKind.YEAR),
        ("2024-H1", "2024-H1", date(2024, 1, 1), date(2024, 6, 30), PeriodKind.HALF_YEAR),
        ("2024-h2", "2024-H2", date(2024, 7, 1), date(2024, 12, 31), PeriodKind.HALF_YEAR),
        ("2024-T2", "2024-T2", date(2024, 5, 1), date(2024, 8, 31), PeriodKind.FOUR_MONTHS),
        ("2024-Q3", "2024-Q3", date(2024, 7, 1), date(2024, 9, 30), PeriodKind.QUARTER),
        ("k3 2024", "2024-Q3", date(2024, 7, 1), date(2024, 9, 30), PeriodKind.QUARTER),
        ("  K3\u00a02024 ", "2024-Q3", date(2024, 7, 1), date(2024, 9, 30), PeriodKind.QUARTER),
        ("2024-09", "2024-09", date(2024, 9, 1), date(2024, 9, 30), PeriodKind.MONTH),
        ("sep 2024", "2024-09", date(2024, 9, 1), date(2024, 9, 30), PeriodKind.MONTH),
        ("sept. 2024", "2024-09", date(2024, 9, 1), date(2024, 9, 30), PeriodKind.MONTH),
        ("Maart 2024", "2024-03", date(2024, 3, 1), date(2024, 3, 31), PeriodKind.MONTH),
        ("mrt 2024", "2024-03", date(2024, 3, 1), date(2024, 3, 31), PeriodKind.MONTH),
        ("2024-02", "2024-02", date(2024, 2, 1), date(2024, 2, 29), PeriodKind.MONTH),
        ("2020/2021", "2020/2021", date(2020, 1, 1), date(2021, 12, 31), PeriodKind.SPAN),
        ("2005/2014", "2005/2014", date(2005, 1, 1), date(2014, 12, 31), PeriodKind.SPAN),
    ],
)
def test_period_is_read_from_text(text: str, code: str, start: date, end: date, kind: PeriodKind) -> None:
    period = Period.parse(text)
    assert (period.code, period.start, period.end, period.kind) == (code, start, end, kind)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2014/2005", "Het eerste jaar, 2014, moet voor het laatste liggen."),
        ("2020/2020", "Het eerste jaar, 2020, moet voor het laatste liggen."),
        ("2005-13", "Een jaar heeft geen maand 13."),
        ("2005-00", "Een jaar heeft geen maand 0."),
        ("2024-Q5", "Een jaar heeft geen kwartaal 5."),
        ("k0 2024", "Een jaar heeft geen kwartaal 0."),
        ("2024-T4", "Een jaar heeft geen tertaal 4."),
        ("2024-H3", "Een jaar heeft geen halfjaar 3."),
        ("1899", "Het jaar 1899 ligt niet tussen 1900 en 2100."),
        ("2099/2101", "Het jaar 2101 ligt niet tussen 1900 en 2100."),
        ("foo 2024", "‘foo’ is geen maand."),
        ("", "Verwacht: 2024"),
        ("24", "Verwacht: 2024"),
        ("2024.0", "Verwacht: 2024"),
        ("2024-9", "Verwacht: 2024"),
        ("2020-2021", "Verwacht: 2024"),
        ("2024-09-01", "Verwacht: 2024"),
        ("٢٠٢٤", "Verwacht: 2024"),
        ("2024\n2025", "Verwacht: 2024"),
    ],
)
def test_text_that_is_no_period_is_refused_with_what_is_expected(text: str, reason: str) -> None:
    with pytest.raises(PeriodError) as refused:
        Period.parse(text)
    assert reason in str(refused.value)
    assert "Verwacht: 2024, 2024-H1" in str(refused.value)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2024, 2, 1), date(2024, 4, 30)),
        (date(2024, 1, 1), date(2024, 5, 31)),
        (date(2024, 1, 2), date(2024, 1, 31)),
        (date(2024, 1, 1), date(2024, 1, 30)),
        (date(2024, 7, 1), date(2025, 6, 30)),
        (date(2024, 1, 1), date(2023, 12, 31)),
        (date(1899, 1, 1), date(1899, 12, 31)),
    ],
)
def test_dates_that_bound_no_period_are_refused(start: date, end: date) -> None:
    with pytest.raises(PeriodError):
        Period(start, end)


@pytest.mark.parametrize(
    ("code", "label", "short_label"),
    [
        ("2024", "2024", "2024"),
        ("2024-H1", "halfjaar 1 2024", "h1 2024"),
        ("2024-T2", "tertaal 2 2024", "t2 2024"),
        ("2024-Q3", "k3 2024", "k3 2024"),
        ("2024-09", "september 2024", "sep 2024"),
        ("2020/2021", "2020 tot en met 2021", "2020/2021"),
    ],
)
def test_labels_are_dutch(code: str, label: str, short_label: str) -> None:
    period = Period.parse(code)
    assert (period.label, period.short_label, str(period)) == (label, short_label, code)


@given(periods())
def test_code_and_short_label_read_back_as_the_same_period(period: Period) -> None:
    assert Period.parse(period.code) == period
    assert Period.parse(period.short_label) == period


@given(st.sampled_from(CALENDAR_KINDS), DAYS)
def test_periods_of_a_kind_tile_the_calendar(kind: PeriodKind, day: date) -> None:
    period = Period.containing(kind, day)
    assert period.contains(day)
    assert period.kind is kind
    assert period.next().previous() == period
    assert (period.next().start - period.end).days == 1
    assert period.contains(period)
    assert not period.overlaps(period.next())


def test_span_moves_by_its_own_length_and_has_no_calendar() -> None:
    assert Period.parse("2020/2021").next() == Period.parse("2022/2023")
    with pytest.raises(PeriodError):
        Period.containing(PeriodKind.SPAN, date(2024, 1, 1))


def test_periods_sort_by_start_then_end_and_are_hashable() -> None:
    codes = ["2024", "2024-Q2", "2024-01", "2023/2024", "2024-Q1"]
    in_order = sorted(Period.parse(code) for code in codes)
    assert [period.code for period in in_order] == ["2023/2024", "2024-01", "2024-Q1", "2024", "2024-Q2"]
    assert len({Period.parse("2024-Q1"), Period.parse("k1 2024")}) == 1


@pytest.mark.parametrize(
    ("outer", "inner", "contains", "overlaps"),
    [
        ("2024", "2024-Q4", True, True),
        ("2024-Q4", "2024", False, True),
        ("2024-H1", "2024-T2", False, True),
        ("2024-Q1", "2024-Q2", False, False),
    ],
)
def test_contains_and_overlaps(outer: str, inner: str, contains: bool, overlaps: bool) -> None:
    one, other = Period.parse(outer), Period.parse(inner)
    assert one.contains(other) is contains
    assert one.overlaps(other) is overlaps


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2024, 6, 30), 2, date(2024, 8, 30)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_adding_months_stays_within_the_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(DAYS)
def test_month_of_a_day_ends_on_the_last_day_of_that_month(day: date) -> None:
    assert month_of(day).kind is PeriodKind.MONTH
    assert month_of(day).contains(day)
    assert month_of(day).end == end_of_month(day)


# Fourteen parts in 2023; the Landelijke Eenheid gives way to two units on 1-1-2024, so fifteen.
UNITS = [
    *[(date(2013, 1, 1), None)] * 12,
    (None, None),
    (date(2013, 1, 1), date(2023, 12, 31)),
    *[(date(2024, 1, 1), None)] * 2,
]


@pytest.mark.parametrize(("day", "count"), [(date(2023, 12, 31), 14), (date(2024, 1, 1), 15)])
def test_units_count_on_the_days_they_are_valid(day: date, count: int) -> None:
    assert sum(valid_on(day, start, end) for start, end in UNITS) == count
