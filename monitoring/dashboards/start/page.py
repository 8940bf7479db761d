"""The start page as one value."""

from dataclasses import dataclass
from typing import Any

from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.cells import MatrixTheme
from monitoring.dashboards.hand_in import HandIn, end_of_last_round, hand_in
from monitoring.dashboards.korps import definitions_of, korps_rows, openly
from monitoring.dashboards.learning import Friction, Told, friction, one_per_theme, stories
from monitoring.dashboards.matrix import columns
from monitoring.dashboards.start.changes import (
    Change,
    balanced,
    of_commitments,
    of_indicators,
    of_measures,
)
from monitoring.dashboards.start.headlines import Headline, headlines
from monitoring.dashboards.start.lead import lead
from monitoring.dashboards.start.wheel import Slice, slice_of
from monitoring.models import ThemeSnapshot
from monitoring.reference import Moment, Reference, moments
from pvi.lib.formatting import date_long, date_short
from pvi.lib.marks import Mark
from pvi.organisation.models import Unit, UnitKind

MOST_CHANGES = 6
MOST_FRICTION = 4
UNKNOWN = STATUS_MARKS[MeasureStatus.UNKNOWN]


@dataclass(frozen=True)
class ThemeLine:
    """One theme of the whole korps in words: figure, status and how many measures are done."""

    theme: MatrixTheme
    mark: Mark
    headline: Headline | None
    done: int
    measures: int
    late: int


@dataclass(frozen=True)
class StartPage:
    """Everything that the start page shows."""

    lead: str
    slices: tuple[Slice, ...]
    lines: tuple[ThemeLine, ...]
    round: HandIn
    shown_on: str
    is_settled: bool
    since: str
    changes: tuple[Change, ...]
    changes_in_all: int
    friction: tuple[Friction, ...]
    stories: tuple[Told, ...]


def start_page(user: Any, reference: Reference, *, all_changes: bool) -> StartPage:
    """The korps at a glance; as many queries however much there is to show."""
    units = list(Unit.objects.parts_on(reference.day) | Unit.objects.filter(kind=UnitKind.KORPS))
    korps = next(unit for unit in units if unit.is_korps)
    parts = [unit for unit in units if not unit.is_korps]
    shown = moments(user, units, reference.day)
    here = shown[korps.pk]
    every = korps_rows(user, korps, here)
    definitions = definitions_of(every)
    rows = openly(user, every, definitions)
    since = end_of_last_round(here.day)
    changes = [
        *of_indicators(rows, definitions, since, reference),
        *of_commitments(user, since, reference),
        *of_measures(user, shown, since, reference),
    ]
    themes = columns(reference)
    lines = theme_lines(themes, korps, here, headlines(rows, definitions, reference))
    return StartPage(
        lead=lead([(theme.name, status) for theme, (status, _) in zip(themes, lines, strict=True)]),
        slices=tuple(slice_of(line.theme, line.mark) for _, line in lines),
        lines=tuple(line for _, line in lines),
        round=hand_in(parts, reference.day),
        shown_on=date_long(here.day),
        is_settled=here.day != reference.day,
        since=date_short(since),
        changes=tuple(balanced(changes, len(changes) if all_changes else MOST_CHANGES)),
        changes_in_all=len(changes),
        friction=tuple(one_per_theme(friction(user, shown), MOST_FRICTION)),
        stories=tuple(stories(user, here)),
    )


def theme_lines(
    themes: list[MatrixTheme], korps: Unit, here: Moment, figures: dict[str, Headline]
) -> list[tuple[MeasureStatus | None, ThemeLine]]:
    """Status and words of every theme; one query."""
    found = ThemeSnapshot.objects.filter(unit=korps, month=here.month, theme__isnull=False)
    rows = {row.theme_id: row for row in found.known_on(here.known)}
    return [_line(theme, rows.get(theme.pk), figures.get(theme.code)) for theme in themes]


def _line(
    theme: MatrixTheme, row: ThemeSnapshot | None, headline: Headline | None
) -> tuple[MeasureStatus | None, ThemeLine]:
    status = MeasureStatus(row.status) if row else None
    counts = row.measure_counts if row else {}
    line = ThemeLine(
        theme=theme,
        mark=STATUS_MARKS[status] if status else UNKNOWN,
        headline=headline,
        done=counts.get(MeasureStatus.DONE.value, 0),
        measures=row.measures if row else 0,
        late=row.overdue if row else 0,
    )
    return status, line
