"""Which labels a chart over time asks for, and in which order they get their place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from monitoring.charts.labels import SIZE, Anchor, Spot, Wish
from monitoring.charts.lines import marked_spans
from monitoring.charts.palette import INK, LOOKS, MUTED, NOTHING_INK
from monitoring.charts.runs import Run, Span, runs
from monitoring.charts.spec import Gap, Mark, Point, Role, Series, SeriesChart
from monitoring.charts.text import LINE_HEIGHT, wrap
from monitoring.charts.ticks import middle
from monitoring.charts.values import plain, tick_text, written
from monitoring.charts.words import nothing_words, unsure_word

_LINE = SIZE * LINE_HEIGHT
_OLDER_WORDS = ("Oude definitie",)


def wishes(chart: SeriesChart) -> list[Wish]:
    """All labels of a chart, the most telling first: lines and target, last values, nothing, other values."""
    if chart.bare:
        return []
    forecast_first = sorted(chart.series, key=lambda one: one.role is not Role.FORECAST)
    needed = [*_target(chart), *(wish for one in forecast_first for wish in _direct(chart, one))]
    values = [_values(chart, one) for one in chart.series if one.values_shown]
    empty = [_empty(chart, span) for span in marked_spans(chart)]
    blocks = [_gap(chart, gap) for gap in chart.gaps]
    older = [wish for one in chart.series if not one.values_shown for wish in _older(chart, one)]
    last = [wish for some in values for wish in some[:1]]
    others = [wish for some in values for wish in some[1:]]
    return [*needed, *last, *empty, *blocks, *others, *older]


def _target(chart: SeriesChart) -> Iterator[Wish]:
    targets = [point for point in chart.target if point.is_target]
    if not targets:
        return
    last = targets[-1]
    text = f"Streefwaarde {tick_text(last.value, chart.y.scale)}"
    spots = (Spot(Anchor.END, 4, -17), Spot(Anchor.END, 4, 17), Spot(Anchor.END, -10, 0))
    yield Wish(last.at, float(last.value), (text,), spots, INK, strong=True)


def _direct(chart: SeriesChart, series: Series) -> Iterator[Wish]:
    here = _labelled_point(series)
    if not series.label or here is None:
        return
    spots = _direct_spots(series.role, len(series.label) * _LINE / 2, above=_is_above(chart, series, here))
    strong = series.role is not Role.PLAN
    yield Wish(here.at, float(here.figure), series.label, spots, LOOKS[series.role].text, strong=strong)


def _labelled_point(series: Series) -> Point | None:
    valued = [point for point in series.points if point.value is not None]
    if series.label_at is not None:
        valued = [point for point in valued if point.at == series.label_at]
    return valued[-1] if valued else None


def _is_above(chart: SeriesChart, series: Series, here: Point) -> bool:
    """Whether the series is the higher one at this point: its label then goes up, the other one down."""
    others = [
        p.value
        for one in chart.series
        if one is not series
        for p in one.points
        if p.at == here.at and p.value is not None
    ]
    path = _path_value(chart, here)
    return all(
        here.figure > value or (here.figure == value and series.role is Role.PLAN) for value in others
    ) and (path is None or float(here.figure) >= path)


def _path_value(chart: SeriesChart, here: Point) -> float | None:
    for start, end in pairwise(chart.target):
        if start.at <= here.at <= end.at and start.at < end.at:
            share = (here.at - start.at).days / (end.at - start.at).days
            return float(start.value) + share * float(end.value - start.value)
    return None


def _direct_spots(role: Role, half: float, *, above: bool) -> tuple[Spot, ...]:
    """Places around the end of a line: the higher of two lines goes up, the lower one down."""
    side = -1 if above else 1
    if role is Role.PLAN:
        first, second = (Anchor.END, Anchor.START) if above else (Anchor.START, Anchor.END)
        beside = [Spot(anchor, _beside(anchor), side * dy) for anchor in (first, second) for dy in (10, 18)]
        return (*beside, Spot(second, _beside(second), -side * 18))
    near, far = side * (half + 7), -side * (half + 7)
    spots = [Spot(Anchor.START, 9, dy) for dy in (near / 2.4, near, far)]
    spots += [Spot(Anchor.END, 4, near + 2 * side), Spot(Anchor.END, 4, far), Spot(Anchor.END, -9, 0)]
    ways = [
        Spot(anchor, _beside(anchor), steps * dy)
        for steps in (1, 2.2, 3.4, 4.6)
        for dy in (near, far)
        for anchor in Anchor
    ]
    return (*spots, *ways)


def _beside(anchor: Anchor) -> int:
    return {Anchor.START: 9, Anchor.MIDDLE: 0, Anchor.END: -8}[anchor]


def _values(chart: SeriesChart, series: Series) -> list[Wish]:
    """Every value at its mark, the last one first and bold."""
    made = [
        _value(chart, series, run, index) for run in runs(chart, series) for index in range(len(run.points))
    ]
    return made[::-1]


def _value(chart: SeriesChart, series: Series, run: Run, index: int) -> Wish:
    point = run.points[index]
    last = point is _labelled_point(series)
    word = unsure_word(point.certainty)
    lines = (written(point.figure, chart.y.scale, chart.y.decimals), *([word] if word else []))
    colour = MUTED if run.older else LOOKS[series.role].text if last and chart.mark is Mark.LINE else INK
    y = plain(point.figure, chart.y.decimals)
    return Wish(
        point.at,
        y,
        lines,
        _value_spots(chart, run.points, index, lines),
        colour,
        strong=last,
        optional=not last,
    )


def _value_spots(
    chart: SeriesChart, points: Sequence[Point], index: int, lines: tuple[str, ...]
) -> tuple[Spot, ...]:
    """Above the mark, or below it in a dip; at the sides of the plot the text may lean inward."""
    clear = (5 if chart.mark is Mark.BAR else 7) + len(lines) * _LINE / 2
    sides = (clear, -clear) if _is_dip(points, index) else (-clear, clear)
    if chart.mark is Mark.BAR:
        sides = (clear, clear) if points[index].figure < 0 else (-clear, -clear)
    leans = (Anchor.MIDDLE, 0), (Anchor.END, 12), (Anchor.START, -12)
    return tuple(Spot(anchor, dx, dy) for dy in sides for anchor, dx in leans)


def _is_dip(points: Sequence[Point], index: int) -> bool:
    value = points[index].figure
    before, after = (points[i].figure if 0 <= i < len(points) else None for i in (index - 1, index + 1))
    return before is not None and before > value and (after is None or after >= value)


def _empty(chart: SeriesChart, span: Span) -> Wish:
    """The words for nothing, above its mark on the time axis."""
    lines = wrap(nothing_words(span.nothing), 10, 3)
    spot = Spot(Anchor.MIDDLE, 0, -(len(lines) * _LINE / 2 + _LINE))
    day = middle(span.points[0].at, span.points[-1].at)
    colour = NOTHING_INK[span.nothing]
    return Wish(day, float(chart.y.low), lines, (spot,), colour, strong=colour != MUTED, optional=True)


def _gap(chart: SeriesChart, gap: Gap) -> Wish:
    lines = wrap(gap.text, 20, 3)
    spot = Spot(Anchor.MIDDLE, 0, len(lines) * _LINE / 2 + 4)
    return Wish(middle(gap.start, gap.end), float(chart.y.high), lines, (spot,), MUTED, optional=True)


def _older(chart: SeriesChart, series: Series) -> Iterator[Wish]:
    for run in runs(chart, series):
        first = run.points[0]
        if run.older:
            spots = Spot(Anchor.START, -4, -17), Spot(Anchor.START, -4, 17)
            yield Wish(first.at, float(first.figure), _OLDER_WORDS, spots, MUTED, optional=True)
