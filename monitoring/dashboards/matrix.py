"""Themes x eenheden: how each theme stands in each part of the organisation, in the order of the register."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.urls import reverse

from measures.status import MeasureStatus, is_stale
from monitoring.dashboards.cells import MatrixCell, MatrixTheme, cell_of
from monitoring.models import ThemeSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from monitoring.reference import Moment, Reference, moments, rows_of
from pvi.lib.formatting import date_short
from pvi.lib.marks import Mark
from pvi.organisation.models import Unit
from themes.models import Round, Submission, SubmissionState, Theme

# Column heads have room for two short words.
SHORT_NAMES = {"VIT": "Veilige teams", "NDVB": "Netwerk, Bondgenoten"}
IN_ORDER = frozenset({MeasureStatus.ON_TRACK, MeasureStatus.DONE})


@dataclass(frozen=True)
class MatrixRow:
    """One unit: its cells, and how fresh and how firm they are."""

    unit: Unit
    url: str
    cells: tuple[MatrixCell, ...]
    last_update: dt.date | None
    is_stale: bool
    is_provisional: bool
    moment: Moment

    @property
    def stand(self) -> str:
        """The day of the last report, as short as it can be: 24-8, or 24-8-2025 for another year."""
        if self.last_update is None:
            return "geen"
        text = date_short(self.last_update)
        return text.rpartition("-")[0] if self.last_update.year == self.moment.day.year else text


@dataclass(frozen=True)
class Matrix:
    """The whole table; `mixed` when some units are shown as vastgesteld and others not yet."""

    themes: tuple[MatrixTheme, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def statuses(self) -> list[MeasureStatus]:
        return [cell.status for row in self.rows for cell in row.cells if cell.status is not None]

    @property
    def in_order(self) -> int:
        return sum(status in IN_ORDER for status in self.statuses)

    @property
    def legend(self) -> list[Mark]:
        """The kinds of nothing that stand in the table."""
        found = {cell.nothing for row in self.rows for cell in row.cells}
        return [NOTHING_MARKS[kind] for kind in Nothing if kind in found]

    @property
    def provisional(self) -> int:
        return sum(row.is_provisional for row in self.rows)

    @property
    def mixed(self) -> bool:
        return 0 < self.provisional < len(self.rows)

    def column(self, code: str) -> list[tuple[MatrixRow, MatrixCell]]:
        """One theme through all units."""
        return [(row, cell) for row in self.rows for cell in row.cells if cell.theme.code == code]


def matrix(user: Any, reference: Reference) -> Matrix:
    """The table as this user may see it, in as many queries however many units and themes there are."""
    units = list(Unit.objects.parts_on(reference.day))
    themes = columns(reference)
    shown = moments(user, units, reference.day)
    snapshots = _snapshots(shown)
    rounds = list(Round.objects.all())
    signed = _signed_until(units, reference.day)
    return Matrix(
        tuple(themes),
        tuple(
            _row(unit, themes, snapshots, rounds, shown[unit.pk], signed.get(unit.pk), reference)
            for unit in units
        ),
    )


def columns(reference: Reference) -> list[MatrixTheme]:
    """The five themes in their fixed order, with their short names."""
    return [
        MatrixTheme(
            theme.pk,
            theme.code,
            theme.number,
            theme.name,
            SHORT_NAMES.get(theme.code, theme.name),
            reverse("theme", args=[theme.slug]) + reference.query,
        )
        for theme in Theme.objects.all()
    ]


def _snapshots(shown: Mapping[int, Moment]) -> dict[tuple[int, int | None], ThemeSnapshot]:
    rows = ThemeSnapshot.objects.filter(rows_of(shown))
    return {(row.unit_id, row.theme_id): row for row in rows}


def _signed_until(units: Sequence[Unit], day: dt.date) -> dict[int, dt.date]:
    """The last day of every unit that was vastgesteld, as far as that was known on the day."""
    rows = (
        Submission.objects.filter(unit__in=units, state=SubmissionState.SIGNED_OFF, signed_at__date__lte=day)
        .values("unit")
        .annotate(end=Max("round__period_end"))
    )
    return {row["unit"]: row["end"] for row in rows}


def _row(
    unit: Unit,
    themes: Iterable[MatrixTheme],
    snapshots: Mapping[tuple[int, int | None], ThemeSnapshot],
    rounds: Iterable[Round],
    moment: Moment,
    signed: dt.date | None,
    reference: Reference,
) -> MatrixRow:
    whole = snapshots.get((unit.pk, None))
    last = whole.latest_update_on if whole else None
    has_measures = bool(whole and whole.measures)
    return MatrixRow(
        unit=unit,
        url=reverse("unit", args=[unit.slug]) + reference.query,
        cells=tuple(
            cell_of(snapshots.get((unit.pk, theme.pk)), theme, unit, moment.day, has_measures=has_measures)
            for theme in themes
        ),
        last_update=last,
        is_stale=is_stale(last, moment.day, opened_on(rounds, moment.day)),
        is_provisional=signed is None or moment.day > signed,
        moment=moment,
    )


def opened_on(rounds: Iterable[Round], day: dt.date) -> dt.date | None:
    """The day on which the round opened that is open for hand-in on `day`."""
    return max((r.opens_on for r in rounds if r.opens_on <= day <= r.due_on), default=None)
