"""The indicators of a unit as charts: each with its own definition, target path, status and duiding."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.charts import (
    Drawn,
    Height,
    Series,
    SeriesChart,
    drawn,
    trend,
)
from monitoring.dashboards.series import path_of, points_of
from monitoring.dashboards.unit.chart import chart_of, heading_of, summary_of
from monitoring.dashboards.unit.choice import Choice, Followed
from monitoring.dashboards.unit.links import csv_url, explain_url, indicator_url
from monitoring.dashboards.unit.points import points_for
from monitoring.dashboards.unit.rows import FigureRows, IndicatorRows
from monitoring.dashboards.unit.subject import Subject
from monitoring.dashboards.unit.texts import Said
from monitoring.dashboards.wording import Standing, scale_of, standing, value_text
from monitoring.models import IndicatorSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from pvi.lib.formatting import date_long
from pvi.lib.marks import Mark

HALF_WIDTH = 560
WIDE = 760


@dataclass(frozen=True)
class Panel:
    """One indicator: its chart, how it stands in a few numbers, and what was said of it."""

    url: str
    spec: SeriesChart
    chart: Drawn
    facts: tuple[tuple[str, str], ...]
    mark: Mark | None
    nothing: Mark | None
    remark: str
    interpretation: Said | None
    missing_text: str


@dataclass(frozen=True)
class Absent:
    """One of the fixed indicators that does not apply to this unit."""

    name: str
    url: str


@dataclass(frozen=True)
class Panels:
    """The charts of the page that show figures."""

    inflow: tuple[Panel, ...]
    group_inflow: Panel | None
    beside: tuple[Panel, ...]
    absent: tuple[Absent, ...]

    @property
    def every(self) -> tuple[Panel, ...]:
        return (*self.inflow, *([self.group_inflow] if self.group_inflow else []), *self.beside)


@dataclass(frozen=True)
class Material:
    """What the charts are made of."""

    subject: Subject
    rows: IndicatorRows
    figures: FigureRows
    said: Mapping[int, Said]


def panels(material: Material, choice: Choice) -> Panels:
    """The charts in the order of the page."""
    subject = material.subject
    return Panels(
        inflow=tuple(_panel(material, one) for one in choice.inflow),
        group_inflow=_group_panel(material, choice.group_inflow) if choice.group_inflow else None,
        beside=tuple(_panel(material, one) for one in choice.beside),
        absent=tuple(
            Absent(one.version.indicator.name, indicator_url(subject, one.version.indicator))
            for one in choice.not_applicable
        ),
    )


def _panel(material: Material, one: Followed) -> Panel:
    row = material.rows.unit.get(one.version.indicator_id)
    figures = material.figures.unit.get(one.version.indicator_id, ())
    points = points_for(figures, row, one.version, material.subject.moment.day)
    return _made(material, one, row, chart_of(material.subject, one, row, points))


def _made(
    material: Material, one: Followed, row: IndicatorSnapshot | None, spec: SeriesChart, remark: str = ""
) -> Panel:
    subject, indicator = material.subject, one.version.indicator
    held = standing(row, one.version) if row else None
    own = material.rows.unit.get(indicator.pk)
    mark = held.mark if held else None
    return Panel(
        url=indicator_url(subject, indicator),
        spec=spec,
        chart=drawn(
            spec,
            width=WIDE if remark else HALF_WIDTH,
            csv_url=csv_url(subject, spec.heading.id),
            explain_url=explain_url(subject, indicator),
            mark=None if remark else mark,
        ),
        facts=_facts(held, row),
        mark=mark,
        nothing=held.nothing if held else None,
        remark=remark,
        interpretation=material.said.get(indicator.pk) if own and own.has_interpretation else None,
        missing_text=_missing(subject, held),
    )


def _facts(held: Standing | None, row: IndicatorSnapshot | None) -> tuple[tuple[str, str], ...]:
    """Now, what the path asks and where it leads, as far as these exist."""
    if held is None or row is None:
        return ()
    aim = f"Streefwaarde {row.target_day.year}" if row.target_day else "Streefwaarde"
    label = f"{held.period}, oud cijfer" if held.is_old else held.period
    pairs = ((label, held.value), ("Pad vraagt", held.expected), (aim, held.target))
    return tuple((label, value) for label, value in pairs if value)


def _missing(subject: Subject, held: Standing | None) -> str:
    if subject.public_only:
        return "Er is geen openbare duiding bij dit cijfer."
    if held is not None and held.nothing is NOTHING_MARKS[Nothing.SUPPRESSED]:
        return "Het cijfer is afgeschermd, dus er is niets om te duiden."
    if held is None or not held.value:
        return "Er is nog geen cijfer om te duiden."
    return f"Bij het cijfer over {held.period} staat nog geen uitleg. Het telt nog niet als gerapporteerd."


def _group_panel(material: Material, one: Followed) -> Panel:
    """The unit beside its group: the target is of the group together and says nothing of one unit."""
    subject, key = material.subject, one.version.indicator_id
    row = material.rows.group.get(key)
    together = points_of(material.figures.group.get(key, ()), adds_up=False)
    own = points_of(material.figures.unit.get(key, ()), adds_up=False)
    group = subject.groups[0].code
    series = [Series(name=f"{group} samen", points=tuple(together))] if together else []
    if own and not subject.unit.is_korps:
        series.insert(0, Series(name=subject.unit.short_name, points=tuple(own)))
    summary = summary_of(one, row, together).replace("van deze eenheid", f"van {group}")
    spec = trend(
        heading_of(subject, one, f"{group} samen: {summary}", Height.LARGE),
        series,
        scale=scale_of(one.version),
        decimals=one.version.decimals,
        target=path_of(row.path, has_baseline=row.baseline_value is not None) if row else (),
    )
    return _made(material, one, row, spec, _group_remark(subject, one, row))


def _group_remark(subject: Subject, one: Followed, row: IndicatorSnapshot | None) -> str:
    target = "De streefwaarde is"
    if row and row.target_value is not None:
        until = f" op {date_long(row.target_day)}" if row.target_day else ""
        target = f"De streefwaarde van {value_text(row.target_value, one.version)}{until} is"
    names = "van de vier randstedelijke eenheden samen"
    if subject.unit.is_korps:
        return f"{target} {names}, niet van het korps."
    return f"{target} {names}. De status gaat dus over de vier samen; over één eenheid is er geen oordeel."
