"""Loading measures, their budget and milestones, commitments and funding from their registers."""

from measures.register.commitments import load_commitments, load_funding
from measures.register.learning import load_research
from measures.register.measures import (
    load_budget,
    load_decisions,
    load_dependencies,
    load_measures,
    load_milestones,
    load_updates,
)
from measures.register.statuses import load_statuses

__all__ = [
    "load_budget",
    "load_commitments",
    "load_decisions",
    "load_dependencies",
    "load_funding",
    "load_measures",
    "load_milestones",
    "load_research",
    "load_statuses",
    "load_updates",
]
