"""The calendar of the rounds, and whether a day of a unit is closed."""

import datetime as dt

from django.db.models import Max

from pvi.organisation.models import Unit
from themes.models import Round, Submission, SubmissionState


def is_locked(unit: Unit, day: dt.date) -> bool:
    """Whether what this unit reported about this day is vastgesteld and so closed."""
    return Submission.objects.filter(
        unit=unit, state=SubmissionState.SIGNED_OFF, round__period_start__lte=day, round__period_end__gte=day
    ).exists()


def signed_until(unit: Unit) -> dt.date | None:
    """The last day of the last round that is vastgesteld for this unit; None when none is."""
    signed = Submission.objects.filter(unit=unit, state=SubmissionState.SIGNED_OFF)
    last: dt.date | None = signed.aggregate(last=Max("round__period_end"))["last"]
    return last


def opened_on(day: dt.date) -> dt.date | None:
    """The day on which the round that is open for hand-in on `day` opened; None when none is open."""
    current = Round.objects.open_for_hand_in(day).order_by("opens_on").last()
    return current.opens_on if current else None
