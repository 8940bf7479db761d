"""For which periods an indicator has figures, and on which day each becomes known."""

import datetime as dt
from collections.abc import Iterator

from monitoring.demo.chance import dice
from monitoring.demo.days import FIRST, LAST_MEASURED, working_day
from monitoring.demo.figures.deviations import Deviating, deviation_of
from monitoring.demo.figures.recipes import Recipe
from monitoring.models import DefinitionVersion
from monitoring.models.choices import Supplier
from monitoring.progress import Frequency
from monitoring.progress.schedule import KINDS, year_period
from pvi.lib.periods import Period, PeriodKind, add_months, end_of_month

YEARS = (2024, 2025)
LATE_SHARE = 0.05
FINAL_AFTER_DAYS = 56


def periods_of(recipe: Recipe, definition: DefinitionVersion) -> Iterator[Period]:
    """The periods with figures: years, and all shorter ones until the last month of the demo."""
    kind = KINDS[Frequency(definition.frequency)]
    years = recipe.years or (YEARS if kind is PeriodKind.YEAR else ())
    yield from (year_period(year) for year in years)
    if kind is not PeriodKind.YEAR:
        period = Period.containing(kind, FIRST)
        while period.end <= LAST_MEASURED:
            yield period
            period = period.next()


def due_day(period: Period, definition: DefinitionVersion) -> dt.date:
    """The last day on which a figure is in time."""
    return end_of_month(add_months(period.end, definition.lag_months))


def known_day(recipe: Recipe, definition: DefinitionVersion, unit: str, period: Period) -> dt.date:
    """The day on which a figure became known: together where the korps delivers, each by itself elsewhere."""
    by_unit = definition.supplier == Supplier.UNIT
    chance = dice("known", recipe.indicator, unit if by_unit else "", period.code)
    day = period.end + dt.timedelta(days=recipe.days + chance.randint(-7 if by_unit else 0, 8))
    day = min(working_day(day), due_day(period, definition))
    if by_unit and chance.random() < LATE_SHARE:
        day = due_day(period, definition) + dt.timedelta(days=chance.randint(8, 40))
    late = deviation_of(Deviating.LATE, recipe.indicator, unit, period)
    extra = int(late.value) if late and late.value else 0
    return working_day(day + dt.timedelta(days=extra))
