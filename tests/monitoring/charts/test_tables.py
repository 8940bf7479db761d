"""The table has every figure of the chart, in words where there is none."""

from datetime import date
from decimal import Decimal

import pytest

from monitoring import charts
from monitoring.charts import BarRow, Certainty, Nothing, Scale, SeriesChart, UnitValue, csv_rows, table
from tests.monitoring.charts import samples


def figures(chart: charts.Chart) -> list[Decimal]:
    return [cell.value for row in table(chart).rows for cell in row if cell.value is not None]


@pytest.mark.parametrize(
    "sample",
    [
        samples.trend,
        samples.incidents,
        samples.four_definitions,
        samples.counts,
        samples.membership,
        samples.sparkline,
        samples.crowded,
    ],
)
def test_the_figures_are_those_of_the_series_and_the_target(sample: samples.SampleOfSeries) -> None:
    chart: SeriesChart = sample()
    values = [point.value for one in chart.series for point in one.points if point.value is not None]

    assert figures(chart) == [*values, *(point.value for point in chart.target)]


def test_planned_and_actual_stand_side_by_side_and_the_future_is_not_due() -> None:
    made = table(samples.planned_actual())

    assert [header.text for header in made.headers] == ["Maand", "Gepland", "Werkelijk"]
    assert [cell.text for cell in made.rows[19]] == ["maand 20", "57%", "49%"]
    assert [cell.text for cell in made.rows[20]] == ["maand 21", "60%", "nog niet verwacht"]
    assert made.rows[20][2].nothing is Nothing.NOT_DUE


def test_a_trend_tells_margin_context_standing_and_definition() -> None:
    made = table(samples.trend())

    assert [str(header) for header in made.headers] == [
        "Periode",
        "Waarde",
        "Marge",
        "Toelichting",
        "Stand",
        "Definitie",
    ]
    assert [str(cell) for cell in made.rows[0]] == ["2017", "22,1%", "", "", "definitief", "oude definitie"]
    assert [str(cell) for cell in made.rows[9]] == [
        "k2 2023",
        "26,1%",
        "23,1% tot 29,1%",
        "van 757 nieuwe collega’s, marge 22,0% tot 27,8%",
        "voorlopig",
        "",
    ]
    assert [str(cell) for cell in made.rows[-1]][:2] == ["Streefwaarde, eind 2025", "35,0%"]


def test_columns_that_say_nothing_are_left_out() -> None:
    assert [header.text for header in table(samples.counts()).headers] == [
        "Periode",
        "Incidenten",
        "Stand",
        "Definitie",
    ]


def test_the_four_definitions_are_named_in_every_row() -> None:
    made = table(samples.four_definitions())

    assert [header.text for header in made.headers] == ["Periode", "Reeks", "Waarde"]
    assert {row[1].text for row in made.rows} == {one.name for one in samples.four_definitions().series}


def test_nothing_stands_in_words_and_counts_as_a_figure_for_its_column() -> None:
    row = next(row for row in table(samples.counts()).rows if row[0].text == "2019")

    assert (row[1].text, row[1].is_number, row[1].nothing) == ("niet geleverd", True, Nothing.NOT_DELIVERED)


def test_the_statuses_of_a_theme_add_up_to_its_total() -> None:
    made = table(samples.status_by_theme())

    assert [header.text for header in made.headers][-1] == "Totaal"
    for row in made.rows:
        counts = [cell.value or Decimal(0) for cell in row[1:]]
        assert sum(counts[:-1]) == counts[-1]


def test_units_stand_in_their_own_order_with_the_korps_last() -> None:
    made = table(samples.per_unit())

    assert [row[0].text for row in made.rows][:2] == ["Noord-Nederland", "Oost-Nederland"]
    assert [cell.text for cell in made.rows[-1]][:2] == ["Korps", "25,3%"]
    assert [cell.text for cell in made.rows[11]][1] == "niet van toepassing"


def test_every_measure_has_its_period_and_milestones_in_words() -> None:
    rows = [[cell.text for cell in row] for row in table(samples.timeline()).rows]

    assert rows[1] == [
        "Exitgesprekken en analyse",
        "1. Veilige en inclusieve teams",
        "Te laat",
        "1-2-2022",
        "31-5-2023",
        "Opdracht, 1-9-2022, gehaald; Analyse, 31-5-2023, te laat",
    ]
    assert rows[2][3:] == ["onbekend", "onbekend", "geen"]


def test_the_bar_list_has_its_own_words() -> None:
    made = table(samples.bars())

    assert [header.text for header in made.headers] == ["Leeftijd", "Aantal"]
    assert [cell.text for cell in made.rows[0]] == ["Korter dan 3 maanden", "8"]


def test_a_csv_file_has_unrounded_figures_with_a_decimal_comma() -> None:
    chart = samples.line([samples.year(2020, "33.3333"), samples.year(2021, "1234.5")])

    assert csv_rows(chart) == [["Periode", "Waarde (%)"], ["2020", "33,3333"], ["2021", "1234,5"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_text_runs_as_a_formula_in_a_spreadsheet(start: str) -> None:
    chart = charts.bars(samples.heading("c-b", "B"), [BarRow(f"{start}1+1", 2)], name_word="Naam")

    assert csv_rows(chart)[1] == [f"'{start}1+1", "2"]


def test_a_negative_figure_stays_a_figure() -> None:
    chart = samples.line([samples.year(2020, "-4"), samples.year(2021, "2")])

    assert csv_rows(chart)[1] == ["2020", "-4"]


def test_an_estimate_is_called_so() -> None:
    unit = UnitValue(name="Amsterdam", value=Decimal(851), certainty=Certainty.ESTIMATE)
    made = table(charts.per_unit(samples.heading("c-u", "U"), [unit], scale=Scale.COUNT, decimals=0))

    assert [cell.text for cell in made.rows[0]] == ["Amsterdam", "851", "schatting"]


def test_a_point_that_one_series_lacks_is_not_left_blank() -> None:
    months = [charts.MonthShare(at=date(2023, 1, 31), label="januari 2023", planned=Decimal(4))]
    made = table(charts.planned_actual(samples.heading("c-p", "P"), months, reference=date(2023, 1, 31)))

    assert [cell.text for cell in made.rows[0]] == ["januari 2023", "4%", "nog niet verwacht"]
