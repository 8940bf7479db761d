"""The chart of an indicator: its series with breaks, gaps, kinds of nothing and the path to the target."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitoring.charts import (
    Drawn,
    Heading,
    Height,
    Nothing,
    Point,
    Scale,
    Series,
    TargetPoint,
    drawn,
    trend,
)
from monitoring.dashboards.indicators.facts import MAIN, Facts, is_of_one_part
from monitoring.dashboards.indicators.missing import Placed, with_missing
from monitoring.dashboards.indicators.selection import Chosen, label_of
from monitoring.dashboards.indicators.sentence import sentence_of
from monitoring.dashboards.series import breaks_of, one_rhythm, path_of, points_of
from monitoring.dashboards.wording import is_percentage, scale_of
from monitoring.models import DefinitionVersion, FigureSnapshot, IndicatorSnapshot
from monitoring.progress import STATUS_MARKS, Status
from pvi.lib.marks import Mark
from pvi.lib.periods import Period, PeriodKind

MOST_VALUES_SHOWN = 14
RHYTHMS = {
    PeriodKind.YEAR: "per jaar",
    PeriodKind.SPAN: "per jaar",
    PeriodKind.HALF_YEAR: "per halfjaar",
    PeriodKind.FOUR_MONTHS: "per tertaal",
    PeriodKind.QUARTER: "per kwartaal",
    PeriodKind.MONTH: "per maand",
}


@dataclass(frozen=True)
class Trend:
    """The drawn chart with what it says in words."""

    chart: Drawn
    sentence: str
    has_figures: bool


def trend_of(facts: Facts, choice: Chosen, *, csv_url: str) -> Trend:
    """The chart of the chosen series of the chosen subject."""
    definition = facts.definition_on(choice.subject)[0]
    several = len(choice.disaggregations) > 1
    series = {name: _placed(facts, choice, name, filled=not several) for name in choice.disaggregations}
    main = series[choice.main]
    points = [point for _, point in main]
    breaks = breaks_of(facts.rules.stored, points)
    row = facts.row_of(choice.subject, choice.main)
    sentence = sentence_of(main, definition, has_breaks=bool(breaks))
    target = _path(facts, choice, row)
    chart = trend(
        _heading(choice, definition, main, sentence, has_breaks=bool(breaks)),
        [_series(name, placed, alone=not several) for name, placed in series.items()],
        scale=scale_of(definition),
        decimals=definition.decimals,
        unit_word=definition.scale_label if scale_of(definition) is Scale.COUNT else "",
        target=target,
        breaks=breaks,
        from_zero=scale_of(definition) is Scale.COUNT,
    )
    shown = drawn(
        chart,
        csv_url=csv_url,
        explain_url="#berekening",
        mark=_mark(row) if judges(facts, choice) else None,
    )
    return Trend(shown, sentence, any(point.value is not None for point in points))


def judges(facts: Facts, choice: Chosen) -> bool:
    """Whether the verdict is about the chosen series: a target is one of the total, not of a part of it."""
    return choice.main in MAIN or len(choice.splits) == 1


def _mark(row: IndicatorSnapshot | None) -> Mark | None:
    """The verdict as a mark; that there is none for a context figure stands in the head of the page."""
    if row is None or row.status in {"", Status.CONTEXT}:
        return None
    return STATUS_MARKS[Status(row.status)]


def _placed(facts: Facts, choice: Chosen, name: str, *, filled: bool) -> list[Placed]:
    """The points of one series with their periods; alone also what is missing in between."""
    subject = choice.subject
    figures = one_rhythm([f for f in facts.figures_of(subject) if f.disaggregation == name])
    adds_up = facts.definition_on(subject)[0].roll_up == "sum"
    placed = [
        (Period.parse(figure.period_code), _without_one_part(figure, point))
        for figure, point in zip(figures, points_of(figures, adds_up=adds_up), strict=True)
    ]
    if not filled:
        return placed
    moment = facts.sight.moment(subject)
    return with_missing(placed, facts.rules, _until(subject.unit, moment.day), moment.known)


def _without_one_part(figure: FigureSnapshot, point: Point) -> Point:
    if point.value is None or not is_of_one_part(figure):
        return point
    return replace(point, value=None, nothing=Nothing.NOT_DELIVERED, context="")


def _until(unit: object, day: dt.date) -> dt.date:
    ended = getattr(unit, "valid_until", None)
    return min(ended, day) if ended else day


def _series(name: str, placed: Sequence[Placed], *, alone: bool) -> Series:
    points = tuple(point for _, point in placed)
    shown = alone and sum(point.value is not None for point in points) <= MOST_VALUES_SHOWN
    return Series(name=label_of(name), points=points, values_shown=shown)


def _heading(
    choice: Chosen, definition: DefinitionVersion, main: Sequence[Placed], sentence: str, *, has_breaks: bool
) -> Heading:
    rhythm = RHYTHMS[main[-1][0].kind] if main else ""
    split = f", {choice.main_name}" if choice.main_name and len(choice.disaggregations) == 1 else ""
    unit_line = _unit_line(definition)
    if has_breaks:
        unit_line += "; grijs is een andere registratie of afbakening en is niet te vergelijken"
    return Heading(
        id="reeks",
        title=f"{choice.subject.title}{split}{', ' if rhythm else ''}{rhythm}",
        unit_line=unit_line,
        summary=sentence,
        source=definition.indicator.instrument,
        height=Height.LARGE,
    )


def _unit_line(definition: DefinitionVersion) -> str:
    """What the values count, in words."""
    part, whole = definition.numerator_meaning, definition.denominator_meaning
    if is_percentage(definition) and part and whole:
        return f"{part} als deel van {whole}, in %"
    return definition.scale_label


def _path(facts: Facts, choice: Chosen, row: IndicatorSnapshot | None) -> list[TargetPoint]:
    """The path to the target; without its baseline where that would give a hidden figure away."""
    if row is None or not row.path or not judges(facts, choice):
        return []
    path = list(row.path)
    first_is_baseline = facts.starts_at_baseline(choice.subject, row)
    if first_is_baseline and (row.baseline_value is None or facts.conceals_baseline(choice.subject, row)):
        path, first_is_baseline = path[1:], False
    return path_of(path, has_baseline=first_is_baseline)
