"""Text in a drawing: how wide it is, where it wraps, and how it stays harmless."""

import re
from html import escape

_PLOTLY_READS = re.compile(r"[&<>]|%\{")
FONT = "Noto Sans, system-ui, sans-serif"
LINE_HEIGHT = 1.25
_DEFAULT_WIDTH = 0.62
_WIDTHS = {
    letter: width
    for width, letters in (
        (0.28, " ijlïJ!,.:;'’·()[]|"),
        (0.38, 'If-trt/"'),
        (0.52, "czsvyxkçFLES?_–"),
        (0.57, "0123456789aeéëèTZX$+=<>"),
        (0.75, "DGUHNOQ&w"),
        (0.94, "mMW%@"),
    )
    for letter in letters
}


class Markup(str):
    """Text that is safe as it stands in a page; templates that know `__html__` do not escape it again."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def width(text: str, size: float, *, strong: bool = False) -> float:
    """The width of one line in pixels, by letter classes of Noto Sans; a little wide rather than narrow."""
    ems = sum(_WIDTHS.get(letter, _DEFAULT_WIDTH) for letter in text)
    return ems * size * (1.07 if strong else 1.01)


def wrap(text: str, letters: int, lines: int) -> tuple[str, ...]:
    """Break text into at most so many lines of about so many letters; the rest becomes an ellipsis."""
    out: list[str] = []
    for word in text.split(" "):
        if out and len(out[-1]) + 1 + len(word) <= letters:
            out[-1] += f" {word}"
        else:
            out.append(word)
    if len(out) > lines:
        out = [*out[: lines - 1], f"{out[lines - 1]}…"]
    return tuple(line if len(line) <= letters + 2 else f"{line[:letters]}…" for line in out)


def fitted(text: str, space: float, size: float, *, strong: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than the space."""
    if width(text, size, strong=strong) <= space:
        return text
    kept = text
    while kept and width(f"{kept}…", size, strong=strong) > space:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def svg_text(text: str) -> str:
    """Text for an SVG text node or attribute."""
    return escape(text, quote=True)


def plotly_text(text: str) -> str:
    """Text for Plotly, which reads some HTML tags and fills in `%{…}`: both come out as written."""
    if not _PLOTLY_READS.search(text):
        return text
    return escape(text, quote=False).replace("%{", "&#37;{")


def plotly_lines(lines: tuple[str, ...], *, strong: bool = False) -> str:
    """Lines of text as one Plotly text, bold where it matters."""
    text = "<br>".join(plotly_text(line) for line in lines)
    return f"<b>{text}</b>" if strong else text
