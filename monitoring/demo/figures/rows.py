"""All figures of the demo year as plain rows, in a fixed order."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from monitoring.demo.chance import dice
from monitoring.demo.days import LAST_KNOWN, working_day
from monitoring.demo.figures.calendar import FINAL_AFTER_DAYS, known_day, periods_of
from monitoring.demo.figures.deviations import Deviating, deviation_of
from monitoring.demo.figures.draws import Draw, Subject, combined, draw
from monitoring.demo.figures.recipes import Kind, Recipe, recipes
from monitoring.demo.profiles import Profile, profiles
from monitoring.demo.world import KORPS
from monitoring.models import DefinitionVersion
from monitoring.models.choices import Supplier
from pvi.lib.periods import Period

MISSING_SHARE = 0.015
ESTIMATE_SHARE = 0.02
PROVISIONAL_SHARE = 0.3
PROVISIONAL_SINCE = dt.date(2026, 8, 1)
CORRECTED_AFTER_DAYS = 45
ONE = Decimal(1)


@dataclass(frozen=True)
class FigureRow:
    """One observation; `nothing` says why there is no value."""

    indicator: str
    unit: str
    period: Period
    known: dt.date
    draw: Draw | None
    certainty: str = "final"
    nothing: str = ""
    revision: int = 1
    is_current: bool = True
    reason: str = ""
    remark: str = ""


def units_of(definition: DefinitionVersion) -> list[Profile]:
    """The units for which the indicator exists."""
    if not definition.per_unit:
        return []
    excluded = definition.not_applicable_to
    return [p for p in profiles() if p.code not in excluded and p.kind.value not in excluded]


def korps_profile() -> Profile:
    """The korps as one unit: its sizes are those of all units together."""
    every = profiles()
    sizes = {name: sum(profile.sizes[name] for profile in every) for name in every[0].sizes}
    return replace(every[0], code=KORPS, name=KORPS, places=(), sizes=sizes, lots={}, fixed=())


def has_korps(definition: DefinitionVersion) -> bool:
    """Whether a figure of the korps is delivered directly; what units supply is only rolled up."""
    return definition.supplier != Supplier.UNIT and KORPS not in definition.not_applicable_to


def figure_rows(definitions: Mapping[str, DefinitionVersion]) -> list[FigureRow]:
    """Every figure of the demo year that was known by its end."""
    rows = [
        row
        for code, recipe in recipes().items()
        for period in periods_of(recipe, definitions[code])
        for row in _of_period(recipe, definitions[code], period)
    ]
    return [row for row in rows if row.known <= LAST_KNOWN]


def _of_period(recipe: Recipe, definition: DefinitionVersion, period: Period) -> Iterator[FigureRow]:
    for profile in units_of(definition):
        found = draw(Subject(recipe, definition, profile, period))
        yield from _of_unit(recipe, definition, period, profile.code, found)
    if has_korps(definition):
        found = korps_draw(recipe, definition, period)
        yield from _of_unit(recipe, definition, period, KORPS, found)


def korps_draw(recipe: Recipe, definition: DefinitionVersion, period: Period) -> Draw:
    """The figure of the korps: of its parts together, or of its own where it has none."""
    whole = Subject(recipe, definition, korps_profile(), period)
    parts = [draw(Subject(recipe, definition, profile, period)) for profile in units_of(definition)]
    if parts and recipe.kind is not Kind.LOOSE:
        return combined(whole, parts)
    return draw(replace(whole, recipe=replace(recipe, spread=0.0)))


def _of_unit(
    recipe: Recipe, definition: DefinitionVersion, period: Period, unit: str, found: Draw
) -> list[FigureRow]:
    known = known_day(recipe, definition, unit, period)
    row = FigureRow(recipe.indicator, unit, period, known, found)
    subject = (recipe.indicator, unit, period)
    by_unit = definition.supplier == Supplier.UNIT
    if deviation_of(Deviating.NOT_DELIVERED, *subject):
        return []
    for kind, nothing in ((Deviating.NOT_APPLICABLE, "not_applicable"), (Deviating.SUPPRESSED, "suppressed")):
        if deviation := deviation_of(kind, *subject):
            return [replace(row, draw=None, nothing=nothing, remark=deviation.text)]
    if deviation := deviation_of(Deviating.KORPS_DIFFERS, *subject):
        return [replace(row, draw=Draw(deviation.value or found.value), remark=deviation.text)]
    if deviation := deviation_of(Deviating.REVISED, *subject):
        return _revised(row, deviation.value or found.value, deviation.text)
    if by_unit and dice("missing", *subject).random() < MISSING_SHARE:
        return []
    return _twice(row) if recipe.is_provisional_first else [_firmness(row, by_unit=by_unit)]


def _revised(row: FigureRow, wrong: Decimal, reason: str) -> list[FigureRow]:
    """What was published first, and the correction that follows it."""
    later = working_day(row.known + dt.timedelta(days=CORRECTED_AFTER_DAYS))
    first = replace(row, draw=Draw(wrong), is_current=False)
    return [first, replace(row, known=later, revision=2, reason=reason)]


def _twice(row: FigureRow) -> list[FigureRow]:
    """A provisional figure, and the final one some weeks later."""
    later = working_day(row.known + dt.timedelta(days=FINAL_AFTER_DAYS))
    return [replace(row, draw=_before(row.draw), certainty="provisional"), replace(row, known=later)]


def _before(found: Draw | None) -> Draw | None:
    """The same figure with one person fewer counted, as it was known at first."""
    if found is None or found.numerator is None or not found.denominator or found.numerator <= ONE:
        return found
    above = found.numerator - ONE
    value = found.value * above / found.numerator
    return Draw(value.quantize(found.value), above, found.denominator)


def _firmness(row: FigureRow, *, by_unit: bool) -> FigureRow:
    if not by_unit:
        return row
    chance = dice("firmness", row.indicator, row.unit, row.period.code).random()
    if chance < ESTIMATE_SHARE:
        return replace(row, certainty="estimate")
    is_recent = row.known >= PROVISIONAL_SINCE
    return replace(row, certainty="provisional") if is_recent and chance < PROVISIONAL_SHARE else row
