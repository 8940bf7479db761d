"""The register of commitments as rows of a file."""

from collections.abc import Iterable, Sequence

from monitoring.dashboards.commitments.register import Row
from monitoring.dashboards.precision import day_text
from pvi.lib.formatting import date_short

HEADS = (
    "Code", "Soort", "Naam", "Kamer of instantie", "Kamerstuk", "Datum", "Thema", "Stand", "Stand van",
    "Te laat", "Termijn zoals in de bron", "Termijn als datum", "Resterend", "Verantwoordelijke",
    "Vindplaats",
)  # fmt: skip


def csv_rows(rows: Iterable[Row]) -> list[Sequence[str]]:
    """The rows, the heads first."""
    return [HEADS, *(_csv_row(row) for row in rows)]


def _csv_row(row: Row) -> Sequence[str]:
    one = row.commitment
    return (
        one.code,
        one.get_kind_display(),
        one.name,
        one.chamber,
        one.document,
        day_text(one.given_on, one.given_precision) or "onbekend",
        one.theme.name if one.theme else "over alle thema's heen",
        row.mark.word,
        date_short(row.status_on) if row.status_on else "onbekend",
        "ja" if row.is_late else "nee",
        one.term_text or "geen termijn",
        date_short(one.term_on) if one.term_on else "geen datum",
        row.left,
        one.responsible_role,
        one.source_text,
    )
