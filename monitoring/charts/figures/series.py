"""A chart over time as a Plotly figure."""

from collections.abc import Iterator

from monitoring.charts.figures.hover import hover
from monitoring.charts.figures.notes import annotations, narrow_frame
from monitoring.charts.figures.style import Json, layout
from monitoring.charts.frame import margins_of, tick_labels
from monitoring.charts.lines import bands, filled_gaps, marked, marked_spans, verticals
from monitoring.charts.obstacles import bar_days
from monitoring.charts.palette import AXIS, BAR, BAR_PAST, BLOCK, LOOKS, MUTED, NOTHING_INK, Look, older
from monitoring.charts.runs import Run, runs
from monitoring.charts.spec import Mark, Point, Series, SeriesChart
from monitoring.charts.text import plotly_text
from monitoring.charts.ticks import kept_when_narrow
from monitoring.charts.values import plain, tick_text
from monitoring.charts.words import GLYPHS, nothing_words
from monitoring.progress import Certainty

_DAY = 86_400_000
_BAND = "0,114,178"
_SYMBOL_SIZE = {"circle": 8, "square": 8, "diamond": 9, "triangle-up": 9}


def series_figure(chart: SeriesChart) -> Json:
    """Data and layout of lines or bars over time."""
    marks = _bars(chart) if chart.mark is Mark.BAR else _lines(chart)
    return {"data": [*_bands(chart), *marks, *_nothing(chart)], "layout": _layout(chart)}


def _layout(chart: SeriesChart) -> Json:
    narrow = narrow_frame(chart)
    labels = [tick.label for tick in chart.x.ticks] if not chart.bare else []
    kept = kept_when_narrow(labels, [narrow.x(tick.at) for tick in chart.x.ticks])
    x = {
        "type": "date",
        "range": [chart.x.start.isoformat(), chart.x.end.isoformat()],
        "tickvals": [tick.at.isoformat() for tick in chart.x.ticks][: len(labels)],
        "ticktext": labels,
        "showline": not chart.bare and chart.y.low >= 0,
        "tickangle": 0,
    }
    y = {
        "range": [float(chart.y.low), float(chart.y.high)],
        "tickvals": [float(tick) for tick in chart.y.ticks],
        "ticktext": tick_labels(chart),
        **({"zeroline": True, "zerolinecolor": AXIS} if chart.y.low < 0 else {}),
    }
    out = layout(margins_of(chart), x, y)
    if kept is not None:
        out["meta"] = {"narrowTicks": kept}
    return {**out, "annotations": annotations(chart, narrow), "shapes": [*_blocks(chart), *_verticals(chart)]}


def _blocks(chart: SeriesChart) -> Iterator[Json]:
    for gap in filled_gaps(chart):
        yield {
            "type": "rect",
            "yref": "paper",
            "x0": gap.start.isoformat(),
            "x1": gap.end.isoformat(),
            "y0": 0,
            "y1": 1,
            "fillcolor": BLOCK,
            "line": {"width": 0},
            "layer": "below",
        }


def _verticals(chart: SeriesChart) -> Iterator[Json]:
    for at, _, dash in verticals(chart):
        line = {"color": MUTED, "width": 1} | ({"dash": "3px,3px"} if dash else {})
        day = at.isoformat()
        yield {"type": "line", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1.02, "line": line}


def _bands(chart: SeriesChart) -> Iterator[Json]:
    for points, opacity in bands(chart):
        days = [day.isoformat() for day, _, _ in points]
        edge = {"type": "scatter", "x": days, "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
        yield {**edge, "y": [low for _, low, _ in points]}
        fill = f"rgba({_BAND},{opacity:g})"
        yield {**edge, "y": [high for _, _, high in points], "fill": "tonexty", "fillcolor": fill}


def _lines(chart: SeriesChart) -> Iterator[Json]:
    if len(chart.target) > 1:
        yield {
            "type": "scatter",
            "x": [point.at.isoformat() for point in chart.target],
            "y": [plain(point.value, chart.y.decimals) for point in chart.target],
            "mode": "lines",
            "line": {"color": "#000000", "width": 1.75, "dash": "7px,5px"},
            "hoverinfo": "skip",
        }
    for one in chart.series:
        for run in runs(chart, one):
            yield from _run(chart, one, run)
    yield from _targets(chart)


def _run(chart: SeriesChart, series: Series, run: Run) -> Iterator[Json]:
    """One line, and on top of it the markers: filled ones on the line, open ones in their own trace."""
    look = older(LOOKS[series.role]) if run.older else LOOKS[series.role]
    shown = marked(chart, series, run)
    on_line = len(shown) == len(run.points)
    trace = {
        **_xy(chart, run.points),
        "mode": _mode(len(run.points), on_line),
        "line": {"color": look.colour, "width": look.width, "dash": look.plotly_dash},
        "cliponaxis": False,
        **hover(chart, series, run),
    }
    yield {**trace, "marker": _marker(look)} if on_line else trace
    own = [point for point in shown if not on_line or point.certainty is not Certainty.FINAL]
    for is_open in (False, True):
        points = tuple(point for point in own if (point.certainty is not Certainty.FINAL) is is_open)
        if points:
            yield {
                **_xy(chart, points),
                "mode": "markers",
                "marker": _marker(look, is_open=is_open),
                "cliponaxis": False,
                "hoverinfo": "skip",
            }


def _mode(points: int, on_line: bool) -> str:
    if points == 1:
        return "markers"
    return "lines+markers" if on_line else "lines"


def _xy(chart: SeriesChart, points: tuple[Point, ...]) -> Json:
    values = [plain(point.figure, chart.y.decimals) for point in points]
    return {"type": "scatter", "x": [point.at.isoformat() for point in points], "y": values}


def _marker(look: Look, *, is_open: bool = False) -> Json:
    fill, edge, width = ("#fff", look.colour, 2) if is_open else (look.colour, "#fff", 1.25)
    shape = {} if look.marker == "circle" else {"symbol": look.marker}
    return {
        "size": _SYMBOL_SIZE[look.marker],
        "color": fill,
        "line": {"width": width, "color": edge},
        **shape,
    }


def _targets(chart: SeriesChart) -> Iterator[Json]:
    points = [point for point in chart.target if point.is_target]
    if points:
        words = [[plotly_text(point.label), tick_text(point.value, chart.y.scale)] for point in points]
        yield {
            "type": "scatter",
            "x": [point.at.isoformat() for point in points],
            "y": [plain(point.value, chart.y.decimals) for point in points],
            "mode": "markers",
            "marker": {"size": 9, "color": "#000000", "line": {"width": 1.25, "color": "#fff"}},
            "cliponaxis": False,
            "customdata": words,
            "hovertemplate": "<b>Streefwaarde</b> %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        }


def _bars(chart: SeriesChart) -> Iterator[Json]:
    for one in chart.series:
        for run in runs(chart, one):
            colour = BAR_PAST if run.older else BAR
            yield {
                **_xy(chart, run.points),
                "type": "bar",
                "textposition": "none",
                "width": round(bar_days(chart) * _DAY),
                "marker": {"color": colour, **_hatches(run, colour)},
                **hover(chart, one, run),
            }


def _hatches(run: Run, colour: str) -> Json:
    """Hatched bars for figures that are not final."""
    shapes = ["" if point.certainty is Certainty.FINAL else "/" for point in run.points]
    if not any(shapes):
        return {}
    pattern = {"shape": shapes, "fgcolor": colour, "bgcolor": "#fff", "size": 6, "solidity": 0.35}
    return {"pattern": pattern, "line": {"color": colour, "width": [1.5 if shape else 0 for shape in shapes]}}


def _nothing(chart: SeriesChart) -> Iterator[Json]:
    """The marks of nothing on the time axis, with their words on hover."""
    for span in marked_spans(chart):
        colour = NOTHING_INK[span.nothing]
        yield {
            "type": "scatter",
            "x": [point.at.isoformat() for point in span.points],
            "y": [float(chart.y.low)] * len(span.points),
            "mode": "text",
            "text": [f"<b>{GLYPHS[span.nothing]}</b>"] * len(span.points),
            "textposition": "top center",
            "textfont": {"size": 13, "color": colour},
            "cliponaxis": False,
            "customdata": [plotly_text(point.label) for point in span.points],
            "hovertemplate": f"<b>%{{customdata}}</b><br>{nothing_words(span.nothing)}<extra></extra>",
        }
