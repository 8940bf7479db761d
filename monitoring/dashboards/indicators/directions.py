"""Which way is better, as a mark; a context indicator never gets a verdict."""

from monitoring.progress import STATUS_MARKS, Direction, Status
from pvi.lib.marks import Mark, Tone

DIRECTION_MARKS = {
    Direction.HIGHER: Mark("Hoger is beter", "i-higher", Tone.INFO, "Hoger"),
    Direction.LOWER: Mark("Lager is beter", "i-lower", Tone.INFO, "Lager"),
    Direction.HOLD: Mark("Gelijk houden", "i-hold", Tone.INFO, "Gelijk"),
    Direction.CONTEXT: STATUS_MARKS[Status.CONTEXT],
}
