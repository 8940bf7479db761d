"""The page of one theme, or of what runs across all of them, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from measures.models import Commitment
from measures.models import Research as ResearchRow
from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.cells import MatrixCell
from monitoring.dashboards.commitments_due import Term, terms
from monitoring.dashboards.duiding import Said, theme_duiding
from monitoring.dashboards.learning import Friction, Told, friction, research, stories
from monitoring.dashboards.matrix import MatrixRow, matrix
from monitoring.dashboards.themes.cards import CROSS_NAME, mark_of, percent_of, whole_korps
from monitoring.dashboards.themes.measures import NationalMeasures, national_measures
from monitoring.dashboards.themes.multiples import Multiples, multiples
from monitoring.models import ThemeSnapshot
from monitoring.reference import Moment, Reference, moments
from pvi.lib.formatting import count_of, date_long, plural
from pvi.lib.marks import Mark
from pvi.organisation.access import reach
from pvi.organisation.models import Unit, UnitKind
from themes.models import Theme

MOST_FRICTION = 6


@dataclass(frozen=True)
class Count:
    """How many measures stand in one way."""

    mark: Mark
    count: int


@dataclass(frozen=True)
class KorpsStanding:
    """How the theme stands in the whole korps: planned and actual, and how many measures stand how."""

    mark: Mark
    done: int | None
    planned: int | None
    measures: str
    counts: tuple[Count, ...]
    parts: str
    latest_update: str
    duiding: Said | None


@dataclass(frozen=True)
class ThemePage:
    """Everything that the page of a theme shows; `standing` and `units` are for one of the five only."""

    theme: Theme | None
    title: str
    shown_on: str
    is_settled: bool
    standing: KorpsStanding | None
    units: tuple[tuple[MatrixRow, MatrixCell], ...]
    indicators: Multiples
    measures: NationalMeasures
    commitments: tuple[Term, ...]
    friction: tuple[Friction, ...]
    research: tuple[ResearchRow, ...]
    stories: tuple[Told, ...]


def theme_page(
    user: Any, theme: Theme | None, reference: Reference, status: MeasureStatus | None
) -> ThemePage:
    """One theme; without a theme what runs across all. As many queries however much there is to show."""
    units = _units(reference)
    korps = next(unit for unit in units if unit.is_korps)
    shown = moments(user, units, reference.day)
    here = shown[korps.pk]
    own, of_measure = Q(theme=theme), Q(measure__theme=theme)
    return ThemePage(
        theme=theme,
        title=theme.name if theme else CROSS_NAME,
        shown_on=date_long(here.day),
        is_settled=here.day != reference.day,
        standing=_standing(user, korps, here, theme) if theme else None,
        units=tuple(matrix(user, reference).column(theme.code)) if theme else (),
        indicators=multiples(user, korps, here, Q(indicator__theme=theme), reference),
        measures=national_measures(user, shown, own, reference, status),
        commitments=tuple(
            terms(Commitment.objects.visible_to(user).as_known_on(reference.day).filter(own), reference)
        ),
        friction=tuple(friction(user, shown, of_measure)[:MOST_FRICTION]),
        research=tuple(research(own, public_only=reach(user).reads_public_only)),
        stories=tuple(stories(user, here, own)),
    )


def theme_measures(
    user: Any, theme: Theme | None, reference: Reference, status: MeasureStatus | None
) -> NationalMeasures:
    """Only the national measures, for when another status is chosen."""
    shown = moments(user, _units(reference), reference.day)
    return national_measures(user, shown, Q(theme=theme), reference, status)


def _units(reference: Reference) -> list[Unit]:
    return list(Unit.objects.parts_on(reference.day) | Unit.objects.filter(kind=UnitKind.KORPS))


def _standing(user: Any, korps: Unit, here: Moment, theme: Theme) -> KorpsStanding:
    row = whole_korps(korps, here).get(theme.pk)
    return KorpsStanding(
        mark=mark_of(row),
        done=percent_of(row.actual) if row else None,
        planned=percent_of(row.planned) if row else None,
        measures=plural(row.measures, "maatregel", "maatregelen") if row else "",
        counts=tuple(_counts(row)) if row else (),
        parts=_parts(row) if row else "",
        latest_update=date_long(row.latest_update_on) if row and row.latest_update_on else "",
        duiding=theme_duiding(user, korps, here, theme),
    )


def _counts(row: ThemeSnapshot) -> Sequence[Count]:
    return [
        Count(mark, row.measure_counts[status.value])
        for status, mark in STATUS_MARKS.items()
        if row.measure_counts.get(status.value)
    ]


def _parts(row: ThemeSnapshot) -> str:
    if row.parts is None or row.expected_parts is None:
        return ""
    return f"In deze ronde meldden zich {count_of(row.parts, row.expected_parts)} onderdelen"
