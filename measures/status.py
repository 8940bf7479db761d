"""Placeholder until the rules stand."""

from enum import StrEnum


class MeasureStatus(StrEnum):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    OVERDUE = "overdue"
    DONE = "done"
    STOPPED = "stopped"
    UNKNOWN = "unknown"
