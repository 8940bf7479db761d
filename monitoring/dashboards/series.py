"""Figures of snapshots as points of a chart: one point a period, breaks and kinds of nothing kept."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from monitoring.charts import Break, Certainty, Nothing, Point, TargetPoint, middle
from monitoring.dashboards.wording import parts_text
from monitoring.models import DefinitionVersion
from pvi.lib.formatting import number
from pvi.lib.periods import Period, PeriodKind

WHOLE_YEARS = {PeriodKind.YEAR, PeriodKind.SPAN}


def points_of(figures: Iterable[Any], *, adds_up: bool = True) -> list[Point]:
    """FigureSnapshots in order of time as points of one rhythm: years only, or the periods within years.

    Where both exist the finer rhythm wins for the years that have it. A roll-up that misses parts says so; a
    count that misses them is no total, and no value is drawn.
    """
    return [_point(figure, adds_up) for figure in one_rhythm(list(figures))]


def one_rhythm(figures: Sequence[Any]) -> list[Any]:
    """Figures of whole years, except for years that have figures of shorter periods."""
    fine = {f.period_start.year for f in figures if Period.parse(f.period_code).kind not in WHOLE_YEARS}
    return [
        f
        for f in sorted(figures, key=lambda f: (f.period_end, f.period_start))
        if Period.parse(f.period_code).kind not in WHOLE_YEARS or f.period_start.year not in fine
    ]


def _point(figure: Any, adds_up: bool) -> Point:
    period = Period.parse(figure.period_code)
    partial = parts_text(figure)
    nothing = Nothing(figure.nothing) if figure.nothing else Nothing.NOT_DELIVERED
    has_value = figure.value is not None and not (partial and adds_up)
    return Point(
        at=middle(period.start, period.end),
        label=period.label,
        value=figure.value.normalize() if has_value else None,
        nothing=None if has_value else nothing,
        certainty=Certainty(figure.certainty),
        definition=str(figure.definition_number),
        context=_of(figure) if has_value else "",
        note=partial,
    )


def _of(figure: Any) -> str:
    if figure.denominator is None or figure.numerator is None:
        return ""
    return f"van {number(figure.denominator)}"


def fill_years(points: Sequence[Point], last_year: int) -> list[Point]:
    """The same yearly points with every missing year in its place, marked as not delivered."""
    if not points:
        return []
    have = {point.at.year for point in points}
    missing = [
        Point(at=middle(dt.date(y, 1, 1), dt.date(y, 12, 31)), label=str(y), nothing=Nothing.NOT_DELIVERED)
        for y in range(points[0].at.year, last_year + 1)
        if y not in have
    ]
    return sorted([*points, *missing], key=lambda point: point.at)


def breaks_of(definitions: Iterable[DefinitionVersion], points: Sequence[Point]) -> list[Break]:
    """The days within the series from which another definition counts."""
    valued = [point.at for point in points if point.value is not None]
    if not valued:
        return []
    return [
        Break(version.effective_from, "nieuwe afbakening")
        for version in definitions
        if version.breaks_series and version.number > 1 and valued[0] < version.effective_from < valued[-1]
    ]


def path_of(path: Iterable[Sequence[str]], *, has_baseline: bool) -> list[TargetPoint]:
    """The target path of an IndicatorSnapshot: the baseline first, then every target after it at its day."""
    points = list(path)
    if has_baseline:
        points = [points[0], *(point for point in points[1:] if point[0] > points[0][0])]
    return [
        TargetPoint(
            at=dt.date.fromisoformat(day),
            label=f"streefwaarde {day[:4]}" if position or not has_baseline else "nulmeting",
            value=Decimal(value),
            is_target=bool(position) or not has_baseline,
        )
        for position, (day, value) in enumerate(points)
    ]
