"""What both drawings of stacked counts share: paint per tone, segments, and the words under a bar."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitoring.charts.by_row import Group, StackChart, StackRow, Tone
from monitoring.charts.palette import INK, NAVY
from monitoring.charts.text import fitted, wrap

BAR_HEIGHT = 12
INSIDE = 14
NAME_AT, BAR_AT, WORDS_AT = -21.5, -7.5, -1
BLOCK_HEIGHT = 58
_LETTER = 6.2
_SIZE = 13
_HARD_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Paint:
    """Fill, edge and the ink of a number on it; the pattern as SVG and as Plotly's name for the same."""

    fill: str
    ink: str
    edge: str = "#fff"
    pattern: str = ""
    plotly_pattern: str = ""
    pattern_ink: str = "#fff"
    grain: float = 6


def _strokes(route: str, colour: str, opacity: float) -> str:
    return f'<path d="{route}" stroke="{colour}" stroke-width="1.2" stroke-opacity="{opacity:g}"/>'


PAINTS = {
    Tone.DONE: Paint(NAVY, "#fff"),
    Tone.GOOD: Paint("#0B5A2B", "#fff"),
    Tone.RUNNING: Paint("#5F7F9F", "#fff", pattern=_strokes("M0 3H6", "#fff", 0.35), plotly_pattern="-"),
    Tone.WARN: Paint(
        "#B35C00", "#fff", pattern=_strokes("M-1 1L1 -1M0 6L6 0M5 7L7 5", "#fff", 0.5), plotly_pattern="/"
    ),
    Tone.BAD: Paint(
        "#98121E", "#fff", pattern=_strokes("M0 0L6 6M0 6L6 0", "#fff", 0.35), plotly_pattern="x"
    ),
    Tone.OPEN: Paint("#E6EBF1", INK, edge="#8795A6"),
    Tone.QUIET: Paint(
        "#fff",
        INK,
        edge="#8795A6",
        pattern='<circle cx="3" cy="3" r="1" fill="#8795A6"/>',
        plotly_pattern=".",
        pattern_ink="#8795A6",
    ),
}


@dataclass(frozen=True, slots=True)
class Segment:
    group: Group
    start: int
    count: int


def segments(chart: StackChart, row: StackRow) -> Iterator[Segment]:
    """The parts of a bar from left to right, without empty ones."""
    start = 0
    for group, count in zip(chart.groups, row.counts, strict=True):
        if count:
            yield Segment(group, start, count)
        start += count


def counts_in_words(chart: StackChart, row: StackRow, width: float, height: float) -> tuple[str, ...]:
    """Every count with its word, in the order of the bar, in one or two lines of this width."""
    if not row.total:
        return (f"geen {chart.many}",)
    parts = (f"{part.count} {part.group.word}".replace(" ", _HARD_SPACE) for part in segments(chart, row))
    lines = 2 if row_height(chart, height) >= BLOCK_HEIGHT else 1
    return wrap(", ".join(parts), round(width / _LETTER), lines)


def name_line(row: StackRow, width: float) -> str:
    """The name of a row as far as it fits."""
    return fitted(row.name, width, _SIZE, strong=True)


def row_height(chart: StackChart, height: float) -> float:
    """The pixels of one row on a canvas of this height."""
    return (height - 8) / max(1, len(chart.rows))
