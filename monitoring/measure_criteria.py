"""What the reader of the register of measures chose, between its form and its dashboard."""

from dataclasses import dataclass

ALL_THEMES = "alle-themas"
HISTORY = "geschiedenis"
NOT_SETTLED = "niet-vastgesteld"


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the reader chose; empty is everything."""

    words: str = ""
    unit: str = ""
    theme: str = ""
    status: str = ""
    level: str = ""
    programme: str = ""
    late_only: bool = False
