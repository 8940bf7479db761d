"""The series of an indicator as rows for a spreadsheet, each with its definition and source."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from monitoring.dashboards.indicators.facts import INTERNAL, Facts, is_whole
from monitoring.dashboards.indicators.register import Register, RegisterRow
from monitoring.dashboards.indicators.sight import Subject
from monitoring.dashboards.wording import CERTAINTY_WORDS, parts_text
from monitoring.models import FigureSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from pvi.lib.formatting import date_short
from pvi.lib.periods import Period

HEADERS = [
    "Indicator", "Naam", "Onderdeel", "Uitsplitsing", "Tijdvak", "Van", "Tot en met", "Waarde", "Meeteenheid",
    "Teller", "Noemer", "Geen waarde", "Stand", "Onderdelen", "Herzien", "Definitieversie", "Definitie",
    "Bron", "Toelichting", "Peildatum",
]  # fmt: skip


def series_rows(facts: Facts, subjects: Sequence[Subject]) -> Iterator[list[str]]:
    """The heads, then every period of these subjects; a suppressed figure has no number in any cell."""
    yield HEADERS
    for subject in subjects:
        for figure in facts.figures_of(subject):
            yield _row(facts, subject, figure)


def _row(facts: Facts, subject: Subject, figure: FigureSnapshot) -> list[str]:
    period = Period.parse(figure.period_code)
    stored = facts.rules.of_period(period)[0]
    whole = is_whole(figure, stored)
    nothing = "" if whole else NOTHING_MARKS[Nothing(figure.nothing or Nothing.NOT_DELIVERED)].word
    return [
        facts.indicator.code,
        facts.indicator.name,
        subject.name,
        figure.disaggregation,
        period.label,
        date_short(figure.period_start),
        date_short(figure.period_end),
        _plain(figure.value) if whole else "",
        stored.scale_label,
        _plain(figure.numerator) if whole else "",
        _plain(figure.denominator) if whole else "",
        nothing,
        CERTAINTY_WORDS[figure.certainty] if whole else "",
        parts_text(figure),
        "ja" if figure.is_revised and whole else "",
        str(stored.number),
        stored.text,
        figure.source_text if figure.nothing != Nothing.SUPPRESSED else "",
        figure.remark if whole else "",
        date_short(facts.sight.moment(subject).day),
    ]


def _plain(value: Decimal | None) -> str:
    """A figure as a spreadsheet reads it here: no points, a decimal comma."""
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")


REGISTER_HEADERS = [
    "Indicator", "Naam", "Thema", "Perspectief", "Richting", "Waarde", "Meeteenheid", "Tijdvak", "Stand",
    "Status", "Geen waarde", "Van", "Frequentie", "Aanleverder", "Openbaar", "Definitieversie", "Bron",
    "Peildatum",
]  # fmt: skip


def register_rows(register: Register) -> Iterator[list[str]]:
    """The heads, then every indicator that was found with what last held."""
    yield REGISTER_HEADERS
    for row in register.rows:
        yield _register_row(row, date_short(register.moment.day))


def _register_row(row: RegisterRow, day: str) -> list[str]:
    found, definition = row.standing, row.definition
    nothing = found.nothing.word if found and found.nothing else ""
    return [
        row.indicator.code,
        row.indicator.name,
        row.theme,
        row.indicator.get_perspective_display(),
        row.direction.word,
        found.value if found else "",
        definition.scale_label,
        found.period if found else "",
        found.certainty if found else "",
        found.mark.word if found and found.mark else "",
        INTERNAL if row.is_internal else nothing,
        ", ".join(part for part in (row.whose or "korps", row.split, found.parts if found else "") if part),
        definition.get_frequency_display(),
        definition.get_supplier_display(),
        "ja" if row.indicator.is_public else "nee",
        str(definition.number),
        row.indicator.instrument,
        day,
    ]
