"""Loading the units and the reporting groups from their registers."""

from pathlib import Path
from typing import Any

from pvi.lib.registers import Row, build, read
from pvi.organisation.models import Counted, Unit, UnitGroup, UnitKind
from pvi.records.register import Changes, Values, sync

KINDS = {
    "korps": UnitKind.KORPS,
    "regionale eenheid": UnitKind.REGIONAL,
    "landelijke eenheid": UnitKind.NATIONAL,
    "ondersteunend": UnitKind.SUPPORT,
}
COUNTED = {"ja": Counted.YES, "nee": Counted.NO, "onzeker": Counted.UNCERTAIN}
SHORT_NAMES = {
    "KORPS": "Heel het korps",
    "PDC": "Politiedienstencentrum",
    "LMS": "Meldkamer (LMS)",
    "LX": "Expertise en Operaties (LX)",
    "LO": "Opsporing en Interventies (LO)",
}


def load_units(folder: Path, changes: Changes) -> dict[str, Unit]:
    """Load eenheden.csv; every part hangs below the korps. Returns the units by code."""
    columns = ["code", "naam", "soort", "afkorting", "opmerking", "geldig_van", "geldig_tot", "opvolger_van"]
    rows = read(folder / "eenheden.csv", [*columns, "in_14_onderdelen_2023"], ["code"])
    positions = {row.cells["code"]: position for position, row in enumerate(rows, start=1)}
    plain = build(rows, lambda row: _unit(row, positions))
    units = sync(changes, Unit, ("code",), plain)
    _relate(rows, units)
    return units


def _unit(row: Row, positions: dict[str, int]) -> Values:
    code = row.required("code")
    counted = row.choice("in_14_onderdelen_2023", COUNTED)
    until = row.day_or_none("geldig_tot")
    start = row.day_or_none("geldig_van")
    if start and until and until < start:
        row.refuse("geldig_tot", "een dag na geldig_van")
    return {
        "code": code,
        "name": row.required("naam"),
        "short_name": SHORT_NAMES.get(code, row.required("naam")),
        "kind": row.choice("soort", KINDS),
        "abbreviation": row.text("afkorting"),
        "remark": row.text("opmerking"),
        "valid_from": start,
        "valid_until": until,
        "counted_in_2023": counted,
        "is_active": counted != Counted.UNCERTAIN,
        "position": positions[code],
    }


def _relate(rows: list[Row], units: dict[str, Unit]) -> None:
    korps = next((unit for unit in units.values() if unit.kind == UnitKind.KORPS), None)

    def relation(row: Row) -> None:
        unit = units[row.cells["code"]]
        predecessor = row.reference_or_none("opvolger_van", units, "eenheden.csv")
        parent = None if unit is korps else korps
        if (unit.parent_id, unit.predecessor_id) != (_pk(parent), _pk(predecessor)):
            unit.parent, unit.predecessor = parent, predecessor
            unit.save(update_fields=["parent", "predecessor"])

    build(rows, relation)


def _pk(found: Any) -> int | None:
    return found.pk if found else None


def load_groups(folder: Path, units: dict[str, Unit], changes: Changes) -> dict[str, UnitGroup]:
    """Load groepen.csv and groepsleden.csv; returns the groups by code."""
    rows = read(folder / "groepen.csv", ["code", "naam", "toelichting"], ["code"])
    plain = build(
        rows,
        lambda row: {
            "code": row.required("code"),
            "name": row.required("naam"),
            "note": row.text("toelichting"),
        },
    )
    groups = sync(changes, UnitGroup, ("code",), plain)
    members = read(folder / "groepsleden.csv", ["groep_code", "eenheid_code"], ["groep_code", "eenheid_code"])
    pairs = build(
        members,
        lambda row: (
            row.reference("groep_code", groups, "groepen.csv"),
            row.reference("eenheid_code", units, "eenheden.csv"),
        ),
    )
    for code, group in groups.items():
        wanted = {unit.pk for of, unit in pairs if of.code == code}
        if wanted != set(group.members.values_list("pk", flat=True)):
            group.members.set(wanted)
            changes.count("leden van groepen", len(wanted), 0, len(wanted))
    return groups
