"""Hover text in Dutch, three lines at most; the markup stands once per run, not at every point."""

from collections.abc import Sequence

from monitoring.charts.figures.style import Json
from monitoring.charts.runs import Run
from monitoring.charts.spec import Point, Scale, Series, SeriesChart
from monitoring.charts.text import plotly_text
from monitoring.charts.words import unsure_word
from monitoring.progress import Certainty

_OLDER = "oude definitie"
_END = "<extra></extra>"


def hover(chart: SeriesChart, series: Series, run: Run) -> Json:
    """The period in bold, the value with its context, and a last line for what else is to be known."""
    contexts = [point.context for point in run.points]
    lasts = [_last_line(point, older=run.older) for point in run.points]
    columns = [[plotly_text(point.label) for point in run.points]]
    template = f"<b>%{{customdata[0]}}</b><br>{_value(chart, series)}"
    if any(contexts):
        template += f"%{{customdata[{len(columns)}]}}"
        columns.append([f" {plotly_text(context)}" if context else "" for context in contexts])
    if any(lasts):
        template += ("<br>" if all(lasts) else "") + f"%{{customdata[{len(columns)}]}}"
        columns.append(_lasts(lasts))
    if len(columns) == 1:
        return {"text": columns[0], "hovertemplate": template.replace("customdata[0]", "text") + _END}
    return {"customdata": list(zip(*columns, strict=True)), "hovertemplate": template + _END}


def _value(chart: SeriesChart, series: Series) -> str:
    """The value as d3 writes it; with the separators of the layout this is Dutch."""
    name = f"{plotly_text(series.name)}: " if len(chart.series) > 1 else ""
    unit = f" {plotly_text(chart.unit_word)}" if chart.unit_word else ""
    percent = "%" if chart.y.scale is Scale.PERCENT else ""
    return f"{name}%{{y:,.{chart.y.decimals}f}}{percent}{unit}"


def _last_line(point: Point, *, older: bool) -> str:
    if not (point.note or older) and point.certainty is Certainty.FINAL:
        return ""
    parts = (plotly_text(point.note), unsure_word(point.certainty), _OLDER if older else "")
    return ", ".join(part for part in parts if part)


def _lasts(lines: Sequence[str]) -> list[str]:
    """The last lines; where some points have none, the others bring their own line break."""
    if all(lines):
        return list(lines)
    return [f"<br>{line}" if line else "" for line in lines]
