"""Everything stored about one indicator that its page is made of, read once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from monitoring.dashboards.indicators.sight import Sight, Subject
from monitoring.dashboards.wording import parts_text
from monitoring.models import DefinitionVersion, FigureSnapshot, Indicator, IndicatorSnapshot, Target
from monitoring.progress import Definition, Reason, RollUp
from monitoring.snapshots.facts import Rules, rules_of
from pvi.lib.periods import Period

MAIN = ("", "totaal")
SUPPRESSED = "suppressed"
INTERNAL = "alleen intern"


@dataclass(frozen=True)
class Facts:
    """The definitions of an indicator with its figures as one reader sees them."""

    indicator: Indicator
    rules: Rules
    sight: Sight
    figures: tuple[FigureSnapshot, ...]
    rows: tuple[IndicatorSnapshot, ...]
    targets: tuple[Target, ...]

    def figures_of(self, subject: Subject) -> list[FigureSnapshot]:
        """The figures of one subject in order of time, all disaggregations together."""
        return [figure for figure in self.figures if (figure.unit_id, figure.group_id) == subject.key]

    def row_of(self, subject: Subject, disaggregation: str) -> IndicatorSnapshot | None:
        """What holds of one subject in the month of its moment."""
        for row in self.rows:
            if (row.unit_id, row.group_id, row.disaggregation) == (*subject.key, disaggregation):
                return row
        return None

    def conceals_baseline(self, subject: Subject, row: IndicatorSnapshot) -> bool:
        """Whether the baseline of this row was a figure that is suppressed, or a small count itself."""
        if not self.starts_at_baseline(subject, row):
            return False
        day, value = dt.date.fromisoformat(row.path[0][0]), Decimal(row.path[0][1])
        hidden = [figure for figure in self.figures_of(subject) if figure.nothing == SUPPRESSED]
        stored = self.definition_on(subject)[0]
        level = stored.sensitivity_of(subject.unit) if subject.unit else stored.sensitivity_korps
        is_small = level == "small_numbers" and stored.roll_up == RollUp.SUM and value < stored.threshold
        return is_small or any(figure.period_start <= day <= figure.period_end for figure in hidden)

    def starts_at_baseline(self, subject: Subject, row: IndicatorSnapshot) -> bool:
        """Whether the stored path begins with the baseline and not with a target."""
        aims = {
            (target.day.isoformat(), f"{target.value.normalize():f}")
            for target in self.targets
            if target.day and (target.unit_id, target.group_id) == subject.key
        }
        return bool(row.path) and tuple(row.path[0]) not in aims

    def definition_on(self, subject: Subject) -> tuple[DefinitionVersion, Definition]:
        """The version that holds at the subject's moment, or the last one that held."""
        day = self.sight.moment(subject).day
        return self.rules.in_force(day) or (self.rules.stored[-1], self.rules.versions[-1])

    def exists_for(self, subject: Subject) -> bool:
        """Whether the indicator is counted for this subject at all, or was."""
        if subject.unit is None:
            return bool(self.figures_of(subject)) or any(row.group_id == subject.key[1] for row in self.rows)
        stored = self.definition_on(subject)[0]
        applies = stored.applies_to(subject.unit) and (stored.per_unit or subject.unit.is_korps)
        return applies or bool(self.figures_of(subject))


def read(indicator: Indicator, sight: Sight) -> Facts:
    """Definitions, figures, standings and targets of one indicator, in four queries."""
    stored = list(indicator.definitions.select_related("indicator").order_by("number"))
    rules = rules_of(stored)
    figures = FigureSnapshot.objects.filter(sight.figures(), indicator=indicator).order_by(
        "period_end", "period_start", "disaggregation"
    )
    rows = IndicatorSnapshot.objects.filter(sight.months(), indicator=indicator).select_related("run__unit")
    targets = Target.objects.filter(indicator=indicator).select_related("source", "unit", "group")
    by_key = {subject.key: subject for subject in sight.subjects}
    shown = tuple(_open(figures, by_key, rules, sight))
    return Facts(
        indicator,
        rules,
        sight,
        shown,
        tuple(without_revealing(row, shown) for row in _open(rows, by_key, rules, sight)),
        tuple(target for target in targets if _is_known(target, by_key, sight)),
    )


def _is_known(target: Target, by_key: dict[Any, Subject], sight: Sight) -> bool:
    subject = by_key.get((target.unit_id, target.group_id))
    return subject is not None and timezone.localdate(target.known_from) <= sight.moment(subject).known


def _open(rows: Iterable[Any], by_key: dict[Any, Subject], rules: Rules, sight: Sight) -> Iterator[Any]:
    """The rows that this reader may see at the level of their subject."""
    for row in rows:
        subject = by_key.get((row.unit_id, row.group_id))
        if subject is not None and not sight.hides(_version(row, rules), subject):
            yield row


def without_revealing(row: IndicatorSnapshot, figures: Iterable[FigureSnapshot]) -> IndicatorSnapshot:
    """The row without its value when that is a year to date in which a hidden figure could be found back."""
    if row.value is None or not any(_is_hidden_part(figure, row) for figure in figures):
        return row
    row.value = row.expected = row.attainment = row.baseline_value = None
    row.nothing, row.status, row.reason = SUPPRESSED, "", Reason.NO_VALUE.value
    return row


def _is_hidden_part(figure: FigureSnapshot, row: IndicatorSnapshot) -> bool:
    same = (figure.unit_id, figure.group_id, figure.disaggregation) == (
        row.unit_id,
        row.group_id,
        row.disaggregation,
    )
    return (
        figure.nothing == SUPPRESSED
        and same
        and figure.period_code != row.period_code
        and Period.parse(row.period_code).start <= figure.period_start
        and (row.period_end is None or figure.period_end <= row.period_end)
    )


def _version(row: Any, rules: Rules) -> DefinitionVersion:
    if isinstance(row, FigureSnapshot):
        return rules.of_period(Period.parse(row.period_code))[0]
    return next((v for v in rules.stored if v.number == row.definition_number), rules.stored[-1])


def is_of_one_part(row: FigureSnapshot | IndicatorSnapshot) -> bool:
    """Whether a roll-up holds one part only: it would say what that part itself may have to hide."""
    return row.parts == 1 and row.expected_parts != 1


def is_whole(figure: FigureSnapshot, definition: DefinitionVersion) -> bool:
    """Whether there is a value to show as a total: a sum that misses parts is none."""
    misses_parts = definition.roll_up == RollUp.SUM and bool(parts_text(figure))
    return figure.value is not None and not misses_parts and not is_of_one_part(figure)


def main_of(disaggregations: Iterable[str]) -> str:
    """The series that stands for the whole: the total, or the only one there is."""
    found = sorted(set(disaggregations))
    return next((name for name in MAIN if name in found), found[0] if found else "")
