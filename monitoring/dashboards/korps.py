"""The indicators of the whole korps and of the reporting groups, at the moment that a reader may see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from monitoring.dashboards.wording import value_text
from monitoring.models import DefinitionVersion, FigureSnapshot, Indicator, IndicatorSnapshot
from monitoring.reference import Moment
from pvi.lib.formatting import date_long
from pvi.lib.months import end_of_month
from pvi.organisation.access import reach
from pvi.organisation.models import Unit

# The main series of an indicator; other disaggregations have their place on its own page.
MAIN = ("", "totaal")
EVERYTHING = Q()
Key = tuple[int, int | None]
Definitions = Mapping[tuple[int, int], DefinitionVersion]


def key_of(row: IndicatorSnapshot | FigureSnapshot) -> Key:
    """The indicator, and the group when it is the figure of a group."""
    return (row.indicator_id, row.group_id)


def korps_rows(user: Any, korps: Unit, moment: Moment, where: Q = EVERYTHING) -> list[IndicatorSnapshot]:
    """What holds of every indicator, one row for the korps and one for each group; one query."""
    rows = (
        IndicatorSnapshot.objects.filter(month=moment.month)
        .known_on(moment.known)
        .filter(Q(unit=korps) | Q(group__isnull=False), where, disaggregation__in=MAIN)
        .filter(indicator__in=Indicator.objects.visible_to(user))
        .select_related("indicator__theme", "group")
        .order_by("indicator__code", "unit", "group", "disaggregation")
    )
    found: dict[Key, IndicatorSnapshot] = {}
    for row in rows:
        held = found.get(key_of(row))
        if held is None or (held.value is None and row.value is not None):
            found[key_of(row)] = row
    return list(found.values())


def definitions_of(rows: Iterable[IndicatorSnapshot]) -> Definitions:
    """The definition versions that these rows were counted by; one query."""
    versions = DefinitionVersion.objects.filter(indicator__in={row.indicator_id for row in rows})
    return {(version.indicator_id, version.number): version for version in versions}


def openly(user: Any, rows: Sequence[IndicatorSnapshot], definitions: Definitions) -> list[IndicatorSnapshot]:
    """Without what is internal for somebody from outside."""
    if not reach(user).reads_public_only:
        return list(rows)
    return [
        row
        for row in rows
        if definitions[(row.indicator_id, row.definition_number)].sensitivity_korps != "internal"
    ]


def figures_of(
    korps: Unit, moment: Moment, rows: Iterable[IndicatorSnapshot]
) -> dict[Key, list[FigureSnapshot]]:
    """The series behind these rows as known at the moment; one query, however many rows."""
    main = {key_of(row): row.disaggregation for row in rows}
    figures = (
        FigureSnapshot.objects.known_on(moment.known)
        .filter(Q(unit=korps) | Q(group__isnull=False), disaggregation__in=MAIN)
        .filter(indicator__in={key[0] for key in main}, period_end__lte=end_of_month(moment.day))
        .order_by("period_start")
    )
    found: dict[Key, list[FigureSnapshot]] = defaultdict(list)
    for figure in figures:
        if main.get(key_of(figure)) == figure.disaggregation:
            found[key_of(figure)].append(figure)
    return found


def path_text(row: IndicatorSnapshot, definition: DefinitionVersion) -> str:
    """What the path to the target asks, in words; empty without a target."""
    if row.target_value is None:
        return ""
    target = value_text(row.target_value, definition)
    until = f" op {date_long(row.target_day)}" if row.target_day else ""
    if row.expected is None or row.expected == row.target_value:
        return f"Streefwaarde {target}{until}."
    return f"Het pad naar {target}{until} vraagt nu {value_text(row.expected, definition)}."
