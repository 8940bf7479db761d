"""The reviewed reading of the free status texts of 2023."""

from pathlib import Path

from measures.status import MeasureStatus
from pvi.lib.registers import Row, build, read

STATUSES = {status.value: status.value for status in MeasureStatus}


def load_statuses(folder: Path) -> dict[str, str]:
    """Status code per text as it stands in the register; a text that is not listed means unknown."""

    def pair(row: Row) -> tuple[str, str]:
        return row.required("tekst"), row.choice("status", STATUSES)

    rows = read(folder / "status_2023.csv", ["register", "tekst", "status"], ["register", "tekst"])
    return dict(build([row for row in rows if row.cells["register"] == "maatregelen"], pair))
