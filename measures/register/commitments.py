"""Loading commitments, how they stood in mid 2023, and the money that came with them."""

from pathlib import Path

from measures.models import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    CommitmentStatusReport,
    Funding,
    Measure,
)
from measures.register.measures import FILE, theme_of
from pvi.lib.registers import Row, build, read
from pvi.records.models import Source
from pvi.records.register import PRECISIONS, Changes, Values, append, known_from, sync
from themes.models import Theme

KINDS = {
    "motie": CommitmentKind.MOTION,
    "toezegging": CommitmentKind.COMMITMENT,
    "aanbeveling": CommitmentKind.RECOMMENDATION,
}
STATUSES = {
    "in_uitvoering": CommitmentStatus.IN_PROGRESS,
    "in_onderzoek": CommitmentStatus.UNDER_INVESTIGATION,
    "doorlopend": CommitmentStatus.ONGOING,
    "afgedaan": CommitmentStatus.SETTLED,
    "historisch": CommitmentStatus.HISTORICAL,
}
COLUMNS = [
    "code", "soort", "naam", "kamer", "datum", "datum_precisie", "kamerstuk", "omschrijving",
    "verantwoordelijk_rol", "status_medio_2023", "verwacht_gereed_tekst", "verwacht_gereed_datum", "thema",
    "status_code", "bron_code",
    "vindplaats", "beantwoord_in", "openbaar",
]  # fmt: skip


def load_commitments(
    folder: Path,
    *,
    themes: dict[str, Theme],
    measures: dict[str, Measure],
    sources: dict[str, Source],
    changes: Changes,
) -> dict[str, Commitment]:
    """Load toezeggingen.csv and toezegging_maatregel.csv; returns the commitments by code."""
    rows = read(folder / "toezeggingen.csv", COLUMNS, ["code"])
    commitments = sync(
        changes, Commitment, ("code",), build(rows, lambda row: _commitment(row, themes, sources))
    )
    reports = build(rows, lambda row: _report(row, commitments, sources))
    append(changes, CommitmentStatusReport, ("commitment", "reported_on"), reports)
    _link(folder, commitments, measures, changes)
    return commitments


def _commitment(row: Row, themes: dict[str, Theme], sources: dict[str, Source]) -> Values:
    name = row.required("naam")
    return {
        "code": row.required("code"),
        "kind": row.choice("soort", KINDS),
        "name": name[0].upper() + name[1:],
        "chamber": row.required("kamer"),
        "given_on": _first_day(row),
        "given_precision": row.choice("datum_precisie", {"": "", **PRECISIONS}) if row.text("datum") else "",
        "document": row.text("kamerstuk"),
        "description": row.required("omschrijving"),
        "responsible_role": row.required("verantwoordelijk_rol"),
        "term_text": row.text("verwacht_gereed_tekst"),
        "term_on": row.day_or_none("verwacht_gereed_datum"),
        "theme": theme_of(row, themes),
        "source": row.reference("bron_code", sources, "bronnen.csv"),
        "source_text": row.text("vindplaats"),
        "is_public": row.yes_no("openbaar"),
    }


def _first_day(row: Row) -> object:
    """The day of a date; a month or year as the source gives it counts from its first day."""
    text = row.text("datum")
    if not text or len(text) == len("2023-06-27"):
        return row.day_or_none("datum")
    return row.period("datum").start


def _report(row: Row, commitments: dict[str, Commitment], sources: dict[str, Source]) -> Values:
    source = sources["S1"]
    return {
        "commitment": commitments[row.cells["code"]],
        "reported_on": source.published_on,
        "status": row.choice("status_code", STATUSES),
        "text": row.text("status_medio_2023"),
        "answered_in": row.text("beantwoord_in"),
        "source": source,
        "known_from": known_from(source),
    }


def _link(
    folder: Path, commitments: dict[str, Commitment], measures: dict[str, Measure], changes: Changes
) -> None:
    rows = read(
        folder / "toezegging_maatregel.csv",
        ["toezegging_code", "maatregel_code"],
        ["toezegging_code", "maatregel_code"],
    )
    pairs = build(
        rows,
        lambda row: {
            "commitment": row.reference("toezegging_code", commitments, "toezeggingen.csv"),
            "measure": row.reference("maatregel_code", measures, FILE),
        },
    )
    sync(changes, Commitment.measures.through, ("commitment", "measure"), pairs)


def load_funding(
    folder: Path,
    *,
    themes: dict[str, Theme],
    commitments: dict[str, Commitment],
    sources: dict[str, Source],
    changes: Changes,
) -> None:
    """Load middelen.csv: the money of each motion per year."""

    def values(row: Row) -> Values:
        source = row.reference("bron_code", sources, "bronnen.csv")
        return {
            "code": row.required("code"),
            "name": row.required("naam"),
            "year": row.whole("jaar"),
            "amount_millions": row.number("bedrag_mln_eur"),
            "total_millions": row.number_or_none("totaal_mln_eur"),
            "purpose": row.required("doel"),
            "theme": theme_of(row, themes),
            "commitment": row.reference_or_none("toezegging_code", commitments, "toezeggingen.csv"),
            "source": source,
            "source_text": row.text("vindplaats"),
        }

    columns = [
        "code",
        "naam",
        "jaar",
        "bedrag_mln_eur",
        "doel",
        "totaal_mln_eur",
        "thema",
        "bron_code",
        "vindplaats",
    ]
    rows = read(folder / "middelen.csv", [*columns, "toezegging_code"], ["code"])
    sync(changes, Funding, ("code",), build(rows, values))
