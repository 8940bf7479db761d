"""What both drawings of a chart over time share: bands, blocks, vertical lines and marked points."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from monitoring.charts.frame import Frame
from monitoring.charts.labels import Anchor
from monitoring.charts.runs import Run, Span, runs, spans
from monitoring.charts.spec import Gap, Point, Role, Series, SeriesChart
from monitoring.charts.text import width
from monitoring.charts.ticks import TICK_SIZE
from monitoring.charts.values import plain
from monitoring.progress import Certainty, Nothing

MOST_MARKED = 24
_MARGIN_OPACITY, _FORECAST_OPACITY = 0.14, 0.08
_REFERENCE_WORD = "peildatum"

BandPoints = tuple[tuple[date, float, float], ...]


@dataclass(frozen=True, slots=True)
class Above:
    """A vertical line with its word above the plot: at its right, or at its left near the right edge."""

    at: date
    text: str
    dash: str
    anchor: Anchor
    left: float
    shown: bool

    @property
    def side(self) -> str:
        """Plotly's word for the anchor."""
        return "left" if self.anchor is Anchor.START else "right"


def bands(chart: SeriesChart) -> Iterator[tuple[BandPoints, float]]:
    """The margins around the first series and its forecast: days with low and high, and the opacity."""
    for series in chart.series:
        opacity = _FORECAST_OPACITY if series.role is Role.FORECAST else _MARGIN_OPACITY
        if series.role in (Role.FIRST, Role.FORECAST):
            for run in runs(chart, series):
                points = tuple(
                    (p.at, plain(p.low, chart.y.decimals), plain(p.high, chart.y.decimals))
                    for p in run.points
                    if p.low is not None and p.high is not None
                )
                if len(points) > 1:
                    yield points, opacity


def filled_gaps(chart: SeriesChart) -> Iterator[Gap]:
    """The light blocks: the named gaps, and neighbouring periods with the same kind of nothing."""
    if chart.bare:
        return
    yield from chart.gaps
    for span in marked_spans(chart):
        if len(span.points) > 1:
            half = (span.points[1].at - span.points[0].at) / 2
            yield Gap(span.points[0].at - half, span.points[-1].at + half, "")


def marked_spans(chart: SeriesChart) -> list[Span]:
    """The stretches of nothing that the chart marks; that the future is not due goes without saying."""
    with_nothing = [series for series in chart.series if any(point.nothing for point in series.points)]
    if chart.bare or not with_nothing:
        return []
    return [
        span for series in with_nothing for span in spans(p for p in series.points if not _is_ahead(chart, p))
    ]


def _is_ahead(chart: SeriesChart, point: Point) -> bool:
    return point.nothing is Nothing.NOT_DUE and chart.reference is not None and point.at > chart.reference


def marked(chart: SeriesChart, series: Series, run: Run) -> tuple[Point, ...]:
    """The points that get a marker: all of a short series, else what is not final, alone, or labelled."""
    if series.role is Role.FORECAST:
        return ()
    if series.label_at is not None:
        return tuple(point for point in run.points if point.at == series.label_at)
    last = series.points[-1]
    if chart.bare:
        return tuple(point for point in run.points if point is last or len(run.points) == 1)
    if len(series.points) <= MOST_MARKED or len(run.points) == 1:
        return run.points
    return tuple(point for point in run.points if point is last or point.certainty is not Certainty.FINAL)


def verticals(chart: SeriesChart) -> list[tuple[date, str, str]]:
    """The breaks and the reference day from right to left: day, word and dash."""
    marks = [(one.at, one.text, "3 3") for one in chart.breaks]
    if chart.reference is not None:
        marks.append((chart.reference, _REFERENCE_WORD, ""))
    return sorted(marks, reverse=True)


def above_plot(chart: SeriesChart, frame: Frame) -> list[Above]:
    """Where the words of the vertical lines stand; a word that would cover another is not shown."""
    out: list[Above] = []
    free = frame.width - 2
    for day, text, dash in verticals(chart):
        wide, x = width(text, TICK_SIZE), frame.x(day)
        anchor = Anchor.START if x + wide <= free else Anchor.END
        left = x if anchor is Anchor.START else x - wide
        shown = left >= 0 and left + wide <= free
        free = left - 8 if shown else min(free, x - 8)
        out.append(Above(day, text, dash, anchor, left, shown))
    return out
