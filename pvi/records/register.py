"""Bringing a table in line with a register: only what differs is written, so a second run changes nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models

from pvi.lib.registers import Row, build, read
from pvi.records.models import DatePrecision, Source, SourceKind

Values = Mapping[str, Any]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass
class Changes:
    """How many rows a load added and changed, per kind."""

    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)

    def count(self, kind: str, added: int, changed: int, total: int) -> None:
        """Add to the counts of one kind."""
        for counts, number in ((self.added, added), (self.changed, changed), (self.total, total)):
            counts[kind] = counts.get(kind, 0) + number

    @property
    def written(self) -> int:
        return sum(self.added.values()) + sum(self.changed.values())


def sync(
    changes: Changes, model: type[models.Model], key: tuple[str, ...], rows: Iterable[Values]
) -> dict[Any, Any]:
    """Make the table hold these rows by key; rows that the register does not name are left alone.

    Returns the objects by key (the bare value when the key has one field).
    """
    rows = list(rows)
    present = {_key(vars_of(found, key), key): found for found in model._default_manager.all()}
    new, altered = [], []
    fields: set[str] = set()
    for values in rows:
        found = present.get(_key(values, key))
        if found is None:
            found = present[_key(values, key)] = model(**values)
            new.append(found)
        elif different := [name for name, value in values.items() if _differs(found, name, value)]:
            for name in different:
                setattr(found, name, values[name])
            fields.update(different)
            altered.append(found)
    model._default_manager.bulk_create(new)
    if altered:
        model._default_manager.bulk_update(altered, sorted(fields))
    changes.count(str(model._meta.verbose_name_plural), len(new), len(altered), len(rows))
    return {(found_key[0] if len(key) == 1 else found_key): found for found_key, found in present.items()}


def append(changes: Changes, model: type[models.Model], key: tuple[str, ...], rows: Iterable[Values]) -> None:
    """Add the rows whose key is not there yet; rows of this table are never changed."""
    rows = list(rows)
    present = {_key(vars_of(found, key), key) for found in model._default_manager.all()}
    new = [model(**values) for values in rows if _key(values, key) not in present]
    model._default_manager.bulk_create(new)
    changes.count(str(model._meta.verbose_name_plural), len(new), 0, len(rows))


def vars_of(found: models.Model, key: tuple[str, ...]) -> Values:
    """The values of the key fields of an object, foreign keys by their number."""
    return {
        name: getattr(found, f"{name}_id", None) if _is_relation(found, name) else getattr(found, name)
        for name in key
    }


def _differs(found: models.Model, name: str, value: Any) -> bool:
    if _is_relation(found, name):
        return bool(getattr(found, f"{name}_id") != (value.pk if value else None))
    return bool(getattr(found, name) != value)


def _is_relation(found: models.Model, name: str) -> bool:
    return bool(found._meta.get_field(name).is_relation)


def _key(values: Values, key: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(value.pk if isinstance(value := values[name], models.Model) else value for name in key)


KINDS = {
    "kamerstuk": SourceKind.PARLIAMENTARY,
    "rapport": SourceKind.REPORT,
    "plan": SourceKind.PLAN,
    "website": SourceKind.WEBSITE,
    "nieuws": SourceKind.NEWS,
}
PRECISIONS = {
    "exact": DatePrecision.DAY,
    "dag": DatePrecision.DAY,
    "maand": DatePrecision.MONTH,
    "kwartaal": DatePrecision.QUARTER,
    "jaar": DatePrecision.YEAR,
    "afgeleid": DatePrecision.DERIVED,
}


def load_sources(folder: Path, changes: Changes) -> dict[str, Source]:
    """Load bronnen.csv; returns the sources by code."""

    def values(row: Row) -> Values:
        return {
            "code": row.required("code"),
            "title": row.required("titel"),
            "kind": row.choice("soort", KINDS),
            "published_on": row.day("gepubliceerd_op"),
            "published_precision": row.choice("datum_zekerheid", PRECISIONS),
            "reference": row.text("url") or row.text("kamerstuk"),
        }

    columns = ["code", "titel", "soort", "gepubliceerd_op", "datum_zekerheid", "kamerstuk", "url"]
    rows = build(read(folder / "bronnen.csv", columns, ["code"]), values)
    return sync(changes, Source, ("code",), rows)


def known_from(source: Source) -> dt.datetime:
    """The moment from which the facts of a source count as known: the start of the day it was published."""
    return dt.datetime.combine(source.published_on, dt.time.min, tzinfo=AMSTERDAM)
