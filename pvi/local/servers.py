"""The two embedded servers: the passwords that lock them, and starting them until they answer."""

import json
import secrets
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from pvi.local import processes
from pvi.local.console import Refused
from pvi.local.folders import write_private
from pvi.local.ports import free_port

TRIES = 3


@dataclass(frozen=True)
class Secrets:
    """What the servers of one folder are locked with."""

    admin: str
    owner: str
    app: str
    valkey: str
    signing: str

    @classmethod
    def of(cls, folder: Path) -> "Secrets":
        """The secrets that were drawn when the folder was first used."""
        path = folder / "secrets.json"
        if not path.exists():
            drawn = cls(*(secrets.token_hex(32) for _ in range(5)))
            write_private(path, json.dumps(asdict(drawn)))
        return cls(**json.loads(path.read_text()))


class Server(Protocol):
    """What the embedded servers have in common."""

    port: int

    def start(self, log: Path) -> subprocess.Popen[bytes]: ...

    def wait_until_ready(self, process: subprocess.Popen[bytes], log: Path) -> None: ...


def start_ready(server: Server, log: Path) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers; another port when somebody was quicker to take this one."""
    for tries_left in reversed(range(TRIES)):
        process = server.start(log)
        try:
            server.wait_until_ready(process, log)
        except BaseException as error:
            gone = process.poll() is not None
            processes.kill_group(process)
            if not (gone and tries_left and isinstance(error, Refused)):
                raise
            server.port = free_port()
        else:
            return process
    raise AssertionError("the last try returns or raises")
