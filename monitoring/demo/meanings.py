"""What a figure means, in words: which way it went, and an explanation that fits the indicator."""

import random
from decimal import Decimal

from monitoring.demo.figures.recipes import Kind, recipes
from monitoring.demo.figures.rows import FigureRow
from monitoring.demo.tables import rows_of, words
from monitoring.models import DefinitionVersion
from monitoring.progress import Direction
from pvi.lib.formatting import number

NUMBERS_SHARE = 0.5
STEADY = Decimal("0.02")
THEMES = {"VIT": "VIT", "DI": "DI", "AD": "AD", "PC": "PC", "NDV": "NDVB", "ALG": "ALG"}


def meaning_of(
    chance: random.Random,
    definition: DefinitionVersion,
    newest: FigureRow,
    before: FigureRow | None,
    *,
    is_small: bool,
) -> str:
    """What it means, sometimes after how it moved; never with numbers that may have to stay hidden."""
    meaning = chance.choice(_meanings(newest.indicator, _way(definition, newest, before)))
    has_numbers = before is not None and recipes()[newest.indicator].kind is not Kind.FLAG
    if is_small or before is None or not has_numbers or chance.random() >= NUMBERS_SHARE:
        return meaning
    return f"{_moved(definition, newest, before)} {meaning}"


def _moved(definition: DefinitionVersion, newest: FigureRow, before: FigureRow) -> str:
    then, now = (_shown(definition, row) for row in (before, newest))
    if then == now:
        return f"Het cijfer bleef {now}."
    return (
        f"Het cijfer ging van {then} ({before.period.short_label}) naar {now} ({newest.period.short_label})."
    )


def _shown(definition: DefinitionVersion, row: FigureRow) -> str:
    sign = "%" if definition.scale_label == "%" else ""
    return f"{number(row.draw.value, definition.decimals)}{sign}" if row.draw else ""


def _meanings(indicator: str, way: str) -> list[str]:
    """The explanations that fit an indicator and which way it went: its own, or else those of its theme."""
    theme, short = THEMES[indicator.split("-")[1]], indicator.removeprefix("I-")
    table = rows_of("duiding", ("thema", "richting", "past_bij", "tekst"), ("thema", "richting", "tekst"))
    fitting = [row for row in table if row.cells["thema"] in {theme, ""} and row.cells["richting"] == way]
    own = [row.cells["tekst"] for row in fitting if short in words(row.cells["past_bij"])]
    return own or [row.cells["tekst"] for row in fitting if not row.cells["past_bij"]]


def _way(definition: DefinitionVersion, newest: FigureRow, before: FigureRow | None) -> str:
    if recipes()[newest.indicator].kind is Kind.FLAG:
        return "ja" if newest.draw and newest.draw.value else "nee"
    if definition.direction == Direction.CONTEXT.value:
        return "context"
    if before is None or before.draw is None or newest.draw is None:
        return "eerste"
    moved = newest.draw.value - before.draw.value
    if abs(moved) <= abs(before.draw.value) * STEADY:
        return "gelijk"
    is_up = moved > 0
    return "beter" if is_up is (definition.direction != Direction.LOWER.value) else "slechter"
