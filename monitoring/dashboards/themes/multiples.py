"""The indicators of a theme as small multiples: value, period, verdict, target, shape and meaning."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from monitoring.charts import Heading, Height, Markup, SeriesChart, Table, sparkline, svg, table
from monitoring.dashboards.duiding import Said, newest_duiding
from monitoring.dashboards.korps import (
    Definitions,
    definitions_of,
    figures_of,
    key_of,
    korps_rows,
    openly,
    path_text,
)
from monitoring.dashboards.series import path_of, points_of
from monitoring.dashboards.wording import Standing, scale_of, standing
from monitoring.models import DefinitionVersion, FigureSnapshot, IndicatorSnapshot
from monitoring.progress import RollUp
from monitoring.reference import Moment, Reference
from pvi.lib.marks import Mark
from pvi.organisation.models import Unit

WIDTH, HEIGHT = 340, 72
FEWEST_POINTS = 2


@dataclass(frozen=True)
class Multiple:
    """One indicator: what it is now and how it went; `spark` is empty when there is no series to draw."""

    name: str
    url: str
    explain_url: str
    scope: str
    unit: str
    now: Standing
    path: str
    spark: Markup | str
    table: Table | None
    source: str
    duiding: Said | None


@dataclass(frozen=True)
class Absent:
    """An indicator without any figure, and why there is none."""

    name: str
    url: str
    nothing: Mark


@dataclass(frozen=True)
class Multiples:
    """The indicators with a figure, and those without."""

    shown: tuple[Multiple, ...]
    absent: tuple[Absent, ...]

    @property
    def total(self) -> int:
        return len(self.shown) + len(self.absent)


def multiples(user: Any, korps: Unit, moment: Moment, where: Q, reference: Reference) -> Multiples:
    """All indicators of a theme that this user may see; four queries."""
    every = korps_rows(user, korps, moment, where)
    definitions = definitions_of(every)
    rows = [row for row in openly(user, every, definitions) if row.group is None or _has_own_target(row)]
    figures = figures_of(korps, moment, rows)
    said = newest_duiding(user, korps, moment, {row.indicator_id for row in rows})
    with_value = [row for row in rows if row.value is not None]
    return Multiples(
        shown=tuple(
            _multiple(row, definitions, figures.get(key_of(row), ()), said, reference) for row in with_value
        ),
        absent=tuple(_absent(rows, definitions, reference)),
    )


def _has_own_target(row: IndicatorSnapshot) -> bool:
    """A group has a place of its own only where something was agreed for it together."""
    return row.target_value is not None


def _absent(
    rows: Iterable[IndicatorSnapshot], definitions: Definitions, reference: Reference
) -> Iterable[Absent]:
    rows = list(rows)
    valued = {row.indicator_id for row in rows if row.value is not None}
    for row in rows:
        nothing = standing(row, definitions[(row.indicator_id, row.definition_number)]).nothing
        if row.indicator_id not in valued and row.group is None and nothing is not None:
            yield Absent(row.indicator.name, _url(row, reference), nothing)


def _url(row: IndicatorSnapshot, reference: Reference) -> str:
    return reverse("indicator", args=[row.indicator.slug]) + reference.query


def _multiple(
    row: IndicatorSnapshot,
    definitions: Definitions,
    figures: Sequence[FigureSnapshot],
    said: Mapping[int, Said],
    reference: Reference,
) -> Multiple:
    definition = definitions[(row.indicator_id, row.definition_number)]
    now = standing(row, definition)
    chart = _chart(row, definition, figures)
    return Multiple(
        name=row.indicator.name,
        url=_url(row, reference),
        explain_url=f"{_url(row, reference)}#berekening",
        scope=row.group.name if row.group else "heel het korps",
        unit=definition.scale_label,
        now=now,
        path=path_text(row, definition),
        spark=svg(chart, WIDTH, HEIGHT) if chart else "",
        table=table(chart) if chart else None,
        source=_source(row, figures),
        duiding=said.get(row.indicator_id) if row.group is None else None,
    )


def _source(row: IndicatorSnapshot, figures: Sequence[FigureSnapshot]) -> str:
    source = figures[-1].source_text if figures else ""
    return f"{source or row.indicator.instrument or 'niet vermeld'}, definitie versie {row.definition_number}"


def _chart(
    row: IndicatorSnapshot, definition: DefinitionVersion, figures: Sequence[FigureSnapshot]
) -> SeriesChart | None:
    points = points_of(figures, adds_up=definition.roll_up == RollUp.SUM)
    if sum(point.value is not None for point in points) < FEWEST_POINTS:
        return None
    group = f"-{row.group.code.lower()}" if row.group else ""
    return sparkline(
        Heading(
            id=f"vorm-{row.indicator.slug}{group}",
            title=row.indicator.name,
            unit_line=definition.scale_label,
            summary="",
            source="",
            height=Height.SMALL,
        ),
        points,
        scale=scale_of(definition),
        decimals=definition.decimals,
        target=path_of(row.path, has_baseline=row.baseline_value is not None),
    )
