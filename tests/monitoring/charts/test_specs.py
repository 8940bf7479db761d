"""What a spec refuses, and how a page takes a chart."""

from decimal import Decimal

import pytest

from monitoring.charts import (
    Group,
    Heading,
    Nothing,
    Scale,
    Series,
    StackRow,
    Tone,
    UnitValue,
    drawn,
    status_by_theme,
    trend,
)
from tests.monitoring.charts import samples


@pytest.mark.parametrize("chart_id", ["", "1a", "C", 'a"b', "a b", "a\n"])
def test_an_id_that_could_break_out_of_an_attribute_is_refused(chart_id: str) -> None:
    with pytest.raises(ValueError, match="chart id"):
        Heading(id=chart_id, title="t", unit_line="", summary="", source="")


def test_a_fifth_series_is_refused() -> None:
    series = [Series(name=str(number), points=()) for number in range(5)]

    with pytest.raises(ValueError, match="At most 4"):
        trend(samples.heading("c-5", "Vijf"), series, scale=Scale.COUNT, decimals=0)


def test_a_row_of_a_stack_has_a_count_for_every_group() -> None:
    with pytest.raises(ValueError, match="1 counts for 2 groups"):
        status_by_theme(
            samples.heading("c-s", "S"),
            [Group("gereed", Tone.DONE), Group("te laat", Tone.BAD)],
            [StackRow("1", (3,))],
        )


def test_a_unit_has_a_value_or_a_kind_of_nothing() -> None:
    with pytest.raises(ValueError, match="a value or a kind of nothing"):
        UnitValue(name="Limburg", value=Decimal(1), nothing=Nothing.SUPPRESSED)


@pytest.mark.parametrize("sample", samples.DRAWN)
def test_a_page_gets_the_three_renderings_with_the_texts_around_them(sample: samples.Sample) -> None:
    chart = sample()
    made = drawn(chart, csv_url="/x.csv")

    assert (made.id, made.title, made.height) == (
        chart.heading.id,
        chart.heading.title,
        chart.heading.height.value,
    )
    assert made.svg.__html__().startswith("<svg")
    assert made.figure_json.startswith("{")
    assert made.table.rows
    assert made.csv_url == "/x.csv"
