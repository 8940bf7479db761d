"""Where figures deviate: late, missing, not applicable, hidden at the source, corrected, contradicting."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from monitoring.demo.tables import rows_of
from pvi.lib.periods import Period
from pvi.lib.registers import Row


class Deviating(StrEnum):
    """What is different; named as in the register."""

    NOT_DELIVERED = "niet_geleverd"
    NOT_APPLICABLE = "nvt"
    SUPPRESSED = "afgeschermd"
    REVISED = "herzien"
    KORPS_DIFFERS = "korps_anders"
    LATE = "te_laat"
    NO_BASELINE = "zonder_nulmeting"
    NEW_TARGET = "streefwaarde"
    LEVEL = "niveau"


@dataclass(frozen=True)
class Deviation:
    """One deviation of an indicator and a unit, over the periods from `first` to `last`."""

    kind: Deviating
    indicator: str
    unit: str
    first: Period | None
    last: Period | None
    value: Decimal | None
    text: str

    def holds(self, period: Period | None) -> bool:
        """Whether it is about this period."""
        if period is None or self.first is None or self.last is None:
            return self.first is None
        return self.first.start <= period.start and period.end <= self.last.end


@lru_cache(maxsize=1)
def deviations() -> dict[tuple[Deviating, str, str], tuple[Deviation, ...]]:
    """The deviations by kind, indicator and unit."""
    columns = ("soort", "indicator", "eenheid", "vanaf", "tot", "waarde", "tekst")
    found: dict[tuple[Deviating, str, str], tuple[Deviation, ...]] = {}
    for row in rows_of("uitzonderingen", columns, columns):
        one = _deviation(row)
        key = (one.kind, one.indicator, one.unit)
        found[key] = (*found.get(key, ()), one)
    return found


def deviation_of(
    kind: Deviating, indicator: str, unit: str, period: Period | None = None
) -> Deviation | None:
    """The deviation that holds, if any."""
    known = deviations().get((kind, indicator, unit), ())
    return next((one for one in known if one.holds(period)), None)


def _deviation(row: Row) -> Deviation:
    return Deviation(
        Deviating(row.required("soort")),
        row.required("indicator"),
        row.required("eenheid"),
        row.period("vanaf") if row.text("vanaf") else None,
        row.period("tot") if row.text("tot") else None,
        row.number_or_none("waarde"),
        row.text("tekst"),
    )
