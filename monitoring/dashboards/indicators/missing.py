"""The periods of a series that have no figure: each in its place, with its kind of nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence

from monitoring.charts import Nothing, Point, middle
from monitoring.progress import Frequency, due_day, next_period
from monitoring.snapshots.facts import Rules
from pvi.lib.periods import Period, PeriodKind

MOST_MISSING = 60
Placed = tuple[Period, Point]


def with_missing(placed: Sequence[Placed], rules: Rules, until: dt.date, on: dt.date) -> list[Placed]:
    """The series with every period that its definition asks for, from its first figure until a day.

    Nobody expects a yearly figure of a survey that is held every other year: the frequency in force tells.
    """
    if not placed:
        return []
    found: list[Placed] = []
    for (period, point), (following, _) in zip(placed, [*placed[1:], (None, None)], strict=True):
        found.append((period, point))
        between = _between(period, following, rules, until)
        found.extend((missing, _nothing(missing, rules, on)) for missing in between)
    return found


def _between(period: Period, following: Period | None, rules: Rules, until: dt.date) -> Iterator[Period]:
    for _ in range(MOST_MISSING):
        expected = _next(period, rules)
        last = following.start if following else until + dt.timedelta(days=1)
        if expected is None or expected.start >= last or (following and expected.end >= following.end):
            return
        yield expected
        period = expected


def _next(period: Period, rules: Rules) -> Period | None:
    """The period that is awaited after this one, in the rhythm that the figures have themselves."""
    held = rules.in_force(period.end + dt.timedelta(days=1))
    if held is None:
        return None
    expected = next_period(period, Frequency(held[0].frequency))
    if period.kind is not PeriodKind.SPAN and expected.months < period.months:
        expected = period.next()
    return expected if expected.start > period.start else None


def _nothing(period: Period, rules: Rules, on: dt.date) -> Point:
    _, definition = rules.of_period(period)
    is_due = due_day(period, definition) < on
    return Point(
        at=middle(period.start, period.end),
        label=period.label,
        nothing=Nothing.NOT_DELIVERED if is_due else Nothing.NOT_DUE,
        definition=str(rules.series[definition.number]),
    )
