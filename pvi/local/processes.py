"""Starting and stopping other programs so that none of them outlives us."""

import contextlib
import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PR_SET_PDEATHSIG = 1
KILLED_AFTER = 6.0
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Account:
    """The system account that a program runs under; None is our own."""

    user: int | None = None
    group: int | None = None
    extra_groups: tuple[int, ...] | None = None


OURSELVES = Account()


def unprivileged_account() -> Account:
    """Whom PostgreSQL runs as: ourselves, but never root."""
    if os.geteuid() != 0:
        return OURSELVES
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid, ())


def die_with_parent(death_signal: signal.Signals) -> None:
    """Ask the kernel to send us this signal when our parent is gone, also after kill -9."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)


def start(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str],
    output: IO[bytes] | None = None,
    errors: IO[bytes] | None = None,
    text_in: str | None = None,
    death_signal: signal.Signals = signal.SIGKILL,
    account: Account = OURSELVES,
    cwd: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own; errors go with the output unless they have their own place."""
    process = subprocess.Popen(
        [str(part) for part in command],
        env=dict(env),
        stdin=subprocess.DEVNULL if text_in is None else subprocess.PIPE,
        stdout=output,
        stderr=errors if errors is not None or output is None else subprocess.STDOUT,
        cwd=cwd,
        start_new_session=True,
        preexec_fn=_bound_to(os.getpid(), death_signal),  # noqa: PLW1509 (it only asks the kernel)
        user=account.user,
        group=account.group,
        extra_groups=account.extra_groups,
    )
    if process.stdin is not None:
        process.stdin.write((text_in or "").encode())
        process.stdin.close()
    return process


def stop(processes: Sequence[subprocess.Popen[bytes]], gently: signal.Signals, patience: float) -> None:
    """Ask all to stop, wait together, and end by force whatever is left, their own children included."""
    alive = [process for process in processes if process.poll() is None]
    for process in alive:
        process.send_signal(gently)
    deadline = time.monotonic() + patience
    for process in alive:
        try:
            process.wait(timeout=max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            continue
    for process in processes:
        kill_group(process)


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """End the program and everything that it started, at once."""
    # Nothing may be left of the group, or (on some systems) only what is already dead.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _bound_to(parent: int, death_signal: signal.Signals) -> Callable[[], None]:
    def before_start() -> None:
        die_with_parent(death_signal)
        if os.getppid() != parent:
            os._exit(1)  # the parent was gone before we could ask

    return before_start
