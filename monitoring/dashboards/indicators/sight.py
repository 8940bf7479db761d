"""Whose figures somebody sees, each unit at its own moment."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from monitoring.models import DefinitionVersion
from monitoring.querysets import known_on
from monitoring.reference import Moment, moments
from pvi.organisation.access import reach
from pvi.organisation.models import Unit, UnitGroup, UnitKind

BELOW_EENHEID = [UnitKind.DISTRICT, UnitKind.TEAM]


@dataclass(frozen=True)
class Subject:
    """Whose figures are shown: the korps, an eenheid, or a reporting group."""

    code: str
    name: str
    unit: Unit | None = None
    group: UnitGroup | None = None

    @property
    def key(self) -> tuple[int | None, int | None]:
        """The unit and the group as a row of figures names them."""
        return (self.unit.pk if self.unit else None, self.group.pk if self.group else None)

    @property
    def title(self) -> str:
        """The name as the head of a chart."""
        return "Heel het korps" if self.unit and self.unit.is_korps else self.name


@dataclass(frozen=True)
class Sight:
    """What one reader may see on one day."""

    day: dt.date
    korps: Unit
    subjects: tuple[Subject, ...]
    moments: Mapping[int, Moment]
    unsigned: frozenset[int]
    is_outsider: bool

    def moment(self, subject: Subject) -> Moment:
        """The moment of a subject; reporting groups are handed in and signed with the korps."""
        return self.moments[(subject.unit or self.korps).pk]

    def sees_unsigned(self, subject: Subject) -> bool:
        return (subject.unit or self.korps).pk in self.unsigned

    def hides(self, definition: DefinitionVersion, subject: Subject) -> bool:
        """Whether figures of this subject are internal and the reader comes from outside."""
        level = definition.sensitivity_of(subject.unit) if subject.unit else definition.sensitivity_korps
        return self.is_outsider and level == "internal"

    def figures(self) -> Q:
        """Figures of all periods, as known at the moment of each unit; of another unit no later periods."""
        wanted = Q(pk__in=[])
        for moment, own, others in self._by_moment():
            closed = Q(period_end__lte=moment.day)
            rows = Q(unit__in=own) | (Q(unit__in=others) & closed)
            if self.korps.pk in own:
                rows |= Q(group__isnull=False)
            if self.korps.pk in others:
                rows |= Q(group__isnull=False) & closed
            wanted |= rows & known_on(moment.known)
        return wanted

    def months(self, *, exactly: bool = True) -> Q:
        """Snapshot rows of the month of each moment, or of all months until then."""
        wanted = Q(pk__in=[])
        for moment, own, others in self._by_moment():
            rows = Q(unit__in=own | others)
            if self.korps.pk in own | others:
                rows |= Q(group__isnull=False)
            month = Q(month=moment.month) if exactly else Q(month__lte=moment.month)
            wanted |= rows & month & known_on(moment.known)
        return wanted

    def _by_moment(self) -> list[tuple[Moment, frozenset[int], frozenset[int]]]:
        found: dict[Moment, set[int]] = defaultdict(set)
        for unit_id, moment in self.moments.items():
            found[moment].add(unit_id)
        return [
            (moment, self.unsigned & ids, frozenset(ids - self.unsigned)) for moment, ids in found.items()
        ]


def sight_of(user: Any, day: dt.date) -> Sight:
    """What this user sees of the korps, the eenheden and the reporting groups; four queries at most."""
    units = list(Unit.objects.active().exclude(kind__in=BELOW_EENHEID))
    korps = next(unit for unit in units if unit.is_korps)
    mine = reach(user)
    parts = [Subject(unit.code, unit.name, unit=unit) for unit in units if not unit.is_korps]
    groups = [Subject(group.code, group.name, group=group) for group in UnitGroup.objects.all()]
    return Sight(
        day=day,
        korps=korps,
        subjects=(Subject(korps.code, korps.name, unit=korps), *groups, *parts),
        moments=dict(moments(user, units, day)),
        unsigned=frozenset(unit.pk for unit in units if mine.sees_unsigned(unit.pk)),
        is_outsider=mine.reads_public_only,
    )
