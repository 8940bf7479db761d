"""The periods that a series misses, and what it says in words."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from monitoring.charts import Nothing, Point, middle
from monitoring.dashboards.indicators.missing import Placed, with_missing
from monitoring.dashboards.indicators.sentence import NO_TREND, sentence_of
from monitoring.models import DefinitionVersion, Indicator
from monitoring.snapshots.facts import Rules, rules_of
from pvi.lib.periods import Period


def definition(**more: Any) -> DefinitionVersion:
    fields: dict[str, Any] = {
        "indicator": Indicator(pk=1, code="I-1"), "number": 1, "effective_from": dt.date(2000, 1, 1),
        "scale_label": "incidenten", "scale_factor": Decimal(1), "direction": "context", "frequency": "year",
        "lag_months": 4, "time_rule": "flow", "roll_up": "sum", "margin": Decimal("0.1"),
    }  # fmt: skip
    return DefinitionVersion(**{**fields, **more})


def rules(**more: Any) -> Rules:
    return rules_of([definition(**more)])


def placed(*figures: tuple[str, Any], series: str = "1") -> list[Placed]:
    return [
        (
            period := Period.parse(code),
            Point(
                at=middle(period.start, period.end), label=period.label, definition=series,
                value=None if value is None else Decimal(value),
                nothing=Nothing.SUPPRESSED if value is None else None,
            ),
        )
        for code, value in figures
    ]  # fmt: skip


def kinds(series: Sequence[Placed]) -> list[tuple[str, str]]:
    return [(period.code, point.nothing.value if point.nothing else "") for period, point in series]


def test_missing_years_keep_their_place_until_the_running_one() -> None:
    filled = with_missing(
        placed(("2020", 5), ("2022", 6)), rules(), dt.date(2024, 9, 15), dt.date(2024, 9, 15)
    )
    assert kinds(filled) == [
        ("2020", ""),
        ("2021", "not_delivered"),
        ("2022", ""),
        ("2023", "not_delivered"),
        ("2024", "not_due"),
    ]


def test_a_year_is_awaited_until_its_due_day_has_passed() -> None:
    on_the_day = with_missing(placed(("2022", 6)), rules(), dt.date(2024, 4, 30), dt.date(2024, 4, 30))
    assert kinds(on_the_day)[1] == ("2023", "not_due")


@pytest.mark.parametrize(
    ("frequency", "expected"), [("two_years", ["2019", "2021", "2023"]), ("rare", ["2019", "2023"])]
)
def test_nobody_misses_a_year_in_which_nothing_was_asked(frequency: str, expected: list[str]) -> None:
    series = placed(("2019", 5), ("2023", 6))
    filled = with_missing(series, rules(frequency=frequency), dt.date(2024, 9, 15), dt.date(2024, 9, 15))
    assert [code for code, _ in kinds(filled)] == expected


def test_figures_keep_their_own_rhythm_under_a_finer_definition() -> None:
    filled = with_missing(
        placed(("2021", 5), ("2023", 6)),
        rules(frequency="month"),
        dt.date(2023, 12, 31),
        dt.date(2024, 9, 15),
    )
    assert [code for code, _ in kinds(filled)] == ["2021", "2022", "2023"]


def test_nothing_is_missed_after_the_definition_has_ended() -> None:
    ended = rules(effective_until=dt.date(2022, 12, 31))
    filled = with_missing(placed(("2021", 5)), ended, dt.date(2024, 9, 15), dt.date(2024, 9, 15))
    assert [code for code, _ in kinds(filled)] == ["2021", "2022"]


def test_growth_is_told_inside_one_definition_only() -> None:
    series = [*placed(("2018", 3299), series="2"), *placed(("2019", 5487), ("2022", 6738), series="3")]
    assert sentence_of(series, definition(), has_breaks=True) == (
        f"Sinds 2019 stijgt het aantal van 5.487 naar 6.738 in 2022: 22,8% meer. {NO_TREND}"
    )


def test_a_first_figure_of_a_definition_has_no_trend() -> None:
    share = definition(scale_label="%", scale_factor=Decimal(100), decimals=1, roll_up="ratio")
    series = [*placed(("2016", "19.5"), series="1"), *placed(("2022", "14.4"), series="2")]
    assert sentence_of(series, share, has_breaks=False) == (
        "Over 2022 is het aandeel 14,4%. Er is geen eerder cijfer volgens dezelfde definitie."
    )


def test_shares_change_by_points_and_quarters_are_held_against_the_same_quarter() -> None:
    share = definition(scale_label="%", scale_factor=Decimal(100), decimals=1, roll_up="ratio")
    series = placed(("2023-Q2", "20"), ("2023-Q3", "26"), ("2024-Q2", "18.5"))
    assert sentence_of(series, share, has_breaks=False) == (
        "Sinds k2 2023 daalt het aandeel van 20,0% naar 18,5% in k2 2024: 1,5 procentpunt minder."
    )


def test_growth_from_zero_is_told_in_numbers() -> None:
    said = sentence_of(placed(("2022", 0), ("2023", 12)), definition(), has_breaks=False)
    assert said == "Sinds 2022 stijgt het aantal van 0 naar 12 in 2023: 12 meer."


def test_an_unchanged_figure_says_so() -> None:
    said = sentence_of(placed(("2022", 12), ("2023", 12)), definition(), has_breaks=False)
    assert said == "In 2023 is het aantal 12, gelijk aan 2022."


def test_suppressed_figures_are_no_empty_series() -> None:
    assert "te klein om te tonen" in sentence_of(placed(("2022", None)), definition(), has_breaks=False)
    assert sentence_of([], definition(), has_breaks=False) == "Er is nog geen cijfer om te tonen."
