"""Tables with a row per month: a new month gets its history, a known month is brought up to date."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from monitoring.snapshots.run import Run
from monitoring.snapshots.versions import Key, Row, Table, history, open_rows

State = Callable[[dt.date], Row | None]
T = TypeVar("T")


class Through(Generic[T]):
    """States by the day from which they held."""

    def __init__(self, versions: Sequence[tuple[dt.date, T | None]]) -> None:
        self.days = [day for day, _ in versions]
        self.states = [state for _, state in versions]

    def on(self, day: dt.date) -> T | None:
        """The state that held on this day."""
        position = bisect_right(self.days, day)
        return self.states[position - 1] if position else None


class Months:
    """The changes of one table that has a row per month."""

    def __init__(self, run: Run, table: Table) -> None:
        self.run = run
        self.changes = run.table(table)
        self.opened: dict[Key, tuple[int, Row]] = {}
        if run.covered_until is not None:
            self._read(table)
        self.seen: set[Key] = set()

    def _read(self, table: Table) -> None:
        for subject in self.run.inputs.subjects:
            where = {"unit": subject.unit_id}
            if "group_id" in table.key:
                where["group"] = subject.group_id
            elif subject.unit_id is None:
                continue
            self.opened |= open_rows(table, month__gte=self.run.first_month, **where)

    def add(self, month: dt.date, key: Key, days: Iterable[dt.date], state: State) -> Through[Row]:
        """Add the rows of one key for one month; `days` are those on which a new month's row can change."""
        self.seen.add(key)
        if self.run.is_new(month):
            versions = history(days, state)
            self.changes.past(key, versions)
            return Through(versions)
        row = state(self.run.today)
        self.changes.present(key, row, self.run.now, self.opened)
        return Through([(self.run.today, row)])

    def close_what_is_gone(self) -> None:
        """Close rows of what no longer exists, such as an indicator that no longer applies."""
        for key in self.opened.keys() - self.seen:
            self.changes.present(key, None, self.run.now, self.opened)
