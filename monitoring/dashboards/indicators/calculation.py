"""How the shown value was computed, step by step: inputs, definition, source, moment and run."""

import datetime as dt
from dataclasses import dataclass

from monitoring.dashboards.indicators.facts import Facts, is_of_one_part, is_whole
from monitoring.dashboards.indicators.parts import remark_of
from monitoring.dashboards.indicators.selection import Chosen
from monitoring.dashboards.indicators.trend import judges
from monitoring.dashboards.wording import parts_text
from monitoring.models import FigureSnapshot, IndicatorSnapshot
from monitoring.progress import (
    NOTHING_MARKS,
    Assessment,
    Baseline,
    Certainty,
    Definition,
    Figure,
    Nothing,
    Operator,
    Reason,
    Status,
    Target,
    explain,
)
from pvi.lib.formatting import date_short
from pvi.lib.marks import Mark
from pvi.lib.periods import Period

ONLY_THE_TOTAL = "De streefwaarde geldt voor het totaal. Een uitsplitsing krijgt geen oordeel."
CONCEALED = "Het cijfer van de nulmeting is afgeschermd. Daarom staan de nulmeting en het pad er niet bij."


@dataclass(frozen=True)
class Calculation:
    """The steps in sentences, and where everything comes from."""

    steps: tuple[str, ...]
    nothing: Mark | None
    is_old: bool
    definition: str
    source: str
    due: dt.date | None
    known_from: dt.datetime | None
    run: str
    run_at: dt.datetime | None


def calculation_of(facts: Facts, choice: Chosen) -> Calculation | None:
    """The calculation of what holds of the chosen subject; None when nothing was ever computed for it."""
    row = facts.row_of(choice.subject, choice.main)
    if row is None:
        return None
    figure = _figure_of(facts, choice, row)
    _, definition = facts.definition_on(choice.subject)
    steps = _steps(facts, choice, row, figure, definition)
    stored = facts.definition_on(choice.subject)[0]
    return Calculation(
        steps=steps,
        nothing=NOTHING_MARKS[Nothing(row.nothing)] if row.nothing else None,
        is_old=row.is_old and row.value is not None,
        definition=f"versie {stored.number}, vanaf {date_short(stored.effective_from)}",
        source=remark_of(figure) if figure and is_whole(figure, stored) else "",
        due=row.due_on,
        known_from=row.known_from,
        run=row.run.unit.short_name,
        run_at=row.run.started_at,
    )


def _figure_of(facts: Facts, choice: Chosen, row: IndicatorSnapshot) -> FigureSnapshot | None:
    for figure in facts.figures_of(choice.subject):
        if (figure.disaggregation, figure.period_code) == (choice.main, row.period_code):
            return figure
    return None


def _steps(
    facts: Facts,
    choice: Chosen,
    row: IndicatorSnapshot,
    figure: FigureSnapshot | None,
    definition: Definition,
) -> tuple[str, ...]:
    if is_of_one_part(row):
        return (f"{parts_text(row)}.",)
    judged = judges(facts, choice)
    concealed = facts.conceals_baseline(choice.subject, row)
    steps = explain(_assessment(row, figure, with_aims=judged, with_baseline=not concealed), definition)
    if not judged:
        return (*steps[:-1], ONLY_THE_TOTAL)
    return (*steps, CONCEALED) if concealed and row.value is not None and row.baseline_day else steps


def _assessment(
    row: IndicatorSnapshot, figure: FigureSnapshot | None, *, with_aims: bool, with_baseline: bool
) -> Assessment:
    """The stored verdict as the rules gave it, so that they can explain it again."""
    expected = row.expected if with_aims and with_baseline else None
    return Assessment(
        status=Status(row.status) if row.status else None,
        reason=Reason(row.reason),
        nothing=Nothing(row.nothing) if row.nothing else None,
        is_old=row.is_old,
        figure=_figure(row, figure),
        value=row.value,
        target=_target(row) if with_aims else None,
        baseline=_baseline(row) if with_aims and with_baseline else None,
        expected=expected,
        gap=row.value - expected if row.value is not None and expected is not None else None,
        attainment=row.attainment if with_aims and with_baseline else None,
    )


def _figure(row: IndicatorSnapshot, figure: FigureSnapshot | None) -> Figure | None:
    if not row.period_code or row.value is None:
        return None
    return Figure(
        Period.parse(row.period_code),
        row.value,
        figure.numerator if figure else None,
        figure.denominator if figure else None,
        Certainty(row.certainty),
        parts=row.parts,
        expected_parts=row.expected_parts,
        until=row.period_end,
    )


def _target(row: IndicatorSnapshot) -> Target | None:
    if row.target_value is None:
        return None
    return Target(row.target_day, row.target_value, Operator(row.target_operator))


def _baseline(row: IndicatorSnapshot) -> Baseline | None:
    if row.baseline_value is None or row.baseline_day is None:
        return None
    return Baseline(row.baseline_day, row.baseline_value)
