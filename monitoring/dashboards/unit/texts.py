"""What people wrote about a unit: duiding and what does not work, as far as the reader may see it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from measures.models import Measure, ProgressUpdate
from monitoring.dashboards.unit.subject import Subject
from monitoring.models import Interpretation

MOST_FRICTION = 4


@dataclass(frozen=True)
class Said:
    """A duiding as `_duiding.html` shows it."""

    text: str
    by: str
    date: dt.date


@dataclass(frozen=True)
class Interpretations:
    """The newest duiding per subject: per indicator, per theme, and of the unit as a whole."""

    indicators: Mapping[int, Said]
    themes: Mapping[int, Said]
    whole: Said | None


def interpretations(user: Any, subject: Subject) -> Interpretations:
    """One query: the newest of each subject only."""
    moment = subject.moment
    rows = (
        Interpretation.objects.visible_to(user)
        .filter(unit=subject.unit, measure=None)
        .filter(written_on__lte=moment.day, known_from__date__lte=moment.known)
        .order_by("indicator_id", "theme_id", "-written_on", "-pk")
        .distinct("indicator_id", "theme_id")
    )
    indicators: dict[int, Said] = {}
    themes: dict[int, Said] = {}
    whole = None
    for row in rows:
        said = Said(row.text, row.author_role, row.written_on)
        if row.indicator_id:
            indicators.setdefault(row.indicator_id, said)
        elif row.theme_id:
            themes[row.theme_id] = said
        else:
            whole = said
    return Interpretations(indicators, themes, whole)


def frictions(user: Any, subject: Subject) -> list[ProgressUpdate]:
    """The newest updates that say what does not work, one per measure: one query."""
    moment = subject.moment
    rows = (
        ProgressUpdate.objects.visible_to(user)
        .with_friction()
        .filter(measure__in=Measure.objects.counted().visible_to(user), measure__unit=subject.unit)
        .filter(reported_on__lte=moment.day, known_from__date__lte=moment.known)
    )
    if not subject.is_open:
        rows = rows.exclude(friction_is_internal=True)
    newest: dict[int, ProgressUpdate] = {}
    for row in rows.select_related("measure").order_by("-reported_on", "-pk")[: 4 * MOST_FRICTION]:
        newest.setdefault(row.measure_id, row)
    return list(newest.values())[:MOST_FRICTION]
