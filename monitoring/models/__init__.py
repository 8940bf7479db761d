"""How far: indicators with definitions, observations and targets, and the snapshots that readers see."""

from monitoring.models.indicator import (
    Baseline,
    DefinitionVersion,
    Indicator,
    MeasureIndicatorLink,
    Perspective,
    Target,
)
from monitoring.models.observation import Interpretation, Observation
from monitoring.models.snapshot import (
    FigureSnapshot,
    IndicatorSnapshot,
    MeasureSnapshot,
    SnapshotRun,
    ThemeSnapshot,
)

__all__ = [
    "Baseline",
    "DefinitionVersion",
    "FigureSnapshot",
    "Indicator",
    "IndicatorSnapshot",
    "Interpretation",
    "MeasureIndicatorLink",
    "MeasureSnapshot",
    "Observation",
    "Perspective",
    "SnapshotRun",
    "Target",
    "ThemeSnapshot",
]
