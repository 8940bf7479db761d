"""What people learn from each other: friction, stories and research, as far as this user may see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from measures.models import ProgressUpdate, Research, Story
from monitoring.reference import Moment
from pvi.lib.formatting import date_long

EVERYTHING = Q()
MANY = 60


@dataclass(frozen=True)
class Friction:
    """One thing that does not work: what, what was learned of it, and where it comes from."""

    what: str
    learned: str
    source: str
    measure_slug: str
    measure_title: str
    theme_number: int | None


@dataclass(frozen=True)
class Told:
    """A story: what somebody in a role tells, and when."""

    slug: str
    title: str
    quote: str
    source: str
    works: bool


def told_by(shown: Mapping[int, Moment]) -> Q:
    """Updates of each unit that were reported and known at its own moment."""
    by_moment: dict[Moment, list[int]] = {}
    for unit_id, moment in shown.items():
        by_moment.setdefault(moment, []).append(unit_id)
    wanted = Q(pk__in=[])
    for moment, unit_ids in by_moment.items():
        wanted |= Q(
            measure__unit__in=unit_ids, reported_on__lte=moment.day, known_from__date__lte=moment.known
        )
    return wanted


def friction(user: Any, shown: Mapping[int, Moment], where: Q = EVERYTHING) -> list[Friction]:
    """The newest friction, one a measure: `where` says of which measures; one query."""
    updates = (
        ProgressUpdate.objects.visible_to(user)
        .with_friction()
        .filter(told_by(shown), where, measure__programme__is_history=False)
        .select_related("measure__theme", "measure__unit")
        .order_by("-reported_on", "-pk")[:MANY]
    )
    newest: dict[int, Friction] = {}
    for update in updates:
        newest.setdefault(update.measure_id, _friction(update))
    return list(newest.values())


def one_per_theme(items: Iterable[Friction], limit: int) -> list[Friction]:
    """The newest of every theme first, so that no theme hides behind another."""
    items = list(items)
    firsts = {item.theme_number: item for item in reversed(items)}
    spread = [item for item in items if firsts[item.theme_number] is item]
    return [*spread, *(item for item in items if item not in spread)][:limit]


def _friction(update: ProgressUpdate) -> Friction:
    measure = update.measure
    theme = f"Thema {measure.theme.number}" if measure.theme else "Alle thema’s"
    where = measure.unit.short_name if not measure.is_national else "landelijk"
    return Friction(
        what=update.friction,
        learned=update.lesson,
        source=f"{theme} · {where} · {date_long(update.reported_on)}",
        measure_slug=measure.slug,
        measure_title=measure.title,
        theme_number=measure.theme.number if measure.theme else None,
    )


def stories(user: Any, moment: Moment, where: Q = EVERYTHING, limit: int = 3) -> list[Told]:
    """The newest stories that had been told and were known at this moment; one query."""
    rows = (
        Story.objects.visible_to(user)
        .told_by(moment.day)
        .filter(where, known_from__date__lte=moment.known)
        .select_related("unit")[:limit]
    )
    return [_told(story) for story in rows]


def _told(story: Story) -> Told:
    role = story.teller_role[:1].upper() + story.teller_role[1:]
    return Told(
        slug=story.slug,
        title=story.title,
        quote=story.text,
        source=f"{role} · {story.unit.short_name} · {date_long(story.told_on)}",
        works=story.works,
    )


def research(where: Q, *, public_only: bool) -> list[Research]:
    """Research about these themes; one query."""
    found = Research.objects.filter(where)
    return list(found.filter(is_public=True) if public_only else found)
