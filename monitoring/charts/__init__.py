"""Charts: one typed spec per chart, drawn as Plotly figure, table and static SVG."""

from monitoring.charts.by_row import (
    BarList,
    BarRow,
    Group,
    MeasureGroup,
    MeasureRow,
    MilestoneMark,
    MilestoneState,
    StackChart,
    StackRow,
    StripChart,
    Timeline,
    Tone,
    UnitValue,
    bars,
    per_unit,
    status_by_theme,
    timeline,
)
from monitoring.charts.contents import Chart, csv_rows, table
from monitoring.charts.drawn import Drawn, drawn
from monitoring.charts.figures import figure_json, plotly_figure
from monitoring.charts.over_time import MonthShare, counts, membership, planned_actual, sparkline, trend
from monitoring.charts.spec import (
    Break,
    Gap,
    Heading,
    Height,
    Point,
    Role,
    Scale,
    Series,
    SeriesChart,
    TargetPoint,
)
from monitoring.charts.svg import Drawable, svg
from monitoring.charts.svg.tracks import BarTrack, TimelineTracks, bar_tracks, timeline_tracks
from monitoring.charts.tables import Cell, Header, Table
from monitoring.charts.text import Markup
from monitoring.charts.ticks import middle
from monitoring.progress import Certainty, Nothing

__all__ = [
    "BarList",
    "BarRow",
    "BarTrack",
    "Break",
    "Cell",
    "Certainty",
    "Chart",
    "Drawable",
    "Drawn",
    "Gap",
    "Group",
    "Header",
    "Heading",
    "Height",
    "Markup",
    "MeasureGroup",
    "MeasureRow",
    "MilestoneMark",
    "MilestoneState",
    "MonthShare",
    "Nothing",
    "Point",
    "Role",
    "Scale",
    "Series",
    "SeriesChart",
    "StackChart",
    "StackRow",
    "StripChart",
    "Table",
    "TargetPoint",
    "Timeline",
    "TimelineTracks",
    "Tone",
    "UnitValue",
    "bar_tracks",
    "bars",
    "counts",
    "csv_rows",
    "drawn",
    "figure_json",
    "membership",
    "middle",
    "per_unit",
    "planned_actual",
    "plotly_figure",
    "sparkline",
    "status_by_theme",
    "svg",
    "table",
    "timeline",
    "timeline_tracks",
    "trend",
]
