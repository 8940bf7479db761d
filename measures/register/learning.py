"""Loading the research that the sources name."""

from pathlib import Path

from measures.models import Measure, Research
from measures.register.measures import FILE, theme_of
from pvi.lib.registers import Row, build, read
from pvi.records.models import Source
from pvi.records.register import Changes, Values, sync
from themes.models import Theme


def load_research(
    folder: Path,
    themes: dict[str, Theme],
    measures: dict[str, Measure],
    sources: dict[str, Source],
    changes: Changes,
) -> None:
    """Load onderzoek.csv with the measures that each piece of research is about."""

    def values(row: Row) -> Values:
        return {
            "code": row.required("code"),
            "title": row.required("titel"),
            "by": row.text("uitvoerder"),
            "years": row.text("jaar"),
            "state": row.text("stand"),
            "theme": theme_of(row, themes),
            "summary": row.required("omschrijving"),
            "is_public": row.yes_no("openbaar"),
            "source": row.reference("bron_code", sources, "bronnen.csv"),
        }

    columns = [
        "code",
        "titel",
        "uitvoerder",
        "jaar",
        "stand",
        "thema",
        "maatregelen",
        "omschrijving",
        "openbaar",
    ]
    rows = read(folder / "onderzoek.csv", [*columns, "bron_code"], ["code"])
    research = sync(changes, Research, ("code",), build(rows, values))

    def links(row: Row) -> list[Values]:
        codes = [code.strip() for code in row.text("maatregelen").split(";") if code.strip()]
        if any(code not in measures for code in codes):
            row.refuse("maatregelen", f"codes uit {FILE}, gescheiden door ;")
        return [{"research": research[row.cells["code"]], "measure": measures[code]} for code in codes]

    pairs = [pair for found in build(rows, links) for pair in found]
    sync(changes, Research.measures.through, ("research", "measure"), pairs)
