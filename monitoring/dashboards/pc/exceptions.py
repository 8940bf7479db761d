"""What asks for a talk: too late, behind or not delivered, by kind and in the order of the register."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from django.urls import reverse

from measures.models import Decision, Measure
from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.cells import MatrixCell
from monitoring.dashboards.matrix import Matrix, MatrixRow
from monitoring.models import MeasureSnapshot, ThemeSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from monitoring.reference import Moment, Reference, rows_of
from pvi.lib.formatting import plural
from pvi.lib.marks import Mark, Tone
from pvi.lib.months import SHORT_NAMES, add_months
from pvi.organisation.models import Unit
from themes.models import Round, Submission, SubmissionState

MISSING = NOTHING_MARKS[Nothing.NOT_DELIVERED]
NOT_DELIVERED = Mark("Niet geleverd", MISSING.icon, Tone.WARN, MISSING.short)
MONTHS_BACK = 12
HANDED_IN = {SubmissionState.SUBMITTED.value, SubmissionState.SIGNED_OFF.value}


@dataclass(frozen=True)
class Question:
    """One exception: how it stands, of whom, about which theme, what it is, since when, and what to ask."""

    mark: Mark
    unit: str
    url: str
    theme: str
    what: str
    since: str
    ask: str


@dataclass(frozen=True)
class Exceptions:
    """The exceptions that fit the sheet, and the rest behind a fold."""

    shown: tuple[Question, ...]
    folded: tuple[Question, ...]

    @property
    def total(self) -> int:
        return len(self.shown) + len(self.folded)


def exceptions(user: Any, table: Matrix, shown: Mapping[int, Moment], reference: Reference) -> Exceptions:
    """Every exception of the korps on this day; five queries."""
    kinds = [
        _late(user, shown, reference),
        _behind(table, reference),
        _not_delivered(table, reference),
    ]
    return kinds_of(kinds)


def kinds_of(kinds: Sequence[Sequence[Question]], most: int = 6) -> Exceptions:
    """The first of each kind in turn until the sheet is full; then again in the order of the kinds."""
    places = [[(kind, place) for place in range(len(found))] for kind, found in enumerate(kinds)]
    in_turn = [place for place in chain.from_iterable(zip_longest(*places)) if place is not None]
    first, rest = sorted(in_turn[:most]), sorted(in_turn[most:])
    return Exceptions(
        tuple(kinds[kind][place] for kind, place in first), tuple(kinds[kind][place] for kind, place in rest)
    )


def _late(user: Any, shown: Mapping[int, Moment], reference: Reference) -> list[Question]:
    """Measures that are too late, per unit, the longest of each unit by name; two queries."""
    rows = (
        MeasureSnapshot.objects.filter(rows_of(shown), status=MeasureStatus.OVERDUE)
        .filter(measure__in=Measure.objects.visible_to(user).counted())
        .select_related("measure__theme", "unit")
        .order_by("unit__position", "overdue_since", "measure__code")
    )
    per_unit: dict[Unit, list[MeasureSnapshot]] = defaultdict(list)
    for row in rows:
        per_unit[row.unit].append(row)
    asked = set(
        Decision.objects.filter(
            measure__in=[row.measure_id for late in per_unit.values() for row in late],
            outcome="",
            asked_on__lte=reference.day,
        ).values_list("measure_id", flat=True)
    )
    return [_of_unit(unit, late, asked, reference) for unit, late in per_unit.items()]


def _of_unit(unit: Unit, late: Sequence[MeasureSnapshot], asked: set[int], reference: Reference) -> Question:
    first, others = late[0], len(late) - 1
    also = f" en nog {plural(others, 'maatregel', 'maatregelen')}" if others else ""
    waits = first.measure_id in asked
    return Question(
        mark=STATUS_MARKS[MeasureStatus.OVERDUE],
        unit="Landelijk" if unit.is_korps else unit.short_name,
        url=_unit_url(unit, reference),
        theme=_numbers({row.measure.theme.number for row in late if row.measure.theme}),
        what=f"{first.measure.title}{also}",
        since=_days(first.overdue_since, reference.day),
        ask="Wat houdt het besluit tegen?" if waits else "Wat is er nodig?",
    )


def _unit_url(unit: Unit, reference: Reference) -> str:
    return reverse("unit", args=[unit.slug]) + reference.query


def _numbers(numbers: Iterable[int]) -> str:
    """1, 2 en 5; a measure across all themes has none."""
    texts = [str(number) for number in sorted(numbers)]
    if not texts:
        return "alle"
    return " en ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))


def _days(since: dt.date | None, day: dt.date) -> str:
    return plural((day - since).days, "dag", "dagen") if since else "onbekend"


def _behind(table: Matrix, reference: Reference) -> list[Question]:
    """Themes of units that run behind, with the month from which on; one query."""
    found = [(row, cell) for row in table.rows for cell in row.cells if cell.status is MeasureStatus.BEHIND]
    since = _behind_since([row.unit.pk for row, _ in found], reference)
    return [
        Question(
            mark=cell.mark,
            unit=row.unit.short_name,
            url=cell.url,
            theme=f"{cell.theme.number} {cell.theme.short}",
            what=cell.note[:1].upper() + cell.note[1:],
            since=_month(since.get((row.unit.pk, cell.theme.pk))),
            ask="Welk plan haalt dit in?",
        )
        for row, cell in found
    ]


def _behind_since(units: Iterable[int], reference: Reference) -> dict[tuple[int, int | None], dt.date]:
    """The first of the months without a break in which a theme was behind, at most a year back."""
    first = add_months(reference.day.replace(day=1), -MONTHS_BACK)
    rows = (
        ThemeSnapshot.objects.filter(unit__in=units, month__gte=first, month__lte=reference.day)
        .known_on(reference.day)
        .order_by("month")
        .values_list("unit_id", "theme_id", "month", "status")
    )
    since: dict[tuple[int, int | None], dt.date] = {}
    for unit, theme, month, status in rows:
        if status == MeasureStatus.BEHIND:
            since.setdefault((unit, theme), month)
        else:
            since.pop((unit, theme), None)
    return since


def _month(month: dt.date | None) -> str:
    return f"sinds {SHORT_NAMES[month.month - 1]} {month.year}" if month else "deze maand"


def _not_delivered(table: Matrix, reference: Reference) -> list[Question]:
    """Units that did not hand in the last round, or report nothing about a theme; two queries."""
    last = Round.objects.filter(due_on__lt=reference.day).order_by("due_on").last()
    handed_in = set(
        Submission.objects.filter(
            round=last, state__in=HANDED_IN, submitted_at__date__lte=reference.day
        ).values_list("unit_id", flat=True)
    )
    made = (_missing(row, last, row.unit.pk in handed_in, reference) for row in table.rows)
    return [question for question in made if question is not None]


def _missing(row: MatrixRow, last: Round | None, handed_in: bool, reference: Reference) -> Question | None:
    silent = [cell for cell in row.cells if cell.nothing is Nothing.NOT_DELIVERED]
    late_round = last if last and not handed_in and row.unit.is_valid_on(last.period_end) else None
    if not silent and late_round is None:
        return None
    return Question(
        mark=NOT_DELIVERED,
        unit=row.unit.short_name,
        url=row.url,
        theme=_numbers(cell.theme.number for cell in silent),
        what=_what_is_missing(silent, late_round),
        since=_days(late_round.due_on if late_round else row.last_update, reference.day),
        ask="Wat is nodig om te leveren?",
    )


def _what_is_missing(silent: Sequence[MatrixCell], late_round: Round | None) -> str:
    parts = [f"ronde {late_round} niet ingeleverd"] if late_round else []
    if silent:
        parts.append(f"{plural(len(silent), 'thema', 'thema’s')} zonder nieuwe melding")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]
