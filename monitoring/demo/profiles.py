"""What each unit is like in the demo year: its made-up size, places and how its measures fare."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from monitoring.demo.tables import rows_of, words
from pvi.lib.registers import Row, read
from pvi.organisation.models import UnitKind
from pvi.organisation.register import KINDS, SHORT_NAMES

SIZES = (
    "medewerkers", "instroom", "aspiranten", "uitstroom", "leidinggevenden", "teams", "basisteams",
    "districten", "inwoners", "incidenten", "controles", "klachten", "ndv", "intake",
)  # fmt: skip
LOTS = (
    "op_koers", "aandacht", "achter", "te_laat", "gereed", "loopt", "niet_gestart", "gestopt", "onbekend",
)  # fmt: skip
SESSIONS_A_YEAR = 9
AMBASSADORS_A_TEAM = 2


@dataclass(frozen=True, eq=False)
class Profile:
    """One unit as the demo year knows it; all sizes are made up."""

    code: str
    name: str
    kind: UnitKind
    part: str
    places: tuple[str, ...]
    sizes: Mapping[str, int]
    lots: Mapping[str, int]
    stale: int
    fixed: tuple[str, ...]

    @property
    def measures(self) -> int:
        return sum(self.lots.values())

    def amount(self, expression: str) -> float:
        """A size of this unit, possibly times a factor: `aspiranten*0.16`, or a plain number."""
        name, _, factor = expression.partition("*")
        base = float(name) if name not in self.sizes else self.sizes[name]
        return base * float(factor or 1)


@lru_cache(maxsize=1)
def profiles() -> tuple[Profile, ...]:
    """The units of the demo year in the order of the register."""
    columns = ("code", "deel", "plaatsen", *SIZES, *LOTS, "verouderd", "vast")
    named = {
        row.cells["code"]: row for row in read(settings.BASE_DIR / "data" / "eenheden.csv", (), ("code",))
    }
    return tuple(_profile(row, named[row.cells["code"]]) for row in rows_of("eenheden", columns, ("code",)))


def profile_of(code: str) -> Profile:
    """The profile of one unit."""
    return next(profile for profile in profiles() if profile.code == code)


def _profile(row: Row, unit: Row) -> Profile:
    sizes = {name: row.whole(name) for name in SIZES}
    lots = {name: row.whole(name) for name in LOTS}
    sizes |= {
        "ambassadeurs": AMBASSADORS_A_TEAM * sizes["basisteams"],
        "overleggen": SESSIONS_A_YEAR if sizes["basisteams"] else 0,
        "maatregelen": sum(lots.values()),
    }
    code = row.required("code")
    return Profile(
        code,
        SHORT_NAMES.get(code, unit.required("naam")),
        unit.choice("soort", KINDS),
        row.required("deel"),
        words(row.required("plaatsen")),
        sizes,
        lots,
        row.whole("verouderd"),
        words(row.text("vast")),
    )
