"""The style rules that Plotly would inject in the page; our content security policy wants them in a file."""

import json
import re

_RULES = re.compile(r'\{(?="X,X div":)(?:[^{}"\']|"[^"]*"|\'[^\']*\')*\}')
_ENTRY = re.compile(r"""(?:"([^"]+)"|([A-Z]))\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


def style_sheet(bundle: str) -> str:
    """The rule object of a minified Plotly bundle, as a style sheet.

    In that object `X` stands for the plot and `Y` for the notifier. Raises ValueError when the object is not
    found: a new Plotly version then needs a look.
    """
    found = _RULES.search(bundle)
    entries = _ENTRY.findall(found.group()) if found else []
    if len(entries) < 50:
        raise ValueError("Plotly's style rules were not found in its bundle; look at pvi/assets/plotly.py.")
    return "".join(f"{_selector(quoted or bare)}{{{_text(body)}}}\n" for quoted, bare, body in entries)


def _selector(short: str) -> str:
    spaced = re.sub(r"^,", " ,", short)
    return spaced.replace("X", ".js-plotly-plot .plotly").replace("Y", ".plotly-notifier")


def _text(literal: str) -> str:
    if literal.startswith("'"):
        return literal[1:-1]
    return str(json.loads(literal))
