"""Which columns and rows the table of each kind of chart has."""

from collections.abc import Iterator

from monitoring.charts.by_row import BarList, MeasureRow, MilestoneMark, StackChart, StripChart, Timeline
from monitoring.charts.runs import runs
from monitoring.charts.spec import Point, Role, Series, SeriesChart
from monitoring.charts.tables import (
    Cell,
    Header,
    Table,
    count_cell,
    figure_cell,
    figure_header,
    make_table,
    rows_for_csv,
)
from monitoring.charts.words import CERTAINTY_WORDS
from monitoring.progress import Certainty, Nothing
from pvi.lib.formatting import date_short

Chart = SeriesChart | StackChart | StripChart | BarList | Timeline
_UNKNOWN = "onbekend"


def table(chart: Chart) -> Table:
    """Every figure of the chart, and never a blank or a zero for nothing."""
    match chart:
        case SeriesChart() if any(one.role is Role.PLAN for one in chart.series):
            return _side_by_side(chart)
        case SeriesChart():
            return _over_time(chart)
        case StackChart():
            return _stack(chart)
        case StripChart():
            return _strip(chart)
        case BarList():
            return _bars(chart)
        case Timeline():
            return _timeline(chart)


def csv_rows(chart: Chart) -> list[list[str]]:
    """The table of the chart as rows for a CSV file, the heads first."""
    return rows_for_csv(table(chart))


def _side_by_side(chart: SeriesChart) -> Table:
    """A row per period with a column per series."""
    headers = [Header("Maand"), *(figure_header(one.name.capitalize(), chart.y) for one in chart.series)]
    by_day = [{point.at: point for point in one.points} for one in chart.series]
    labels = {point.at: point.label for one in chart.series for point in one.points}
    rows = [
        [Cell(label), *(_of_day(chart, points.get(day)) for points in by_day)]
        for day, label in labels.items()
    ]
    return make_table(chart.heading.title, headers, rows)


def _of_day(chart: SeriesChart, point: Point | None) -> Cell:
    if point is None:
        return figure_cell(None, Nothing.NOT_APPLICABLE, chart.y)
    return figure_cell(point.value, point.nothing, chart.y)


def _over_time(chart: SeriesChart) -> Table:
    """A row per point of every series, then the target path."""
    many = len(chart.series) > 1
    headers = [
        Header("Periode"),
        Header("Reeks"),
        figure_header((chart.unit_word or "waarde").capitalize(), chart.y),
        Header("Marge"),
        Header("Toelichting"),
        Header("Stand"),
        Header("Definitie"),
    ]
    rows = [row for one in chart.series for row in _points(chart, one, one.name if many else "")]
    return make_table(chart.heading.title, headers, [*rows, *_targets(chart, len(headers))])


def _points(chart: SeriesChart, series: Series, name: str) -> Iterator[list[Cell]]:
    older = {point.at for run in runs(chart, series) if run.older for point in run.points}
    tell_stand = any(point.certainty is not Certainty.FINAL for point in series.points)
    for point in series.points:
        stand = CERTAINTY_WORDS[point.certainty] if tell_stand and point.value is not None else ""
        definition = "oude definitie" if point.at in older else ""
        yield [
            Cell(point.label),
            Cell(name),
            figure_cell(point.value, point.nothing, chart.y),
            Cell(_margin(chart, point)),
            Cell(_remark(point)),
            Cell(stand),
            Cell(definition),
        ]


def _margin(chart: SeriesChart, point: Point) -> str:
    if point.low is None or point.high is None:
        return ""
    low, high = (figure_cell(edge, None, chart.y).text for edge in (point.low, point.high))
    return f"{low} tot {high}"


def _remark(point: Point) -> str:
    return ", ".join(part for part in (point.context, point.note) if part)


def _targets(chart: SeriesChart, columns: int) -> Iterator[list[Cell]]:
    for point in chart.target:
        what = "Streefwaarde" if point.is_target else "Begin van het pad"
        row = [Cell(f"{what}, {point.label}"), Cell(""), figure_cell(point.value, None, chart.y)]
        yield [*row, *(Cell("") for _ in range(columns - len(row)))]


def _stack(chart: StackChart) -> Table:
    heads = [Header("Thema"), *(Header(group.word.capitalize(), is_number=True) for group in chart.groups)]
    rows = ([Cell(row.name), *map(count_cell, row.counts), count_cell(row.total)] for row in chart.rows)
    return make_table(chart.heading.title, [*heads, Header("Totaal", is_number=True)], rows)


def _strip(chart: StripChart) -> Table:
    value = figure_header((chart.unit_word or "waarde").capitalize(), chart.axis)
    headers = [Header("Onderdeel"), value, Header("Toelichting"), Header("Stand")]
    rows = [
        [
            Cell(row.name),
            figure_cell(row.value, row.nothing, chart.axis),
            Cell(row.context),
            Cell(CERTAINTY_WORDS[row.certainty] if row.value is not None else ""),
        ]
        for row in chart.rows
    ]
    if chart.korps is not None:
        rows.append([Cell("Korps"), figure_cell(chart.korps, None, chart.axis), Cell(""), Cell("")])
    return make_table(chart.heading.title, headers, rows)


def _bars(chart: BarList) -> Table:
    headers = (Header(chart.name_word), Header(chart.count_word, is_number=True))
    return make_table(
        chart.heading.title, headers, ((Cell(row.name), count_cell(row.count)) for row in chart.rows)
    )


def _timeline(chart: Timeline) -> Table:
    headers = [Header(text) for text in ("Maatregel", "Thema", "Stand", "Begin", "Einde", "Mijlpalen")]
    rows = (
        (Cell(row.name), Cell(group.title), Cell(row.status_word), *_period(row), Cell(_milestones(row)))
        for group in chart.groups
        for row in group.rows
    )
    return make_table(chart.heading.title, headers, rows)


def _period(row: MeasureRow) -> tuple[Cell, Cell]:
    start, end = (date_short(day) if day else _UNKNOWN for day in (row.start, row.end))
    return Cell(start), Cell(end)


def _milestones(row: MeasureRow) -> str:
    return "; ".join(milestone_words(mark) for mark in row.milestones) or "geen"


def milestone_words(mark: MilestoneMark) -> str:
    """A milestone as it reads: its name, its day and whether it is done, planned or late."""
    return f"{mark.name}, {date_short(mark.at)}, {mark.state.word}"
