"""Short ways to write down what the rules take in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from monitoring.progress import (
    DEFAULT_LAG_MONTHS,
    Assessment,
    Baseline,
    Definition,
    Direction,
    Figure,
    Frequency,
    Operator,
    RollUp,
    Target,
    TimeRule,
    assess,
    current,
)
from pvi.lib.periods import Period

Number = int | str | Decimal
AUGUST = date(2023, 8, 31)


def number(value: Number | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def definition(frequency: Frequency = Frequency.QUARTER, **changes: object) -> Definition:
    """A quarterly count of which more is better, unless changed."""
    plain: dict[str, object] = {
        "number": 1,
        "direction": Direction.HIGHER,
        "frequency": frequency,
        "lag_months": DEFAULT_LAG_MONTHS[frequency],
    }
    return Definition(**(plain | changes))  # type: ignore[arg-type]


def figure(
    code: str,
    value: Number | None = None,
    numerator: Number | None = None,
    denominator: Number | None = None,
    **rest: object,
) -> Figure:
    parts = (number(value), number(numerator), number(denominator))
    return Figure(Period.parse(code), *parts, **rest)  # type: ignore[arg-type]


def target(day: date | None, value: Number, operator: Operator = Operator.AT_LEAST) -> Target:
    return Target(day, Decimal(str(value)), operator)


def baseline(day: date, value: Number, version: int = 1) -> Baseline:
    return Baseline(day, Decimal(str(value)), version)


def judge(
    shown: Figure | Sequence[Figure],
    rule: Definition,
    start: Baseline | None,
    *targets: Target,
    on: date = AUGUST,
) -> Assessment:
    """The verdict on a day about one or more figures."""
    figures = [shown] if isinstance(shown, Figure) else shown
    return assess(current(figures, rule, on), rule, baseline=start, targets=targets, on=on)


END_2021, END_2022, END_2023, END_2025 = (date(year, 12, 31) for year in (2021, 2022, 2023, 2025))

PERCENT = definition(scale_factor=Decimal(100), roll_up=RollUp.RATIO)
PERCENT_LOWER = replace(PERCENT, direction=Direction.LOWER)
PERCENT_HOLD = replace(PERCENT, direction=Direction.HOLD, tolerance=Decimal(2))
PERCENT_YEARLY = definition(Frequency.YEAR, scale_factor=Decimal(100), roll_up=RollUp.RATIO)
CONTEXT = replace(PERCENT, direction=Direction.CONTEXT)
COUNT = definition(roll_up=RollUp.SUM)
MONTHLY_FLOW = definition(Frequency.MONTH, time_rule=TimeRule.FLOW, roll_up=RollUp.SUM)

# The path to 35% cultureel diverse instroom: 22,4% at the end of 2021, so 27,1% on 30 June 2023.
R4_START, R4_TARGET = baseline(END_2021, "22.4"), target(END_2025, 35)

# Two legs of 100 days each, so that one day is one point on the way from 0 to 100 and then from 100 to 200.
DAY_0 = date(2023, 3, 22)
FROM_0 = baseline(DAY_0, 0)
LEGS = (target(date(2023, 6, 30), 100), target(date(2023, 10, 8), 200))
