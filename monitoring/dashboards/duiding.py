"""The newest duiding of figures and themes of a unit."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from monitoring.models import Interpretation
from monitoring.reference import Moment
from pvi.organisation.models import Unit
from themes.models import Theme


@dataclass(frozen=True)
class Said:
    """A duiding as `_duiding.html` shows it."""

    text: str
    by: str
    date: dt.date


def newest_duiding(user: Any, unit: Unit, moment: Moment, indicators: Iterable[int]) -> dict[int, Said]:
    """What was said last about each of these indicators; one query."""
    rows = (
        Interpretation.objects.visible_to(user)
        .filter(unit=unit, indicator__in=indicators, measure=None)
        .filter(written_on__lte=moment.day, known_from__date__lte=moment.known)
        .order_by("indicator_id", "-written_on", "-pk")
        .distinct("indicator_id")
    )
    return {row.indicator_id: _said(row) for row in rows if row.indicator_id}


def theme_duiding(user: Any, unit: Unit, moment: Moment, theme: Theme) -> Said | None:
    """What was said last about a theme as a whole; one query."""
    row = (
        Interpretation.objects.visible_to(user)
        .filter(unit=unit, theme=theme, indicator=None, measure=None)
        .filter(written_on__lte=moment.day, known_from__date__lte=moment.known)
        .order_by("-written_on", "-pk")
        .first()
    )
    return _said(row) if row else None


def _said(row: Interpretation) -> Said:
    return Said(row.text, row.author_role, row.written_on)
