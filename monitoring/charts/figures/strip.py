"""A dot strip as a Plotly figure."""

from collections.abc import Iterator
from decimal import Decimal

from monitoring.charts.by_row import StripChart, UnitValue
from monitoring.charts.figures.style import Json, layout, note
from monitoring.charts.frame import NARROW_WIDTH, Margins
from monitoring.charts.palette import BAR, INK, MUTED, NOTHING_INK
from monitoring.charts.spec import Scale, ValueAxis
from monitoring.charts.strips import BOTTOM, PLOT_END, PLOT_START, TOP, row_text, short_name
from monitoring.charts.text import plotly_text
from monitoring.charts.ticks import TICK_SIZE, kept_when_narrow
from monitoring.charts.values import plain, tick_text, written
from monitoring.charts.words import unsure_word
from monitoring.progress import Certainty

_MARGINS = Margins(8, 8, TOP, BOTTOM)


def strip_figure(chart: StripChart) -> Json:
    """A dot per unit, its name before and its value or kind of nothing behind the plot."""
    axis = chart.axis
    labels = [tick_text(tick, axis.scale) for tick in axis.ticks]
    x = {
        "domain": [PLOT_START, PLOT_END],
        "range": [float(axis.low), float(axis.high)],
        "tickvals": [float(tick) for tick in axis.ticks],
        "ticktext": labels,
        "tickangle": 0,
    }
    y = {
        "range": [len(chart.rows) - 0.5, -0.5],
        "tickvals": list(range(len(chart.rows))),
        "showticklabels": False,
    }
    out = layout(_MARGINS, x, y)
    out |= {"annotations": [*_rows(chart), *_korps(chart)], "shapes": list(_korps_line(chart))}
    kept = kept_when_narrow(labels, [_narrow_place(tick, axis) for tick in axis.ticks])
    return {"data": [_dots(chart)], "layout": out if kept is None else {**out, "meta": {"narrowTicks": kept}}}


def _narrow_place(tick: Decimal, axis: ValueAxis) -> float:
    inner = (NARROW_WIDTH - _MARGINS.left - _MARGINS.right) * (PLOT_END - PLOT_START)
    return inner * float((tick - axis.low) / (axis.high - axis.low))


def _dots(chart: StripChart) -> Json:
    rows = [(index, row, row.value) for index, row in enumerate(chart.rows) if row.value is not None]
    is_open = [row.certainty is not Certainty.FINAL for _, row, _ in rows]
    edge = {
        "width": [2 if one else 1.25 for one in is_open],
        "color": [BAR if one else "#fff" for one in is_open],
    }
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [plain(value, chart.axis.decimals) for _, _, value in rows],
        "y": [index for index, _, _ in rows],
        "marker": {"size": 9, "color": ["#fff" if one else BAR for one in is_open], "line": edge},
        "customdata": [[plotly_text(row.name), _detail(row)] for _, row, _ in rows],
        "hovertemplate": f"<b>%{{customdata[0]}}</b><br>{_value(chart)}%{{customdata[1]}}<extra></extra>",
    }


def _value(chart: StripChart) -> str:
    percent = "%" if chart.axis.scale is Scale.PERCENT else ""
    unit = f" {plotly_text(chart.unit_word)}" if chart.unit_word else ""
    return f"%{{x:,.{chart.axis.decimals}f}}{percent}{unit}"


def _detail(row: UnitValue) -> str:
    return "".join(f"<br>{part}" for part in (plotly_text(row.context), unsure_word(row.certainty)) if part)


def _rows(chart: StripChart) -> Iterator[Json]:
    for index, row in enumerate(chart.rows):
        ink = INK if row.nothing is None else NOTHING_INK[row.nothing]
        words = plotly_text(row_text(chart, row))
        yield note(
            plotly_text(short_name(row.name, NARROW_WIDTH)),
            0,
            index,
            xref="paper",
            xanchor="left",
            font={"size": TICK_SIZE},
        )
        yield note(
            f"<b>{words}</b>" if row.nothing is None else words,
            1,
            index,
            xref="paper",
            xanchor="right",
            font={"size": TICK_SIZE, "color": ink},
        )


def _korps(chart: StripChart) -> Iterator[Json]:
    if chart.korps is not None:
        words = f"korps {written(chart.korps, chart.axis.scale, chart.axis.decimals)}"
        yield note(
            words,
            plain(chart.korps, chart.axis.decimals),
            1,
            yref="paper",
            yanchor="bottom",
            font={"size": TICK_SIZE},
        )


def _korps_line(chart: StripChart) -> Iterator[Json]:
    if chart.korps is not None:
        x = plain(chart.korps, chart.axis.decimals)
        yield {
            "type": "line",
            "yref": "paper",
            "x0": x,
            "x1": x,
            "y0": 0,
            "y1": 1.02,
            "line": {"color": MUTED, "width": 1},
            "layer": "below",
        }
