"""How many parts of the organisation handed in for a round."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pvi.lib.formatting import count_of
from pvi.organisation.models import Unit
from themes.models import Round, Submission, SubmissionState

HANDED_IN = (SubmissionState.SUBMITTED, SubmissionState.SIGNED_OFF)


@dataclass(frozen=True)
class HandIn:
    """The last round that opened before a day, and how many parts had handed in by then."""

    round: Round | None
    handed_in: int
    parts: int

    @property
    def label(self) -> str:
        """tertaal 2 2026; empty when no round had opened."""
        return str(self.round) if self.round else ""

    @property
    def count(self) -> str:
        return count_of(self.handed_in, self.parts)


def hand_in(units: Iterable[Unit], day: dt.date) -> HandIn:
    """The round that opened last before or on this day; two queries."""
    units = list(units)
    current = Round.objects.filter(opens_on__lte=day).order_by("opens_on").last()
    handed_in = Submission.objects.filter(
        round=current, unit__in=units, state__in=HANDED_IN, submitted_at__date__lte=day
    )
    return HandIn(current, handed_in.count(), len(units))


def end_of_last_round(day: dt.date) -> dt.date:
    """The last day of the round that ended last before this day: since then things changed; one query.

    Without any round the last day of the year before.
    """
    last = Round.objects.filter(period_end__lt=day).order_by("period_end").last()
    end: dt.date = last.period_end if last else dt.date(day.year - 1, 12, 31)
    return end
