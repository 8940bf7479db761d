"""From the first start to the last stop, with real servers and stand-ins for what other tests cover."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from pvi.local.folders import CHECKOUT
from pvi.local.ports import HERE, free_port

WITHOUT_SERVERS = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}


class Start:
    """A start of the monitor, as somebody at a keyboard sees it."""

    def __init__(self, folder: Path, port: int, name: str) -> None:
        command = [sys.executable, "-m", "tests.local.stand_in", str(folder), name]
        settings = {**WITHOUT_SERVERS, "PORT": str(port), "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            command, env=settings, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def read_until(self, text: str) -> str:
        """What appears on the screen, up to the line with this text."""
        assert self.process.stdout is not None
        seen = ""
        for line in self.process.stdout:
            seen += line
            if text in line:
                return seen
        raise AssertionError(f"{text!r} never came:\n{seen}")

    def family(self) -> list[psutil.Process]:
        """Every process that it started."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> str:
        """Ask it to stop; the rest of the screen."""
        self.process.send_signal(number)
        return self.rest()

    def rest(self) -> str:
        """What still appears on the screen until the end."""
        assert self.process.stdout is not None
        seen = self.process.stdout.read()
        self.process.wait()
        return seen


@contextmanager
def started(folder: Path, port: int | None = None, name: str = "demo") -> Iterator[Start]:
    start = Start(folder, port or free_port(), name)
    try:
        yield start
    finally:
        if start.process.poll() is None:
            start.stop()
        assert start.process.stdout is not None
        start.process.stdout.close()


def left(family: list[psutil.Process]) -> list[psutil.Process]:
    """Who is still there a little later."""
    return psutil.wait_procs(family, timeout=10)[1]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_tells_where_it_runs_and_stops_without_a_trace(place: Path, number: signal.Signals) -> None:
    port = free_port()
    with started(place, port) as start:
        screen = start.read_until("Stoppen: Ctrl-C")
        family = start.family()
        rest = start.stop(number)
    assert f"PVI-monitor draait op http://127.0.0.1:{port}\n" in screen
    assert "anna     aanjager Rotterdam" in screen
    assert "Het wachtwoord is voor iedereen: schijf-van-vijf" in screen
    assert rest == "\nPVI-monitor is gestopt.\n"
    assert start.process.returncode == 0
    assert len(family) >= 5
    assert left(family) == []


def test_the_second_start_skips_what_is_done(place: Path) -> None:
    with started(place) as first:
        screen = first.read_until("draait op")
        assert "✓ Demojaar laden (" in screen
        assert "niets veranderd" not in screen
        assert "done" in screen  # what a step says on the side of errors, such as a progress bar
    with started(place) as second:
        screen = second.read_until("draait op")
    for title in (
        "verzamelen",
        "Tabellen bijwerken",
        "Register laden",
        "Demojaar laden",
        "Momentopnamen berekenen",
    ):
        assert f"{title} (niets veranderd)" in screen


def test_a_killed_worker_is_back(place: Path) -> None:
    with started(place) as start:
        start.read_until("draait op")
        worker = next(process for process in start.family() if "time.sleep(600)" in process.cmdline()[-1])
        worker.kill()
        assert "De worker stopte onverwacht (signaal 9)" in start.read_until("stopte onverwacht")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_kill_9_leaves_nothing_and_the_next_start_works(place: Path) -> None:
    with started(place) as start:
        start.read_until("draait op")
        family = start.family()
        start.process.kill()
        assert left(family) == []
    with started(place) as again:
        again.read_until("draait op")


def test_a_second_start_from_the_same_folder_is_refused_in_one_line(place: Path) -> None:
    with started(place) as start:
        start.read_until("draait op")
        with started(place) as second:
            screen = second.rest()
        assert second.process.returncode == 1
        assert screen.startswith(f"De monitor draait al vanuit deze map (proces {start.process.pid}).")
        assert screen.count("\n") == 1


def test_a_taken_port_is_refused_in_one_line(place: Path) -> None:
    with socket.create_server((HERE, 0)) as server:
        port = server.getsockname()[1]
        with started(place, port) as start:
            screen = start.rest()
    assert start.process.returncode == 1
    assert screen == f"Poort {port} is al in gebruik. Kies een andere, bijvoorbeeld PORT={port + 1}.\n"


def test_two_folders_run_beside_each_other(place: Path, shared_place: Path) -> None:
    with started(place) as one, started(shared_place) as other:
        one.read_until("draait op")
        other.read_until("draait op")


def test_a_stop_during_a_step_leaves_nothing(place: Path) -> None:
    with started(place) as start:
        start.read_until("Valkey starten")
        family = start.family()
        start.stop()
    assert start.process.returncode == 0
    assert left(family) == []


def test_a_command_without_a_running_monitor_says_so(place: Path) -> None:
    with started(place) as start:
        start.stop()
    with started(place, name="manage") as manage:
        assert manage.rest().startswith("De monitor draait niet vanuit deze map.")
    assert manage.process.returncode == 1
