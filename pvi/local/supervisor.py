"""Keeps the servers and the three processes of the monitor alive, and stops them all together."""

import http.client
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType

from pvi.local import processes
from pvi.local.console import Refused, say
from pvi.local.ports import HERE

TICK = 0.1
# A process that lived this long had started well; its end says nothing about the next one.
SETTLED_AFTER = 20.0
SLOWEST_RESTART = 10.0
GIVE_UP_AFTER = 4
HEALTH_PATIENCE = 90.0


class Interrupted(Exception):
    """Ctrl-C, or another request to stop."""


@dataclass
class Service:
    """One process that must keep running."""

    title: str
    begin: Callable[[], subprocess.Popen[bytes]]
    gently: signal.Signals = signal.SIGTERM
    patience: float = 6.0
    process: subprocess.Popen[bytes] | None = None
    failures: int = 0
    began_at: float = field(default=0.0)
    restart_at: float | None = None

    def start(self) -> None:
        """Begin, or begin again."""
        self.process = self.begin()
        self.began_at = time.monotonic()
        self.restart_at = None

    def look_after(self) -> None:
        """Start again what has died: at once the first time, later with growing pauses."""
        if self.restart_at is not None:
            if time.monotonic() >= self.restart_at:
                self.start()
        elif self.process is not None and self.process.poll() is not None:
            # A killed worker may leave children behind that hold its work.
            processes.kill_group(self.process)
            settled = time.monotonic() - self.began_at > SETTLED_AFTER
            self.failures = 1 if settled else self.failures + 1
            cause = _cause(self.process.returncode)
            say(f"{self.title} stopte onverwacht ({cause}) en wordt opnieuw gestart.")
            self.restart_at = time.monotonic() + restart_pause(self.failures)


def restart_pause(failures: int) -> float:
    """Seconds to wait after so many failures in a row: none after the first, then ever longer."""
    return min(SLOWEST_RESTART, 2.0 ** (failures - 1) - 1)


class Supervisor:
    """Owns every process of the monitor from the first start to the last stop; use it with `with`."""

    def __init__(self) -> None:
        self._asked_to_stop = False
        self._servers: list[Service] = []
        self._apps: list[Service] = []

    def __enter__(self) -> "Supervisor":
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask_to_stop)
        # Under nohup the terminal may go; otherwise we go with it.
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, self._ask_to_stop)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop(self._apps)
        for server in reversed(self._servers):
            self._stop([server])

    def keep_server(self, service: Service, process: subprocess.Popen[bytes]) -> None:
        """Look after a server that runs already; the servers stop after everything that uses them."""
        service.process, service.began_at = process, time.monotonic()
        self._servers.append(service)

    def start_app(self, service: Service) -> None:
        """Start one of the monitor's own processes and look after it."""
        self._apps.append(service)
        service.start()

    def run(self, command: Sequence[str], *, env: Mapping[str, str], cwd: Path, log: Path) -> None:
        """Run a step to its end; its progress bar shows, its other output goes to the log."""
        with log.open("ab") as output, open(2, "wb", closefd=False) as errors:
            process = processes.start(command, env=env, cwd=cwd, output=output, errors=errors)
        try:
            while process.poll() is None:
                self.pause(TICK)
        finally:
            processes.kill_group(process)
        if process.returncode:
            raise Refused(f"Deze stap mislukte; de melding staat hierboven of in {log}.")

    def pause(self, duration: float) -> None:
        """Wait a moment, with an eye on everything that must keep running."""
        until = time.monotonic() + duration
        while True:
            if self._asked_to_stop:
                raise Interrupted
            for service in (*self._servers, *self._apps):
                service.look_after()
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(TICK, left))

    def wait_until_healthy(self, web: Service, port: int, log: Path) -> None:
        """Return when the health page says that web, database and broker are well."""
        deadline = time.monotonic() + HEALTH_PATIENCE
        while not _is_healthy(port):
            if web.failures >= GIVE_UP_AFTER or time.monotonic() > deadline:
                raise Refused(f"De webserver kwam niet op gang. Het logboek {log} zegt waarom.")
            self.pause(TICK)

    def watch(self) -> None:
        """Keep everything running until somebody asks to stop."""
        while True:
            self.pause(60)

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_stop = True

    def _stop(self, services: Sequence[Service]) -> None:
        running = [service for service in services if service.process is not None]
        if running:
            processes.stop(
                [service.process for service in running if service.process is not None],
                running[0].gently,
                max(service.patience for service in running),
            )


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(HERE, port, timeout=5)
    try:
        connection.request("GET", "/gezond")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _cause(returncode: int) -> str:
    return f"signaal {-returncode}" if returncode < 0 else f"code {returncode}"
