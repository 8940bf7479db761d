"""Stacked counts per row as static SVG: name above, bar, and every count with its word below."""

from collections.abc import Iterator

from monitoring.charts.by_row import StackChart, StackRow, Tone
from monitoring.charts.palette import INK
from monitoring.charts.stacks import (
    BAR_AT,
    BAR_HEIGHT,
    INSIDE,
    NAME_AT,
    PAINTS,
    WORDS_AT,
    counts_in_words,
    name_line,
    row_height,
    segments,
)
from monitoring.charts.svg.parts import block, canvas, number, text
from monitoring.charts.text import Markup

_EDGE = 8


def stack_svg(chart: StackChart, width: int, height: int) -> Markup:
    """All rows of a stack chart at this size."""
    high = row_height(chart, height)
    inner = width - 2 * _EDGE
    rows: list[str] = []
    for index, row in enumerate(chart.rows):
        middle = _EDGE / 2 + (index + 0.5) * high
        rows += [
            *_row(chart, row, middle, inner),
            *_words(counts_in_words(chart, row, inner, height), middle),
        ]
    return canvas(width, height, [_patterns(chart), *rows])


def _row(chart: StackChart, row: StackRow, middle: float, width: float) -> Iterator[str]:
    scale = width / (max(other.total for other in chart.rows) or 1)
    top = middle + BAR_AT - BAR_HEIGHT / 2
    yield text(_EDGE, middle + NAME_AT + 4.5, name_line(row, width), size=13, colour=INK, strong=True)
    for segment in segments(chart, row):
        left, wide = _EDGE + segment.start * scale, segment.count * scale
        paint = PAINTS[segment.group.tone]
        fill = f"url(#{chart.heading.id}-{segment.group.tone})" if paint.pattern else paint.fill
        yield block(left, top, wide, BAR_HEIGHT, fill, f' stroke="{paint.edge}" stroke-width="1.5"')
        if wide >= INSIDE:
            yield text(
                left + wide / 2,
                middle + BAR_AT + 4.2,
                str(segment.count),
                anchor="middle",
                colour=paint.ink,
                strong=True,
            )


def _words(lines: tuple[str, ...], middle: float) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield text(_EDGE, middle + WORDS_AT + 13 + index * 15, line)


def _patterns(chart: StackChart) -> str:
    tones = dict.fromkeys(group.tone for group in chart.groups if PAINTS[group.tone].pattern)
    return f"<defs>{''.join(_pattern(chart.heading.id, tone) for tone in tones)}</defs>"


def _pattern(chart_id: str, tone: Tone) -> str:
    paint = PAINTS[tone]
    side = number(paint.grain)
    return (
        f'<pattern id="{chart_id}-{tone}" width="{side}" height="{side}" patternUnits="userSpaceOnUse">'
        f'<rect width="{side}" height="{side}" fill="{paint.fill}"/>{paint.pattern}</pattern>'
    )
