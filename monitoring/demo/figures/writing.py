"""Writing the figures of the demo year beside those of the register."""

from monitoring.demo.accounts import KORPS_HANDS_IN, champion_of
from monitoring.demo.chance import dice
from monitoring.demo.days import moment
from monitoring.demo.figures.recipes import recipes
from monitoring.demo.figures.rows import FigureRow, figure_rows
from monitoring.demo.world import World
from monitoring.models import Observation
from monitoring.models.choices import Supplier


def add_figures(world: World) -> int:
    """Write the figures; where the register has one of the same unit and period, that one stays alone."""
    present = set(Observation.objects.values_list("indicator__code", "unit__code", "period_code"))
    rows = [
        _observation(world, row)
        for row in figure_rows(world.definitions)
        if (row.indicator, row.unit, row.period.code) not in present
    ]
    return len(Observation.objects.bulk_create(rows, batch_size=1000))


def _observation(world: World, row: FigureRow) -> Observation:
    by_unit = world.definitions[row.indicator].supplier == Supplier.UNIT
    chance = dice("observation", row.indicator, row.unit, row.period.code, row.certainty, row.revision)
    return Observation(
        indicator=world.indicators[row.indicator],
        unit=world.units[row.unit],
        period_code=row.period.code,
        period_start=row.period.start,
        period_end=row.period.end,
        value=row.draw.value if row.draw else None,
        numerator=row.draw.numerator if row.draw else None,
        denominator=row.draw.denominator if row.draw else None,
        nothing=row.nothing,
        certainty=row.certainty,
        revision=row.revision,
        is_current=row.is_current,
        reason=row.reason,
        source=world.source,
        source_text=recipes()[row.indicator].source,
        remark=row.remark,
        recorded_by=world.users[champion_of(row.unit) if by_unit else KORPS_HANDS_IN],
        known_from=moment(chance, row.known),
    )
