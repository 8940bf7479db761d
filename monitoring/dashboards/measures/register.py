"""The register of measures: which there are, and how each stands at the moment that its reader may see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Q, QuerySet

from measures.models import Measure
from measures.models.measure import STATUS_CHOICES
from monitoring.dashboards.measures.sight import sight, snapshots
from monitoring.dashboards.measures.standing import Standing, standing_of
from monitoring.measure_criteria import ALL_THEMES, HISTORY, NOT_SETTLED, Criteria
from monitoring.models import MeasureSnapshot
from monitoring.reference import Moment, Reference, rows_of
from pvi.lib.formatting import date_short, number
from pvi.organisation.models import Unit

CSV_HEADS = (
    "Code", "Maatregel", "Eenheid", "Thema", "Niveau", "Programma", "Status", "Gekozen status", "Gereed (%)",
    "Gepland (%)", "Te laat", "Laatste melding", "Verouderd", "Stand van", "Bron",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One measure, with how it stands where that is known."""

    measure: Measure
    standing: Standing | None
    moment: Moment


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many of the chosen measures have a status."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Register:
    """The chosen measures, not read yet, with what is needed to show them."""

    measures: QuerySet[Any]
    total: int
    counts: Sequence[StatusCount]
    seen: Mapping[int, Moment]

    def rows(self, measures: Iterable[Measure]) -> list[Row]:
        """These measures with how they stand: one query."""
        found = list(measures)
        kept = snapshots(self.seen, [measure.pk for measure in found])
        return [
            Row(
                measure,
                _standing(kept.get(measure.pk), self.seen[measure.unit_id]),
                self.seen[measure.unit_id],
            )
            for measure in found
        ]


def register(user: Any, reference: Reference, criteria: Criteria, units: Iterable[Unit]) -> Register:
    """The measures known on the day that were asked for: five queries, the rows not included."""
    seen = sight(user, units, reference.day)
    known = Measure.objects.visible_to(user).filter(known_from__date__lte=reference.day, unit__in=list(seen))
    at_moment = MeasureSnapshot.objects.filter(rows_of(seen))
    any_status = known.filter(_where(replace(criteria, status="")), _late(criteria, at_moment))
    chosen = any_status.filter(_with_status(criteria.status, at_moment))
    order = ("programme__is_history", "level", "theme__number", "unit__position", "code")
    return Register(
        measures=chosen.for_list().order_by(*order),
        total=known.count(),
        counts=_counts(any_status, at_moment),
        seen=seen,
    )


def _where(criteria: Criteria) -> Q:
    wanted = Q()
    if criteria.words:
        for name in ("title", "code", "description"):
            wanted |= Q(**{f"{name}__icontains": criteria.words})
    if criteria.unit:
        wanted &= Q(unit__code=criteria.unit.upper())
    if criteria.theme:
        wanted &= Q(theme=None) if criteria.theme == ALL_THEMES else Q(theme__slug=criteria.theme)
    if criteria.level:
        wanted &= Q(level=criteria.level)
    if criteria.programme:
        wanted &= Q(programme__code__iexact=criteria.programme)
    return wanted


def _late(criteria: Criteria, at_moment: QuerySet[Any]) -> Q:
    late = at_moment.filter(overdue_since__isnull=False)
    return Q(pk__in=late.values("measure")) if criteria.late_only else Q()


def _with_status(status: str, at_moment: QuerySet[Any]) -> Q:
    if status == HISTORY:
        return Q(programme__is_history=True)
    if status == NOT_SETTLED:
        return Q(programme__is_history=False) & ~Q(pk__in=at_moment.values("measure"))
    return Q(pk__in=at_moment.filter(status=status).values("measure")) if status else Q()


def _counts(measures: QuerySet[Any], at_moment: QuerySet[Any]) -> list[StatusCount]:
    """The statuses that occur, in their own order, and then what has none: two queries."""
    rows = (
        at_moment.filter(measure__in=measures.order_by()).order_by().values("status").annotate(n=Count("pk"))
    )
    found = {row["status"]: row["n"] for row in rows}
    counts = [StatusCount(value, label, found[value]) for value, label in STATUS_CHOICES if value in found]
    whole = measures.aggregate(all=Count("pk"), history=Count("pk", filter=Q(programme__is_history=True)))
    rest = whole["all"] - whole["history"] - sum(found.values())
    counts.append(StatusCount(NOT_SETTLED, "Nog niet vastgesteld", rest))
    counts.append(StatusCount(HISTORY, "Geschiedenis", whole["history"]))
    return [one for one in counts if one.count]


def _standing(row: MeasureSnapshot | None, moment: Moment) -> Standing | None:
    return standing_of(row, moment.day) if row else None


def csv_rows(rows: Iterable[Row]) -> list[Sequence[str]]:
    """The rows for a file, the heads first."""
    return [CSV_HEADS, *(_csv_row(row) for row in rows)]


def _csv_row(row: Row) -> Sequence[str]:
    measure, standing = row.measure, row.standing
    about = (
        measure.code,
        measure.title,
        measure.unit.name,
        measure.theme.name if measure.theme else "over alle thema's heen",
        measure.get_level_display(),
        measure.programme.name,
    )
    return (*about, *_csv_standing(measure, standing), date_short(row.moment.day), measure.source_text)


def _csv_standing(measure: Measure, standing: Standing | None) -> Sequence[str]:
    if standing is None:
        word = "geen status: geschiedenis" if measure.is_history else "nog niet vastgesteld"
        return (word, "", "", "", "", "", "")
    return (
        standing.mark.word,
        standing.manual.word if standing.manual else "",
        _share(standing.done),
        _share(standing.planned),
        standing.late,
        date_short(standing.last_update) if standing.last_update else "nog nooit",
        "ja" if standing.stale else "nee",
    )


def _share(percent: float | None) -> str:
    return "geen mijlpalen" if percent is None else number(round(percent))
