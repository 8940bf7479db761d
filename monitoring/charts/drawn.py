"""A chart as a page takes it: everything that `_chart.html` names, in one flat value."""

from dataclasses import dataclass

from monitoring.charts.contents import table
from monitoring.charts.figures import figure_json
from monitoring.charts.svg import Drawable, svg
from monitoring.charts.tables import Table
from monitoring.charts.text import Markup
from pvi.lib.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The three renderings of a chart with the texts around it."""

    id: str
    title: str
    unit: str
    summary: str
    source: str
    height: str
    svg: Markup
    figure_json: Markup
    table: Table
    csv_url: str
    explain_url: str
    mark: Mark | None


def drawn(
    chart: Drawable, *, width: int = 700, csv_url: str = "", explain_url: str = "", mark: Mark | None = None
) -> Drawn:
    """Render a chart for `_chart.html`; `width` is about that of its column on a wide screen."""
    heading = chart.heading
    return Drawn(
        id=heading.id,
        title=heading.title,
        unit=heading.unit_line,
        summary=heading.summary,
        source=heading.source,
        height=heading.height.value,
        svg=svg(chart, width),
        figure_json=figure_json(chart),
        table=table(chart),
        csv_url=csv_url,
        explain_url=explain_url,
        mark=mark,
    )
