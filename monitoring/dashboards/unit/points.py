"""The points of a chart of one unit, with every year that is missing in its place."""

import datetime as dt
from collections.abc import Sequence

from monitoring.charts import Nothing, Point, middle
from monitoring.dashboards.series import WHOLE_YEARS, fill_years, points_of
from monitoring.models import DefinitionVersion, FigureSnapshot, IndicatorSnapshot
from pvi.lib.periods import Period

# A unit of which nothing is known yet shows the last years with their kind of nothing.
YEARS_SHOWN = 5


def points_for(
    figures: Sequence[FigureSnapshot],
    row: IndicatorSnapshot | None,
    version: DefinitionVersion,
    day: dt.date,
) -> list[Point]:
    """What is known of one series until the day, or the kinds of nothing of the last years."""
    points = points_of(figures, adds_up=version.roll_up == "sum")
    if not points:
        return _nothing_yet(row, version, day)
    kinds = {Period.parse(figure.period_code).kind for figure in figures}
    if version.frequency != "year" or not kinds <= WHOLE_YEARS:
        return points
    last = points[-1].at.year
    return fill_years(points, max(last, day.year - 1) if row and row.is_old else last)


def _nothing_yet(row: IndicatorSnapshot | None, version: DefinitionVersion, day: dt.date) -> list[Point]:
    first = max(version.effective_from.year, day.year - YEARS_SHOWN + 1)
    newest = Nothing(row.nothing) if row and row.nothing else Nothing.NOT_DELIVERED
    kinds = {day.year: Nothing.NOT_DUE, day.year - 1: newest}
    return [
        Point(
            at=middle(dt.date(year, 1, 1), dt.date(year, 12, 31)),
            label=str(year),
            nothing=kinds.get(year, Nothing.NOT_DELIVERED),
        )
        for year in range(first, day.year + 1)
    ]
