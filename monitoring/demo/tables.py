"""Reading the texts and numbers of the demo year: the registers in data/demo."""

from collections.abc import Sequence
from functools import lru_cache

from django.conf import settings

from pvi.lib.registers import Row, read


@lru_cache(maxsize=64)
def rows_of(name: str, columns: Sequence[str], key: Sequence[str]) -> tuple[Row, ...]:
    """The rows of one register of the demo year."""
    return tuple(read(settings.BASE_DIR / "data" / "demo" / f"{name}.csv", columns, key))


def words(text: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part.strip() for part in text.split(";") if part.strip())
