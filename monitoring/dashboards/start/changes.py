"""What changed since the previous round: what was done and what came late, both at equal weight."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Min, Q
from django.urls import reverse

from measures.models import Commitment, CommitmentStatus, Measure
from measures.status import STATUS_MARKS as MEASURE_MARKS
from measures.status import MeasureStatus
from monitoring.dashboards.korps import MAIN, Definitions
from monitoring.dashboards.wording import period_text, value_text
from monitoring.models import IndicatorSnapshot, MeasureSnapshot
from monitoring.progress import STATUS_MARKS, Status
from monitoring.querysets import AMSTERDAM
from monitoring.reference import Moment, Reference, rows_of
from pvi.lib.formatting import plural
from pvi.lib.marks import Mark, Tone

LATE, DONE = MeasureStatus.OVERDUE, MeasureStatus.DONE
SETTLED = Mark("Afgedaan", "i-done", Tone.OK, "Afgedaan")
PASSED = Mark("Termijn voorbij", "i-late", Tone.BAD, "Voorbij")
IN_HAND = [CommitmentStatus.IN_PROGRESS, CommitmentStatus.UNDER_INVESTIGATION]
# From worse to better; a status without a verdict has no place here and no change is told of it.
ORDER = [Status.NOT_MET, Status.BEHIND, Status.AT_RISK, Status.ON_TRACK, Status.MET]


@dataclass(frozen=True)
class Change:
    """One change: when, of what, from which mark to which, and what is said after it."""

    day: dt.date
    subject: str
    url: str
    before: Mark | None
    mark: Mark
    tail: str
    is_better: bool


def balanced(changes: Iterable[Change], limit: int) -> list[Change]:
    """The newest changes, half of them for the better as long as there are enough both ways."""
    newest = sorted(changes, key=lambda change: change.day, reverse=True)
    better = [change for change in newest if change.is_better]
    worse = [change for change in newest if not change.is_better]
    half = limit // 2
    room = {True: max(half, limit - len(worse)), False: max(half, limit - len(better))}
    chosen = [*better[: room[True]], *worse[: room[False]]]
    return sorted(chosen, key=lambda change: change.day, reverse=True)[:limit]


def of_indicators(
    rows: Sequence[IndicatorSnapshot], definitions: Definitions, since: dt.date, reference: Reference
) -> list[Change]:
    """Indicators of the korps and of groups that got another verdict; two queries."""
    now = {_key(row): row for row in rows if row.status in ORDER}
    of_korps = Q(unit__in={row.unit_id for row in now.values()} - {None}) | Q(group__isnull=False)
    concerned = IndicatorSnapshot.objects.filter(
        of_korps, indicator__in={key[0] for key in now}, disaggregation__in=MAIN, status__in=ORDER
    )
    was = {_key(row): Status(row.status) for row in concerned.of_day(since)}
    first: dict[tuple[int, int | None, int | None, str], dt.datetime] = {
        (row["indicator_id"], row["unit_id"], row["group_id"], row["status"]): row["first"]
        for row in concerned.filter(month__gt=since)
        .values("indicator_id", "unit_id", "group_id", "status")
        .annotate(first=Min("known_from"))
    }
    return [
        _of_indicator(row, was[key], definitions, _day(first.get((*key, row.status)), reference), reference)
        for key, row in now.items()
        if key in was and was[key] != row.status
    ]


def _key(row: IndicatorSnapshot) -> tuple[int, int | None, int | None]:
    return (row.indicator_id, row.unit_id, row.group_id)


def _day(first: dt.datetime | None, reference: Reference) -> dt.date:
    return min(first.astimezone(AMSTERDAM).date(), reference.day) if first else reference.day


def _of_indicator(
    row: IndicatorSnapshot, was: Status, definitions: Definitions, day: dt.date, reference: Reference
) -> Change:
    status = Status(row.status)
    value = value_text(row.value, definitions[(row.indicator_id, row.definition_number)])
    whose = f" ({row.group.code})" if row.group and row.group.code not in row.indicator.name else ""
    return Change(
        day=day,
        subject=f"{row.indicator.name}{whose}",
        url=reverse("indicator", args=[row.indicator.slug]) + reference.query,
        before=STATUS_MARKS[was],
        mark=STATUS_MARKS[status],
        tail=f"Nu {value} ({period_text(row.period_code)}).",
        is_better=ORDER.index(status) > ORDER.index(was),
    )


def of_commitments(user: Any, since: dt.date, reference: Reference) -> list[Change]:
    """Commitments that were settled, and those whose term went by; one query."""
    day = reference.day
    settled = Q(status_now=CommitmentStatus.SETTLED, status_on__gt=since)
    passed = Q(status_now__in=IN_HAND, term_on__gte=since, term_on__lt=day)
    found = Commitment.objects.visible_to(user).as_known_on(day).filter(settled | passed)
    return [_of_commitment(commitment, reference) for commitment in found]


def _of_commitment(commitment: Any, reference: Reference) -> Change:
    is_settled = commitment.status_now == CommitmentStatus.SETTLED
    late = plural((reference.day - commitment.term_on).days, "dag", "dagen") if not is_settled else ""
    return Change(
        day=commitment.status_on if is_settled else commitment.term_on + dt.timedelta(days=1),
        subject=commitment.name,
        url=reverse("commitment", args=[commitment.slug]) + reference.query,
        before=None,
        mark=SETTLED if is_settled else PASSED,
        tail=commitment.status_text if is_settled else f"Nu {late} na de termijn.",
        is_better=is_settled,
    )


def of_measures(user: Any, shown: Mapping[int, Moment], since: dt.date, reference: Reference) -> list[Change]:
    """Measures that were done or came late: national ones each, those of eenheden together; three queries."""
    ended = MeasureSnapshot.objects.filter(
        status__in=[DONE, LATE], measure__in=Measure.objects.visible_to(user).counted()
    )
    was = set(ended.of_day(since).values_list("measure_id", "status"))
    now = [
        row
        for row in ended.filter(rows_of(shown)).select_related("measure", "unit")
        if (row.measure_id, row.status) not in was
    ]
    first = {
        (row["measure_id"], row["status"]): row["first"]
        for row in ended.filter(measure__in=[row.measure_id for row in now], month__gt=since)
        .values("measure_id", "status")
        .annotate(first=Min("known_from"))
    }
    dated = [(_day(first.get((row.measure_id, row.status)), reference), row) for row in now]
    return [change for status in (DONE, LATE) for change in _of_status(status, dated, reference)]


def _of_status(
    status: MeasureStatus, dated: Iterable[tuple[dt.date, MeasureSnapshot]], reference: Reference
) -> list[Change]:
    rows = sorted((pair for pair in dated if pair[1].status == status), key=lambda pair: pair[0])
    national = [pair for pair in rows if pair[1].measure.is_national]
    of_units = [pair for pair in rows if not pair[1].measure.is_national]
    lines = [_of_measure(day, row, "Landelijk.", reference) for day, row in national]
    if of_units:
        day, newest = of_units[-1]
        lines.append(_of_measure(day, newest, _together(of_units), reference))
    return lines


def _together(rows: Sequence[tuple[dt.date, MeasureSnapshot]]) -> str:
    """Where the newest one is, and how many came before it in how many eenheden."""
    newest = rows[-1][1].unit.short_name
    others = len(rows) - 1
    if not others:
        return f"In {newest}."
    units = len({row.unit_id for _, row in rows})
    count = plural(others, "andere maatregel", "andere maatregelen")
    return (
        f"In {newest}. Dat geldt ook voor {count}, in {plural(units, 'onderdeel', 'onderdelen')} bij elkaar."
    )


def _of_measure(day: dt.date, row: MeasureSnapshot, where: str, reference: Reference) -> Change:
    status = MeasureStatus(row.status)
    return Change(
        day=day,
        subject=row.measure.title,
        url=reverse("measure", args=[row.measure.slug]) + reference.query,
        before=None,
        mark=MEASURE_MARKS[status],
        tail=where,
        is_better=status is DONE,
    )
