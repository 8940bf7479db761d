"""The register of indicators: what each last said of the korps, filtered and grouped by theme."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from monitoring.dashboards.indicators.directions import DIRECTION_MARKS
from monitoring.dashboards.indicators.facts import MAIN, is_of_one_part, main_of
from monitoring.dashboards.indicators.sight import Sight, Subject, sight_of
from monitoring.dashboards.wording import Standing, is_percentage, standing
from monitoring.models import DefinitionVersion, Indicator, IndicatorSnapshot
from monitoring.progress import NOTHING_MARKS, Direction, Nothing
from monitoring.reference import Moment
from pvi.lib.marks import Mark

NO_THEME = "Over alle thema’s heen"
CROSS_THEME = "alle-themas"


@dataclass(frozen=True)
class Criteria:
    """What the reader looks for; empty is everything."""

    words: str = ""
    theme: str = ""
    perspective: str = ""
    direction: str = ""
    status: str = ""
    sensitivity: str = ""


@dataclass(frozen=True)
class RegisterRow:
    """One indicator with what last held of the korps, or of the group that it is about."""

    indicator: Indicator
    theme: str
    definition: DefinitionVersion
    direction: Mark
    standing: Standing | None
    status: str
    whose: str
    split: str
    is_internal: bool

    @property
    def sensitivity(self) -> str:
        return self.definition.sensitivity_unit

    @property
    def is_context(self) -> bool:
        return self.definition.direction == Direction.CONTEXT

    @property
    def counts(self) -> str:
        """What the value counts; a percentage tells by its sign."""
        return "" if is_percentage(self.definition) else self.definition.scale_label

    @property
    def ended(self) -> dt.date | None:
        """Until when it was counted, of an indicator that is counted no more."""
        return None if self.standing else self.definition.effective_until


@dataclass(frozen=True)
class Register:
    """The rows that were found, in order of theme and code."""

    rows: tuple[RegisterRow, ...]
    total: int
    moment: Moment
    sees_unsigned: bool


def register(user: Any, day: dt.date, criteria: Criteria) -> Register:
    """Every indicator that this reader may see, filtered; seven queries at most, however many there are."""
    sight = sight_of(user, day)
    indicators = Indicator.objects.visible_to(user).select_related("theme").prefetch_related("definitions")
    newest = _newest(sight)
    rows = [_row(indicator, newest[indicator.pk], sight) for indicator in indicators]
    rows.sort(key=lambda row: (row.indicator.theme.number if row.indicator.theme else 99, row.indicator.code))
    found = tuple(row for row in rows if _matches(row, criteria))
    korps = sight.subjects[0]
    return Register(found, len(rows), sight.moment(korps), sight.sees_unsigned(korps))


def _newest(sight: Sight) -> dict[int, list[IndicatorSnapshot]]:
    """What holds in the month of the korps and of the reporting groups, by indicator."""
    found: dict[int, list[IndicatorSnapshot]] = defaultdict(list)
    rows = IndicatorSnapshot.objects.filter(sight.months()).exclude(unit__in=_parts(sight))
    for row in rows:
        found[row.indicator_id].append(row)
    return found


def _parts(sight: Sight) -> list[int]:
    return [one.unit.pk for one in sight.subjects if one.unit and not one.unit.is_korps]


def _row(indicator: Indicator, rows: list[IndicatorSnapshot], sight: Sight) -> RegisterRow:
    definition = _in_force(indicator, sight)
    subject = _subject(rows, sight, definition)
    mine = [row for row in rows if (row.unit_id, row.group_id) == subject.key]
    split = main_of(row.disaggregation for row in mine)
    shown = next((row for row in mine if row.disaggregation == split), None)
    is_internal = sight.hides(definition, subject)
    return RegisterRow(
        indicator=indicator,
        theme=f"{indicator.theme.number}. {indicator.theme.name}" if indicator.theme else NO_THEME,
        definition=definition,
        direction=DIRECTION_MARKS[Direction(definition.direction)],
        standing=None if shown is None or is_internal else _standing(shown, definition),
        status="" if shown is None or is_internal else shown.status or shown.nothing,
        whose="" if subject.unit else subject.name,
        split="" if split in MAIN else split,
        is_internal=is_internal,
    )


def _standing(row: IndicatorSnapshot, definition: DefinitionVersion) -> Standing:
    found = standing(row, definition)
    if not is_of_one_part(row):
        return found
    return replace(found, value="", mark=None, is_old=False, nothing=NOTHING_MARKS[Nothing.NOT_DELIVERED])


def _in_force(indicator: Indicator, sight: Sight) -> DefinitionVersion:
    day = sight.moment(sight.subjects[0]).day
    versions: list[DefinitionVersion] = list(indicator.definitions.all())
    return max((v for v in versions if v.effective_from <= day), key=lambda v: v.number, default=versions[0])


def _subject(rows: Iterable[IndicatorSnapshot], sight: Sight, definition: DefinitionVersion) -> Subject:
    """The korps, or the reporting group of an indicator that does not exist for the korps."""
    groups = {row.group_id for row in rows if row.group_id}
    if not definition.applies_to(sight.korps):
        for subject in sight.subjects:
            if subject.group and subject.group.pk in groups:
                return subject
    return sight.subjects[0]


def _matches(row: RegisterRow, criteria: Criteria) -> bool:
    indicator = row.indicator
    found = f"{indicator.code} {indicator.name}".casefold()
    theme = indicator.theme.slug if indicator.theme else CROSS_THEME
    return (
        all(word in found for word in criteria.words.casefold().split())
        and criteria.theme in {"", theme}
        and criteria.perspective in {"", indicator.perspective}
        and criteria.direction in {"", row.definition.direction}
        and criteria.status in {"", row.status}
        and criteria.sensitivity in {"", row.sensitivity}
    )
