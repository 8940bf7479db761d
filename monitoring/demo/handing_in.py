"""When each unit handed in each round, and what came of it."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from monitoring.demo.chance import dice
from monitoring.demo.days import LATEST, NEXT, REPORTED_ROUNDS, RoundDays, between, working_day
from monitoring.demo.profiles import profiles
from monitoring.demo.world import KORPS
from themes.models import SubmissionState

STATES_OF_LATEST = {
    "LIM": SubmissionState.OPEN,
    "LMS": SubmissionState.RETURNED,
    "OB": SubmissionState.SUBMITTED,
    "LX": SubmissionState.SUBMITTED,
}
RETURNED_REASON = (
    "De duiding bij het ziekteverzuim ontbreekt en van twee maatregelen is de stand ouder dan een halfjaar. "
    "Vul dit aan of schrijf op waarom het niet lukt."
)
KORPS_WAITS_DAYS = 21


@dataclass(frozen=True)
class HandIn:
    """One unit in one round; the days are empty for what has not happened."""

    unit: str
    round: RoundDays
    state: SubmissionState
    submitted: dt.date | None = None
    signed: dt.date | None = None

    @property
    def closes(self) -> dt.date:
        """The last day on which something was still written for this round."""
        return (self.submitted or self.round.due) - dt.timedelta(days=1)


@lru_cache(maxsize=1)
def hand_ins() -> dict[tuple[str, str], HandIn]:
    """Every unit in every round of the demo year, by unit and round."""
    codes = [*(profile.code for profile in profiles()), KORPS]
    past = [_past(code, one) for one in REPORTED_ROUNDS for code in codes]
    coming = [HandIn(code, NEXT, SubmissionState.OPEN) for code in codes]
    return {(found.unit, found.round.code): found for found in (*past, *coming)}


def _past(code: str, one: RoundDays) -> HandIn:
    chance = dice("hand-in", code, one.code)
    state = (
        STATES_OF_LATEST.get(code, SubmissionState.SIGNED_OFF)
        if one is LATEST
        else SubmissionState.SIGNED_OFF
    )
    if state is SubmissionState.OPEN:
        return HandIn(code, one, state)
    after = KORPS_WAITS_DAYS if code == KORPS else -2
    last = one.due + dt.timedelta(days=after)
    submitted = between(chance, last - dt.timedelta(days=20), last)
    signed = working_day(submitted + dt.timedelta(days=chance.randint(2, 9)))
    return HandIn(code, one, state, submitted, signed if state is SubmissionState.SIGNED_OFF else None)
