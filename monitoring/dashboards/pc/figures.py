"""Two figures of the korps with the path to their target, for the talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from monitoring.charts import Drawn, Heading, Height, Series, drawn, trend
from monitoring.dashboards.duiding import Said, newest_duiding
from monitoring.dashboards.korps import (
    Definitions,
    definitions_of,
    figures_of,
    key_of,
    korps_rows,
    path_text,
)
from monitoring.dashboards.series import breaks_of, path_of, points_of
from monitoring.dashboards.wording import CERTAINTY_WORDS, period_text, scale_of, value_text
from monitoring.models import DefinitionVersion, FigureSnapshot, IndicatorSnapshot
from monitoring.progress import STATUS_MARKS, RollUp, Status
from monitoring.reference import Moment, Reference
from pvi.organisation.models import Unit

WIDTH = 460


@dataclass(frozen=True)
class Followed:
    """An indicator that the korpsleiding follows, of the korps or of a group, with a title that fits."""

    code: str
    title: str
    unit_line: str
    group: str = ""


FIRST = Followed("I-DI-04", "Cultureel diverse instroom", "vier randstedelijke eenheden samen", group="R4")
# The first of these that has a value and a target stands beside it.
BESIDE = (
    Followed("I-PC-14", "Ambassadeurs controleren", "gemiddeld per basisteam"),
    Followed("I-VIT-12", "Reflectiekamer ingericht", "aantal onderdelen"),
    Followed("I-NDV-01", "Leden van het netwerk", "aantal leden"),
)


@dataclass(frozen=True)
class PathFigure:
    """A chart with its path, how it stands in a sentence, and what it means; no chart without a series."""

    title: str
    unit_line: str
    chart: Drawn | None
    take: str
    duiding: Said | None


def path_figures(user: Any, korps: Unit, moment: Moment, reference: Reference) -> tuple[PathFigure, ...]:
    """The figure that was agreed with the minister, and another; four queries."""
    codes = [FIRST.code, *(one.code for one in BESIDE)]
    rows = korps_rows(user, korps, moment, Q(indicator__code__in=codes))
    definitions = definitions_of(rows)
    figures = figures_of(korps, moment, rows)
    said = newest_duiding(user, korps, moment, {row.indicator_id for row in rows})
    chosen = [(FIRST, _row(rows, FIRST)), _beside(rows)]
    return tuple(
        _figure(one, row, definitions, figures.get(key_of(row), ()), said.get(row.indicator_id), reference)
        for one, row in chosen
        if row is not None
    )


def _row(rows: Sequence[IndicatorSnapshot], one: Followed) -> IndicatorSnapshot | None:
    """The row of the group or the korps; a group that has nothing of its own falls back on the korps."""
    found = [row for row in rows if row.indicator.code == one.code]
    own = [row for row in found if (row.group.code if row.group else "") == one.group]
    return next(iter([*own, *found]), None)


def _beside(rows: Sequence[IndicatorSnapshot]) -> tuple[Followed, IndicatorSnapshot | None]:
    pairs = [(one, _row(rows, one)) for one in BESIDE]
    followed = [pair for pair in pairs if pair[1] and pair[1].value is not None and pair[1].path]
    return followed[0] if followed else pairs[0]


def _figure(
    one: Followed,
    row: IndicatorSnapshot,
    definitions: Definitions,
    figures: Sequence[FigureSnapshot],
    said: Said | None,
    reference: Reference,
) -> PathFigure:
    definition = definitions[(row.indicator_id, row.definition_number)]
    return PathFigure(
        title=one.title,
        unit_line=one.unit_line,
        chart=_chart(one, row, definition, figures, reference),
        take=_take(row, definition),
        duiding=said,
    )


def _take(row: IndicatorSnapshot, definition: DefinitionVersion) -> str:
    if row.value is None:
        return f"Nog geen cijfer: {row.get_nothing_display() or 'niet geleverd'}."
    certainty = CERTAINTY_WORDS.get(row.certainty, "")
    firm = f", {certainty}" if certainty and row.certainty != "final" else ""
    now = f"Nu {value_text(row.value, definition)} ({period_text(row.period_code)}{firm})."
    return f"{now} {path_text(row, definition)}".strip()


def _chart(
    one: Followed,
    row: IndicatorSnapshot,
    definition: DefinitionVersion,
    figures: Sequence[FigureSnapshot],
    reference: Reference,
) -> Drawn | None:
    points = points_of(figures, adds_up=definition.roll_up == RollUp.SUM)
    if not any(point.value is not None for point in points):
        return None
    path = path_of(row.path, has_baseline=row.baseline_value is not None)
    chart = trend(
        Heading(
            id=f"pad-{row.indicator.slug}",
            title=one.title,
            unit_line=f"{one.unit_line}. {_take(row, definition)}",
            summary=_take(row, definition),
            source=_source(row, definition, figures),
            height=Height.PC,
        ),
        [Series(name=one.title.lower(), points=tuple(points))],
        scale=scale_of(definition),
        decimals=definition.decimals,
        target=path,
        breaks=breaks_of([definition], points),
    )
    return drawn(
        chart,
        width=WIDTH,
        explain_url=reverse("indicator", args=[row.indicator.slug]) + f"{reference.query}#berekening",
        mark=STATUS_MARKS[Status(row.status)] if row.status else None,
    )


def _source(row: IndicatorSnapshot, definition: DefinitionVersion, figures: Sequence[FigureSnapshot]) -> str:
    source = (figures[-1].source_text if figures else "") or row.indicator.instrument or "niet vermeld"
    return f"{source}, definitie versie {definition.number}"
