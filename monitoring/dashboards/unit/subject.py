"""Whose page it is, and which situation of it this reader may see."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from monitoring.reference import Moment, Reference, moments
from pvi.organisation.access import reach
from pvi.organisation.models import Unit, UnitGroup, UnitKind


@dataclass(frozen=True)
class Subject:
    """One unit as one reader sees it; `group_moment` is that of the korps, with which groups are signed."""

    unit: Unit
    groups: tuple[UnitGroup, ...]
    successors: tuple[Unit, ...]
    moment: Moment
    group_moment: Moment
    reference: Reference
    is_open: bool
    public_only: bool

    @property
    def title(self) -> str:
        """The name as the head of the page has it: a regional unit is named after its region alone."""
        name: str = self.unit.name
        return f"Eenheid {name}" if self.unit.kind == UnitKind.REGIONAL else name

    @property
    def has_ended(self) -> bool:
        """Whether the unit no longer existed on the reference date."""
        return self.unit.valid_until is not None and self.unit.valid_until < self.reference.day

    @property
    def is_to_come(self) -> bool:
        """Whether the unit did not exist yet on the reference date."""
        return self.unit.valid_from is not None and self.unit.valid_from > self.reference.day

    @property
    def is_earlier(self) -> bool:
        """Whether the reader sees an earlier situation than asked for: the rest is not vastgesteld."""
        return not self.is_open and not self.has_ended and self.moment.day < self.reference.day


def subject_of(user: Any, unit: Unit, reference: Reference) -> Subject:
    """A unit with its groups and successors, at the moment that this reader may see: at most four queries."""
    korps = unit if unit.is_korps else Unit.objects.get(kind=UnitKind.KORPS)
    found = moments(user, {unit, korps}, reference.day)
    mine = reach(user)
    return Subject(
        unit=unit,
        groups=_groups(unit),
        successors=tuple(unit.successors.all()),
        moment=_until(found[unit.pk], unit.valid_until),
        group_moment=found[korps.pk],
        reference=reference,
        is_open=mine.sees_unsigned(unit.pk),
        public_only=mine.reads_public_only,
    )


def _groups(unit: Unit) -> tuple[UnitGroup, ...]:
    """The groups that a unit is in; for the korps all of them."""
    return tuple(UnitGroup.objects.all() if unit.is_korps else unit.groups.all())


def _until(moment: Moment, last: dt.date | None) -> Moment:
    """A unit that has ended stays as it was on its last day."""
    return replace(moment, day=min(moment.day, last)) if last else moment
