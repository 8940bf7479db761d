"""The dashboard of one unit: everything on it, read from snapshots in a fixed number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monitoring.charts import Chart, Drawn, drawn
from monitoring.dashboards.unit import rows as read
from monitoring.dashboards.unit.choice import choose, followed
from monitoring.dashboards.unit.figures import Material, Panels, panels
from monitoring.dashboards.unit.filters import MeasureFilter
from monitoring.dashboards.unit.freshness import Freshness, freshness
from monitoring.dashboards.unit.late import MOST_LATE, Late, late
from monitoring.dashboards.unit.lead import Fact, Lead, facts, lead, reported
from monitoring.dashboards.unit.links import csv_url
from monitoring.dashboards.unit.measures import Measures, in_time, measures_of
from monitoring.dashboards.unit.plan import missing_text, plan_chart, said_of_plan
from monitoring.dashboards.unit.rounds import RoundLine, round_line, rounds_of
from monitoring.dashboards.unit.subject import Subject, subject_of
from monitoring.dashboards.unit.texts import Said, frictions, interpretations
from monitoring.dashboards.unit.themes import ThemeCard, cards, status_chart

__all__ = ["MeasureFilter", "Measures", "Subject", "UnitPage", "for_unit", "measures_of", "subject_of"]

EXPLAINED = "#berekening"
PLAN_WIDTH = 700
STATUS_WIDTH = 700


@dataclass(frozen=True)
class UnitPage:
    """Everything that the page of one unit shows."""

    subject: Subject
    round: RoundLine | None
    lead: Lead
    facts: Sequence[Fact]
    reported: Fact | None
    cards: Sequence[ThemeCard]
    plan: Drawn
    plan_said: Said | None
    plan_missing: str
    late: Sequence[Late]
    late_more: int
    status: Drawn
    measures: Measures
    panels: Panels
    freshness: Freshness
    friction: Sequence[Mapping[str, str]]
    specs: Mapping[str, Chart]


def for_unit(user: Any, subject: Subject, chosen: MeasureFilter) -> UnitPage:
    """The dashboard as this user may see it: twelve queries, whatever the number of charts and measures."""
    rounds = rounds_of(subject)
    themes = read.theme_rows(subject, rounds.previous)
    measures = read.measure_rows(user, subject)
    known = followed(subject, read.definitions(user, subject))
    held = read.indicator_rows(subject, {one.version.indicator_id for one in known.values()})
    choice = choose(subject, known, held)
    said = interpretations(user, subject)
    material = Material(subject, held, read.figure_rows(subject, choice.ids, held), said.indicators)
    shown = panels(material, choice)
    behind = late(subject, measures)
    plan, status = plan_chart(subject, themes), status_chart(subject, themes)
    tracks = in_time(subject, measures, chosen)
    return UnitPage(
        subject=subject,
        round=round_line(subject, rounds),
        lead=lead(subject, themes.latest, behind),
        facts=facts(themes, measures, behind, rounds.current),
        reported=reported(themes.latest, measures, rounds.current) if themes.latest else None,
        cards=cards(subject, themes, said.themes),
        plan=drawn(plan, width=PLAN_WIDTH, csv_url=csv_url(subject, "c-plan"), explain_url=EXPLAINED),
        plan_said=said_of_plan(themes, said.whole, dict(said.themes)),
        plan_missing=missing_text(subject, themes),
        late=behind[:MOST_LATE],
        late_more=max(0, len(behind) - MOST_LATE),
        status=drawn(status, width=STATUS_WIDTH, csv_url=csv_url(subject, "c-status"), explain_url=EXPLAINED),
        measures=tracks,
        panels=shown,
        freshness=freshness(subject, known, held, choice.ids),
        friction=_frictions(user, subject),
        specs=_by_id([plan, status, tracks.chart, *(panel.spec for panel in shown.every)]),
    )


def _by_id(charts: Sequence[Chart]) -> dict[str, Chart]:
    return {chart.heading.id: chart for chart in charts}


def _frictions(user: Any, subject: Subject) -> list[Mapping[str, str]]:
    """As `_schuring.html` names the parts; `from` is no name that a dataclass may have."""
    return [
        {
            "what": update.friction,
            "learned": update.lesson,
            "from": f"{update.measure.title}, {update.author_role}, {update.reported_on:%-d-%-m-%Y}",
        }
        for update in frictions(user, subject)
    ]
