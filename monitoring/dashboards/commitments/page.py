"""Everything about one commitment, as one reader may see it on a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from measures.models import Commitment, CommitmentStatus, CommitmentStatusReport, Funding, Measure
from monitoring.dashboards.commitments.marks import COMMITMENT_MARKS, chamber_text, commitment_mark
from monitoring.dashboards.measures.related import Other, others
from monitoring.dashboards.measures.sight import sight, snapshots
from monitoring.dashboards.precision import day_text
from monitoring.reference import Reference
from pvi.lib.formatting import time_left
from pvi.lib.marks import Mark


@dataclass(frozen=True, slots=True)
class Report:
    """How it stood on a day, with the source."""

    report: CommitmentStatusReport
    mark: Mark


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """One commitment with its history, the measures that answer it and the money that came with it."""

    commitment: Commitment
    chamber: str
    given: str
    mark: Mark
    left: str
    reports: Sequence[Report]
    measures: Sequence[Other]
    funding: Sequence[Funding]


def for_commitment(user: Any, one: Commitment, reference: Reference) -> CommitmentPage:
    """The page of one commitment: a fixed number of queries."""
    day = reference.day
    reports = _reports(one, day)
    status = reports[0].report.status if reports else ""
    in_hand = status in {CommitmentStatus.IN_PROGRESS, CommitmentStatus.UNDER_INVESTIGATION}
    return CommitmentPage(
        commitment=one,
        chamber=chamber_text(one.chamber),
        given=day_text(one.given_on, one.given_precision),
        mark=commitment_mark(status, one.term_on, day),
        left=time_left(one.term_on, day) if one.term_on and in_hand else "",
        reports=reports,
        measures=_measures(user, one, reference),
        funding=list(one.funding.select_related("source")),
    )


def _reports(one: Commitment, day: dt.date) -> list[Report]:
    """The newest first, as known on the day."""
    found = one.reports.filter(reported_on__lte=day, known_from__date__lte=day).select_related("source")
    return [Report(report, COMMITMENT_MARKS[CommitmentStatus(report.status)]) for report in found]


def _measures(user: Any, one: Commitment, reference: Reference) -> tuple[Other, ...]:
    visible = Measure.objects.visible_to(user).filter(commitments=one, known_from__date__lte=reference.day)
    found = list(visible.select_related("unit", "programme"))
    seen = sight(user, {measure.unit for measure in found}, reference.day)
    rows = snapshots(seen, [measure.pk for measure in found])
    return others([(measure, "") for measure in found], rows, seen)
