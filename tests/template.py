"""The tables of the test databases: migrated once, kept as long as the migrations stay the same, then copied.

Migrating from nothing takes longer than most tests; copying a database takes a moment.
"""

import fcntl
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from pvi.local import steps
from pvi.local.folders import CHECKOUT, own_folder, state_folder
from pvi.local.processes import unprivileged_account
from pvi.local.programs import programs_for
from pvi.local.stamps import fingerprint

TEMPLATE = "pvi_template"
DUMP = ("--format=plain", "--no-owner", "--no-privileges")
RESTORE = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction")


def ensure_template(folder: Path) -> str:
    """The name of a migrated database; the first test process that asks makes it, the others wait."""
    with (folder / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _exists():
            _make()
    return TEMPLATE


def _make() -> None:
    kept = own_folder(state_folder()) / f"template-{fingerprint(steps.MIGRATE.reads)[:16]}.sql"
    _execute(f"CREATE DATABASE {TEMPLATE}")
    if kept.exists():
        _run(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--single-transaction",
            f"--file={kept}",
        )
        return
    migrate = [sys.executable, *steps.MIGRATE.command[1:]]
    subprocess.run(migrate, cwd=CHECKOUT, env={**os.environ, "DATABASE_URL": _url(TEMPLATE)}, check=True)
    for outdated in kept.parent.glob("template-*.sql"):
        outdated.unlink()
    unfinished = kept.with_suffix(f".{os.getpid()}")
    _run("pg_dump", *DUMP, f"--file={unfinished}")
    unfinished.rename(kept)


def _exists() -> bool:
    return _execute("SELECT 1 FROM pg_database WHERE datname = %s", TEMPLATE) is not None


def _execute(statement: str, *values: str) -> object:
    with psycopg.connect(_url("postgres"), autocommit=True) as connection:
        cursor = connection.execute(statement.encode(), values or None)
        return cursor.fetchone() if cursor.description else None


def _run(program: str, *arguments: str) -> None:
    programs = programs_for(unprivileged_account())
    command = [str(programs / program), *arguments, f"--dbname={_url(TEMPLATE)}"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def _url(database: str) -> str:
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()
