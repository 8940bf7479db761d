"""What both drawings of a dot strip share: where the plot starts and ends, and the words of a row."""

from monitoring.charts.by_row import StripChart, UnitValue
from monitoring.charts.text import fitted
from monitoring.charts.ticks import TICK_SIZE
from monitoring.charts.values import written
from monitoring.charts.words import nothing_words
from monitoring.progress import Nothing

PLOT_START, PLOT_END = 0.44, 0.76
TOP, BOTTOM = 24, 26
_SHORT_WORDS = {Nothing.NOT_APPLICABLE: "n.v.t."}


def short_name(name: str, width: float) -> str:
    """A name as far as it fits before the plot."""
    return fitted(name, width * PLOT_START, TICK_SIZE)


def row_text(chart: StripChart, row: UnitValue) -> str:
    """The value as written, or the kind of nothing."""
    if row.value is None:
        return _SHORT_WORDS.get(row.nothing, nothing_words(row.nothing)) if row.nothing else ""
    return written(row.value, chart.axis.scale, chart.axis.decimals)
