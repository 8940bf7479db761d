"""Who changed what about a measure and when, in readable Dutch, from the history that the database keeps."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.apps import apps
from django.utils import timezone

from measures.models import Measure
from monitoring.querysets import AMSTERDAM
from pvi.lib.formatting import date_short, number
from pvi.organisation.models import User

MOST = 30
LONGEST = 120
# The history table of each kind of row, how a row of it is named, and the fields that matter to readers.
TRACKED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "MeasureEvent",
        "",
        (
            "title",
            "description",
            "theme",
            "unit",
            "parent",
            "executor_role",
            "period_text",
            "starts_on",
            "ends_on",
            "obligation",
            "capacity",
            "result_goal",
            "result_goal_count",
            "is_public",
        ),
    ),
    ("MilestoneEvent", "title", ("title", "due_on", "weight", "done_on", "note")),
    ("DecisionEvent", "question", ("question", "outcome", "decided_on")),
    ("BudgetLineEvent", "item", ("amount", "note")),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: when, by whom, and what became what."""

    at: dt.datetime
    by: str
    what: str


def changes_of(measure: Measure, until: dt.date) -> tuple[Change, ...]:
    """The newest changes up to the end of a day: five queries, whatever the number of changes."""
    end = dt.datetime.combine(until + dt.timedelta(days=1), dt.time.min, tzinfo=AMSTERDAM)
    found = [
        (event, what)
        for name, label, fields in TRACKED
        for event, what in _told(_events(name, measure, end), label, fields)
    ]
    found.sort(key=lambda pair: pair[0].pgh_created_at, reverse=True)
    newest = found[:MOST]
    names = _names(event for event, _ in newest)
    return tuple(
        Change(timezone.localtime(event.pgh_created_at), names.get(_user_id(event), ""), what)
        for event, what in newest
    )


def _events(name: str, measure: Measure, end: dt.datetime) -> list[Any]:
    model = apps.get_model("measures", name)
    mine = {"pgh_obj": measure.pk} if name == "MeasureEvent" else {"measure": measure.pk}
    related = ("pgh_context", "theme", "unit", "parent") if name == "MeasureEvent" else ("pgh_context",)
    rows = model._default_manager.filter(pgh_created_at__lt=end, **mine).select_related(*related)
    return list(rows.order_by("pgh_obj", "pgh_id"))


def _told(events: Iterable[Any], label: str, fields: tuple[str, ...]) -> Iterator[tuple[Any, str]]:
    for _, versions in groupby(events, key=attrgetter("pgh_obj_id")):
        before = None
        for event in versions:
            what = _added(event, label) if before is None else _changed(before, event, label, fields)
            before = event
            if what:
                yield event, what


def _subject(event: Any, label: str) -> str:
    kind = type(event).pgh_obj.field.related_model._meta.verbose_name
    return f"{kind} ‘{_short(getattr(event, label))}’" if label and getattr(event, label) else str(kind)


def _added(event: Any, label: str) -> str:
    return _sentence(f"{_subject(event, label)} toegevoegd")


def _changed(before: Any, after: Any, label: str, fields: tuple[str, ...]) -> str:
    parts = [
        f"{after._meta.get_field(name).verbose_name} van {_value(before, name)} naar {_value(after, name)}"
        for name in fields
        if _raw(before, name) != _raw(after, name)
    ]
    if not parts:
        return ""
    subject = f"{_subject(after, label)}: " if label else ""
    return _sentence(f"{subject}{'; '.join(parts)}")


def _sentence(text: str) -> str:
    """The text with a capital, its other letters as they are."""
    return text[:1].upper() + text[1:]


def _raw(event: Any, name: str) -> Any:
    return getattr(event, event._meta.get_field(name).attname)


def _value(event: Any, name: str) -> str:
    display = getattr(event, f"get_{name}_display", None)
    value = display() if display else getattr(event, name)
    if value is None or value == "":
        return "leeg"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dt.date):
        return date_short(value)
    return number(value) if isinstance(value, Decimal) else f"‘{_short(str(value))}’"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _user_id(event: Any) -> int | None:
    context = event.pgh_context
    found: int | None = context.metadata.get("user") if context else None
    return found


def _names(events: Iterable[Any]) -> Mapping[int | None, str]:
    ids = {_user_id(event) for event in events}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=[pk for pk in ids if pk])}
