"""The kinds of chart over time: planned and actual, trend, membership, counts and sparkline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from monitoring.charts.spec import (
    Break,
    Gap,
    Heading,
    Mark,
    Point,
    Role,
    Scale,
    Series,
    SeriesChart,
    TargetPoint,
)
from monitoring.charts.text import wrap
from monitoring.charts.ticks import is_monthly, months_axis, years_axis
from monitoring.charts.values import value_axis, written
from monitoring.charts.words import unsure_word
from monitoring.progress import Nothing

_ROLES = (Role.FIRST, Role.SECOND, Role.THIRD, Role.FOURTH)
_NAME_LETTERS = 20
_ROOM_FOR_LABELS = Decimal("0.24")


@dataclass(frozen=True, slots=True)
class MonthShare:
    """The planned and the actual share (percent) at the end of one month; no actual share in the future."""

    at: date
    label: str
    planned: Decimal
    actual: Decimal | None = None


def planned_actual(heading: Heading, months: Sequence[MonthShare], *, reference: date) -> SeriesChart:
    """Planned and actual share of the work per month, in percent from zero, labelled at the last actual."""
    planned = tuple(Point(at=month.at, label=month.label, value=month.planned) for month in months)
    actual = tuple(_actual(month) for month in months)
    last = max((month.at for month in months if month.actual is not None), default=None)
    return _empty_said(
        SeriesChart(
            heading=heading,
            mark=Mark.LINE,
            x=months_axis([month.at for month in months], reference),
            y=value_axis(_values((*planned, *actual)), scale=Scale.PERCENT, decimals=0, from_zero=True),
            series=(
                _share("gepland", planned, Role.PLAN, last),
                _share("werkelijk", actual, Role.FIRST, last),
            ),
            reference=reference,
        )
    )


def _actual(month: MonthShare) -> Point:
    if month.actual is None:
        return Point(at=month.at, label=month.label, nothing=Nothing.NOT_DUE)
    note = f"gepland: {written(month.planned, Scale.PERCENT, 0)}"
    return Point(at=month.at, label=month.label, value=month.actual, note=note)


def _share(name: str, points: tuple[Point, ...], role: Role, at: date | None) -> Series:
    label = tuple(f"{name.capitalize()} {written(p.figure, Scale.PERCENT, 0)}" for p in points if p.at == at)
    return Series(name=name, points=points, role=role, label=label, label_at=at)


def trend(
    heading: Heading,
    series: Sequence[Series],
    *,
    scale: Scale,
    decimals: int,
    unit_word: str = "",
    target: Sequence[TargetPoint] = (),
    breaks: Sequence[Break] = (),
    gaps: Sequence[Gap] = (),
    reference: date | None = None,
    from_zero: bool = False,
) -> SeriesChart:
    """An indicator over time: one to four named series, each with its own colour, dash, marker and label.

    Lines end at every change of definition and at every kind of nothing. A line may start above zero.
    """
    named = tuple(
        _labelled(one, scale, decimals, alone=sum(one.role is Role.FIRST for one in series) == 1)
        for one in _with_roles(series)
    )
    points = [point for one in series for point in one.points]
    days = [point.at for point in points] + [point.at for point in target] + [gap.end for gap in gaps]
    room = _ROOM_FOR_LABELS if any(one.values_shown for one in series) or target else Decimal("0.16")
    return _empty_said(
        SeriesChart(
            heading=heading,
            mark=Mark.LINE,
            x=years_axis(days, monthly=any(is_monthly(one.points) for one in series)),
            y=value_axis(
                [*_values(points), *(point.value for point in target)],
                scale=scale,
                decimals=decimals,
                from_zero=from_zero,
                room=room,
            ),
            series=named,
            unit_word=unit_word,
            target=tuple(target),
            breaks=tuple(breaks),
            gaps=tuple(gaps),
            reference=reference,
        )
    )


def membership(heading: Heading, points: Sequence[Point], *, unit_word: str = "leden") -> SeriesChart:
    """A count that lasts, as a line from zero with every value at its point and no value axis."""
    line = Series(name=unit_word, points=tuple(points), values_shown=True)
    chart = trend(heading, [line], scale=Scale.COUNT, decimals=0, unit_word=unit_word, from_zero=True)
    return replace(chart, y=replace(chart.y, ticks=(), shown=False))


def counts(
    heading: Heading, points: Sequence[Point], *, unit_word: str, breaks: Sequence[Break] = ()
) -> SeriesChart:
    """Counts per period as neutral bars from zero with the value on each bar: context, no judgement."""
    axis = value_axis(_values(points), scale=Scale.COUNT, decimals=0, from_zero=True, room=_ROOM_FOR_LABELS)
    return _empty_said(
        SeriesChart(
            heading=heading,
            mark=Mark.BAR,
            x=years_axis([point.at for point in points], monthly=is_monthly(points)),
            y=replace(axis, ticks=(), shown=False),
            series=(Series(name=unit_word, points=tuple(points), role=Role.CONTEXT, values_shown=True),),
            unit_word=unit_word,
            breaks=tuple(breaks),
        )
    )


def sparkline(
    heading: Heading,
    points: Sequence[Point],
    *,
    scale: Scale,
    decimals: int,
    target: Sequence[TargetPoint] = (),
) -> SeriesChart:
    """The shape of a series without axes or words, for small multiples; the page has the value beside it."""
    chart = trend(
        heading,
        [Series(name=heading.title, points=tuple(points))],
        scale=scale,
        decimals=decimals,
        target=target,
    )
    bare = replace(chart.y, ticks=(), shown=False)
    return replace(chart, y=bare, series=(replace(chart.series[0], label=()),), bare=True)


def _empty_said(chart: SeriesChart) -> SeriesChart:
    """A chart without any period says so in its place."""
    if any(one.points for one in chart.series):
        return chart
    return replace(chart, gaps=(Gap(chart.x.start, chart.x.end, "geen gegevens"),))


def _with_roles(series: Sequence[Series]) -> Iterator[Series]:
    roles = iter(_ROLES)
    for one in series:
        yield one if one.role is not Role.FIRST else replace(one, role=next(roles, Role.FOURTH))


def _labelled(series: Series, scale: Scale, decimals: int, *, alone: bool) -> Series:
    """The series with a label at its last value: the value when alone, else its name, and how firm it is."""
    valued = [point for point in series.points if point.value is not None]
    if series.label or series.values_shown or not valued:
        return series
    last = valued[-1]
    value = written(last.figure, scale, decimals)
    what = (value,) if alone else wrap(series.name, _NAME_LETTERS, 2)
    if series.role is Role.FORECAST:
        what = (f"{series.name.capitalize()} {value}",)
    word = unsure_word(last.certainty)
    return replace(series, label=(*what, word) if word else what)


def _values(points: Iterable[Point]) -> Iterator[Decimal]:
    for point in points:
        yield from (value for value in (point.value, point.low, point.high) if value is not None)
