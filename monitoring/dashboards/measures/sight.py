"""At which moment somebody sees the measures of each unit."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from monitoring.models import MeasureSnapshot
from monitoring.reference import Moment, moments, rows_of
from pvi.organisation.models import Unit


def sight(user: Any, units: Iterable[Unit], day: dt.date) -> Mapping[int, Moment]:
    """The moment per unit, two queries; a unit that has ended stays as it was on its last day."""
    units = list(units)
    found = moments(user, units, day)
    return {unit.pk: _until(found[unit.pk], unit.valid_until) for unit in units}


def _until(moment: Moment, last: dt.date | None) -> Moment:
    return replace(moment, day=min(moment.day, last)) if last else moment


def snapshots(found: Mapping[int, Moment], measures: Iterable[int]) -> dict[int, MeasureSnapshot]:
    """How these measures stood at the moments of their units, by measure: one query."""
    rows = MeasureSnapshot.objects.filter(rows_of(found), measure__in=list(measures))
    return {row.measure_id: row for row in rows}
