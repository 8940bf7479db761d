"""The reference date (peildatum): which situation is shown, and as known when."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Min, Q
from django.http import HttpRequest
from django.utils import timezone

from pvi.lib.formatting import DateError, parse_date
from pvi.organisation.access import reach
from pvi.organisation.models import Unit
from themes.models import Submission, SubmissionState

FIRST_DAY = dt.date(2021, 1, 1)
PARAMETER = "peildatum"


@dataclass(frozen=True)
class Moment:
    """The situation on `day` as it was known at the end of `known`."""

    day: dt.date
    known: dt.date

    @property
    def month(self) -> dt.date:
        return self.day.replace(day=1)


@dataclass(frozen=True)
class Reference:
    """What the reader asked for, and what is wrong with it if anything."""

    day: dt.date
    today: dt.date
    typed: str = ""
    error: str = ""

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def moment(self) -> Moment:
        return Moment(self.day, self.day)

    @property
    def query(self) -> str:
        """What a link must carry to stay on this day."""
        return "" if self.is_today else f"?{PARAMETER}={self.day.isoformat()}"


def reference_of(request: HttpRequest) -> Reference:
    """The reference date in the address; today when there is none or, with a message, when it is unusable."""
    today = timezone.localdate()
    typed = request.GET.get(PARAMETER, "").strip()
    if not typed:
        return Reference(today, today)
    try:
        day = parse_date(typed)
    except DateError as error:
        return Reference(today, today, typed, f"{error} U ziet nu de stand van vandaag.")
    if day > today:
        return Reference(
            today, today, typed, "Deze datum ligt in de toekomst. U ziet nu de stand van vandaag."
        )
    if day < FIRST_DAY:
        return Reference(
            today, today, typed, "Er zijn momentopnamen vanaf 1 januari 2021. U ziet nu de stand van vandaag."
        )
    return Reference(day, today, typed)


def moments(user: Any, units: Iterable[Unit], day: dt.date) -> Mapping[int, Moment]:
    """Per unit what this user may see on this day: all of the own unit, of another only what is vastgesteld.

    Two queries at most, whatever the number of units.
    """
    units = list(units)
    mine = reach(user)
    if mine.reads_everything:
        return {unit.pk: Moment(day, day) for unit in units}
    signed = _signed(units, day)
    first = _first_period(units)
    return {
        unit.pk: Moment(day, day) if unit.pk in mine.own_units else _settled(unit.pk, signed, first, day)
        for unit in units
    }


def moment_for(user: Any, unit: Unit, day: dt.date) -> Moment:
    """What this user may see of one unit on this day."""
    return moments(user, [unit], day)[unit.pk]


def _signed(units: list[Unit], day: dt.date) -> dict[int, Moment]:
    rows = (
        Submission.objects.filter(unit__in=units, state=SubmissionState.SIGNED_OFF, signed_at__date__lte=day)
        .values("unit")
        .annotate(end=Max("round__period_end"), known=Max("signed_at__date"))
    )
    return {row["unit"]: Moment(min(row["end"], day), row["known"]) for row in rows}


def _first_period(units: list[Unit]) -> dict[int, dt.date]:
    rows = Submission.objects.filter(unit__in=units).values("unit").annotate(start=Min("round__period_start"))
    return {row["unit"]: row["start"] for row in rows}


def _settled(unit_id: int, signed: dict[int, Moment], first: dict[int, dt.date], day: dt.date) -> Moment:
    if unit_id in signed:
        return signed[unit_id]
    # Before its first round a unit has only what was published in the registers.
    before = first.get(unit_id, day + dt.timedelta(days=1)) - dt.timedelta(days=1)
    return Moment(min(day, before), min(day, before))


def rows_of(found: Mapping[int, Moment], prefix: str = "unit") -> Q:
    """The snapshot rows of each unit at its own moment."""
    from monitoring.querysets import known_on

    by_moment: dict[Moment, list[int]] = {}
    for unit_id, moment in found.items():
        by_moment.setdefault(moment, []).append(unit_id)
    wanted = Q(pk__in=[])
    for moment, unit_ids in by_moment.items():
        wanted |= Q(**{f"{prefix}__in": unit_ids}, month=moment.month) & known_on(moment.known)
    return wanted
