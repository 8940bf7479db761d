"""Which value a figure shows, and whether what was published agrees with its parts (contract, point 1)."""

from dataclasses import dataclass
from decimal import Decimal

from monitoring.progress.facts import ONE, Definition, Figure
from monitoring.progress.vocabulary import Certainty, RollUp

HALF = Decimal(5)
FIRMNESS = {Certainty.FINAL: 3, Certainty.PROVISIONAL: 2, Certainty.ESTIMATE: 1}


@dataclass(frozen=True, slots=True)
class Shown:
    """The value to show, what the parts give, and whether the two differ by more than rounding explains."""

    value: Decimal | None
    computed: Decimal | None
    contradicts: bool


def shown_value(figure: Figure, definition: Definition) -> Shown:
    """The published value, or else the one computed from numerator and denominator, in its scale."""
    computed = computed_value(figure, definition)
    published = figure.value
    if published is None:
        return Shown(computed, computed, contradicts=False)
    return Shown(published, computed, contradicts=computed is not None and differs(published, computed))


def value_of(figure: Figure, definition: Definition) -> Decimal | None:
    """Only the value of `shown_value`, without the check."""
    return figure.value if figure.value is not None else computed_value(figure, definition)


def computed_value(figure: Figure, definition: Definition) -> Decimal | None:
    """What the parts give: factor x numerator / denominator, or the numerator itself of a count.

    None when a part is missing or the denominator is 0: of nobody there is no share.
    """
    if not definition.is_ratio:
        return None if definition.roll_up is RollUp.WEIGHTED else figure.numerator
    if figure.numerator is None or not figure.denominator:
        return None
    return definition.scale_factor * figure.numerator / figure.denominator


def exact_fraction(figure: Figure, definition: Definition, value: Decimal) -> tuple[Decimal, Decimal]:
    """The value as numerator and denominator without a rounded division, to compare exactly with a path."""
    if definition.is_ratio and value == computed_value(figure, definition):
        return definition.scale_factor * (figure.numerator or 0), figure.denominator or ONE
    return value, ONE


def differs(published: Decimal, computed: Decimal) -> bool:
    """Whether a published figure is further from a computed one than half a unit of its last digit."""
    return abs(published - computed) > rounding_of(published)


def rounding_of(published: Decimal) -> Decimal:
    """Half a unit of the last digit that was published: 0,05 for 14,4 and 0,5 for 6.738.

    Zeros at the end do not count as digits: a database adds them.
    """
    exponent = published.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return HALF.scaleb(-places - 1)
