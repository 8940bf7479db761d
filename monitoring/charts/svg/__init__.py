"""Static SVG: in the page without JavaScript, on paper, and in reports."""

from monitoring.charts.by_row import StackChart, StripChart
from monitoring.charts.spec import SeriesChart
from monitoring.charts.svg.series import series_svg
from monitoring.charts.svg.stack import stack_svg
from monitoring.charts.svg.strip import strip_svg
from monitoring.charts.text import Markup

Drawable = SeriesChart | StackChart | StripChart


def svg(chart: Drawable, width: int = 700, height: int | None = None) -> Markup:
    """The chart as an SVG of width x height pixels, by default as high as its heading says.

    It is hidden from assistive technology, which has the summary and the table. Only presentation attributes.
    """
    high = height or chart.heading.height.pixels
    match chart:
        case SeriesChart():
            return series_svg(chart, width, high)
        case StackChart():
            return stack_svg(chart, width, high)
        case StripChart():
            return strip_svg(chart, width, high)
