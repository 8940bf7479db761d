"""The schijf van vijf: five equal slices around a hub, drawn with fixed places for number, name and chip."""

from dataclasses import dataclass

from monitoring.charts.text import width as text_width
from monitoring.charts.text import wrap
from monitoring.dashboards.cells import MatrixTheme
from pvi.lib.marks import Mark

# The slice at the top is wider where its name stands.
NAME_LETTERS = {1: 16, 2: 14, 3: 14, 4: 14, 5: 14}
NAME_LINES = 3
FIRST_LINE = 22
LINE = 18
UNDER_NAME = 10
WORD_SIZE = 13
# Icon, the gaps around it and the edges of the chip.
CHIP_EDGES = 32
# Per theme number: the outline of the slice, the middle of its text, and where that text begins.
SLICES = {
    1: ("M106.6 50.2A232 232 0 0 1 373.4 50.2L286.0 174.5A80 80 0 0 0 194.0 174.5Z", 240.0, 52.0),
    2: ("M379.3 54.5A232 232 0 0 1 461.7 308.2L316.5 263.5A80 80 0 0 0 288.0 176.0Z", 397.9, 162.7),
    3: ("M459.5 315.1A232 232 0 0 1 243.6 472.0L241.3 320.0A80 80 0 0 0 315.7 265.9Z", 335.2, 345.1),
    4: ("M236.4 472.0A232 232 0 0 1 20.5 315.1L164.3 265.9A80 80 0 0 0 238.7 320.0Z", 144.8, 345.1),
    5: ("M18.3 308.2A232 232 0 0 1 100.7 54.5L192.0 176.0A80 80 0 0 0 163.5 263.5Z", 82.1, 153.7),
}
# Where a phone puts the icon, which has no name above it.
MINI = {1: 108.0, 2: 218.7, 3: 401.1, 4: 401.1, 5: 218.7}


@dataclass(frozen=True)
class Line:
    """One line of the name of a theme, below its number."""

    text: str
    y: int


@dataclass(frozen=True)
class Slice:
    """One slice; `text_at`, `chip_at` and `mini_at` are places as SVG writes them in a translation."""

    theme: MatrixTheme
    mark: Mark
    outline: str
    lines: tuple[Line, ...]
    text_at: str
    chip_at: str
    chip_width: str
    mini_at: str


def slice_of(theme: MatrixTheme, mark: Mark) -> Slice:
    """The slice of a theme with its status as a chip under its name."""
    outline, middle, top = SLICES[theme.number]
    names = wrap(theme.name, NAME_LETTERS[theme.number], NAME_LINES)
    lines = tuple(Line(name, FIRST_LINE + step * LINE) for step, name in enumerate(names))
    width = text_width(mark.short, WORD_SIZE, strong=True) + CHIP_EDGES
    return Slice(
        theme=theme,
        mark=mark,
        outline=outline,
        lines=lines,
        text_at=_place(middle, top),
        chip_at=_place(middle - width / 2, top + lines[-1].y + UNDER_NAME),
        chip_width=f"{width:.1f}",
        mini_at=_place(middle, MINI[theme.number]),
    )


def _place(x: float, y: float) -> str:
    return f"{x:.1f} {y:.1f}"
