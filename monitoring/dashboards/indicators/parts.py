"""The value of every part of the organisation in one period, in a fixed order and never ranked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.dashboards.indicators.facts import INTERNAL, Facts, is_whole
from monitoring.dashboards.indicators.selection import Chosen, Option
from monitoring.dashboards.indicators.sight import Subject
from monitoring.dashboards.wording import CERTAINTY_WORDS, parts_text, value_text
from monitoring.models import FigureSnapshot, IndicatorSnapshot
from monitoring.progress import (
    NOTHING_MARKS,
    STATUS_MARKS,
    Direction,
    Nothing,
    Status,
    TimeRule,
    due_day,
)
from pvi.lib.formatting import count_of, date_short
from pvi.lib.marks import Mark
from pvi.lib.months import MONTHS_IN_YEAR
from pvi.lib.periods import Period
from pvi.organisation.models import Unit

NOT_SIGNED = "nog niet vastgesteld"
ByPart = dict[tuple[int, str], FigureSnapshot]


@dataclass(frozen=True)
class PartRow:
    """One part with its value or why there is none."""

    unit: Unit
    value: str = ""
    nothing: Mark | None = None
    words: str = ""
    verdict: Mark | None = None
    certainty: str = ""
    remark: str = ""
    is_revised: bool = False
    signed_until: str = ""


@dataclass(frozen=True)
class PartTable:
    """All parts in one period."""

    period: str
    rows: tuple[PartRow, ...]
    periods: tuple[Option, ...]
    note: str
    judges_year: bool


def part_table(facts: Facts, choice: Chosen, asked: str) -> PartTable | None:
    """The table of the asked period, or else of the newest that most parts have; one query."""
    figures = {
        (figure.unit_id, figure.period_code): figure
        for figure in facts.figures
        if figure.unit_id and figure.disaggregation == choice.main
    }
    codes = _periods(figures, facts.sight.korps.pk)
    if not codes:
        return None
    code = asked if asked in codes else _fullest(figures, codes, facts.sight.korps.pk)
    period = Period.parse(code)
    verdicts = _verdicts(facts, choice.main, period)
    rows = tuple(
        _row(facts, subject, period, figures.get((subject.unit.pk, code)), verdicts)
        for subject in facts.sight.subjects
        if subject.unit and not subject.unit.is_korps and subject.unit.is_valid_on(period.end)
    )
    shown = sum(bool(row.value) for row in rows)
    stored = facts.rules.of_period(period)[0]
    to_date = stored.time_rule == TimeRule.FLOW and stored.direction != Direction.CONTEXT
    return PartTable(
        period=period.label,
        rows=rows,
        periods=tuple(Option(one, Period.parse(one).label, one == code) for one in codes),
        note=f"vaste volgorde; {count_of(shown, len(rows))} met een cijfer",
        judges_year=to_date and period.months < MONTHS_IN_YEAR and bool(verdicts),
    )


def _periods(figures: ByPart, korps: int) -> list[str]:
    """The periods in which any part has a figure, the newest first."""
    codes = {code for unit_id, code in figures if unit_id != korps}
    return sorted(codes, key=lambda code: (Period.parse(code).end, Period.parse(code).start), reverse=True)


def _fullest(figures: ByPart, codes: Sequence[str], korps: int) -> str:
    """The newest period that at least half as many parts have as the period that most have."""
    counts = {code: sum(1 for unit_id, c in figures if c == code and unit_id != korps) for code in codes}
    most = max(counts.values())
    return next(code for code in codes if 2 * counts[code] >= most)


def _verdicts(facts: Facts, disaggregation: str, period: Period) -> dict[int | None, Mark]:
    """Per part the last verdict on the figure of this period, or on the year up to its end."""
    rows = (
        IndicatorSnapshot.objects.filter(
            facts.sight.months(exactly=False),
            indicator=facts.indicator,
            disaggregation=disaggregation,
            period_end=period.end,
            unit__isnull=False,
        )
        .exclude(status="")
        .order_by("unit", "-month")
        .distinct("unit")
        .values_list("unit", "status")
    )
    return {unit_id: STATUS_MARKS[Status(status)] for unit_id, status in rows}


def _row(
    facts: Facts,
    subject: Subject,
    period: Period,
    figure: FigureSnapshot | None,
    verdicts: dict[int | None, Mark],
) -> PartRow:
    unit = subject.unit
    if unit is None:
        raise ValueError("Only units are parts")
    moment = facts.sight.moment(subject)
    signed = "" if facts.sight.sees_unsigned(subject) else _signed(moment.day, facts.sight.day)
    if figure is None or not is_whole(figure, facts.rules.of_period(period)[0]):
        mark, words = _nothing(facts, subject, period, figure)
        return PartRow(unit, nothing=mark, words=words, remark=_why(figure), signed_until=signed)
    return PartRow(
        unit=unit,
        value=value_text(figure.value, facts.rules.of_period(period)[0]),
        verdict=verdicts.get(unit.pk),
        certainty=CERTAINTY_WORDS[figure.certainty],
        remark=remark_of(figure),
        is_revised=figure.is_revised,
        signed_until=signed,
    )


def _signed(until: dt.date, day: dt.date) -> str:
    return f"vastgesteld tot en met {date_short(until)}" if until < day else ""


def remark_of(figure: FigureSnapshot) -> str:
    """What is said with a figure: what it misses, what contradicts it, a remark, else where it is from."""
    said = [parts_text(figure), figure.remark]
    if figure.contradicts:
        said.append("wijkt af van de onderdelen samen")
    return "; ".join(part for part in said if part) or figure.source_text


def _why(figure: FigureSnapshot | None) -> str:
    if figure is None:
        return ""
    return "te klein om te tonen" if figure.nothing == Nothing.SUPPRESSED else parts_text(figure)


def _nothing(
    facts: Facts, subject: Subject, period: Period, figure: FigureSnapshot | None
) -> tuple[Mark, str]:
    """The kind of nothing of a part without a figure, and words where its own word would not do."""
    stored, definition = facts.rules.of_period(period)
    if figure is not None and figure.nothing:
        return NOTHING_MARKS[Nothing(figure.nothing)], ""
    if facts.sight.hides(stored, subject):
        return NOTHING_MARKS[Nothing.SUPPRESSED], INTERNAL
    if subject.unit and (not stored.per_unit or not stored.applies_to(subject.unit)):
        return NOTHING_MARKS[Nothing.NOT_APPLICABLE], ""
    moment = facts.sight.moment(subject)
    if not facts.sight.sees_unsigned(subject) and period.end > moment.day:
        return NOTHING_MARKS[Nothing.NOT_DUE], NOT_SIGNED
    due = due_day(period, definition) < moment.known
    return NOTHING_MARKS[Nothing.NOT_DELIVERED if due else Nothing.NOT_DUE], ""
