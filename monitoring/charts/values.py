"""The value axis and how values are written."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from monitoring.charts.spec import Scale, ValueAxis
from pvi.lib.formatting import number, percent

MAX_TICKS = 5
_FACTORS = tuple(map(Decimal, ("1", "2", "2.5", "5")))
_ZERO = Decimal(0)
_QUANTA = tuple(Decimal(1).scaleb(-decimals) for decimals in range(7))
_HUNDRED = Decimal(100)


def value_axis(
    values: Iterable[Decimal],
    *,
    scale: Scale,
    decimals: int,
    from_zero: bool,
    shown: bool = True,
    room: Decimal = Decimal("0.14"),
) -> ValueAxis:
    """The axis that holds all values, with `room` (a share of its span) above them and at most five ticks.

    Bars ask for `from_zero`; a line may start above zero. Without values the axis is 0 to 1, without ticks.
    """
    found = sorted(values)
    if not found:
        return ValueAxis(scale, decimals, _ZERO, Decimal(1), (), shown)
    low, high = found[0], found[-1]
    if from_zero or low == high:
        low, high = min(low, _ZERO), max(high, _ZERO)
    if low == high:
        high = _HUNDRED if scale is Scale.PERCENT else Decimal(1)
    top = high + room * (high - low)
    for step in _steps(high - low, scale):
        base = (low / step).to_integral_value(ROUND_FLOOR) * step
        ticks = _ticks(base, top, step)
        if len(ticks) <= MAX_TICKS:
            break
    if len(ticks) < MAX_TICKS:
        ticks = _ticks(base, top + step / 4, step)
    if scale is Scale.PERCENT and high <= _HUNDRED:
        ticks = tuple(tick for tick in ticks if tick <= _HUNDRED)
    return ValueAxis(scale, decimals, base, max(top, ticks[-1]), ticks, shown)


def _steps(span: Decimal, scale: Scale) -> Iterator[Decimal]:
    """Round steps of rising size: 1, 2, 2,5 and 5 times a power of ten; whole numbers for counts."""
    power = span.adjusted() - 1
    while True:
        for factor in _FACTORS:
            step = factor.scaleb(power)
            if scale is not Scale.COUNT or step == step.to_integral_value():
                yield step
        power += 1


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    first = (low / step).to_integral_value(ROUND_CEILING)
    last = (high / step).to_integral_value(ROUND_FLOOR)
    return tuple((first + count) * step for count in range(int(last - first) + 1))


def plain(value: Decimal, decimals: int) -> float | int:
    """The value as it is shown, as a short JSON number: rounded half up, so that all renderings agree."""
    shown = value.quantize(_QUANTA[decimals], ROUND_HALF_UP)
    return (float(shown) or 0.0) if decimals else int(shown)


def written(value: Decimal, scale: Scale, decimals: int) -> str:
    """The value as it is shown, in Dutch: 6.738, 26,1% or 7,4."""
    return percent(value, decimals) if scale is Scale.PERCENT else number(value, decimals)


def tick_text(tick: Decimal, scale: Scale) -> str:
    """A tick or a target, with no more decimals than it needs."""
    return percent(tick, None) if scale is Scale.PERCENT else number(tick)
