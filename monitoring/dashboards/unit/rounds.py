"""The round that a unit is in, and how far its submission is."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from monitoring.dashboards.unit.subject import Subject
from pvi.lib.formatting import date_short, plural
from themes.models import Round, Submission, SubmissionState

LOOK_BACK = 3


@dataclass(frozen=True)
class Rounds:
    """The round of the day, the one before it, and the submissions to them."""

    current: Round | None
    previous: Round | None
    submissions: tuple[Submission, ...]


@dataclass(frozen=True)
class RoundLine:
    """What the head of the page says of the round."""

    round: str
    when: str
    state: str
    rest: str


def rounds_of(subject: Subject) -> Rounds:
    """Two queries: the last rounds that had begun, and what was handed in for them."""
    day = subject.moment.day
    found = list(Round.objects.filter(period_start__lte=day).order_by("-period_start")[:LOOK_BACK])
    current = next((one for one in reversed(found) if one.opens_on <= day <= one.due_on), None)
    current = current or next(iter(found), None)
    previous = next((one for one in found if one.period_end < day), None)
    handed_in = Submission.objects.filter(round__in=found)
    if not subject.unit.is_korps:
        handed_in = handed_in.filter(unit=subject.unit)
    return Rounds(current, previous, tuple(handed_in))


def round_line(subject: Subject, rounds: Rounds) -> RoundLine | None:
    """'Ronde tertaal 3 2026: open tot en met 31-1-2027', with how far the submission is."""
    current = rounds.current
    if current is None or subject.has_ended:
        return None
    own = [one for one in rounds.submissions if one.round_id == current.pk]
    state, rest = _korps_state(rounds, subject) if subject.unit.is_korps else _unit_state(own, subject)
    return RoundLine(f"Ronde {current}", _when(current, subject.reference.day), state, rest)


def _when(current: Round, day: dt.date) -> str:
    if day < current.opens_on:
        return f"inleveren van {date_short(current.opens_on)} tot en met {date_short(current.due_on)}"
    if day <= current.due_on:
        return f"open tot en met {date_short(current.due_on)}"
    return f"inleveren kon tot en met {date_short(current.due_on)}"


def _unit_state(own: Sequence[Submission], subject: Subject) -> tuple[str, str]:
    submission = own[0] if own else None
    known = subject.moment.known
    state = state_on(submission, known)
    if submission is None or state is SubmissionState.OPEN:
        return "nog niet ingediend", ""
    if state is SubmissionState.SIGNED_OFF:
        return "vastgesteld", f"op {_day(submission.signed_at)}"
    if state is SubmissionState.RETURNED:
        return "teruggestuurd", "met een vraag, nog niet opnieuw ingediend"
    return "ingediend", f"op {_day(submission.submitted_at)}, nog niet vastgesteld"


def _korps_state(rounds: Rounds, subject: Subject) -> tuple[str, str]:
    """How many parts handed in; before the first one did, how that went in the round before."""
    handed_in, signed = _counted(rounds, rounds.current, subject)
    if handed_in:
        return f"{plural(handed_in, 'onderdeel', 'onderdelen')} ingediend", f"waarvan {signed} vastgesteld"
    before = rounds.previous
    if before is None or before == rounds.current:
        return "nog geen onderdeel diende in", ""
    handed_in, signed = _counted(rounds, before, subject)
    return "nog geen onderdeel diende in", f"({before}: {handed_in} ingediend, {signed} vastgesteld)"


def _counted(rounds: Rounds, one: Round | None, subject: Subject) -> tuple[int, int]:
    """How many parts handed in for a round, and of how many it was signed off."""
    own = [row for row in rounds.submissions if one and row.round_id == one.pk]
    states = Counter(state_on(row, subject.moment.known) for row in own if row.unit_id != subject.unit.pk)
    signed = states[SubmissionState.SIGNED_OFF]
    return signed + states[SubmissionState.SUBMITTED], signed


def state_on(submission: Submission | None, day: dt.date) -> SubmissionState:
    """The state as it was at the end of a day; of one that was sent back only what happened last is known."""
    if submission is None:
        return SubmissionState.OPEN
    if _before(submission.signed_at, day):
        return SubmissionState.SIGNED_OFF
    if submission.state == SubmissionState.RETURNED:
        return SubmissionState.RETURNED
    return SubmissionState.SUBMITTED if _before(submission.submitted_at, day) else SubmissionState.OPEN


def _before(at: dt.datetime | None, day: dt.date) -> bool:
    return at is not None and timezone.localtime(at).date() <= day


def _day(at: dt.datetime | None) -> str:
    return date_short(timezone.localtime(at).date()) if at else ""
