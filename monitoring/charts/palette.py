"""Colour, dash and marker per role: no series differs by colour alone."""

from dataclasses import dataclass

from monitoring.charts.spec import Role
from monitoring.progress import Nothing

INK = "#0F1C2E"
MUTED = "#526074"
GRID = "#E6EBF1"
AXIS = "#8795A6"
BLOCK = "#F4F6F9"
PAST = "#8FA3BA"
BAR = "#5F7F9F"
BAR_PAST = "#B4C2D2"
NAVY = "#174A83"
MISSING = "#7A3B00"

NOTHING_INK = {
    Nothing.NOT_DUE: MUTED,
    Nothing.NOT_DELIVERED: MISSING,
    Nothing.NOT_APPLICABLE: MUTED,
    Nothing.SUPPRESSED: NAVY,
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn; `text` is its colour in words, dark enough to read on white."""

    colour: str
    text: str
    width: float = 2.25
    dash: str = ""
    plotly_dash: str = "solid"
    marker: str = "circle"


LOOKS = {
    Role.FIRST: Look("#0072B2", "#0072B2", width=2.5),
    Role.SECOND: Look("#D55E00", "#A64900", dash="8 3", plotly_dash="8px,3px", marker="square"),
    Role.THIRD: Look("#009E73", "#00694D", dash="3 3", plotly_dash="3px,3px", marker="diamond"),
    Role.FOURTH: Look(
        "#000000", "#000000", dash="9 3 2 3", plotly_dash="9px,3px,2px,3px", marker="triangle-up"
    ),
    Role.PLAN: Look("#000000", "#000000", width=1.75, dash="7 5", plotly_dash="7px,5px"),
    Role.FORECAST: Look("#0072B2", "#0072B2", width=2, dash="2 4", plotly_dash="2px,4px"),
    Role.CONTEXT: Look(BAR, INK),
}


def older(look: Look) -> Look:
    """The same line when it was counted by an older definition: greyed, with its own dash and marker."""
    return Look(PAST, MUTED, 2.25, look.dash, look.plotly_dash, look.marker)
