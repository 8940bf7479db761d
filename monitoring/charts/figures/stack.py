"""Stacked counts per row as a Plotly figure."""

from collections.abc import Iterator

from monitoring.charts.by_row import StackChart
from monitoring.charts.figures.style import Json, layout, note
from monitoring.charts.frame import NARROW_WIDTH, Margins
from monitoring.charts.palette import MUTED
from monitoring.charts.stacks import (
    BAR_AT,
    BAR_HEIGHT,
    NAME_AT,
    PAINTS,
    WORDS_AT,
    Paint,
    counts_in_words,
    name_line,
    row_height,
)
from monitoring.charts.text import plotly_lines, plotly_text
from monitoring.charts.ticks import TICK_SIZE

_MARGINS = Margins(8, 8, 4, 4)
_PAPER = {"xref": "paper", "xanchor": "left", "align": "left"}


def stack_figure(chart: StackChart) -> Json:
    """A trace per group; names and words stand at their rows, so that no legend is needed."""
    height = chart.heading.height.pixels
    most = max((row.total for row in chart.rows), default=0) or 1
    x = {"visible": False, "range": [0, most]}
    y = {"visible": False, "range": [len(chart.rows) - 0.5, -0.5]}
    out = layout(_MARGINS, x, y)
    out |= {"barmode": "stack", "annotations": [note for row in _rows(chart, height) for note in row]}
    used = [index for index in range(len(chart.groups)) if any(row.counts[index] for row in chart.rows)]
    return {"data": [_group(chart, index, row_height(chart, height)) for index in used], "layout": out}


def _group(chart: StackChart, index: int, high: float) -> Json:
    group = chart.groups[index]
    rows = [(place, row, row.counts[index]) for place, row in enumerate(chart.rows) if row.counts[index]]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [count for _, _, count in rows],
        "y": [round(place + BAR_AT / high, 3) for place, _, _ in rows],
        "width": round(BAR_HEIGHT / high, 3),
        "marker": _marker(PAINTS[group.tone]),
        "texttemplate": "<b>%{x}</b>",
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": TICK_SIZE, "color": PAINTS[group.tone].ink},
        "customdata": [plotly_text(row.name) for _, row, _ in rows],
        "hovertemplate": f"<b>%{{customdata}}</b><br>%{{x}} {plotly_text(group.word)}<extra></extra>",
    }


def _marker(paint: Paint) -> Json:
    marker: Json = {"color": paint.fill, "line": {"color": paint.edge, "width": 1.5}}
    if paint.plotly_pattern:
        pattern = {"shape": paint.plotly_pattern, "fgcolor": paint.pattern_ink, "bgcolor": paint.fill}
        marker["pattern"] = {**pattern, "fgopacity": 0.4, "size": 6, "solidity": 0.2}
    return marker


def _rows(chart: StackChart, height: int) -> Iterator[tuple[Json, Json]]:
    width = NARROW_WIDTH - _MARGINS.left // 2
    font = {"size": TICK_SIZE, "color": MUTED}
    for place, row in enumerate(chart.rows):
        words = plotly_lines(counts_in_words(chart, row, width, height))
        yield (
            note(plotly_lines((name_line(row, width),), strong=True), 0, place, **_PAPER, yshift=-NAME_AT),
            note(words, 0, place, **_PAPER, yanchor="top", yshift=-WORDS_AT, font=font),
        )
