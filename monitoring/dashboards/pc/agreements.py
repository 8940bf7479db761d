"""What was agreed in the previous talk, and what came of it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from measures.models import Agreement
from pvi.lib.formatting import count_of, date_short
from pvi.lib.months import NAMES

MOST_OPEN, MOST_KEPT = 2, 2


@dataclass(frozen=True)
class Agreed:
    """One agreement: what, of whom, and how it stands on the day."""

    what: str
    who: str
    is_kept: bool
    is_late: bool
    state: str


@dataclass(frozen=True)
class Agreements:
    """The agreements of the last talk: some of both kinds, and the rest behind a fold."""

    when: str
    kept: str
    shown: tuple[Agreed, ...]
    folded: tuple[Agreed, ...]


def agreements(day: dt.date) -> Agreements:
    """The last round of talks before this day; one query."""
    rows = list(
        Agreement.objects.filter(agreed_on__lte=day).select_related("unit", "round").order_by("due_on", "pk")
    )
    if not rows:
        return Agreements("", "", (), ())
    last = max(rows, key=lambda row: row.round.period_start).round
    of_talk = [row for row in rows if row.round == last]
    made = [_agreed(row, day) for row in of_talk]
    chosen = _some_of_both(made)
    return Agreements(
        when=_when(row.agreed_on for row in of_talk),
        kept=count_of(sum(one.is_kept for one in made), len(made)),
        shown=tuple(chosen),
        folded=tuple(one for one in made if one not in chosen),
    )


def _when(days: Iterable[dt.date]) -> str:
    last = max(days)
    return f"{NAMES[last.month - 1]} {last.year}"


def _some_of_both(made: list[Agreed]) -> list[Agreed]:
    """Open ones, the late ones first, and some that were kept."""
    late = sorted((one for one in made if not one.is_kept), key=lambda one: not one.is_late)
    kept = [one for one in made if one.is_kept]
    return [*late[:MOST_OPEN], *kept[:MOST_KEPT]]


def _agreed(row: Agreement, day: dt.date) -> Agreed:
    followed = row.followed_up_on if row.followed_up_on and row.followed_up_on <= day else None
    is_late = followed is None and row.due_on is not None and row.due_on < day
    return Agreed(
        what=row.what,
        who="korps" if row.unit.is_korps else row.unit.short_name,
        is_kept=followed is not None,
        is_late=is_late,
        state=_state(row, followed, is_late=is_late),
    )


def _state(row: Agreement, followed: dt.date | None, *, is_late: bool) -> str:
    if followed:
        return f"nagekomen op {date_short(followed)}"
    if row.due_on is None:
        return "open, zonder termijn"
    return f"open, {'termijn was' if is_late else 'uiterlijk'} {date_short(row.due_on)}"
