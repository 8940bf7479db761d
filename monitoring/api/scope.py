"""Which snapshots somebody may see on a day: of the own unit all, of another unit what is vastgesteld."""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, When

from monitoring.models import DefinitionVersion, Indicator
from monitoring.querysets import known_on
from monitoring.reference import Moment, moments, rows_of
from pvi.organisation.access import reach
from pvi.organisation.models import Unit, UnitKind


def of_month(user: Any, day: dt.date) -> Q:
    """The snapshots of each unit for the month of its moment, as known then."""
    return rows_of(_moments(user, day))


def of_month_and_groups(user: Any, day: dt.date) -> Q:
    """As `of_month`, with the reporting groups: those are handed in and signed with the korps."""
    found = _moments(user, day)
    wanted = rows_of(found)
    for korps in Unit.objects.active().filter(kind=UnitKind.KORPS):
        moment = found[korps.pk]
        wanted |= Q(group__isnull=False, month=moment.month) & known_on(moment.known)
    return wanted


def of_periods_and_groups(user: Any, day: dt.date) -> Q:
    """The figures of all periods, as known at the moment of each unit; of another unit no later periods."""
    mine = reach(user)
    korps = set(Unit.objects.filter(kind=UnitKind.KORPS).values_list("pk", flat=True))
    wanted = Q(pk__in=[])
    for moment, units in _by_moment(user, day).items():
        own = {pk for pk in units if mine.sees_unsigned(pk)}
        closed = Q(period_end__lte=moment.day)
        rows = Q(unit__in=own) | (Q(unit__in=units - own) & closed)
        if korps & units:
            rows |= Q(group__isnull=False) & (Q() if korps & own else closed)
        wanted |= rows & known_on(moment.known)
    return wanted


def of_open_indicators(user: Any) -> Q:
    """Rows of indicators that this person may see; for outsiders nothing that is internal at its level.

    A reporting group is as public as the korps.
    """
    visible = Q(indicator__in=Indicator.objects.visible_to(user))
    if not reach(user).reads_public_only:
        return visible
    is_open = Case(
        When(Q(group__isnull=False) | Q(unit__kind=UnitKind.KORPS), then=_is_open("korps")),
        When(unit__kind__in=[UnitKind.DISTRICT, UnitKind.TEAM], then=_is_open("team")),
        default=_is_open("unit"),
        output_field=BooleanField(),
    )
    return visible & Q(is_open)


def _is_open(level: str) -> Exists:
    definition = DefinitionVersion.objects.filter(
        indicator=OuterRef("indicator"), number=OuterRef("definition_number")
    )
    return Exists(definition.exclude(**{f"sensitivity_{level}": "internal"}))


def _moments(user: Any, day: dt.date) -> dict[int, Moment]:
    return dict(moments(user, Unit.objects.active(), day))


def _by_moment(user: Any, day: dt.date) -> dict[Moment, set[int]]:
    found: dict[Moment, set[int]] = defaultdict(set)
    for unit_id, moment in _moments(user, day).items():
        found[moment].add(unit_id)
    return found
