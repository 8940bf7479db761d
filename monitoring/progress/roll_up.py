"""From the figures of parts to the figure of the whole (calculation contract, point 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from monitoring.progress.facts import Definition, Figure
from monitoring.progress.sums import Total, add_up, way_over_units, weakest
from monitoring.progress.values import differs, value_of
from monitoring.progress.vocabulary import Nothing
from pvi.lib.periods import Period


@dataclass(frozen=True, slots=True)
class Combined:
    """The figure of the whole, and what the roll-up says beside a figure that was delivered.

    `difference` is delivered minus rolled up; None when the two can not be compared.
    """

    figure: Figure
    rolled: Figure
    difference: Decimal | None = None
    contradicts: bool = False


def roll_up(
    parts: Sequence[Figure], definition: Definition, expected_parts: int, *, period: Period
) -> Figure:
    """Add up the figures of the units below over one period: one for each unit, raw, not yet protected.

    `expected_parts` counts the units valid on the period's last day; those that said "not applicable" are
    taken off. A figure without a usable value, of an older series than the newest, or itself incomplete is a
    missing part, and then the result is incomplete. Raises ValueError for a figure of another period.
    """
    if any(part.period != period for part in parts):
        raise ValueError(f"Only figures of {period} roll up to {period}")
    expected = expected_parts - sum(part.nothing is Nothing.NOT_APPLICABLE for part in parts)
    series = max(
        (part.definition_version for part in parts if part.nothing is None), default=definition.number
    )
    own = [part for part in parts if part.definition_version == series]
    total = add_up(own, definition, way_over_units(definition))
    return Figure(
        period,
        total.value,
        total.numerator,
        total.denominator,
        weakest(total.used),
        series,
        _why_none(total, parts, expected),
        parts=sum(part.is_complete for part in total.used),
        expected_parts=expected,
    )


def combine(delivered: Figure | None, rolled: Figure, definition: Definition) -> Combined:
    """The figure of the whole over one period: a directly delivered one wins over the roll-up.

    Also when it was delivered as suppressed or not applicable. A difference beyond the rounding of the
    delivered figure is flagged, unless the roll-up is incomplete or of another series. Raises ValueError for
    figures of different periods.
    """
    if delivered is None or delivered.is_empty:
        return Combined(rolled, rolled)
    if delivered.period != rolled.period:
        raise ValueError(f"{delivered.period} and {rolled.period} can not be combined")
    own, sum_of_parts = value_of(delivered, definition), value_of(rolled, definition)
    comparable = rolled.is_complete and delivered.definition_version == rolled.definition_version
    if own is None or sum_of_parts is None or not comparable:
        return Combined(delivered, rolled)
    return Combined(delivered, rolled, own - sum_of_parts, differs(own, sum_of_parts))


def _why_none(total: Total, parts: Sequence[Figure], expected: int) -> Nothing | None:
    if total.value is not None:
        return None
    if total.used or expected <= 0:
        return Nothing.NOT_APPLICABLE
    hidden = any(part.nothing is Nothing.SUPPRESSED for part in parts)
    return Nothing.SUPPRESSED if hidden else Nothing.NOT_DELIVERED
