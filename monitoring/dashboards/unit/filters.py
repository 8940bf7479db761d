"""Which of the measures of a unit the reader wants to see."""

from dataclasses import dataclass
from urllib.parse import urlencode

from monitoring.models import MeasureSnapshot


@dataclass(frozen=True)
class MeasureFilter:
    """A theme by its slug, a status by its stored value, and whether only what is late or stale counts."""

    theme: str = ""
    status: str = ""
    late_only: bool = False

    @property
    def is_set(self) -> bool:
        return bool(self.theme or self.status or self.late_only)

    @property
    def query(self) -> str:
        """The choice as it stands in an address."""
        chosen = {"thema": self.theme, "status": self.status, "te_laat": "on" if self.late_only else ""}
        return urlencode({name: value for name, value in chosen.items() if value})

    def keeps(self, row: MeasureSnapshot) -> bool:
        """Whether this measure is to be shown."""
        theme = row.measure.theme
        if self.theme and (theme is None or theme.slug != self.theme):
            return False
        if self.status and row.status != self.status:
            return False
        return not self.late_only or is_late(row) or row.is_stale


def is_late(row: MeasureSnapshot) -> bool:
    """Whether the measure itself or one of its milestones is too late."""
    return row.overdue_since is not None
