"""The five themes as cards, and what runs across all of them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.urls import reverse

from measures.models import Measure
from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.models import Indicator, ThemeSnapshot
from monitoring.reference import Moment, Reference, moment_for
from pvi.lib.formatting import date_long, plural
from pvi.lib.marks import Mark
from pvi.organisation.models import Unit, UnitKind
from themes.models import Theme

PERCENT = 100
# Stands in the address where a theme has its slug.
CROSS = "alle-themas"
CROSS_NAME = "Over alle thema’s heen"


@dataclass(frozen=True)
class Card:
    """One theme of the whole korps, as `_theme_card.html` shows it."""

    number: int
    name: str
    url: str
    mark: Mark
    done: int | None
    planned: int | None
    note: str


@dataclass(frozen=True)
class Overview:
    """The five cards, and the way to what belongs to no theme."""

    cards: tuple[Card, ...]
    cross_url: str
    cross_note: str
    shown_on: str
    is_settled: bool


def overview(user: Any, reference: Reference) -> Overview:
    """All themes of the whole korps; as many queries however much there is."""
    korps = Unit.objects.get(kind=UnitKind.KORPS)
    here = moment_for(user, korps, reference.day)
    rows = whole_korps(korps, here)
    return Overview(
        cards=tuple(_card(theme, rows.get(theme.pk), reference) for theme in Theme.objects.all()),
        cross_url=reverse("theme", args=[CROSS]) + reference.query,
        cross_note=_cross(user),
        shown_on=date_long(here.day),
        is_settled=here.day != reference.day,
    )


def whole_korps(korps: Unit, here: Moment) -> dict[int | None, ThemeSnapshot]:
    """How every theme stands in the whole korps, by the key of the theme; one query."""
    rows = ThemeSnapshot.objects.filter(unit=korps, month=here.month, theme__isnull=False)
    return {row.theme_id: row for row in rows.known_on(here.known)}


def mark_of(row: ThemeSnapshot | None) -> Mark:
    """The mark of a theme; of one that was never computed nothing is known."""
    return STATUS_MARKS[MeasureStatus(row.status) if row else MeasureStatus.UNKNOWN]


def percent_of(share: Any) -> int | None:
    """A stored share as whole per cents."""
    return None if share is None else round(share * PERCENT)


def _card(theme: Theme, row: ThemeSnapshot | None, reference: Reference) -> Card:
    return Card(
        number=theme.number,
        name=theme.name,
        url=reverse("theme", args=[theme.slug]) + reference.query,
        mark=mark_of(row),
        done=percent_of(row.actual) if row else None,
        planned=percent_of(row.planned) if row else None,
        note=f"{theme.slogan}. {_counts(row)}",
    )


def _counts(row: ThemeSnapshot | None) -> str:
    if row is None or not row.measures:
        return "Nog geen maatregelen."
    late = f", {row.overdue} te laat" if row.overdue else ""
    return f"{plural(row.measures, 'maatregel', 'maatregelen')}{late}."


def _cross(user: Any) -> str:
    """How much belongs to no theme; two queries."""
    measures = Measure.objects.visible_to(user).counted().filter(theme=None)
    indicators = Indicator.objects.visible_to(user).filter(theme=None)
    counts = [queryset.aggregate(n=Count("pk"))["n"] for queryset in (measures, indicators)]
    return (
        f"{plural(counts[0], 'maatregel', 'maatregelen')} en {plural(counts[1], 'indicator', 'indicatoren')} "
        "horen bij meer dan één thema."
    )
