"""The protected figure of every period, with its history of revisions."""

import datetime as dt
from decimal import Decimal

from monitoring.models import FigureSnapshot
from monitoring.progress import Nothing, shown_value
from monitoring.snapshots.facts import Subject
from monitoring.snapshots.indicator_rows import six
from monitoring.snapshots.series import Known, Series
from monitoring.snapshots.shield import HiddenPeriods, shield
from monitoring.snapshots.versions import Row, Table
from pvi.lib.periods import Period

TABLE = Table(
    FigureSnapshot,
    key=("unit_id", "group_id", "indicator_id", "disaggregation", "period_code"),
    columns=(
        "period_start", "period_end", "definition_number", "value", "numerator", "denominator", "nothing",
        "certainty", "parts", "expected_parts", "contradicts", "is_revised", "source_text", "remark",
    ),
)  # fmt: skip
FOUR = Decimal("0.0001")


def versions_of(
    subject: Subject, series: Series, period: Period, hidden: HiddenPeriods
) -> list[tuple[dt.date, Row]]:
    """The protected rows of one period, each with the day from which it was known."""
    found: list[tuple[dt.date, Row]] = []
    for day, known in zip(series.days[period], series.states[period], strict=True):
        row = _row(subject, series, known, hidden)
        if not found or found[-1][1] != row:
            found.append((day, row))
    return found


def _row(subject: Subject, series: Series, known: Known, hidden: HiddenPeriods) -> Row:
    raw = known.figure
    version = series.rules.of_period(raw.period)
    figure = shield(raw, subject, version, series.at(series.last_day), hidden)
    is_hidden = figure.nothing is Nothing.SUPPRESSED
    nothing = figure.nothing
    shown = None if is_hidden else shown_value(figure, version[1])
    return (
        raw.period.start,
        raw.period.end,
        raw.definition_version,
        six(shown.value) if shown else None,
        None if is_hidden else _four(figure.numerator),
        None if is_hidden else _four(figure.denominator),
        nothing.value if nothing else "",
        figure.certainty.value,
        figure.parts,
        figure.expected_parts,
        known.contradicts or bool(shown and shown.contradicts),
        known.is_revised,
        known.source[:400],
        "" if is_hidden else known.remark,
    )


def _four(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(FOUR)
