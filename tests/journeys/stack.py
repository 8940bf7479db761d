"""The whole monitor as it runs in production: web server, worker and beat, on a database of its own."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import urlsplit

import psycopg

from pvi.local import processes, steps
from pvi.local.folders import CHECKOUT
from pvi.local.ports import HERE, free_port

DATABASE = "pvi_journeys"
PATIENCE = 600.0
STEP = 0.2


def wait_until(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Look again and again; how long something may take is not judged here, only that it comes."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"Still waiting after {patience:.0f} s: {what}"
        time.sleep(STEP)


@dataclass
class Stack:
    """Processes that work as the application role; a test looks into the database as the owner."""

    environment: Mapping[str, str]
    owner_url: str
    logs: Path
    port: int = field(default_factory=free_port)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    under_way: list[str] = field(default_factory=list)
    """The units whose snapshots were being taken when the worker was killed."""

    @property
    def url(self) -> str:
        return f"http://{HERE}:{self.port}"

    def run(self, command: Sequence[str], **settings: str) -> None:
        """Run one command to its end."""
        process = self.begin(command, **settings)
        assert process.wait(PATIENCE) == 0, self.log()

    def begin(self, command: Sequence[str], **settings: str) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as output:
            return processes.start(command, env={**self.environment, **settings}, cwd=CHECKOUT, output=output)

    @property
    def _log(self) -> Path:
        return self.logs / "stack.log"

    def log(self) -> str:
        return self._log.read_text(errors="replace")[-4000:]

    def start(self, name: str, command: Sequence[str]) -> None:
        self.running[name] = self.begin(command)

    def start_worker(self) -> None:
        self.start("worker", steps.WORKER)

    def start_web_and_beat(self) -> None:
        origin = {"CSRF_TRUSTED_ORIGINS": self.url}
        self.running["web"] = self.begin((*steps.WEB, f"--bind={HERE}:{self.port}"), **origin)
        self.start("beat", steps.BEAT)
        wait_until(self.is_healthy, "the health page")

    def is_healthy(self) -> bool:
        connection = http.client.HTTPConnection(HERE, self.port, timeout=5)
        try:
            connection.request("GET", "/gezond")
            return connection.getresponse().status == http.client.OK
        except OSError:
            return False
        finally:
            connection.close()

    def see_who_is_under_way(self) -> list[str]:
        """The units of which a worker has done some months and not all."""
        rows = self.rows("SELECT key FROM records_job WHERE state = 'running' AND progress_done > 0")
        self.under_way = [key for (key,) in rows]
        return self.under_way

    def kill_worker(self) -> None:
        """As `kill -9` does, and then what the supervisor does with what that leaves."""
        worker = self.running.pop("worker")
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        processes.kill_group(worker)

    def stop(self) -> None:
        processes.stop(list(self.running.values()), signal.SIGTERM, patience=10)

    def rows(self, query: LiteralString, *values: Any) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with psycopg.connect(self.owner_url) as connection:
            return connection.execute(query, values).fetchall()

    def one(self, query: LiteralString, *values: Any) -> Any:
        return self.rows(query, *values)[0][0]


def make_database(owner_url: str, template: str) -> str:
    """A fresh copy of the migrated tables, apart from those of the other tests: what is stored here stays."""
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)".encode())
        connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE {template}".encode())
    return in_database(owner_url)


def in_database(url: str) -> str:
    return urlsplit(url)._replace(path=f"/{DATABASE}").geturl()
