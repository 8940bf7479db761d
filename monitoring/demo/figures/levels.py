"""The level of an indicator in a unit: a start of its own, and more or less luck on the way."""

import math

from monitoring.demo.chance import dice
from monitoring.demo.days import years_since_start
from monitoring.demo.figures.deviations import Deviating, deviation_of
from monitoring.demo.figures.recipes import Recipe
from pvi.lib.periods import Period

SETBACK_SHARE, NARROW_SHARE = 0.08, 0.12
NOISE_OF_SHARE, NOISE_OF_COUNT = 0.12, 0.8
LOWEST, HIGHEST = 0.5, 98.5
# Sick leave and the like: how much higher each month of the year is than the year as a whole.
SEASON = (0.6, 0.5, 0.3, 0.0, -0.2, -0.3, -0.5, -0.4, 0.0, 0.2, 0.4, 0.5)


def effect(recipe: Recipe, unit: str) -> float:
    """How far the unit starts from the others, -spread to +spread unless it is known to differ."""
    known = deviation_of(Deviating.LEVEL, recipe.indicator, unit)
    if known is not None and known.value is not None:
        return float(known.value)
    return dice("effect", recipe.key, unit).uniform(-1, 1) * recipe.spread


def pace(recipe: Recipe, unit: str) -> float:
    """How much it moves in a year: more or less than was aimed at, and now and then the other way.

    Part of the luck is that of the indicator, so that the korps does not come out at the average everywhere.
    """
    chance = dice("luck", recipe.key, unit)
    shared = dice("luck", recipe.key).triangular(0.55, 1.6, 1.05)
    luck = shared + chance.uniform(-0.4, 0.75)
    if chance.random() < SETBACK_SHARE:
        luck = chance.uniform(-0.6, 0.2)
    elif chance.random() < NARROW_SHARE:
        luck = chance.uniform(0.91, 0.99)
    return luck * (recipe.step if recipe.aim_step is None else recipe.aim_step)


def noise(recipe: Recipe, unit: str, period: Period) -> float:
    """What makes one period a little different, -1 to 1."""
    return dice("noise", recipe.key, unit, period.code).uniform(-1, 1)


def share(recipe: Recipe, unit: str, period: Period) -> float:
    """A percentage, kept within what can occur."""
    season = SEASON[period.start.month - 1] if period.months == 1 else 0.0
    raw = value(recipe, unit, period) + season
    return min(max(raw, LOWEST), HIGHEST)


def value(recipe: Recipe, unit: str, period: Period) -> float:
    """A score, average or percentage at the end of a period."""
    moved = pace(recipe, unit) * years_since_start(period.end)
    return recipe.level + effect(recipe, unit) + moved + _small(recipe, unit, period)


def _small(recipe: Recipe, unit: str, period: Period) -> float:
    return noise(recipe, unit, period) * recipe.spread * NOISE_OF_SHARE


def count(recipe: Recipe, unit: str, base: float, period: Period, *, is_steady: bool) -> float:
    """A number in a year, grown since the end of 2024; `is_steady` leaves the chance of one period out."""
    growth = math.pow(max(1 + pace(recipe, unit), 0.1), years_since_start(period.end))
    wobble = 1.0 if is_steady else 1 + noise(recipe, unit, period) * recipe.spread * NOISE_OF_COUNT
    return base * (1 + effect(recipe, unit)) * growth * wobble
