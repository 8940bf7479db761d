from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pvi.lib.formatting import (
    DateError,
    NumberError,
    count_of,
    date_long,
    date_short,
    days_ago,
    euro,
    field_number,
    number,
    parse_date,
    parse_number,
    percent,
    plural,
    time_left,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1234.5", None, "1.234,5"),
        ("1234.500", None, "1.234,5"),
        ("6738", None, "6.738"),
        ("1E+3", None, "1.000"),
        ("0", None, "0"),
        ("1250400.5", 2, "1.250.400,50"),
        ("61.25", 1, "61,3"),
        ("61.35", 1, "61,4"),
        ("-61.25", 1, "−61,3"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.04", 1, "0,0"),
        ("-0", None, "0"),
        ("-3", None, "−3"),
        ("33.33333333333333333333333333", 1, "33,3"),
        ("123456789012345678901234567890.12", 1, "123.456.789.012.345.678.901.234.567.890,1"),
    ],
)
def test_number(value: str, decimals: int | None, text: str) -> None:
    assert number(Decimal(value), decimals) == text


def test_words_around_numbers() -> None:
    assert number(6738) == "6.738"
    assert percent(Decimal("61.2")) == "61,2%"
    assert percent(Decimal(14), 0) == "14%"
    assert euro(Decimal("1250400.5")) == "€\u00a01.250.400,50"
    assert euro(35000, 0) == "€\u00a035.000"
    assert count_of(11, 14) == "11 van 14"
    assert [plural(n, "taak", "taken") for n in (0, 1, 2, 1234)] == [
        "0 taken",
        "1 taak",
        "2 taken",
        "1.234 taken",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("1 234", "1234"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234", "1234"),
        (" 7 ", "7"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("-0", "0"),
        ("0,183", "0.183"),
        ("0.183", "0.183"),
        ("1234.567", "1234.567"),
        ("1.2345", "1.2345"),
        ("1,234", "1.234"),
        ("007", "7"),
        ("12,50", "12.50"),
        ("999999999999999,9999999999", "999999999999999.9999999999"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1.234", "‘1.234’ kan 1234 of 1,234 betekenen. Vul 1234 in zonder punt, of 1,234 met een komma."),
        ("-12.345", "‘-12.345’ kan -12345 of -12,345 betekenen."),
        ("", "Vul een getal in, bijvoorbeeld 12,5."),
        ("\u00a0", "Vul een getal in, bijvoorbeeld 12,5."),
        ("1234567890123456", "is te lang"),
        ("0,12345678901", "is te lang"),
        *[
            (text, f"‘{text}’ is geen getal. Vul een getal in zoals 1234, 12,5 of 1.234,5.")
            for text in (
                "NaN",
                "inf",
                "-Infinity",
                "1e309",
                "1E3",
                "٣",
                "１２",
                "²",
                "12,",
                ",5",
                "1,234.5",
                "1,234,567",
                "12.34.56",
                "1.23,4",
                "12 34",
                "1 234.5",
                "1.234 567",
                "--3",
                "+3",
                "3-",
                "1_000",
                "0x10",
                "12,5%",
                "<5",
                "=1+1",
                "twaalf",
                "1\n2",
            )
        ],
    ],
)
def test_what_is_no_number_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(text)
    assert message in str(refused.value)


NUMBERS = st.decimals(-(10**12), 10**12, places=4)


@given(NUMBERS)
def test_a_form_field_reads_back_exactly(value: Decimal) -> None:
    assert parse_number(field_number(value)) == value


@given(NUMBERS)
def test_a_number_with_a_comma_reads_back_as_it_is_shown(value: Decimal) -> None:
    assert abs(parse_number(number(value, 2)) - value) <= Decimal("0.005")


@given(st.text(alphabet="0123456789.,- \u00a0\u2212eE+%", max_size=14))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        value = parse_number(text)
    except NumberError:
        return
    assert value.is_finite()
    assert parse_number(field_number(value)) == value


def test_dates_in_tables_and_in_text() -> None:
    assert date_short(date(2026, 3, 1)) == "1-3-2026"
    assert date_long(date(2026, 3, 31)) == "31 maart 2026"


@pytest.mark.parametrize(
    ("day", "ago", "left"),
    [
        (date(2023, 8, 31), "vandaag", "vandaag"),
        (date(2023, 8, 30), "gisteren", "1 dag te laat"),
        (date(2023, 7, 31), "31 dagen geleden", "31 dagen te laat"),
        (date(2023, 9, 1), "morgen", "nog 1 dag"),
        (date(2023, 12, 21), "over 112 dagen", "nog 112 dagen"),
    ],
)
def test_days_in_words(day: date, ago: str, left: str) -> None:
    assert days_ago(day, date(2023, 8, 31)) == ago
    assert time_left(day, date(2023, 8, 31)) == left


@pytest.mark.parametrize(
    "text",
    [
        "31-3-2026",
        "31-03-2026",
        "31/3/2026",
        "31 maart 2026",
        "31 Maart 2026",
        "31 mrt. 2026",
        "2026-03-31",
        " 31-3-2026 ",
    ],
)
def test_parse_date(text: str) -> None:
    assert parse_date(text) == date(2026, 3, 31)


def test_the_day_comes_first() -> None:
    assert parse_date("1-2-2026") == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("29-2-2027", "‘29-2-2027’ bestaat niet. Vul een datum in zoals 31-3-2026."),
        ("31-4-2026", "bestaat niet"),
        ("0-1-2026", "bestaat niet"),
        ("1-13-2026", "bestaat niet"),
        ("1-3-26", "is geen datum"),
        ("31-3/2026", "is geen datum"),
        ("45292", "is geen datum"),
        ("2026-3-31", "is geen datum"),
        ("31 foo 2026", "is geen datum"),
        ("٣١-3-2026", "is geen datum"),
        ("", "is geen datum"),
        ("1-1-1899", "Het jaar 1899 ligt niet tussen 1900 en 2100."),
        ("1-1-2101", "Het jaar 2101 ligt niet tussen 1900 en 2100."),
    ],
)
def test_what_is_no_date_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text)
    assert message in str(refused.value)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_way_to_write_a_date_reads_back(day: date) -> None:
    for text in (date_short(day), date_long(day), day.isoformat()):
        assert parse_date(text) == day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(2, 400))
def test_days_are_counted(day: date, days: int) -> None:
    assert days_ago(day, day + timedelta(days=days)).startswith(f"{days} dagen")
