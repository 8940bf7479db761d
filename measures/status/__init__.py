"""How measures stand, computed from their milestones, results and reports; see docs/contract.md, point 7."""

from measures.status.facts import MeasureFacts, MilestoneFact, Weights, weigh
from measures.status.measure import MeasureAssessment, actual_share, assess, is_stale, planned_share
from measures.status.theme import ThemeAssessment, counts, judge, theme_status
from measures.status.vocabulary import STATUS_MARKS, MeasureStatus

__all__ = [
    "STATUS_MARKS",
    "MeasureAssessment",
    "MeasureFacts",
    "MeasureStatus",
    "MilestoneFact",
    "ThemeAssessment",
    "Weights",
    "actual_share",
    "assess",
    "counts",
    "is_stale",
    "judge",
    "planned_share",
    "theme_status",
    "weigh",
]
