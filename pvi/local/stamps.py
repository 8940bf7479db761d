"""Which steps are done already: a step is skipped when nothing that it reads has changed since."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pvi.local.folders import CHECKOUT, write_private


def fingerprint(patterns: Iterable[str], checkout: Path = CHECKOUT) -> str:
    """One text that changes when a file under these patterns changes, comes or goes."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in checkout.glob(pattern) if path.is_file()}):
        if "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(checkout)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@dataclass(frozen=True)
class Stamps:
    """The steps done for one subject (a database, the static files); without one nothing is remembered."""

    path: Path
    subject: str | None

    def is_done(self, step: str, mark: str) -> bool:
        """Whether the step was done on exactly this."""
        return self.subject is not None and self._read().get(f"{self.subject}/{step}") == mark

    def set_done(self, step: str, mark: str) -> None:
        """Remember that the step was done on this."""
        if self.subject is not None:
            self._write({**self._read(), f"{self.subject}/{step}": mark})

    def forget(self, step: str) -> None:
        """Forget this step and those done after it, as they build on what it is about to change."""
        found = self._read()
        ours = [name for name in found if name.startswith(f"{self.subject}/")]
        if f"{self.subject}/{step}" in ours:
            outdated = ours[ours.index(f"{self.subject}/{step}") :]
            self._write({name: mark for name, mark in found.items() if name not in outdated})

    def _read(self) -> dict[str, str]:
        if not self.path.exists():
            return {}
        found: dict[str, str] = json.loads(self.path.read_text())
        return found

    def _write(self, stamps: dict[str, str]) -> None:
        write_private(self.path, json.dumps(stamps, indent=1))
