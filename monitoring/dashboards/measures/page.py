"""Everything about one measure, as one reader may see it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from measures.models import BudgetLine, Commitment, Decision, Measure, Research
from monitoring.dashboards.commitments.marks import commitment_mark
from monitoring.dashboards.measures.changes import Change, changes_of
from monitoring.dashboards.measures.related import (
    Other,
    commitments_of,
    links_of,
    others,
    related_to,
    research_on,
)
from monitoring.dashboards.measures.reports import Reported, reports_of
from monitoring.dashboards.measures.sight import sight, snapshots
from monitoring.dashboards.measures.standing import Standing, standing_of
from monitoring.dashboards.measures.steps import Step, steps_of
from monitoring.models import Interpretation, MeasureIndicatorLink, MeasureSnapshot
from monitoring.reference import Moment, Reference
from pvi.lib.formatting import number, plural
from pvi.lib.marks import Mark
from pvi.organisation.access import reach


@dataclass(frozen=True, slots=True)
class Linked:
    """A commitment with how it stands."""

    commitment: Commitment
    mark: Mark


@dataclass(frozen=True, kw_only=True)
class MeasurePage:
    """One measure with all that belongs to it; what is only for insiders is empty for others."""

    measure: Measure
    moment: Moment
    is_settled: bool
    is_known: bool
    standing: Standing | None
    said: str
    result: str
    steps: Sequence[Step]
    reports: Sequence[Reported]
    interpretation: Interpretation | None
    parent: Other | None
    translations: Sequence[Other]
    waits_for: Sequence[Other]
    needed_by: Sequence[Other]
    decisions: Sequence[Decision]
    budget: Sequence[BudgetLine]
    links: Sequence[MeasureIndicatorLink]
    commitments: Sequence[Linked]
    research: Sequence[Research]
    changes: Sequence[Change]


def for_measure(user: Any, measure: Measure, reference: Reference) -> MeasurePage:
    """The page of one measure: a fixed number of queries, however much was reported and changed."""
    around = related_to(user, measure, reference.day)
    every = [measure, *around.measures(measure)]
    seen = sight(user, {one.unit for one in every}, reference.day)
    rows = snapshots(seen, [one.pk for one in every])
    moment, row = seen[measure.unit_id], rows.get(measure.pk)
    public_only = reach(user).reads_public_only
    parents = others([(measure.parent, "")], rows, seen) if measure.parent in every else ()
    steps = steps_of(row, measure.milestones.all(), moment.day)
    return MeasurePage(
        measure=measure,
        moment=moment,
        is_settled=moment.day < reference.day,
        is_known=measure.known_from.date() <= reference.day,
        standing=_standing(row, moment, public_only=public_only),
        said=_said(steps),
        result=_result(measure, row),
        steps=steps,
        reports=reports_of(user, measure, moment),
        interpretation=_interpretation(user, measure, moment),
        parent=parents[0] if parents else None,
        translations=others([(one, "") for one in around.translations], rows, seen),
        waits_for=others(list(around.waits_for), rows, seen),
        needed_by=others(list(around.needed_by), rows, seen),
        decisions=() if public_only else tuple(measure.decisions.all()),
        budget=() if public_only else tuple(measure.budget_lines.select_related("source")),
        links=links_of(user, measure),
        commitments=_commitments(user, measure, reference),
        research=research_on(measure, public_only=public_only),
        changes=() if public_only else changes_of(measure, moment.known),
    )


def _standing(row: MeasureSnapshot | None, moment: Moment, *, public_only: bool) -> Standing | None:
    if row is None:
        return None
    standing = standing_of(row, moment.day)
    # The reason was written in an update, which need not be openbaar.
    return replace(standing, reason="") if public_only else standing


def _said(steps: Sequence[Step]) -> str:
    """How many milestones are done, and how many should be."""
    if not steps:
        return ""
    done = sum(bool(step.done) for step in steps)
    late = sum(step.mark.word == "Te laat" for step in steps)
    said = f"Van {plural(len(steps), 'mijlpaal is', 'mijlpalen')} "
    said += f"{'er' if len(steps) == 1 else 'zijn er'} {done} gehaald"
    return f"{said} en {late} te laat." if late else f"{said}; geen mijlpaal is te laat."


def _result(measure: Measure, row: MeasureSnapshot | None) -> str:
    """'12 van 20 gesprekken'; empty without a goal in numbers."""
    if measure.result_goal_count is None:
        return ""
    goal = f"{number(measure.result_goal_count)} {measure.result_goal_unit}".strip()
    counted = row.result_count if row else None
    return f"nog niet gemeld, doel {goal}" if counted is None else f"{number(counted)} van {goal}"


def _interpretation(user: Any, measure: Measure, moment: Moment) -> Interpretation | None:
    found: Interpretation | None = (
        Interpretation.objects.visible_to(user)
        .filter(measure=measure, written_on__lte=moment.day, known_from__date__lte=moment.known)
        .first()
    )
    return found


def _commitments(user: Any, measure: Measure, reference: Reference) -> tuple[Linked, ...]:
    day = reference.day
    return tuple(
        Linked(found, commitment_mark(found.status_now, found.term_on, day))
        for found in commitments_of(user, measure, day)
    )
