"""How the figures of each indicator come about in the demo year: the register data/demo/cijfers.csv."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from monitoring.demo.tables import rows_of, words
from pvi.lib.registers import Row


class Kind(StrEnum):
    """What sort of figure it is; named as in the register."""

    SHARE = "verhouding"
    PART = "teller"
    PER_THOUSAND = "per_1000"
    COUNT = "aantal"
    STOCK = "stand"
    RUNNING = "oplopend"
    FLAG = "vlag"
    SCORE = "score"
    AVERAGE = "gemiddelde"
    LOOSE = "los"
    SUM = "som"


COUNTS = (Kind.COUNT, Kind.STOCK, Kind.RUNNING)
ADDED_UP = (*COUNTS, Kind.PART, Kind.FLAG, Kind.SUM)


@dataclass(frozen=True)
class Recipe:
    """One indicator: where it starts, how it moves, what is aimed at and when its figures come.

    `level` is the value at the end of 2024 and `step` its change in a year, in the unit of the figure; for
    counts `base` is the number in a year and `step` a share of it. `spread` is how much units differ.
    """

    indicator: str
    kind: Kind
    base: str
    level: float
    step: float
    spread: float
    aim_step: float | None
    aim: Decimal | None
    aim_years: tuple[int, ...]
    years: tuple[int, ...]
    days: int
    key: str
    source: str
    is_provisional_first: bool

    @property
    def has_aim(self) -> bool:
        return bool(self.aim_years) and (self.aim_step is not None or self.aim is not None)


COLUMNS = (
    "indicator", "soort", "noemer", "niveau", "stap", "spreiding", "doelstap", "doelwaarde", "doeljaren",
    "jaren", "dagen", "sleutel", "bron", "eerst_voorlopig",
)  # fmt: skip


@lru_cache(maxsize=1)
def recipes() -> dict[str, Recipe]:
    """The recipes by indicator."""
    return {row.cells["indicator"]: _recipe(row) for row in rows_of("cijfers", COLUMNS, ("indicator",))}


def _recipe(row: Row) -> Recipe:
    return Recipe(
        row.required("indicator"),
        Kind(row.required("soort")),
        row.text("noemer"),
        float(row.number_or_none("niveau") or 0),
        float(row.number_or_none("stap") or 0),
        float(row.number_or_none("spreiding") or 0),
        _float(row.number_or_none("doelstap")),
        row.number_or_none("doelwaarde"),
        tuple(int(word) for word in words(row.text("doeljaren"))),
        tuple(int(word) for word in words(row.text("jaren"))),
        row.whole("dagen"),
        row.text("sleutel") or row.required("indicator"),
        row.required("bron"),
        row.text("eerst_voorlopig") == "ja",
    )


def _float(found: Decimal | None) -> float | None:
    return None if found is None else float(found)
