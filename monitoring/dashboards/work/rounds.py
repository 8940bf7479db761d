"""How the round stands for the units of this person."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from monitoring.models import MeasureSnapshot
from pvi.lib.formatting import date_long, date_short, time_left
from pvi.organisation.access import reach
from pvi.organisation.models import Unit
from themes.models import Round, Submission, SubmissionState


@dataclass(frozen=True, slots=True)
class UnitRound:
    """One unit in the round: what it handed in, and how many measures it reported on since the opening."""

    unit: Unit
    state: str
    reported: int
    measures: int

    @property
    def share(self) -> float:
        """For the bar, in per cent."""
        return 100 * self.reported / self.measures if self.measures else 0.0


@dataclass(frozen=True, slots=True)
class RoundState:
    """The round that is open for hand-in, or else the next one, with the units of this person."""

    round: Round
    when: str
    is_open: bool
    units: Sequence[UnitRound]


def round_state(user: Any, day: dt.date) -> RoundState | None:
    """The round for the own units: four queries; None without own units or without a round."""
    mine = reach(user)
    current = Round.objects.filter(due_on__gte=day).order_by("opens_on").first() if mine.own_units else None
    if current is None:
        return None
    units = Unit.objects.active().filter(pk__in=mine.own_units, measures__isnull=False).distinct()
    is_open = current.opens_on <= day
    return RoundState(current, _when(current, day), is_open, _units(list(units), current, day))


def _when(current: Round, day: dt.date) -> str:
    if day < current.opens_on:
        return f"inleveren kan vanaf {date_long(current.opens_on)}"
    left = time_left(current.due_on, day)
    return f"inleveren tot en met {date_long(current.due_on)}, {left}"


def _units(units: list[Unit], current: Round, day: dt.date) -> list[UnitRound]:
    handed_in = {one.unit_id: one for one in Submission.objects.filter(round=current, unit__in=units)}
    since = Q(last_update_on__gte=current.opens_on)
    rows = (
        MeasureSnapshot.objects.of_day(day)
        .filter(unit__in=units)
        .order_by()
        .values("unit")
        .annotate(measures=Count("pk"), reported=Count("pk", filter=since))
    )
    counted = {row["unit"]: row for row in rows}
    nothing = {"reported": 0, "measures": 0}
    return [
        UnitRound(
            unit,
            _state(handed_in.get(unit.pk)),
            counted.get(unit.pk, nothing)["reported"],
            counted.get(unit.pk, nothing)["measures"],
        )
        for unit in units
    ]


def _state(submission: Submission | None) -> str:
    if submission is None or submission.state == SubmissionState.OPEN:
        return "nog niet ingediend"
    at = submission.signed_at if submission.state == SubmissionState.SIGNED_OFF else submission.submitted_at
    return f"{submission.get_state_display()}{f' op {date_short(at.date())}' if at else ''}"
