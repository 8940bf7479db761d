"""The statuses of a measure and their marks."""

from enum import StrEnum

from pvi.lib.marks import Mark, Tone


class MeasureStatus(StrEnum):
    """Where a measure stands; `in_progress` runs without a verdict, of `unknown` nothing is known."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    OVERDUE = "overdue"
    DONE = "done"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


STATUS_MARKS = {
    MeasureStatus.NOT_STARTED: Mark("Niet gestart", "i-todo", Tone.CALM, "Niet gestart"),
    MeasureStatus.IN_PROGRESS: Mark("Loopt", "i-running", Tone.INFO, "Loopt"),
    MeasureStatus.ON_TRACK: Mark("Op koers", "i-ok", Tone.OK, "Op koers"),
    MeasureStatus.AT_RISK: Mark("Aandacht nodig", "i-warn", Tone.WARN, "Aandacht"),
    MeasureStatus.BEHIND: Mark("Achter", "i-behind", Tone.BAD, "Achter"),
    MeasureStatus.OVERDUE: Mark("Te laat", "i-late", Tone.BAD, "Te laat"),
    MeasureStatus.DONE: Mark("Gereed", "i-done", Tone.OK, "Gereed"),
    MeasureStatus.STOPPED: Mark("Gestopt", "i-stop", Tone.CALM, "Gestopt"),
    MeasureStatus.UNKNOWN: Mark("Stand onbekend", "i-unknown", Tone.CALM, "Onbekend"),
}

SAYS_IT_RUNS = {
    MeasureStatus.IN_PROGRESS,
    MeasureStatus.ON_TRACK,
    MeasureStatus.AT_RISK,
    MeasureStatus.BEHIND,
    MeasureStatus.OVERDUE,
}
