"""Finds the browser that the journeys need, and installs it where that can be done without asking."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from pvi.local.console import Refused, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
MISSING = (
    "Chromium ontbreekt en is nodig voor de browsertests. Installeer het, op Debian met "
    "`sudo apt-get install chromium`, of wijs het aan met CHROMIUM=/pad/naar/chromium."
)


def find() -> Path | None:
    """The browser that CHROMIUM names, or else the first that this machine has."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            raise Refused(f"CHROMIUM={named} is geen programma. Wijs een browser aan die bestaat.")
        return Path(named)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is not None:
        return Path(found)
    return MACOS if MACOS.exists() else None


def ensure() -> Path:
    """The browser; on Debian root may install it, elsewhere a missing one ends here."""
    browser = find()
    if browser is None and os.geteuid() == 0 and shutil.which("apt-get"):
        with step("Chromium installeren"):
            _apt_get("update")
            _apt_get("install", "--yes", "--no-install-recommends", "chromium")
        browser = find()
    if browser is None:
        raise Refused(MISSING)
    return browser


def _apt_get(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    result = subprocess.run(
        ["apt-get", "--quiet", *arguments],  # noqa: S607 (apt-get is where the system has it)
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if result.returncode:
        print(result.stdout, file=sys.stderr)
        raise Refused(MISSING)


def main() -> int:
    """Say nothing when the browser is there."""
    try:
        ensure()
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
