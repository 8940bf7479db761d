"""Reading everything that one run needs, in a fixed number of queries whatever the number of indicators."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import F, Q
from django.utils import timezone

from measures.models import Measure, Milestone, ProgressUpdate
from measures.status import MilestoneFact
from monitoring.models import Baseline, DefinitionVersion, Interpretation, Observation, Target
from monitoring.progress import Baseline as BaselineFact
from monitoring.progress import Certainty, Operator
from monitoring.progress import Target as TargetFact
from monitoring.snapshots.facts import (
    Inputs,
    KnownBaseline,
    KnownMilestone,
    KnownTarget,
    MeasureInputs,
    Observed,
    Reported,
    RoundDays,
    Rules,
    SeriesKey,
    Subject,
    Written,
    rules_of,
)
from pvi.lib.periods import Period
from pvi.organisation.models import Unit, UnitGroup
from themes.models import Round, Theme

K = TypeVar("K")
V = TypeVar("V")


def read_inputs(unit: Unit) -> Inputs:
    """All facts about this unit, its parts and, for the korps, the reporting groups."""
    units = list(Unit.objects.active())
    rules = _rules()
    subjects = _subjects(unit, units)
    siblings = tuple(other for other in units if other.parent_id == unit.parent_id and unit.parent_id)
    return Inputs(
        subjects=subjects,
        rules=rules,
        observed=_observed(subjects, siblings, unit.parent_id, rules),
        siblings=siblings,
        parent_id=unit.parent_id,
        baselines=_baselines(subjects, rules),
        targets=_targets(subjects),
        written=_written(unit),
        measures=_measures(unit),
        rounds=tuple(
            RoundDays(r.period_start, r.period_end, r.opens_on, r.due_on) for r in Round.objects.all()
        ),
        theme_ids=tuple(Theme.objects.values_list("pk", flat=True)),
    )


def _day(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment).date()


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _rules() -> dict[int, Rules]:
    stored = DefinitionVersion.objects.select_related("indicator").order_by("indicator", "number")
    grouped = _grouped((version.indicator_id, version) for version in stored)
    return {indicator_id: rules_of(versions) for indicator_id, versions in grouped.items()}


def _subjects(unit: Unit, units: list[Unit]) -> tuple[Subject, ...]:
    children = tuple(other for other in units if other.parent_id == unit.pk)
    own = Subject(unit, None, children)
    if not unit.is_korps:
        return (own,)
    groups = UnitGroup.objects.prefetch_related("members")
    return (own, *(Subject(None, group.pk, tuple(group.members.all())) for group in groups))


def _observed(
    subjects: tuple[Subject, ...],
    siblings: tuple[Unit, ...],
    parent_id: int | None,
    rules: Mapping[int, Rules],
) -> dict[SeriesKey, tuple[Observed, ...]]:
    sensitive = [rule.indicator_id for rule in rules.values() if rule.is_sensitive]
    own = {s.unit_id for s in subjects} | {member.pk for s in subjects for member in s.members}
    beside = Q(unit__in=[parent_id, *(sibling.pk for sibling in siblings)], indicator__in=sensitive)
    rows = Observation.objects.filter(Q(unit__in=own - {None}) | beside).values_list(
        "indicator_id", "disaggregation", "unit_id", "period_code", "value", "numerator", "denominator",
        "nothing", "certainty", "revision", "known_from", F("source__title"), "remark",
    )  # fmt: skip
    periods: dict[str, Period] = {}
    return _grouped(((row[0], row[1]), _observation(row[2:], periods)) for row in rows)


def _observation(row: tuple[Any, ...], periods: dict[str, Period]) -> Observed:
    unit_id, code, value, numerator, denominator, nothing, certainty, revision, known, source, remark = row
    period = periods.get(code) or periods.setdefault(code, Period.parse(code))
    return Observed(
        unit_id, period, value, numerator, denominator, nothing, Certainty(certainty), revision, _day(known),
        source or "", remark,
    )  # fmt: skip


def _of_subjects(subjects: tuple[Subject, ...]) -> Q:
    units = [subject.unit_id for subject in subjects if subject.unit_id]
    groups = [subject.group_id for subject in subjects if subject.group_id]
    return Q(unit__in=units) | Q(group__in=groups)


def _series(rules: Mapping[int, Rules], row: Baseline) -> int:
    """The series that a baseline belongs to, by the version of the definition that it was measured with."""
    series = rules[row.indicator_id].series if row.indicator_id in rules else {}
    return series.get(row.definition_number, row.definition_number)


def _baselines(
    subjects: tuple[Subject, ...], rules: Mapping[int, Rules]
) -> dict[tuple[int | None, int | None, int], tuple[KnownBaseline, ...]]:
    rows = Baseline.objects.filter(_of_subjects(subjects)).order_by("version")
    return _grouped(
        (
            (row.unit_id, row.group_id, row.indicator_id),
            KnownBaseline(
                _day(row.known_from), row.version, BaselineFact(row.day, row.value, _series(rules, row))
            ),
        )
        for row in rows
    )


def _targets(
    subjects: tuple[Subject, ...],
) -> dict[tuple[int | None, int | None, int], tuple[KnownTarget, ...]]:
    rows = Target.objects.filter(_of_subjects(subjects)).order_by("version")
    return _grouped(
        (
            (row.unit_id, row.group_id, row.indicator_id),
            KnownTarget(
                _day(row.known_from), row.version, TargetFact(row.day, row.value, Operator(row.operator))
            ),
        )
        for row in rows
    )


def _written(unit: Unit) -> dict[int, tuple[Written, ...]]:
    rows = Interpretation.objects.filter(unit=unit, indicator__isnull=False).values_list(
        "indicator_id", "period_code", "written_on", "known_from"
    )
    return _grouped((row[0], Written(row[1], row[2], _day(row[3]))) for row in rows if row[0] is not None)


def _measures(unit: Unit) -> tuple[MeasureInputs, ...]:
    milestones = _milestones(unit)
    updates = _updates(unit)
    return tuple(
        MeasureInputs(
            measure_id=measure.pk,
            theme_id=measure.theme_id,
            starts_on=measure.starts_on,
            ends_on=measure.ends_on,
            goal=measure.result_goal_count,
            known=_day(measure.known_from),
            milestones=milestones.get(measure.pk, ()),
            updates=updates.get(measure.pk, ()),
        )
        for measure in Measure.objects.counted().filter(unit=unit).order_by("pk")
    )


def _milestones(unit: Unit) -> dict[int, tuple[KnownMilestone, ...]]:
    rows = Milestone.objects.filter(measure__unit=unit, measure__programme__is_history=False)
    return _grouped(
        (
            row.measure_id,
            KnownMilestone(
                row.title,
                MilestoneFact(row.due_on, row.weight, row.done_on),
                _day(row.known_from),
                _day(row.done_known_from) if row.done_known_from else None,
            ),
        )
        for row in rows.order_by("due_on", "pk")
    )


def _updates(unit: Unit) -> dict[int, tuple[Reported, ...]]:
    rows = ProgressUpdate.objects.filter(measure__unit=unit, measure__programme__is_history=False)
    return _grouped(
        (
            row.measure_id,
            Reported(
                row.reported_on, _day(row.known_from), row.status, row.is_manual, row.reason, row.result_count
            ),
        )
        for row in rows.order_by("reported_on", "pk")
    )
