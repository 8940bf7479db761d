"""All units on one page: how every theme stands in each of them, never ranked, and who followed whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from monitoring.dashboards.matrix import Matrix, MatrixRow, matrix
from monitoring.reference import Reference
from pvi.lib.formatting import date_long, plural
from pvi.organisation.models import Unit, UnitKind

# The value in the address and the words of the choice.
KINDS = (
    ("", "Alle onderdelen", None),
    ("regionaal", "Regionale eenheden", UnitKind.REGIONAL),
    ("landelijk", "Landelijke eenheden", UnitKind.NATIONAL),
    ("ondersteunend", "Ondersteunende onderdelen", UnitKind.SUPPORT),
)


@dataclass(frozen=True)
class Chip:
    """One choice of the filter as `_filter_chips.html` shows it."""

    label: str
    url: str
    is_current: bool
    count: int


@dataclass(frozen=True)
class Succession:
    """A unit that does not exist on the day: it ended before it or begins after it."""

    name: str
    url: str
    text: str


@dataclass(frozen=True)
class UnitsPage:
    """The table with its filter, and what stands beside it."""

    table: Matrix
    rows: Sequence[MatrixRow]
    chips: Sequence[Chip]
    succession: Sequence[Succession]
    notes: Sequence[str]
    korps_url: str
    shown: str


def for_units(user: Any, reference: Reference, kind: str) -> UnitsPage:
    """The overview as this user may see it: the queries of the table and one for the other units."""
    table = matrix(user, reference)
    wanted = next((of for value, _, of in KINDS if value == kind), None)
    rows = [row for row in table.rows if wanted is None or row.unit.kind == wanted]
    others = list(Unit.objects.parts().select_related("predecessor").prefetch_related("successors"))
    return UnitsPage(
        table=table,
        rows=rows,
        chips=_chips(table, reference, kind),
        succession=[_succession(unit, reference) for unit in others if not unit.is_valid_on(reference.day)],
        notes=_notes(others, reference),
        korps_url=reverse("unit", args=["korps"]) + reference.query,
        shown=plural(len(rows), "onderdeel", "onderdelen"),
    )


def _chips(table: Matrix, reference: Reference, kind: str) -> list[Chip]:
    return [
        Chip(
            label,
            _address(value, reference),
            value == kind,
            sum(of is None or row.unit.kind == of for row in table.rows),
        )
        for value, label, of in KINDS
    ]


def _address(kind: str, reference: Reference) -> str:
    base = reverse("units") + reference.query
    if not kind:
        return base
    return f"{base}{'&' if reference.query else '?'}soort={kind}"


def _succession(unit: Unit, reference: Reference) -> Succession:
    url = reverse("unit", args=[unit.slug]) + reference.query
    if unit.valid_from and unit.valid_from > reference.day:
        return Succession(unit.name, url, f"bestaat vanaf {date_long(unit.valid_from)}")
    text = f"bestond tot en met {date_long(unit.valid_until)}" if unit.valid_until else ""
    names = _names(unit.successors.all())
    return Succession(unit.name, url, f"{text}; opgevolgd door {names}" if names else text)


def _notes(units: Iterable[Unit], reference: Reference) -> list[str]:
    """Whom the units that exist on the day followed."""
    return [
        f"{unit.name} kwam op {date_long(unit.valid_from)} voort uit {unit.predecessor.name}."
        for unit in units
        if unit.predecessor and unit.valid_from and unit.is_valid_on(reference.day)
    ]


def _names(units: Iterable[Unit]) -> str:
    return " en ".join(unit.name for unit in units)
