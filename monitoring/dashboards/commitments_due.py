"""Commitments with their term: how they stand on a day and whether it has passed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from measures.deadlines import IN_HAND, term_passed
from measures.models import Commitment, CommitmentStatus
from monitoring.dashboards.commitments.marks import COMMITMENT_MARKS, NOT_REPORTED
from monitoring.reference import Reference
from pvi.lib.formatting import plural
from pvi.lib.marks import Mark, Tone
from pvi.lib.months import add_months


@dataclass(frozen=True)
class Term:
    """One commitment: what it is, by when, how it stands, and how late it is."""

    name: str
    kind: str
    url: str
    term_text: str
    term_on: dt.date | None
    mark: Mark
    late: Mark | None
    status_on: dt.date | None


def terms(rows: Iterable[Any], reference: Reference) -> list[Term]:
    """Commitments as known on the day (`as_known_on`), those with the earliest term first."""
    ordered = sorted(rows, key=lambda row: (row.term_on is None, row.term_on or dt.date.max, row.code))
    return [_term(row, reference) for row in ordered]


def _term(row: Any, reference: Reference) -> Term:
    status = CommitmentStatus(row.status_now) if row.status_now else None
    is_late = status is not None and term_passed(row.term_on, status, reference.day)
    return Term(
        name=row.name,
        kind=row.get_kind_display(),
        url=reverse("commitment", args=[row.slug]) + reference.query,
        term_text=row.term_text,
        term_on=row.term_on,
        mark=COMMITMENT_MARKS[status] if status else NOT_REPORTED,
        late=_late(row.term_on, reference.day) if is_late else None,
        status_on=row.status_on,
    )


def _late(term: dt.date, day: dt.date) -> Mark:
    days = plural((day - term).days, "dag", "dagen")
    return Mark(f"{days} voorbij de termijn", "i-late", Tone.BAD, f"{days} te laat")


@dataclass(frozen=True)
class DueSoon:
    """Commitments whose term passed or comes soon, how many more there are, and how many in all."""

    shown: tuple[Term, ...]
    more: int
    total: int


def due_soon(user: Any, reference: Reference, *, months: int, most: int) -> DueSoon:
    """Terms that passed while in hand and those of the next months, both ways; one query."""
    rows = list(Commitment.objects.visible_to(user).as_known_on(reference.day))
    every = terms((row for row in rows if row.status_now in IN_HAND), reference)
    until = add_months(reference.day, months)
    passed = [one for one in every if one.late]
    coming = [one for one in every if not one.late and one.term_on and one.term_on <= until]
    room = max(most - len(coming), most // 2)
    shown = [*passed[-room:], *coming][:most]
    return DueSoon(tuple(shown), len(passed) + len(coming) - len(shown), len(rows))
