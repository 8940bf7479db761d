"""Baselines at the end of 2024, and what is aimed at until the end of 2027."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from monitoring.demo.chance import dice
from monitoring.demo.days import between, moment
from monitoring.demo.figures.deviations import Deviating, deviation_of
from monitoring.demo.figures.draws import Subject, draw
from monitoring.demo.figures.recipes import COUNTS, Kind, Recipe, recipes
from monitoring.demo.figures.rows import korps_draw, units_of
from monitoring.demo.world import KORPS, World
from monitoring.models import Baseline, DefinitionVersion, Target
from monitoring.progress.schedule import year_period
from pvi.organisation.models import UnitGroup

START_YEAR, START_YEAR_OF_BIENNIAL = 2024, 2023
OPERATORS = {"higher": "at_least", "lower": "at_most", "hold": "equals"}
WHOLE = Decimal(100)
GROUP, GROUP_INDICATOR = "R4", "I-DI-04"
GROUP_BASELINE = (dt.date(2021, 12, 31), Decimal("22.4"))
GROUP_TARGETS = {2026: Decimal(36), 2027: Decimal(37)}
GROUP_DECIDED = dt.date(2026, 8, 31)
SETTLED = (dt.date(2025, 1, 20), dt.date(2025, 3, 14))
CHANGED = (dt.date(2026, 3, 2), dt.date(2026, 4, 10))


@dataclass(frozen=True)
class Aim:
    """What one unit aims at for one indicator; `start` is the value that it is measured from."""

    recipe: Recipe
    definition: DefinitionVersion
    unit: str
    start: Decimal
    start_year: int
    is_started: bool

    def value_in(self, year: int) -> Decimal:
        """The value aimed at by the end of a year."""
        if self.recipe.aim is not None:
            is_total = self.recipe.kind is Kind.FLAG and self.unit == KORPS
            return Decimal(len(units_of(self.definition))) if is_total else self.recipe.aim
        step, years = self.recipe.aim_step or 0.0, year - self.start_year
        if self.recipe.kind in COUNTS:
            return _rounded(self.start * Decimal((1 + step) ** years), 0)
        raised = _rounded(self.start + Decimal(step) * years, self.definition.decimals)
        return min(raised, WHOLE) if self.recipe.kind is Kind.SHARE else raised


def aims(world: World) -> Iterator[Aim]:
    """Every aim of the demo year, of the units and of the korps."""
    for code, recipe in recipes().items():
        if recipe.has_aim:
            yield from _aims_of(recipe, world.definitions[code])


def _aims_of(recipe: Recipe, definition: DefinitionVersion) -> Iterator[Aim]:
    is_biennial = definition.frequency == "two_years"
    year = START_YEAR_OF_BIENNIAL if is_biennial else START_YEAR
    period = year_period(year)
    # What was measured for the first time in the demo year has nothing to be measured from.
    is_started = is_biennial or not recipe.years or START_YEAR in recipe.years
    for profile in units_of(definition):
        start = draw(Subject(recipe, definition, profile, period)).value
        has_baseline = is_started and not deviation_of(Deviating.NO_BASELINE, recipe.indicator, profile.code)
        yield Aim(recipe, definition, profile.code, start, year, has_baseline)
    if KORPS not in definition.not_applicable_to:
        start = korps_draw(recipe, definition, period).value
        yield Aim(recipe, definition, KORPS, start, year, is_started)


def add_targets(world: World) -> int:
    """Write the baselines and targets, and those of the four randstedelijke eenheden together."""
    found = list(aims(world))
    baselines = [_baseline(world, aim) for aim in found if aim.is_started]
    targets = [row for aim in found for year in aim.recipe.aim_years for row in _targets(world, aim, year)]
    group = UnitGroup.objects.get(code=GROUP)
    baselines.append(_group_baseline(world, group))
    targets += [_group_target(world, group, year) for year in GROUP_TARGETS]
    Baseline.objects.bulk_create(baselines)
    return len(baselines) + len(Target.objects.bulk_create(targets))


def _baseline(world: World, aim: Aim) -> Baseline:
    chance = dice("settled", aim.recipe.indicator)
    return Baseline(
        indicator=world.indicators[aim.recipe.indicator],
        unit=world.units[aim.unit],
        day=dt.date(aim.start_year, 12, 31),
        value=aim.start,
        definition_number=aim.definition.number,
        source=world.source,
        source_text=aim.recipe.source,
        known_from=moment(chance, between(chance, *SETTLED)),
    )


def _targets(world: World, aim: Aim, year: int) -> list[Target]:
    chance = dice("settled", aim.recipe.indicator)
    row = Target(
        indicator=world.indicators[aim.recipe.indicator],
        unit=world.units[aim.unit],
        day=dt.date(year, 12, 31),
        value=aim.value_in(year),
        operator=OPERATORS[aim.definition.direction],
        source=world.source,
        source_text="Kaderbrief 2025" if aim.unit == KORPS else "Eenheidsplan 2025",
        known_from=moment(chance, between(chance, *SETTLED)),
    )
    changed = _changed(world, aim, year)
    return [row, changed] if changed else [row]


def _changed(world: World, aim: Aim, year: int) -> Target | None:
    """The newer version of a target that was adjusted, with the reason."""
    new = deviation_of(Deviating.NEW_TARGET, aim.recipe.indicator, aim.unit, year_period(year))
    if new is None or new.value is None:
        return None
    chance = dice("changed", aim.recipe.indicator, aim.unit)
    return Target(
        indicator=world.indicators[aim.recipe.indicator],
        unit=world.units[aim.unit],
        day=dt.date(year, 12, 31),
        value=new.value,
        version=2,
        reason=new.text,
        operator=OPERATORS[aim.definition.direction],
        source=world.source,
        source_text="Gespreksverslag tertaal 3 2025",
        known_from=moment(chance, between(chance, *CHANGED)),
    )


def _group_baseline(world: World, group: UnitGroup) -> Baseline:
    day, value = GROUP_BASELINE
    return Baseline(
        indicator=world.indicators[GROUP_INDICATOR],
        group=group,
        day=day,
        value=value,
        source=world.source,
        source_text=recipes()[GROUP_INDICATOR].source,
        known_from=moment(dice("group baseline"), SETTLED[0]),
    )


def _group_target(world: World, group: UnitGroup, year: int) -> Target:
    return Target(
        indicator=world.indicators[GROUP_INDICATOR],
        group=group,
        day=dt.date(year, 12, 31),
        value=GROUP_TARGETS[year],
        operator="at_least",
        source=world.source,
        source_text="Afspraak tertaal 1 2026",
        known_from=moment(dice("group target", year), GROUP_DECIDED),
    )


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
