"""What: measures with milestones, updates, decisions and budget; commitments with their funding; stories."""

from measures.models.commitment import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    CommitmentStatusReport,
    Funding,
)
from measures.models.measure import (
    BudgetLine,
    Decision,
    Dependency,
    Level,
    Measure,
    Milestone,
    Obligation,
    ProgressUpdate,
)
from measures.models.story import Agreement, Research, Story

__all__ = [
    "Agreement",
    "BudgetLine",
    "Commitment",
    "CommitmentKind",
    "CommitmentStatus",
    "CommitmentStatusReport",
    "Decision",
    "Dependency",
    "Funding",
    "Level",
    "Measure",
    "Milestone",
    "Obligation",
    "ProgressUpdate",
    "Research",
    "Story",
]
