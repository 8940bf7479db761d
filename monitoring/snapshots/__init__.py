"""Snapshots: the only way from facts to what readers see."""

from monitoring.snapshots.take import parts_to_wait_for, take

__all__ = ["parts_to_wait_for", "take"]
