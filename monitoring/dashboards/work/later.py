"""What comes up in the next month, and what is late but was reported."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from monitoring.dashboards.work import duties
from monitoring.models import MeasureSnapshot
from pvi.lib.formatting import date_short
from pvi.lib.months import add_months
from pvi.organisation.access import reach


@dataclass(frozen=True, slots=True)
class Coming:
    """Something with a day in the near future, or a late one on which somebody just reported."""

    day: dt.date
    title: str
    url: str
    note: str


def coming(user: Any, day: dt.date) -> list[Coming]:
    """By day, the first one first: two queries."""
    rows = list(duties.my_measures(reach(user), day).select_related("measure__unit"))
    until = day + duties.RECENT
    terms = duties.my_commitments(user, day).filter(term_on__gte=day, term_on__lte=add_months(day, 1))
    found = [*_milestones(rows, day, until), *_reported(rows, day), *_terms(terms)]
    return sorted(found, key=lambda one: (one.day, one.title))


def _milestones(rows: Iterable[MeasureSnapshot], day: dt.date, until: dt.date) -> Iterable[Coming]:
    for row in rows:
        for title, due_text, done in row.milestones:
            due = dt.date.fromisoformat(due_text)
            if done is None and day <= due <= until:
                url = reverse("measure", args=[row.measure.slug])
                yield Coming(due, f"Mijlpaal: {title}", url, row.measure.title)


def _reported(rows: Iterable[MeasureSnapshot], day: dt.date) -> Iterable[Coming]:
    for row in rows:
        since, last = row.overdue_since, row.last_update_on
        if since and last and last >= since and last >= day - duties.RECENT and not row.is_stale:
            url = reverse("measure", args=[row.measure.slug])
            yield Coming(since, row.measure.title, url, f"te laat, gemeld op {date_short(last)}")


def _terms(rows: Iterable[Any]) -> Iterable[Coming]:
    for row in rows:
        url = reverse("commitment", args=[row.slug])
        yield Coming(row.term_on, row.name, url, f"termijn van een {row.get_kind_display()}")
