"""Versioned rows: what changes closes the open row and adds one; what is equal writes nothing."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, models

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Key = tuple[Any, ...]
Row = tuple[Any, ...]
History = Sequence[tuple[dt.date, Row]]


def start_of(day: dt.date) -> dt.datetime:
    """The first moment of a day in Amsterdam."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=AMSTERDAM)


def history(
    days: Iterable[dt.date], state: Callable[[dt.date], Row | None]
) -> list[tuple[dt.date, Row | None]]:
    """The states on these days in order, only where they differ from the one before."""
    found: list[tuple[dt.date, Row | None]] = []
    for day in days:
        row = state(day)
        if row is not None if not found else row != found[-1][1]:
            found.append((day, row))
    return found


@dataclass(frozen=True)
class Table:
    """A snapshot table: which columns are its key and which are compared."""

    model: type[models.Model]
    key: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def json_columns(self) -> frozenset[int]:
        """Positions in `columns` of what is kept as JSON."""
        return frozenset(
            position
            for position, name in enumerate(self.columns)
            if isinstance(self.model._meta.get_field(name.removesuffix("_id")), models.JSONField)
        )


@dataclass
class Changes:
    """What a run is about to write to one table."""

    table: Table
    closed: list[tuple[int, dt.datetime]] = field(default_factory=list)
    added: list[tuple[Key, Row, dt.datetime, dt.datetime | None]] = field(default_factory=list)

    def past(self, key: Key, versions: Sequence[tuple[dt.date, Row | None]]) -> None:
        """Add the whole history of a key that was never computed before."""
        ends = [*(start_of(day) for day, _ in versions[1:]), None]
        for (day, row), until in zip(versions, ends, strict=False):
            if row is not None:
                self.added.append((key, row, start_of(day), until))

    def present(
        self, key: Key, row: Row | None, now: dt.datetime, opened: Mapping[Key, tuple[int, Row]]
    ) -> None:
        """Bring one key that was computed before up to date."""
        found = opened.get(key)
        if found is not None and found[1] == row:
            return
        if found is not None:
            self.closed.append((found[0], now))
        if row is not None:
            self.added.append((key, row, now, None))

    def write(self, run_id: int) -> None:
        """Close and add, by one statement each."""
        name = connection.ops.quote_name(self.table.model._meta.db_table)
        with connection.cursor() as cursor:
            if self.closed:
                ids, moments = zip(*self.closed, strict=True)
                cursor.execute(
                    f"UPDATE {name} SET known_until = closing.at FROM unnest(%s::bigint[], %s::timestamptz[])"  # noqa: S608
                    f" AS closing(id, at) WHERE {name}.id = closing.id",
                    [list(ids), list(moments)],
                )
            if self.added:
                self._copy(cursor.cursor, name, run_id)

    def _copy(self, cursor: Any, name: str, run_id: int) -> None:
        columns = [*self.table.key, *self.table.columns, "known_from", "known_until", "run_id"]
        as_json = self.table.json_columns
        with cursor.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN") as copy:
            for key, row, known_from, known_until in self.added:
                cells = [
                    json.dumps(cell) if position in as_json else cell for position, cell in enumerate(row)
                ]
                copy.write_row([*key, *cells, known_from, known_until, run_id])


def open_rows(table: Table, **where: Any) -> dict[Key, tuple[int, Row]]:
    """The open versions by key, with their number."""
    width = len(table.key)
    rows = table.model._default_manager.filter(known_until__isnull=True, **where).values_list(
        "pk", *table.key, *table.columns
    )
    return {row[1 : width + 1]: (row[0], row[width + 1 :]) for row in rows}
