"""Adding figures up, over units or over months, without ever averaging percentages (contract, point 1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monitoring.progress.facts import Definition, Figure
from monitoring.progress.values import FIRMNESS, value_of
from monitoring.progress.vocabulary import Certainty, RollUp

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Total:
    """Figures added up: the value, its parts, and which figures could be used."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    used: tuple[Figure, ...]


def way_over_units(definition: Definition) -> RollUp:
    """How the figures of units add up; a percentage is never summed, whatever its roll-up rule says."""
    return RollUp.RATIO if definition.is_ratio and definition.roll_up is RollUp.SUM else definition.roll_up


def way_over_time(definition: Definition) -> RollUp:
    """How the figures of the months of a year add up."""
    if definition.is_ratio:
        return RollUp.RATIO
    return RollUp.WEIGHTED if definition.roll_up is RollUp.WEIGHTED else RollUp.SUM


def add_up(figures: Iterable[Figure], definition: Definition, way: RollUp) -> Total:
    """Add up the figures that can be added in this way; one that lacks a part is left out, never guessed.

    A ratio needs numerator and denominator of each figure, a weighted score its value and n (the
    denominator), a sum only a value. The value is None when nothing could be added.
    """
    used = tuple(figure for figure in figures if _can_add(figure, definition, way))
    if not used:
        return Total(None, None, None, ())
    if way is RollUp.SUM:
        value = sum((value_of(figure, definition) or ZERO for figure in used), ZERO)
        return Total(value, None, None, used)
    below = sum((figure.denominator or ZERO for figure in used), ZERO)
    if way is RollUp.WEIGHTED:
        weighed = sum((_times(figure.value, figure.denominator) for figure in used), ZERO)
        return Total(weighed / below if below else None, None, below, used)
    above = sum((figure.numerator or ZERO for figure in used), ZERO)
    return Total(definition.scale_factor * above / below if below else None, above, below, used)


def weakest(figures: Sequence[Figure]) -> Certainty:
    """How firm a total is: as firm as its least firm figure."""
    return min((figure.certainty for figure in figures), key=FIRMNESS.__getitem__, default=Certainty.FINAL)


def _can_add(figure: Figure, definition: Definition, way: RollUp) -> bool:
    if figure.nothing is not None or way is RollUp.NONE:
        return False
    if way is RollUp.SUM:
        return value_of(figure, definition) is not None
    counted = figure.value if way is RollUp.WEIGHTED else figure.numerator
    return counted is not None and figure.denominator is not None


def _times(value: Decimal | None, weight: Decimal | None) -> Decimal:
    return (value or ZERO) * (weight or ZERO)
