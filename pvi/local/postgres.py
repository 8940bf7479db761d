"""A real PostgreSQL 18 out of a wheel.

The wheel's own Python layer is left alone: as root it would make a system account and open the permissions
of every parent folder. We start its programs ourselves, on a port of this machine (a socket file could not
have a path as deep as some folders are), under an account that owns nothing else.
"""

import os
import secrets
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg

from pvi.local import processes
from pvi.local.console import Refused
from pvi.local.folders import CHECKOUT
from pvi.local.ports import HERE, free_port
from pvi.local.programs import programs_for

ROLES = CHECKOUT / "deploy" / "postgres" / "roles.sql"
START_PATIENCE = 60.0
STOP_PATIENCE = 20.0
# A test database may be lost with the machine, so nothing needs to wait for the disk.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass
class Postgres:
    """One cluster in one folder; `start` it, ask for its addresses, `stop` it."""

    folder: Path
    password: str
    settings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.port = free_port()
        self.account = processes.unprivileged_account()
        self.programs = programs_for(self.account)
        self.data = self.folder / "postgres"

    def prepare(self) -> None:
        """Make the cluster when it is not there yet, and clear what a killed predecessor left."""
        if self.data.exists():
            _clear_stale_lock(self.data)
            return
        unfinished = self.data.with_suffix(".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self._hand_over(unfinished)
        self._make_cluster(unfinished)
        # The name says that it is whole: a start that was cut off begins again.
        unfinished.rename(self.data)

    def start(self, log: Path) -> subprocess.Popen[bytes]:
        """Start the server; it is not ready yet."""
        settings = (
            f"port={self.port}",
            f"listen_addresses={HERE}",
            "unix_socket_directories=",
            "shared_buffers=64MB",
            *self.settings,
        )
        options = [part for setting in settings for part in ("-c", setting)]
        with log.open("ab") as output:
            return processes.start(
                [self.programs / "postgres", "-D", self.data, *options],
                env=self._environment(),
                output=output,
                death_signal=signal.SIGINT,
                account=self.account,
                cwd=self.data,
            )

    def wait_until_ready(self, process: subprocess.Popen[bytes], log: Path) -> None:
        """Return when the server answers; refuse in one line when it does not."""
        deadline = time.monotonic() + START_PATIENCE
        while process.poll() is None and time.monotonic() < deadline:
            try:
                with psycopg.connect(self.url("postgres", self.password, "postgres"), connect_timeout=2):
                    return
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise Refused(f"PostgreSQL kwam niet op gang. Het logboek {log} zegt waarom.")

    def make_database(self, name: str, *, owner_password: str, app_password: str) -> None:
        """Make the two roles and the database where they are missing."""
        subprocess.run(
            [self.programs / "psql", "--no-psqlrc", "--quiet", "--dbname=postgres", f"--file={ROLES}"],
            env={
                **self._environment(),
                "PGHOST": HERE,
                "PGPORT": str(self.port),
                "PGUSER": "postgres",
                "PGPASSWORD": self.password,
                "PVI_DATABASE": name,
                "PVI_OWNER_PASSWORD": owner_password,
                "PVI_APP_PASSWORD": app_password,
            },
            stdin=subprocess.DEVNULL,
            check=True,
        )

    def url(self, role: str, password: str, database: str) -> str:
        """The address as DATABASE_URL wants it."""
        return f"postgres://{role}:{password}@{HERE}:{self.port}/{database}"

    def _make_cluster(self, folder: Path) -> None:
        secret = self.folder / f"secret-{secrets.token_hex(4)}"
        secret.touch(mode=0o600)
        secret.write_text(self.password)
        self._hand_over(secret)
        try:
            self._initdb(folder, secret)
        finally:
            secret.unlink()

    def _initdb(self, folder: Path, secret: Path) -> None:
        result = subprocess.run(
            [
                *(self.programs / "initdb", "--no-instructions", "--username=postgres", f"--pgdata={folder}"),
                *("--auth=scram-sha-256", f"--pwfile={secret}", "--encoding=UTF8"),
                # Sorts the same on every machine; Dutch order comes from a stored key.
                *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            ],
            env=self._environment(),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            user=self.account.user,
            group=self.account.group,
            extra_groups=self.account.extra_groups,
        )
        if result.returncode:
            raise Refused(f"PostgreSQL kon geen gegevensmap maken in {self.folder}: {result.stdout.strip()}")

    def _hand_over(self, path: Path) -> None:
        if self.account.user is not None and self.account.group is not None:
            os.chown(path, self.account.user, self.account.group)

    def _environment(self) -> dict[str, str]:
        return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


def _clear_stale_lock(data: Path) -> None:
    """Deal with the lock of a server that was left behind; we hold the folder, so it is nobody else's."""
    lock = data / "postmaster.pid"
    try:
        left_behind = psutil.Process(int(lock.read_text().split("\n", 1)[0]))
        ours = str(data) in left_behind.cmdline()
    except (FileNotFoundError, ValueError, psutil.NoSuchProcess):
        return  # PostgreSQL itself removes the lock of a process that is gone
    except psutil.AccessDenied:
        ours = False
    if not ours:
        lock.unlink()  # the number now belongs to another program
        return
    left_behind.send_signal(signal.SIGINT)
    try:
        left_behind.wait(STOP_PATIENCE)
    except psutil.TimeoutExpired:
        raise Refused(
            f"Een oude PostgreSQL (proces {left_behind.pid}) wil niet stoppen. Beëindig dat proces."
        ) from None
