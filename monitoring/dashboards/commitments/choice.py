"""Which commitments the reader wants to see: one choice out of a few."""

from collections.abc import Callable
from dataclasses import dataclass

from measures.models import CommitmentKind
from monitoring.dashboards.commitments.register import Register, Row


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the chips: its place in the address, its label, and what it keeps."""

    key: str
    label: str
    keeps: Callable[[Row], bool]

    def rows(self, found: Register) -> list[Row]:
        return [row for row in found.rows if self.keeps(row)]


def _kind(kind: CommitmentKind) -> Callable[[Row], bool]:
    return lambda row: row.commitment.kind == kind


CHOICES = (
    Choice("", "Alle", lambda row: True),
    Choice("open", "Open", lambda row: row.is_open),
    Choice("te-laat", "Te laat", lambda row: row.is_late),
    Choice("moties", "Moties", _kind(CommitmentKind.MOTION)),
    Choice("toezeggingen", "Toezeggingen", _kind(CommitmentKind.COMMITMENT)),
    Choice("aanbevelingen", "Aanbevelingen", _kind(CommitmentKind.RECOMMENDATION)),
    Choice("met-middelen", "Met middelen", lambda row: row.has_funding),
)


def choice_of(key: str) -> Choice:
    """The choice by its place in the address; everything when there is no such choice."""
    return next((choice for choice in CHOICES if choice.key == key), CHOICES[0])
