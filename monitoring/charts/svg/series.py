"""A chart over time as static SVG."""

from collections.abc import Iterator

from monitoring.charts.frame import Frame, frame, tick_labels
from monitoring.charts.labels import place
from monitoring.charts.lines import above_plot, bands, filled_gaps, marked, marked_spans
from monitoring.charts.obstacles import bar_days, blocks, drawn_at, routes
from monitoring.charts.palette import AXIS, BAR, BAR_PAST, BLOCK, GRID, LOOKS, MUTED, NOTHING_INK, Look, older
from monitoring.charts.runs import Run, runs
from monitoring.charts.spec import Mark, Point, Role, SeriesChart
from monitoring.charts.svg.parts import block, canvas, label, line, marker, route, rule, text
from monitoring.charts.text import Markup
from monitoring.charts.ticks import kept_when_narrow
from monitoring.charts.wishes import wishes
from monitoring.charts.words import GLYPHS
from monitoring.progress import Certainty


def series_svg(chart: SeriesChart, width: int, height: int) -> Markup:
    """Lines or bars over time at this size."""
    at = frame(chart, width, height)
    lines = [drawn_at(at, route) for route in routes(chart)]
    placed = place(wishes(chart), at, lines=lines, blocks=blocks(chart, at))
    marks = _bars(chart, at) if chart.mark is Mark.BAR else _lines(chart, at)
    return canvas(width, height, [*_ground(chart, at), *marks, *_nothing(chart, at), *map(label, placed)])


def _ground(chart: SeriesChart, at: Frame) -> Iterator[str]:
    """Everything under the marks: grid, blocks, bands, axis and vertical lines."""
    for gap in filled_gaps(chart):
        yield block(at.x(gap.start), at.top, at.x(gap.end) - at.x(gap.start), at.bottom - at.top, BLOCK)
    for tick, words in zip(chart.y.ticks, tick_labels(chart), strict=True):
        y = at.y(float(tick))
        yield rule(at.left, y, at.right, y, GRID)
        yield text(at.left - 7, y + 4.5, words, anchor="end")
    for points, opacity in bands(chart):
        edge = [(at.x(day), at.y(high)) for day, _, high in points]
        edge += [(at.x(day), at.y(low)) for day, low, _ in reversed(points)]
        colour = LOOKS[Role.FIRST].colour
        yield f'<path d="{route(edge)}Z" fill="{colour}" fill-opacity="{opacity:g}"/>'
    if not chart.bare:
        yield from _time_axis(chart, at)
        yield from _verticals(chart, at)


def _time_axis(chart: SeriesChart, at: Frame) -> Iterator[str]:
    floor = at.y(0) if chart.y.low < 0 else at.bottom
    yield rule(at.left, floor, at.right, floor, AXIS)
    labels = [tick.label for tick in chart.x.ticks]
    places = [at.x(tick.at) for tick in chart.x.ticks]
    kept = kept_when_narrow(labels, places)
    for index, (words, x) in enumerate(zip(labels, places, strict=True)):
        if kept is None or index in kept:
            yield text(x, at.bottom + 18, words, anchor="middle")


def _verticals(chart: SeriesChart, at: Frame) -> Iterator[str]:
    for mark in above_plot(chart, at):
        x = at.x(mark.at)
        yield rule(x, at.top - 4, x, at.bottom, MUTED, dash=mark.dash)
        if mark.shown:
            yield text(x, at.top - 8, mark.text, anchor=mark.anchor)


def _lines(chart: SeriesChart, at: Frame) -> Iterator[str]:
    path = [(at.x(point.at), at.y(float(point.value))) for point in chart.target]
    if len(path) > 1:
        yield line(path, "#000000", 1.75, "7 5")
    for one in chart.series:
        for run in runs(chart, one):
            yield from _run(run, marked(chart, one, run), LOOKS[one.role], at)
    for point in chart.target:
        if point.is_target:
            yield marker(at.x(point.at), at.y(float(point.value)), 4.5, "#000000")


def _run(run: Run, marks: tuple[Point, ...], look: Look, at: Frame) -> Iterator[str]:
    look = older(look) if run.older else look
    places = {point.at: (at.x(point.at), at.y(float(point.figure))) for point in run.points}
    if len(places) > 1:
        yield line(list(places.values()), look.colour, look.width, look.dash)
    for point in marks:
        x, y = places[point.at]
        yield marker(x, y, 4, look.colour, shape=look.marker, is_open=point.certainty is not Certainty.FINAL)


def _bars(chart: SeriesChart, at: Frame) -> Iterator[str]:
    wide = bar_days(chart) * at.per_day
    if any(point.certainty is not Certainty.FINAL for one in chart.series for point in one.points):
        yield _hatch(chart.heading.id)
    for one in chart.series:
        for run in runs(chart, one):
            for point in run.points:
                yield _bar(chart, point, BAR_PAST if run.older else BAR, wide, at)


def _bar(chart: SeriesChart, point: Point, colour: str, wide: float, at: Frame) -> str:
    value = at.y(float(point.figure))
    top, bottom = min(value, at.y(0)), max(value, at.y(0))
    left = at.x(point.at) - wide / 2
    if point.certainty is Certainty.FINAL:
        return block(left, top, wide, bottom - top, colour)
    edge = f' stroke="{colour}" stroke-width="1.5"'
    return block(left, top, wide, bottom - top, f"url(#{chart.heading.id}-hatch)", edge)


def _hatch(chart_id: str) -> str:
    return (
        f'<defs><pattern id="{chart_id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
        f'<rect width="2" height="6" fill="{BAR}"/></pattern></defs>'
    )


def _nothing(chart: SeriesChart, at: Frame) -> Iterator[str]:
    """Each missing period keeps its place on the axis with the mark of its kind of nothing."""
    for span in marked_spans(chart):
        for point in span.points:
            yield text(
                at.x(point.at),
                at.bottom - 5,
                GLYPHS[span.nothing],
                anchor="middle",
                size=13,
                colour=NOTHING_INK[span.nothing],
                strong=True,
            )
