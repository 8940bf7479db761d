"""The few SVG elements that the charts are made of; numbers are short and text is escaped here."""

from collections.abc import Iterable, Sequence

from monitoring.charts.labels import SIZE, Placed
from monitoring.charts.palette import MUTED
from monitoring.charts.text import FONT, LINE_HEIGHT, Markup, svg_text
from monitoring.charts.ticks import TICK_SIZE


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def canvas(width: float, height: float, parts: Iterable[str]) -> Markup:
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} '
        f'{number(height)}" font-family="{FONT}" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )


def text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    size: int = TICK_SIZE,
    colour: str = MUTED,
    strong: bool = False,
) -> str:
    weight = ' font-weight="600"' if strong else ""
    look = f'text-anchor="{anchor}" font-size="{size}" fill="{colour}"{weight}'
    return f'<text x="{number(x)}" y="{number(y)}" {look}>{svg_text(words)}</text>'


def label(placed: Placed) -> str:
    """A placed label, one text element per line."""
    wish, spot, box = placed
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[spot.anchor]
    return "".join(
        text(
            x,
            box.top + (index + 0.5) * SIZE * LINE_HEIGHT + SIZE * 0.36,
            line,
            anchor=spot.anchor,
            size=SIZE,
            colour=wish.colour,
            strong=wish.strong,
        )
        for index, line in enumerate(wish.lines)
    )


def rule(x0: float, y0: float, x1: float, y1: float, colour: str, *, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}" stroke="{colour}"{dashes}/>'


def block(x: float, y: float, width: float, height: float, fill: str, extra: str = "") -> str:
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {place} fill="{fill}"{extra}/>'


def route(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def line(points: Sequence[tuple[float, float]], colour: str, width: float, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{route(points)}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        f'stroke-linejoin="round"{dashes}/>'
    )


_SHAPES = {
    "square": "M{l} {t}H{r}V{b}H{l}Z",
    "diamond": "M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z",
    "triangle-up": "M{x} {t}L{r} {b}L{l} {b}Z",
}
_REACH = {"square": 0.88, "diamond": 1.25, "triangle-up": 1.1}


def marker(
    x: float, y: float, radius: float, colour: str, *, shape: str = "circle", is_open: bool = False
) -> str:
    """A point in its series' shape; open for a figure that is not final."""
    paint = f'fill="#fff" stroke="{colour}" stroke-width="2"' if is_open else _filled(colour)
    if shape == "circle":
        return f'<circle cx="{number(x)}" cy="{number(y)}" r="{radius:g}" {paint}/>'
    reach = radius * _REACH[shape]
    places = {"x": x, "y": y, "l": x - reach, "r": x + reach, "t": y - reach, "b": y + reach}
    return f'<path d="{_SHAPES[shape].format(**{name: number(at) for name, at in places.items()})}" {paint}/>'


def _filled(colour: str) -> str:
    return f'fill="{colour}" stroke="#fff" stroke-width="1.25"'
