"""The calculation contract as pure functions: what holds on a day, how figures add up, and what they mean.

See docs/contract.md for the rules in words, each with a worked example.
"""

from monitoring.progress.explanation import REASON_TEXTS, explain
from monitoring.progress.facts import (
    Baseline,
    Definition,
    Figure,
    Target,
    definition_for,
    series_numbers,
)
from monitoring.progress.holding import Holding, current
from monitoring.progress.path import attainment, expected
from monitoring.progress.roll_up import Combined, combine, roll_up
from monitoring.progress.schedule import DEFAULT_LAG_MONTHS, due_day, first_period, next_period
from monitoring.progress.series import Run, growth, series_runs
from monitoring.progress.values import Shown, shown_value
from monitoring.progress.verdict import Assessment, Reason, assess
from monitoring.progress.vocabulary import (
    NOTHING_MARKS,
    STATUS_MARKS,
    Certainty,
    Direction,
    Frequency,
    Nothing,
    Operator,
    RollUp,
    Status,
    TimeRule,
)
from monitoring.progress.year_to_date import year_to_date

__all__ = [
    "DEFAULT_LAG_MONTHS",
    "NOTHING_MARKS",
    "REASON_TEXTS",
    "STATUS_MARKS",
    "Assessment",
    "Baseline",
    "Certainty",
    "Combined",
    "Definition",
    "Direction",
    "Figure",
    "Frequency",
    "Holding",
    "Nothing",
    "Operator",
    "Reason",
    "RollUp",
    "Run",
    "Shown",
    "Status",
    "Target",
    "TimeRule",
    "assess",
    "attainment",
    "combine",
    "current",
    "definition_for",
    "due_day",
    "expected",
    "explain",
    "first_period",
    "growth",
    "next_period",
    "roll_up",
    "series_numbers",
    "series_runs",
    "shown_value",
    "year_to_date",
]
