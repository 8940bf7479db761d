"""Where a checkout keeps its servers' data, and the promise that no other folder is touched.

An ordinary user's data stay in the checkout. PostgreSQL refuses to run as root, and the account it then runs
under may not look into root's home; opening that home would expose everything in it. So for root the data and
a copy of the program live in a folder of our own that is open enough by itself.
"""

import fcntl
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pvi.local.console import Refused

CHECKOUT = Path(__file__).resolve().parents[2]
OUTSIDE = Path("/var/tmp")  # noqa: S108 (own_folder refuses what somebody else put there)


def state_folder(checkout: Path = CHECKOUT, user: int | None = None) -> Path:
    """The path of the folder that belongs to this checkout alone."""
    if (os.geteuid() if user is None else user) != 0:
        return checkout / "var" / "local"
    key = hashlib.sha256(os.fsencode(checkout) + _token(checkout)).hexdigest()[:12]
    return OUTSIDE / f"pvi-{key}"


def _token(checkout: Path) -> bytes:
    # A checkout that was removed and made again in the same place is another one, with empty databases.
    path = checkout / "var" / "token"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        write_private(path, secrets.token_hex(16))
    return path.read_bytes()


def own_folder(path: Path) -> Path:
    """Make the folder, or check that it is really ours: no link, and nobody else's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # The account of PostgreSQL must pass through root's folder, but it may not list it.
    mode = 0o711 if os.geteuid() == 0 else 0o700
    try:
        path.mkdir(mode=mode)
    except FileExistsError:
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            raise Refused(f"{path} is niet van u. Verwijder of hernoem het en probeer het opnieuw.") from None
    path.chmod(mode)
    return path


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the kernel lets go when the process ends, however it ends."""
    with (folder / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "onbekend"
            raise Refused(
                f"De monitor draait al vanuit deze map (proces {holder}). Stop die eerst met Ctrl-C."
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def is_held(folder: Path) -> bool:
    """Whether a monitor runs from this folder now."""
    if not folder.exists():
        return False
    try:
        with alone_in(folder):
            return False
    except Refused:
        return True


def write_private(path: Path, text: str) -> None:
    """Write a file that only we may read, whole or not at all."""
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    unfinished.rename(path)
