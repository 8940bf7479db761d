"""What the page of a unit reads: snapshots at the reader's moment, and the texts beside them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from measures.models import Measure, ProgressUpdate
from monitoring.dashboards.unit.subject import Subject
from monitoring.models import (
    DefinitionVersion,
    FigureSnapshot,
    Indicator,
    IndicatorSnapshot,
    Interpretation,
    MeasureSnapshot,
    ThemeSnapshot,
)
from monitoring.reference import Moment
from pvi.lib.months import end_of_month
from themes.models import Round, Theme

# The main series of an indicator; other disaggregations have their place on its own page.
MAIN = ("", "totaal")
MOST_FRICTION = 4
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
    from monitoring.querysets import known_on

    return whose & Q(month=moment.month) & known_on(moment.known)


@dataclass(frozen=True)
class FigureRows:
    """The series behind the charts, of the unit and of its groups, by indicator."""

    unit: Mapping[int, Sequence[FigureSnapshot]]
    group: Mapping[int, Sequence[FigureSnapshot]]


def figure_rows(subject: Subject, shown: Iterable[int], rows: IndicatorRows) -> FigureRows:
    """Every period of the charted indicators as known at the moment: one query, however many charts."""
    from monitoring.querysets import known_on

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


@dataclass(frozen=True)
class Said:
    """A duiding as `_duiding.html` shows it."""

    text: str
    by: str
    date: dt.date


@dataclass(frozen=True)
class Interpretations:
    """The newest duiding per subject: per indicator, per theme, and of the unit as a whole."""

    indicators: Mapping[int, Said]
    themes: Mapping[int, Said]
    whole: Said | None


def interpretations(user: Any, subject: Subject) -> Interpretations:
    """One query: the newest of each subject only."""
    moment = subject.moment
    rows = (
        Interpretation.objects.visible_to(user)
        .filter(unit=subject.unit, measure=None)
        .filter(written_on__lte=moment.day, known_from__date__lte=moment.known)
        .order_by("indicator_id", "theme_id", "-written_on", "-pk")
        .distinct("indicator_id", "theme_id")
    )
    indicators: dict[int, Said] = {}
    themes: dict[int, Said] = {}
    whole = None
    for row in rows:
        said = Said(row.text, row.author_role, row.written_on)
        if row.indicator_id:
            indicators.setdefault(row.indicator_id, said)
        elif row.theme_id:
            themes[row.theme_id] = said
        else:
            whole = said
    return Interpretations(indicators, themes, whole)


def frictions(user: Any, subject: Subject) -> list[ProgressUpdate]:
    """The newest updates that say what does not work, one per measure: one query."""
    moment = subject.moment
    rows = (
        ProgressUpdate.objects.visible_to(user)
        .with_friction()
        .filter(measure__in=Measure.objects.counted().visible_to(user), measure__unit=subject.unit)
        .filter(reported_on__lte=moment.day, known_from__date__lte=moment.known)
    )
    if not subject.is_open:
        rows = rows.exclude(friction_is_internal=True)
    newest: dict[int, ProgressUpdate] = {}
    for row in rows.select_related("measure").order_by("-reported_on", "-pk")[: 4 * MOST_FRICTION]:
        newest.setdefault(row.measure_id, row)
    return list(newest.values())[:MOST_FRICTION]
