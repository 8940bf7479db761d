"""What holds of each indicator in a month, protected and judged, on the days that something changed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from monitoring.models import DefinitionVersion, IndicatorSnapshot
from monitoring.progress import (
    Assessment,
    Baseline,
    Definition,
    Figure,
    Holding,
    Nothing,
    Target,
    assess,
    current,
)
from monitoring.snapshots.facts import Inputs, KnownBaseline, KnownTarget, Subject, Written
from monitoring.snapshots.series import Series
from monitoring.snapshots.shield import HiddenPeriods, shield, shield_baseline
from monitoring.snapshots.versions import Row, Table
from pvi.lib.months import end_of_month

TABLE = Table(
    IndicatorSnapshot,
    key=("unit_id", "group_id", "month", "indicator_id", "disaggregation"),
    columns=(
        "definition_number", "value", "period_code", "period_end", "nothing", "is_old", "due_on", "certainty",
        "parts", "expected_parts", "status", "reason", "expected",
        "attainment", "baseline_value", "baseline_day",
        "target_value", "target_day", "target_operator", "path", "has_interpretation",
    ),
)  # fmt: skip
SIX = Decimal("0.000001")


@dataclass(frozen=True)
class Aims:
    """The baselines and targets of one subject and indicator, with the duiding that was written."""

    baselines: Sequence[KnownBaseline]
    targets: Sequence[KnownTarget]
    written: Sequence[Written]

    def baseline(self, known: dt.date) -> Baseline | None:
        """The newest version of the baseline that was known."""
        facts = [b for b in self.baselines if b.known <= known]
        return max(facts, key=lambda b: b.version).fact if facts else None

    def targets_on(self, known: dt.date) -> list[Target]:
        """Per day the newest version of the target that was known."""
        newest: dict[dt.date | None, KnownTarget] = {}
        for target in self.targets:
            found = newest.get(target.fact.day)
            if target.known <= known and (found is None or target.version > found.version):
                newest[target.fact.day] = target
        return [target.fact for target in newest.values()]

    def is_interpreted(self, code: str, last_day: dt.date, on: dt.date, known: dt.date) -> bool:
        """Whether duiding about this period, or written after it, was there on the day."""
        return any(
            (w.period_code == code or w.written_on > last_day) and w.written_on <= on and w.known <= known
            for w in self.written
        )


def aims_of(inputs: Inputs, subject: Subject, indicator_id: int) -> Aims:
    """What is aimed at by this subject for this indicator."""
    key = (subject.unit_id, subject.group_id, indicator_id)
    written = inputs.written.get(indicator_id, ()) if subject.unit else ()
    return Aims(inputs.baselines.get(key, ()), inputs.targets.get(key, ()), written)


def state_of(
    subject: Subject, series: Series, aims: Aims, hidden: HiddenPeriods, on: dt.date, known: dt.date
) -> Row | None:
    """The stored row of one series on a day; None when the indicator does not exist for the subject then."""
    found = series.rules.in_force(on)
    if found is None or not subject.applies(found[0]) or not subject.exists_on(on):
        return None
    _, definition = found
    figures = series.at(known)
    holding = _shielded(_holding(subject, figures, definition, on), subject, found, figures, hidden)
    targets = aims.targets_on(known)
    baseline = shield_baseline(aims.baseline(known), subject, found, figures, hidden)
    verdict = assess(holding, definition, baseline=baseline, targets=targets, on=on)
    return _row(verdict, holding, definition, aims, _path(baseline, targets), on, known)


def _holding(subject: Subject, figures: Sequence[Figure], definition: Definition, on: dt.date) -> Holding:
    unit = subject.unit
    begun = [day for day in (definition.effective_from, unit.valid_from if unit else None) if day]
    return current(
        figures,
        definition,
        on,
        expected_from=max(begun, default=None),
        expected_until=unit.valid_until if unit else None,
    )


def _shielded(
    holding: Holding,
    subject: Subject,
    version: tuple[DefinitionVersion, Definition],
    figures: Sequence[Figure],
    hidden: HiddenPeriods,
) -> Holding:
    if holding.figure is None:
        return holding
    figure = shield(holding.figure, subject, version, figures, hidden)
    nothing = figure.nothing if figure.nothing is Nothing.SUPPRESSED else holding.nothing
    return replace(holding, figure=figure, nothing=nothing)


def _path(baseline: Baseline | None, targets: Iterable[Target]) -> list[Any]:
    points = [[baseline.day.isoformat(), f"{baseline.value.normalize():f}"]] if baseline else []
    dated = sorted((t.day, t.value) for t in targets if t.day is not None)
    return points + [[day.isoformat(), f"{value.normalize():f}"] for day, value in dated]


def _row(
    verdict: Assessment,
    holding: Holding,
    definition: Definition,
    aims: Aims,
    path: list[Any],
    on: dt.date,
    known: dt.date,
) -> Row:
    figure, target, baseline = verdict.figure, verdict.target, verdict.baseline
    is_shown = verdict.value is not None and figure is not None
    return (
        definition.number,
        six(verdict.value),
        figure.period.code if figure else "",
        figure.last_day if figure else None,
        verdict.nothing.value if verdict.nothing else "",
        verdict.is_old,
        holding.due,
        figure.certainty.value if figure and is_shown else "",
        figure.parts if figure and is_shown else None,
        figure.expected_parts if figure and is_shown else None,
        verdict.status.value if verdict.status else "",
        verdict.reason.value,
        six(verdict.expected),
        six(verdict.attainment),
        six(baseline.value) if baseline else None,
        baseline.day if baseline else None,
        six(target.value) if target else None,
        target.day if target else None,
        target.operator.value if target else "",
        path,
        bool(figure and is_shown and aims.is_interpreted(figure.period.code, figure.last_day, on, known)),
    )


def six(value: Decimal | None) -> Decimal | None:
    """A value as the database keeps it: six decimals, so that equal rows compare as equal."""
    return None if value is None else value.quantize(SIX)


def change_days(series: Series, aims: Aims, month: dt.date, today: dt.date) -> list[dt.date]:
    """The days on which the row of this month can change: in the month, and by late figures after it."""
    end = min(end_of_month(month), today)
    days = {month, end}
    # Whether a baseline may be told depends on the figure of its own day, which may come later.
    last = max([end, *(baseline.fact.day for baseline in aims.baselines)])
    for known, start in series.changes():
        if start <= last:
            days.add(known)
    days.update(baseline.known for baseline in aims.baselines)
    days.update(target.known for target in aims.targets)
    days.update(item.known for item in aims.written if item.written_on <= end)
    return sorted(day for day in days if month <= day <= today)
