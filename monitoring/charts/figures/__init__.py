"""Plotly figures as plain dicts: `static/js/charts.js` draws them, nothing else calls Plotly."""

import orjson

from monitoring.charts.by_row import StackChart, StripChart
from monitoring.charts.figures.series import series_figure
from monitoring.charts.figures.stack import stack_figure
from monitoring.charts.figures.strip import strip_figure
from monitoring.charts.figures.style import Json
from monitoring.charts.spec import SeriesChart
from monitoring.charts.svg import Drawable
from monitoring.charts.text import Markup

_ESCAPES = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")


def plotly_figure(chart: Drawable) -> Json:
    """Data and layout for Plotly.

    The timeline and the bar list have no figure: their rows are HTML, which links, wraps and reflows on a
    phone, with a drawing in percentages (`timeline_tracks`, `bar_tracks`).
    """
    match chart:
        case SeriesChart():
            return series_figure(chart)
        case StackChart():
            return stack_figure(chart)
        case StripChart():
            return strip_figure(chart)


def figure_json(chart: Drawable) -> Markup:
    """The figure as JSON that is safe inside `<script type="application/json">`."""
    text = orjson.dumps(plotly_figure(chart)).decode()
    for char, escape in _ESCAPES:
        text = text.replace(char, escape)
    return Markup(text)
