"""One embedded PostgreSQL and Valkey for a whole test run, there before Django reads its settings.

pytest loads this module by name, ahead of every conftest. The process that was started by hand starts the
servers; the xdist workers inherit their addresses and take a Valkey database each.
"""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import psutil
import psycopg

from pvi.local import processes
from pvi.local.folders import own_folder, state_folder
from pvi.local.postgres import FORGETFUL, Postgres
from pvi.local.servers import Secrets, start_ready
from pvi.local.valkey import Valkey

DATABASE = "pvi"
APP_PASSWORD = "PVI_TEST_APP_PASSWORD"
FOLDER = "PVI_TEST_FOLDER"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")


class TestServers:
    """The servers of this run, in a folder that goes when they stop."""

    __test__ = False

    def __init__(self) -> None:
        parent = own_folder(state_folder())
        _clear_after_the_dead(parent)
        self.folder = own_folder(Path(tempfile.mkdtemp(prefix=f"tests-{os.getpid()}-", dir=parent)))
        self.processes: list[tuple[subprocess.Popen[bytes], signal.Signals]] = []

    def start(self) -> None:
        """Start what the environment does not name yet, and put the addresses in the environment."""
        drawn = Secrets.of(self.folder)
        (self.folder / "static").mkdir()
        os.environ.update(
            SECRET_KEY=drawn.signing,
            ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
            HTTPS="false",
            DEBUG="false",
            STATIC_ROOT=str(self.folder / "static"),
        )
        if not os.environ.get("DATABASE_URL"):
            self._start_postgres(drawn)
        if not os.environ.get("REDIS_URL"):
            server = Valkey(self.folder, drawn.valkey)
            self.processes.append((start_ready(server, self.folder / "valkey.log"), signal.SIGTERM))
            os.environ["REDIS_URL"] = server.url

    def _start_postgres(self, drawn: Secrets) -> None:
        server = Postgres(self.folder, drawn.admin, FORGETFUL)
        server.prepare()
        self.processes.append((start_ready(server, self.folder / "postgres.log"), signal.SIGQUIT))
        server.make_database(DATABASE, owner_password=drawn.owner, app_password=drawn.app)
        with psycopg.connect(server.url("postgres", drawn.admin, "postgres")) as connection:
            connection.execute("ALTER ROLE pvi_owner CREATEDB")
        os.environ["DATABASE_URL"] = server.url("pvi_owner", drawn.owner, DATABASE)
        os.environ[APP_PASSWORD] = drawn.app
        os.environ[FOLDER] = str(self.folder)

    def stop(self) -> None:
        """Stop the servers and forget everything."""
        for process, gently in reversed(self.processes):
            processes.stop([process], gently, patience=10)
        shutil.rmtree(self.folder, ignore_errors=True)


def _clear_after_the_dead(parent: Path) -> None:
    for folder in parent.glob("tests-*-*"):
        if not psutil.pid_exists(int(folder.name.split("-")[1])):
            shutil.rmtree(folder, ignore_errors=True)


if WORKER:
    # A Celery worker of one test process must not take the messages of another.
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].rsplit('/', 1)[0]}/{int(WORKER[2:]) + 1}"
else:
    servers = TestServers()
    # At the very end, also when pytest never gets as far as its first test.
    atexit.register(servers.stop)
    servers.start()
