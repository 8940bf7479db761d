"""The parts of a figure that every kind has; colours and fonts that all share stand once in `charts.js`."""

from typing import Any

from monitoring.charts.frame import Margins

Json = dict[str, Any]

_NOTES = {"layout": {"annotationdefaults": {"showarrow": False}}}


def layout(margins: Margins, xaxis: Json, yaxis: Json) -> Json:
    """Margins and axes, with annotations that have no arrow."""
    sides = {"l": margins.left, "r": margins.right, "t": margins.top, "b": margins.bottom}
    return {"margin": sides, "xaxis": xaxis, "yaxis": yaxis, "template": _NOTES}


def note(text: str, x: Any, y: Any, **more: Any) -> Json:
    """An annotation without arrow; `name` tells `charts.js` what to do with it in a narrow column."""
    return {"x": x, "y": y, "text": text, **more}
