"""What a measure hangs together with: translations, what it waits for, indicators, commitments, research."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from measures.models import Commitment, Dependency, Measure, Research
from monitoring.dashboards.measures.standing import Standing, standing_of
from monitoring.models import Indicator, MeasureIndicatorLink, MeasureSnapshot
from monitoring.reference import Moment


@dataclass(frozen=True, slots=True)
class Other:
    """Another measure with how it stands, if that is vastgesteld; `note` says why it is here."""

    measure: Measure
    standing: Standing | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """The other measures, before their standing is known."""

    translations: tuple[Measure, ...]
    waits_for: tuple[tuple[Measure, str], ...]
    needed_by: tuple[tuple[Measure, str], ...]

    def measures(self, subject: Measure) -> list[Measure]:
        """All of them, the national parent included."""
        others = [*self.translations, *(m for m, _ in self.waits_for), *(m for m, _ in self.needed_by)]
        return [*others, *([subject.parent] if subject.parent else [])]


def related_to(user: Any, measure: Measure, day: dt.date) -> Related:
    """The measures around this one that were known on a day: two queries."""
    visible = Measure.objects.visible_to(user).filter(known_from__date__lte=day)
    translations = visible.filter(parent=measure).select_related("unit").order_by("unit__position", "code")
    pairs = Dependency.objects.filter(
        Q(measure=measure, needs__in=visible) | Q(needs=measure, measure__in=visible)
    ).select_related("measure__unit", "needs__unit")
    found = list(pairs)
    return Related(
        tuple(translations),
        tuple((pair.needs, pair.note) for pair in found if pair.measure_id == measure.pk),
        tuple((pair.measure, pair.note) for pair in found if pair.needs_id == measure.pk),
    )


def others(
    pairs: list[tuple[Measure, str]], rows: Mapping[int, MeasureSnapshot], seen: Mapping[int, Moment]
) -> tuple[Other, ...]:
    """Other measures with how they stood at the moment of their unit."""
    return tuple(Other(measure, _standing(measure, rows, seen), note) for measure, note in pairs)


def _standing(
    measure: Measure, rows: Mapping[int, MeasureSnapshot], seen: Mapping[int, Moment]
) -> Standing | None:
    row = rows.get(measure.pk)
    return standing_of(row, seen[measure.unit_id].day) if row else None


def links_of(user: Any, measure: Measure) -> list[MeasureIndicatorLink]:
    """The indicators that this measure is meant to move: one query."""
    visible = Indicator.objects.visible_to(user)
    links = MeasureIndicatorLink.objects.filter(measure=measure, indicator__in=visible)
    return list(links.select_related("indicator"))


def commitments_of(user: Any, measure: Measure, day: dt.date) -> list[Any]:
    """The commitments that this measure answers, with `status_now` as it was on the day: one query."""
    return list(Commitment.objects.visible_to(user).as_known_on(day).filter(measures=measure))


def research_on(measure: Measure, *, public_only: bool) -> list[Research]:
    """The research that is about this measure: one query."""
    found = Research.objects.filter(measures=measure).select_related("source")
    return list(found.filter(is_public=True) if public_only else found)
