"""The measures that a unit can translate from the national plan, with their usual steps and wording."""

from dataclasses import dataclass
from functools import lru_cache

from monitoring.demo.profiles import Profile
from monitoring.demo.tables import rows_of, words
from pvi.lib.registers import Row

PHASES = ("begin", "onderweg", "slot")
STEPS = ("stap_1", "stap_2", "stap_3", "stap_4", "stap_5", "stap_6")


@dataclass(frozen=True)
class Item:
    """One measure that units can translate."""

    key: str
    theme: str
    parent: str
    meant_for: tuple[str, ...]
    titles: tuple[str, str]
    executor: str
    goal: str
    goal_unit: str
    is_mandatory: bool
    texts: dict[str, str]
    steps: tuple[str, ...]

    def suits(self, profile: Profile) -> bool:
        """Whether this unit could have the measure."""
        return profile.code in self.meant_for or profile.kind in self.meant_for

    def goal_of(self, profile: Profile) -> int | None:
        """The number that this unit aims at, where the measure counts something."""
        if not self.goal:
            return None
        return round(profile.amount(self.goal)) if self.goal in profile.sizes else int(self.goal)


@lru_cache(maxsize=1)
def items() -> tuple[Item, ...]:
    """The whole catalogue."""
    columns = (
        "sleutel", "thema", "landelijk", "voor", "titel", "titel_anders", "uitvoerder", "doel",
        "doel_eenheid", "verplicht", *PHASES,
    )  # fmt: skip
    steps = {row.cells["sleutel"]: row for row in rows_of("mijlpalen", ("sleutel", *STEPS), ("sleutel",))}
    return tuple(
        _item(row, steps[row.cells["sleutel"]]) for row in rows_of("maatregelen", columns, ("sleutel",))
    )


def _item(row: Row, steps: Row) -> Item:
    return Item(
        row.required("sleutel"),
        row.required("thema"),
        row.required("landelijk"),
        words(row.required("voor")),
        (row.required("titel"), row.required("titel_anders")),
        row.required("uitvoerder"),
        row.text("doel"),
        row.text("doel_eenheid"),
        row.text("verplicht") == "ja",
        {phase: row.required(phase) for phase in PHASES},
        steps_of(steps),
    )


def steps_of(row: Row) -> tuple[str, ...]:
    """The titles of the usual steps in a row of steps, in their order."""
    return tuple(row.cells[name] for name in STEPS if row.cells.get(name))
