"""No process outlives the one that started it."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from pvi.local import processes
from pvi.local.folders import CHECKOUT

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


def python(script: str) -> list[str]:
    """The command that runs this script."""
    return [sys.executable, "-c", textwrap.dedent(script)]


def eventually(check: Callable[[], bool]) -> None:
    """Wait for what the kernel does in its own time."""
    deadline = time.monotonic() + 10
    while not check():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)


def test_stop_is_gentle_first(tmp_path: Path) -> None:
    script = """
        import signal, sys, time
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))
        print("ready", flush=True)
        time.sleep(60)
    """
    with (tmp_path / "out").open("w+b") as output:
        process = processes.start(python(script), env=os.environ, output=output)
        eventually(lambda: (tmp_path / "out").read_bytes() == b"ready\n")
        processes.stop([process], signal.SIGTERM, patience=10)
    assert process.returncode == 7


def test_stop_ends_the_stubborn_and_their_children(tmp_path: Path) -> None:
    script = f"""
        import signal, subprocess, time
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        print(subprocess.Popen({SLEEPER!r}).pid, flush=True)
        time.sleep(60)
    """
    with (tmp_path / "out").open("w+b") as output:
        process = processes.start(python(script), env=os.environ, output=output)
        eventually(lambda: (tmp_path / "out").read_bytes().endswith(b"\n"))
        child = psutil.Process(int((tmp_path / "out").read_bytes()))
        processes.stop([process], signal.SIGTERM, patience=0.2)
    assert process.returncode == -signal.SIGKILL
    eventually(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_kill_9_of_the_parent_takes_the_child_along() -> None:
    script = f"""
        import os, time
        from pvi.local import processes
        print(processes.start({SLEEPER!r}, env=os.environ).pid, flush=True)
        time.sleep(60)
    """
    with subprocess.Popen(python(script), stdout=subprocess.PIPE, cwd=CHECKOUT) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
    eventually(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def test_only_root_hands_postgresql_to_another_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert processes.unprivileged_account() == processes.OURSELVES
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert processes.unprivileged_account().user not in (None, 0)
