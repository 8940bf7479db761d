from datetime import date
from decimal import Decimal

import pytest

from monitoring.progress import (
    Certainty,
    Definition,
    Figure,
    RollUp,
    definition_for,
    growth,
    series_numbers,
    series_runs,
    shown_value,
)
from pvi.lib.periods import Period
from tests.monitoring.rules import COUNT, PERCENT, Number, definition, figure, number

YEAR_2017 = Period.parse("2017")


PER_THOUSAND = definition(scale_factor=Decimal(1000), roll_up=RollUp.RATIO)
AVERAGE = definition(has_ratio=True, roll_up=RollUp.RATIO)
SCORE = definition(roll_up=RollUp.WEIGHTED)


@pytest.mark.parametrize(
    ("rule", "value", "numerator", "denominator", "shown", "contradicts"),
    [
        pytest.param(
            PERCENT, "43.2", 60, 139, "43.2", False, id="published wins, the parts agree when rounded"
        ),
        pytest.param(PERCENT, "43.200000", 60, 139, "43.2", False, id="zeros of the database are no digits"),
        pytest.param(PERCENT, "43.3", 60, 139, "43.3", True, id="published differs beyond its rounding"),
        pytest.param(PERCENT, 21, 6711, 32000, "21", False, id="published as a whole number"),
        pytest.param(PERCENT, "12.5", 1, 8, "12.5", False, id="exact"),
        pytest.param(PERCENT, "0.25", 1, 400, "0.25", False, id="below one per cent"),
        pytest.param(PERCENT, None, 1, 4, "25", False, id="computed when absent"),
        pytest.param(PERCENT, "14.4", None, None, "14.4", False, id="published only"),
        pytest.param(PERCENT, None, 0, 0, None, False, id="no share of nobody"),
        pytest.param(PERCENT, None, 5, None, None, False, id="a part is missing"),
        pytest.param(PER_THOUSAND, None, 3, 1500, "2", False, id="rate per 1000"),
        pytest.param(AVERAGE, None, 34, 17, "2", False, id="average"),
        pytest.param(COUNT, 184, 184, 224, "184", False, id="a count with a denominator is no percentage"),
        pytest.param(COUNT, None, 184, 224, "184", False, id="a count from its numerator"),
        pytest.param(COUNT, 185, 184, 224, "185", True, id="a count that contradicts its numerator"),
        pytest.param(SCORE, "6.4", None, 120, "6.4", False, id="a score has only its n"),
        pytest.param(SCORE, None, 700, 120, None, False, id="a score is never computed"),
    ],
)
def test_shown_value(
    rule: Definition,
    value: Number | None,
    numerator: Number | None,
    denominator: Number | None,
    shown: Number | None,
    contradicts: bool,
) -> None:
    result = shown_value(figure("2017", value, numerator, denominator), rule)
    assert (result.value, result.contradicts) == (number(shown), contradicts)


MAR = [
    definition(number=1, effective_from=date(2014, 1, 1)),
    definition(number=2, effective_from=date(2017, 1, 1)),
    definition(number=3, effective_from=date(2019, 1, 1)),
]


@pytest.mark.parametrize(
    ("code", "version"),
    [
        pytest.param("2013", 1, id="before the first version: the first"),
        pytest.param("2014", 1, id="first year"),
        pytest.param("2018", 2, id="last year of a version"),
        pytest.param("2019", 3, id="first year of the next"),
        pytest.param("2018/2019", 3, id="a span is counted by the version at its end"),
    ],
)
def test_definition_for_a_period_is_the_one_in_force_at_its_end(code: str, version: int) -> None:
    assert definition_for(MAR, Period.parse(code)).number == version
    assert definition_for(MAR[::-1], Period.parse(code)).number == version


def test_an_indicator_has_at_least_one_definition() -> None:
    with pytest.raises(ValueError, match="at least one"):
        definition_for([], YEAR_2017)


def test_a_version_that_only_rewords_stays_in_its_series() -> None:
    versions = [*MAR, definition(number=4, effective_from=date(2022, 1, 1), breaks_series=False)]
    assert series_numbers(versions) == {1: 1, 2: 2, 3: 3, 4: 3}


def test_series_break_where_the_definition_changes() -> None:
    figures = [
        figure("2019", 5487, definition_version=3),
        figure("2014", 5721, definition_version=1),
        figure("2018", 3299, definition_version=2),
        figure("2017", 3499, definition_version=2),
        figure("2022", 6738, definition_version=3),
    ]
    runs = series_runs(figures)
    assert [[f.period.code for f in run.figures] for run in runs] == [
        ["2014"],
        ["2017", "2018"],
        ["2019", "2022"],
    ]
    assert [run.definition_version for run in runs] == [1, 2, 3]


def test_quarters_and_years_do_not_share_a_line_but_years_and_spans_do() -> None:
    runs = series_runs(
        [figure("2016", 1), figure("2016-Q4", 2), figure("2020/2021", 3), figure("2016-Q3", 4)]
    )
    assert [[f.period.code for f in run.figures] for run in runs] == [
        ["2016-Q3", "2016-Q4"],
        ["2016", "2020/2021"],
    ]


def test_of_one_period_the_firmest_figure_is_in_the_series() -> None:
    provisional = figure("2020", 224, certainty=Certainty.PROVISIONAL)
    (run,) = series_runs(
        [provisional, figure("2020", 225), figure("2020", 230, certainty=Certainty.ESTIMATE)]
    )
    assert [f.value for f in run.figures] == [225]


@pytest.mark.parametrize(
    ("earlier", "later", "grown"),
    [
        pytest.param(
            figure("2019", 5487), figure("2022", 6738), Decimal("22.8"), id="MAR 2019-2022: nearly 25"
        ),
        pytest.param(figure("2022", 200), figure("2023", 150), Decimal("-25.0"), id="decline"),
        pytest.param(
            figure("2018", 3299, definition_version=2), figure("2019", 5487), None, id="across a break"
        ),
        pytest.param(figure("2022", 0), figure("2023", 3), None, id="from nothing"),
        pytest.param(figure("2022"), figure("2023", 3), None, id="without a value"),
    ],
)
def test_growth(earlier: Figure, later: Figure, grown: Decimal | None) -> None:
    result = growth(earlier, later, COUNT)
    assert (None if result is None else round(result, 1)) == grown
