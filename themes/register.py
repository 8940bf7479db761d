"""Loading the programmes, the themes and the calendar of rounds from their registers."""

from pathlib import Path

from django.utils.text import slugify

from pvi.lib.registers import Row, build, read
from pvi.records.register import Changes, Values, sync
from themes.models import Programme, Round, Theme


def load_themes(folder: Path, changes: Changes) -> dict[str, Theme]:
    """Load themas.csv; returns the themes by code."""

    def values(row: Row) -> Values:
        return {
            "code": row.required("code"),
            "slug": slugify(row.required("naam").replace("&", "en")),
            "number": row.whole("volgnummer"),
            "name": row.required("naam"),
            "aim": row.required("wil"),
            "approach": row.required("weg"),
            "slogan": row.required("slogan"),
        }

    rows = read(folder / "themas.csv", ["code", "volgnummer", "naam", "wil", "weg", "slogan"], ["code"])
    return sync(changes, Theme, ("code",), build(rows, values))


def load_programmes(folder: Path, changes: Changes) -> dict[str, Programme]:
    """Load programmas.csv; returns the programmes by name, as the measures refer to them."""

    def values(row: Row) -> Values:
        return {
            "code": row.required("code"),
            "name": row.required("naam"),
            "starts_on": row.day("begin"),
            "ends_on": row.day_or_none("eind"),
            "is_history": row.yes_no("is_geschiedenis"),
            "description": row.text("omschrijving"),
        }

    columns = ["code", "naam", "begin", "eind", "is_geschiedenis", "omschrijving"]
    programmes = sync(
        changes, Programme, ("code",), build(read(folder / "programmas.csv", columns, ["code"]), values)
    )
    return {programme.name: programme for programme in programmes.values()}


def load_rounds(folder: Path, changes: Changes) -> None:
    """Load rondes.csv, the calendar of the four-monthly rounds."""

    def values(row: Row) -> Values:
        period = row.period("code")
        opens, due = row.day("inleveren_vanaf"), row.day("inleveren_tot")
        if due < opens:
            row.refuse("inleveren_tot", "een dag na inleveren_vanaf")
        return {
            "period_code": period.code,
            "period_start": period.start,
            "period_end": period.end,
            "opens_on": opens,
            "due_on": due,
        }

    rows = read(folder / "rondes.csv", ["code", "inleveren_vanaf", "inleveren_tot"], ["code"])
    sync(changes, Round, ("period_code",), build(rows, values))
