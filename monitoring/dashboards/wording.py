"""Values of indicators in Dutch words and numbers, by the unit of their definition."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monitoring.charts import Scale
from monitoring.models import DefinitionVersion
from monitoring.progress import NOTHING_MARKS, STATUS_MARKS, Certainty, Nothing, Status
from pvi.lib.formatting import number, percent
from pvi.lib.marks import Mark
from pvi.lib.periods import Period

CERTAINTY_WORDS = {
    Certainty.FINAL.value: "definitief",
    Certainty.PROVISIONAL.value: "voorlopig",
    Certainty.ESTIMATE.value: "schatting",
}


def is_percentage(definition: DefinitionVersion) -> bool:
    """Whether values are written with a per cent sign."""
    return definition.scale_label.startswith("%")


def scale_of(definition: DefinitionVersion) -> Scale:
    """How a chart writes the values."""
    if is_percentage(definition):
        return Scale.PERCENT
    return Scale.COUNT if definition.decimals == 0 else Scale.NUMBER


def value_text(value: Decimal | None, definition: DefinitionVersion) -> str:
    """A value as readers see it: 14,4% or 6.738; empty without a value."""
    if value is None:
        return ""
    decimals = definition.decimals
    return percent(value, decimals) if is_percentage(definition) else number(value, decimals)


def period_text(code: str) -> str:
    """The label of a period by its code; empty without one."""
    return Period.parse(code).label if code else ""


def parts_text(row: Any) -> str:
    """'11 van 14 onderdelen' for a roll-up that misses parts; empty when it is complete."""
    if row.parts is None or row.expected_parts is None or row.parts >= row.expected_parts:
        return ""
    return f"{row.parts} van {row.expected_parts} onderdelen: nog geen volledig totaal"


@dataclass(frozen=True)
class Standing:
    """How one indicator stands: a value with its mark, a kind of nothing, or an old value with both."""

    value: str
    period: str
    mark: Mark | None
    nothing: Mark | None
    is_old: bool
    certainty: str
    target: str
    expected: str
    parts: str


def standing(row: Any, definition: DefinitionVersion) -> Standing:
    """An IndicatorSnapshot in words."""
    return Standing(
        value=value_text(row.value, definition),
        period=period_text(row.period_code),
        mark=STATUS_MARKS[Status(row.status)] if row.status else None,
        nothing=NOTHING_MARKS[Nothing(row.nothing)] if row.nothing else None,
        is_old=row.is_old,
        certainty=CERTAINTY_WORDS.get(row.certainty, ""),
        target=value_text(row.target_value, definition),
        expected=value_text(row.expected, definition),
        parts=parts_text(row),
    )
