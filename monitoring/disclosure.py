"""Hiding small numbers, so that nobody can be recognised in a figure.

A simple rule: a figure is hidden when a number in it is small, and another one beside it when the hidden one
would follow by subtraction from a total that is shown. It looks at one figure, or at one total with its
parts, at a time; it does not yet look at several tables or periods together, nor round what it shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from monitoring.progress import Definition, Figure, Nothing, RollUp

ZERO = Decimal(0)
PERCENT = Decimal(100)


class Sensitivity(StrEnum):
    """Who may see a figure: everybody, those inside, or those inside unless the numbers are small."""

    PUBLIC = "public"
    INTERNAL = "internal"
    SMALL_NUMBERS = "small_numbers"


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which number on a count is shown, and from which denominator on a share."""

    minimum: int = 10
    minimum_denominator: int = 30


DEFAULT_THRESHOLD = Threshold()


def protect(
    figure: Figure, definition: Definition, sensitivity: Sensitivity, threshold: Threshold = DEFAULT_THRESHOLD
) -> Figure:
    """The figure as it may be shown: without any number, and `suppressed`, when a number in it is small.

    Only small_numbers indicators are protected. Small is: a count, a numerator or the rest of the denominator
    below the threshold, 0 included; a share of fewer than 30; a score or average of fewer than the threshold.
    What lacks the numbers to tell is hidden. What has no value stays as it is.
    """
    if sensitivity is not Sensitivity.SMALL_NUMBERS or figure.nothing is not None:
        return figure
    return _hidden(figure) if _is_small(_numbers(figure, definition), definition, threshold) else figure


def protect_siblings(
    parts: Sequence[Figure],
    total: Figure | None,
    definition: Definition,
    sensitivity: Sensitivity,
    threshold: Threshold = DEFAULT_THRESHOLD,
) -> tuple[Figure, ...]:
    """The parts of a total as they may be shown together, in the same order.

    `total` is the figure of the whole as it is shown, or None when it is not. What the total minus the shown
    parts gives away must itself be no small number, and cover at least two parts; until then the smallest
    part that is still shown is hidden too. `parts` are raw, one for each unit of which anything is known.
    """
    shown = [protect(part, definition, sensitivity, threshold) for part in parts]
    if sensitivity is not Sensitivity.SMALL_NUMBERS or total is None or total.nothing is not None:
        return tuple(shown)
    outside = sum(part.nothing is Nothing.SUPPRESSED for part in parts) if total.parts is not None else 0
    while _gives_away(shown, outside, total, definition, threshold):
        _, place = min((_size(part, definition), i) for i, part in enumerate(shown) if part.nothing is None)
        shown[place] = _hidden(shown[place])
    return tuple(shown)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers that a figure tells: what is counted, and of how many; None where it does not tell."""

    counted: Decimal | None
    of: Decimal | None


def _numbers(figure: Figure, definition: Definition) -> _Numbers:
    if not definition.is_count:
        return _Numbers(figure.numerator, figure.denominator)
    told = [number for number in (figure.value, figure.numerator) if number is not None]
    return _Numbers(min(told, default=None), figure.denominator)


def _is_small(numbers: _Numbers, definition: Definition, threshold: Threshold) -> bool:
    counted, of = numbers.counted, numbers.of
    if not definition.is_count and of is None:
        return True
    if _is_mean(definition):
        return of is None or of < threshold.minimum
    if counted is None or counted < threshold.minimum:
        return True
    if of is None:
        return False
    too_few = definition.scale_factor == PERCENT and of < threshold.minimum_denominator
    return too_few or of - counted < threshold.minimum


def _is_mean(definition: Definition) -> bool:
    """Whether the numerator counts no people: a score, or an average such as days per case."""
    return definition.roll_up is RollUp.WEIGHTED or (definition.is_ratio and definition.scale_factor == 1)


def _gives_away(
    shown: Sequence[Figure], outside: int, total: Figure, definition: Definition, threshold: Threshold
) -> bool:
    """Whether the total minus the shown parts uncovers a small number, while there is more to hide.

    Of the hidden parts `outside` are no part of the total: a roll-up has not counted what its source hid.
    """
    hidden = sum(figure.nothing is Nothing.SUPPRESSED for figure in shown) - outside
    told = [_numbers(figure, definition) for figure in shown if figure.nothing is None]
    whole = _numbers(total, definition)
    if not hidden or not told or _tells_nothing(whole, definition):
        return False
    rest = _Numbers(
        _minus(whole.counted, [numbers.counted for numbers in told]),
        _minus(whole.of, [numbers.of for numbers in told]),
    )
    return hidden == 1 or _is_small(rest, definition, threshold)


def _tells_nothing(whole: _Numbers, definition: Definition) -> bool:
    """Whether a total has no number to subtract from: a percentage or a score without its denominator."""
    return whole.counted is None if definition.is_count else whole.of is None


def _minus(whole: Decimal | None, told: Sequence[Decimal | None]) -> Decimal | None:
    return None if whole is None else whole - sum((number or ZERO for number in told), ZERO)


def _size(figure: Figure, definition: Definition) -> Decimal:
    numbers = _numbers(figure, definition)
    return numbers.of or ZERO if _is_mean(definition) else numbers.counted or ZERO


def _hidden(figure: Figure) -> Figure:
    return replace(figure, value=None, numerator=None, denominator=None, nothing=Nothing.SUPPRESSED)
