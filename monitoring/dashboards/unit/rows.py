"""The snapshots that the page of a unit reads, at the moment that the reader may see."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from measures.models import Measure
from monitoring.dashboards.unit.subject import Subject
from monitoring.models import (
    DefinitionVersion,
    FigureSnapshot,
    Indicator,
    IndicatorSnapshot,
    MeasureSnapshot,
    ThemeSnapshot,
)
from monitoring.querysets import known_on
from monitoring.reference import Moment
from pvi.lib.months import end_of_month
from themes.models import Round, Theme

# The main series of an indicator; other disaggregations have their place on its own page.
MAIN = ("", "totaal")
PERCENT = 100


@dataclass(frozen=True)
class Shares:
    """The planned and the actual share of the milestones, in per cent."""

    planned: Decimal
    actual: Decimal

    @property
    def gap(self) -> Decimal:
        """How far the work is from the plan, in points."""
        return self.planned - self.actual


def shares_of(row: ThemeSnapshot | None) -> Shares | None:
    """The shares of a row; None when there are no milestones to count."""
    if row is None or row.planned is None or row.actual is None:
        return None
    return Shares(row.planned * PERCENT, row.actual * PERCENT)


@dataclass(frozen=True)
class ThemeRows:
    """The themes at the moment, the whole unit through the months, and the whole unit in the round before."""

    themes: tuple[Theme, ...]
    now: Mapping[int, ThemeSnapshot]
    whole: tuple[ThemeSnapshot, ...]
    earlier: ThemeSnapshot | None

    @property
    def latest(self) -> ThemeSnapshot | None:
        return self.whole[-1] if self.whole else None


def theme_rows(subject: Subject, previous: Round | None) -> ThemeRows:
    """Two queries, whatever the number of months."""
    moment = subject.moment
    before = previous.period_end.replace(day=1) if previous else moment.month
    first = dt.date(moment.day.year - 2, 1, 1)
    rows = list(
        ThemeSnapshot.objects.filter(
            unit=subject.unit, month__gte=min(first, before), month__lte=moment.month
        )
        .filter(Q(theme=None) | Q(month=moment.month))
        .known_on(moment.known)
        .order_by("month")
    )
    whole = [row for row in rows if row.theme_id is None]
    return ThemeRows(
        themes=tuple(Theme.objects.all()),
        now={row.theme_id: row for row in rows if row.theme_id is not None},
        whole=tuple(row for row in whole if row.month >= first),
        earlier=next((row for row in whole if row.month == before and before < moment.month), None),
    )


def measure_rows(user: Any, subject: Subject) -> list[MeasureSnapshot]:
    """The unit's own measures at the moment, by theme and code: one query."""
    return list(
        MeasureSnapshot.objects.filter(
            unit=subject.unit,
            month=subject.moment.month,
            measure__in=Measure.objects.counted().visible_to(user),
        )
        .known_on(subject.moment.known)
        .select_related("measure__theme")
        .order_by("measure__theme__number", "measure__code")
    )


def definitions(user: Any, subject: Subject) -> dict[int, tuple[DefinitionVersion, ...]]:
    """The definition versions of every indicator that this reader may see, by indicator: one query."""
    found: dict[int, list[DefinitionVersion]] = defaultdict(list)
    rows = DefinitionVersion.objects.filter(indicator__in=Indicator.objects.visible_to(user))
    for row in rows.select_related("indicator__theme").order_by(
        "indicator__theme__number", "indicator", "number"
    ):
        found[row.indicator_id].append(row)
    if subject.public_only:
        found = {pk: rows for pk, rows in found.items() if not _is_internal(rows, subject)}
    return {pk: tuple(versions) for pk, versions in found.items()}


def _is_internal(versions: Sequence[DefinitionVersion], subject: Subject) -> bool:
    return any(version.sensitivity_of(subject.unit) == "internal" for version in versions)


@dataclass(frozen=True)
class IndicatorRows:
    """What holds of every indicator, of the unit itself and of its groups, by indicator."""

    unit: Mapping[int, IndicatorSnapshot]
    group: Mapping[int, IndicatorSnapshot]


def indicator_rows(subject: Subject, visible: Iterable[int]) -> IndicatorRows:
    """One query for the unit and its groups together."""
    rows = IndicatorSnapshot.objects.filter(indicator__in=visible, disaggregation__in=MAIN).filter(
        _at(Q(unit=subject.unit), subject.moment) | _at(Q(group__in=subject.groups), subject.group_moment)
    )
    unit: dict[int, IndicatorSnapshot] = {}
    group: dict[int, IndicatorSnapshot] = {}
    for row in rows.order_by("disaggregation"):
        target = unit if row.unit_id else group
        held = target.get(row.indicator_id)
        if held is None or (held.value is None and row.value is not None):
            target[row.indicator_id] = row
    return IndicatorRows(unit, group)


def _at(whose: Q, moment: Moment) -> Q:
    return whose & Q(month=moment.month) & known_on(moment.known)


@dataclass(frozen=True)
class FigureRows:
    """The series behind the charts, of the unit and of its groups, by indicator."""

    unit: Mapping[int, Sequence[FigureSnapshot]]
    group: Mapping[int, Sequence[FigureSnapshot]]


def figure_rows(subject: Subject, shown: Iterable[int], rows: IndicatorRows) -> FigureRows:
    """Every period of the charted indicators as known at the moment: one query, however many charts."""
    wanted = _closed(Q(unit=subject.unit), subject, subject.moment) & known_on(subject.moment.known)
    wanted |= _closed(Q(group__in=subject.groups), subject, subject.group_moment) & known_on(
        subject.group_moment.known
    )
    figures = FigureSnapshot.objects.filter(wanted, indicator__in=shown, disaggregation__in=MAIN)
    unit: dict[int, list[FigureSnapshot]] = defaultdict(list)
    group: dict[int, list[FigureSnapshot]] = defaultdict(list)
    for figure in figures.order_by("period_start"):
        target, held = (unit, rows.unit) if figure.unit_id else (group, rows.group)
        main = held.get(figure.indicator_id)
        if main is not None and main.disaggregation == figure.disaggregation:
            target[figure.indicator_id].append(figure)
    return FigureRows(unit, group)


def _closed(whose: Q, subject: Subject, moment: Moment) -> Q:
    """Of what is not one's own, no later periods than the moment."""
    return whose if subject.is_open else whose & Q(period_end__lte=end_of_month(moment.day))
