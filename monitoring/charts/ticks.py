"""Where the time axis is labelled: months or years, in the middle of what they name, never crowded."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from monitoring.charts.spec import Point, Tick, TimeAxis
from monitoring.charts.text import width
from pvi.lib.months import SHORT_NAMES

TICK_SIZE = 12
_YEAR_STEPS = (1, 2, 5, 10, 20)
_MOST_MONTHS = 36
_MORE_THAN_A_MONTH = timedelta(days=45)
_SHORTEST = timedelta(days=31)
_ROOM_AFTER_REFERENCE = 0.28
_NO_TIME = TimeAxis(date(2000, 1, 1), date(2000, 12, 31), ())


def months_axis(days: Sequence[date], reference: date) -> TimeAxis:
    """Whole months, with room for a label to the right of the reference day."""
    start = min([*days, reference]).replace(day=1)
    end = max([*days, reference])
    room = timedelta(days=round((reference - start).days * _ROOM_AFTER_REFERENCE))
    wide_end = max(end, reference + room, start + _SHORTEST)
    return TimeAxis(start, wide_end, time_ticks(start, end, monthly=True))


def years_axis(days: Sequence[date], *, monthly: bool) -> TimeAxis:
    """Whole calendar years; without days an axis that says nothing."""
    if not days:
        return _NO_TIME
    start, end = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    return TimeAxis(start, end, time_ticks(start, end, monthly=monthly))


def is_monthly(points: Sequence[Point]) -> bool:
    """Whether the points follow each other month by month."""
    return any(after.at - before.at < _MORE_THAN_A_MONTH for before, after in pairwise(points))


def time_ticks(start: date, end: date, *, monthly: bool) -> tuple[Tick, ...]:
    """Months for monthly figures over at most three years, otherwise years."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if monthly and months <= _MOST_MONTHS:
        return _month_ticks(start, end, step=1 if months <= 8 else 3)
    years = end.year - start.year + 1
    step = next((step for step in _YEAR_STEPS if years / step <= 12), _YEAR_STEPS[-1])
    middles = (date(year, 7, 1) for year in range(start.year, end.year + 1, step))
    return tuple(Tick(day, str(day.year)) for day in middles if start <= day <= end)


def _month_ticks(start: date, end: date, step: int) -> tuple[Tick, ...]:
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month, step)
    days = [date(month // 12, month % 12 + 1, 15) for month in months]
    inside = [day for day in days if start <= day <= end]
    return tuple(Tick(day, _month_label(day, first=day == inside[0], step=step)) for day in inside)


def _month_label(day: date, *, first: bool, step: int) -> str:
    name = SHORT_NAMES[day.month - 1]
    return f"{name} {day.year % 100:02d}" if first or day.month <= step else name


def kept_when_narrow(labels: Sequence[str], places: Sequence[float]) -> list[int] | None:
    """The indexes of the labels that stay when their places (in pixels) lie close; None when all do."""
    for step in range(1, len(labels)):
        kept = list(range(0, len(labels), step))
        if all(_apart(labels, places, left, right) for left, right in pairwise(kept)):
            return None if step == 1 else kept
    return None


def _apart(labels: Sequence[str], places: Sequence[float], left: int, right: int) -> bool:
    half = (width(labels[left], TICK_SIZE) + width(labels[right], TICK_SIZE)) / 2
    return places[right] - places[left] >= half + 8


def middle(start: date, end: date) -> date:
    """The day in the middle of a period: where a figure over the whole period stands."""
    return start + timedelta(days=(end - start).days // 2)
