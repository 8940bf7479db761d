"""The same figures as a table: what the eye reads from a chart stands here in words and Dutch numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monitoring.charts.spec import Scale, ValueAxis
from monitoring.charts.values import written
from monitoring.charts.words import nothing_words
from monitoring.progress import Nothing

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """Text as the page shows it; `value` is the figure behind it, `nothing` why there is none."""

    text: str
    value: Decimal | None = None
    nothing: Nothing | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def is_number(self) -> bool:
        return self.value is not None or self.nothing is not None


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a column; `unit` is written behind it where the figures stand without their sign."""

    text: str
    is_number: bool = False
    unit: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, headers and rows; the first cell of a row is its header."""

    caption: str
    headers: tuple[Header, ...]
    rows: tuple[tuple[Cell, ...], ...]


def figure_cell(value: Decimal | None, nothing: Nothing | None, axis: ValueAxis) -> Cell:
    """A figure as written, or its kind of nothing in words."""
    if value is None:
        return Cell(nothing_words(nothing) if nothing else "", nothing=nothing)
    return Cell(written(value, axis.scale, axis.decimals), value=value)


def figure_header(text: str, axis: ValueAxis) -> Header:
    return Header(text, is_number=True, unit="%" if axis.scale is Scale.PERCENT else "")


def count_cell(count: int) -> Cell:
    return Cell(written(Decimal(count), Scale.COUNT, 0), value=Decimal(count))


def make_table(caption: str, headers: Sequence[Header], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table without the text columns in which no row says anything."""
    made = [tuple(row) for row in rows]
    kept = [
        index
        for index, header in enumerate(headers)
        if index == 0 or header.is_number or any(row[index].text for row in made)
    ]
    shown = tuple(tuple(row[index] for index in kept) for row in made)
    return Table(caption, tuple(headers[index] for index in kept), shown)


def rows_for_csv(table: Table) -> list[list[str]]:
    """The table for a spreadsheet: unrounded figures with a decimal comma, no text that runs as a formula."""
    head = [f"{header.text} ({header.unit})" if header.unit else header.text for header in table.headers]
    return [[_harmless(text) for text in head], *([_csv_cell(cell) for cell in row] for row in table.rows)]


def _csv_cell(cell: Cell) -> str:
    if cell.value is not None:
        return f"{cell.value:f}".replace(".", ",")
    return _harmless(cell.text)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
