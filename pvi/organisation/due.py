"""Triggers that mark a unit due for a new snapshot whenever facts about it change, whatever wrote them."""

import pgtrigger

UNIT_SNAPSHOT = "unit_snapshot"
EVERY_UNIT = "(SELECT array_agg(id) FROM organisation_unit)"

# Marks are plain inserts: no lock is held until the end of a long import. The ledger folds them into jobs.
MARK = """
WITH RECURSIVE changed AS ({changed}),
touched AS (SELECT unnest({units}) AS id),
up AS (
    SELECT u.id, u.parent_id, u.code FROM organisation_unit u WHERE u.id IN (SELECT id FROM touched)
    UNION
    SELECT u.id, u.parent_id, u.code FROM organisation_unit u JOIN up ON u.id = up.parent_id
)
INSERT INTO records_duemark (kind, key, since, marked_at)
SELECT '{kind}', up.code, COALESCE((SELECT {since} FROM changed), DATE '1900-01-01'), clock_timestamp()
FROM up
WHERE EXISTS (SELECT 1 FROM changed);
RETURN NULL;
"""
ROWS = {
    "insert": ("SELECT * FROM new_rows", pgtrigger.Insert, pgtrigger.Referencing(new="new_rows")),
    "update": (
        "SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows",
        pgtrigger.Update,
        pgtrigger.Referencing(old="old_rows", new="new_rows"),
    ),
    "delete": ("SELECT * FROM old_rows", pgtrigger.Delete, pgtrigger.Referencing(old="old_rows")),
}


def marks_unit_due(unit: str, *, join: str = "", since: str = "min(NULL::date)") -> list[pgtrigger.Trigger]:
    """Triggers for a table whose rows concern a unit; `unit` is SQL for its key, over `changed` and `join`.

    `since` is an SQL aggregate over `changed`: the earliest day that the change can alter.
    """
    units = f"(SELECT array_agg(DISTINCT {unit}) FROM changed {join})"
    return _triggers(units, since)


def marks_every_unit_due(since: str = "min(NULL::date)") -> list[pgtrigger.Trigger]:
    """Triggers for a table whose rows concern every unit, such as definitions."""
    return _triggers(EVERY_UNIT, since)


def _triggers(units: str, since: str) -> list[pgtrigger.Trigger]:
    return [
        pgtrigger.Trigger(
            name=f"due_{name}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=referencing,
            func=MARK.format(changed=rows, units=units, kind=UNIT_SNAPSHOT, since=since),
        )
        for name, (rows, operation, referencing) in ROWS.items()
    ]
