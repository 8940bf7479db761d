"""The embedded PostgreSQL: whose it is, what its roles may do, and how it survives rough treatment."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
import pytest

from pvi.local import processes, programs
from pvi.local.ports import HERE
from pvi.local.postgres import Postgres
from pvi.local.servers import start_ready

PASSWORD = "only-here"


@dataclass
class Running:
    """A server in use."""

    server: Postgres
    process: subprocess.Popen[bytes]

    def ask(self, question: str, role: str = "postgres", database: str = "postgres") -> object:
        """The first value of the answer."""
        with psycopg.connect(self.server.url(role, PASSWORD, database)) as connection:
            cursor = connection.execute(question)
            row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


@contextmanager
def running(place: Path) -> Iterator[Running]:
    server = Postgres(place, PASSWORD)
    server.prepare()
    process = start_ready(server, place / "postgres.log")
    try:
        yield Running(server, process)
    finally:
        processes.stop([process], signal.SIGINT, patience=20)


@pytest.fixture(scope="module")
def database(shared_place: Path) -> Iterator[Running]:
    """A server with the roles and a table of the owner."""
    with running(shared_place) as found:
        # Twice, as a second start finds everything there.
        for _ in range(2):
            found.server.make_database("pvi_demo", owner_password=PASSWORD, app_password=PASSWORD)
        with psycopg.connect(found.server.url("pvi_owner", PASSWORD, "pvi_demo")) as connection:
            connection.execute("CREATE TABLE figure (id bigint GENERATED ALWAYS AS IDENTITY, value numeric)")
            connection.execute("CREATE FUNCTION double(numeric) RETURNS numeric RETURN $1 * 2")
        yield found


def test_it_is_18_and_never_root_s(place: Path) -> None:
    with running(place) as found:
        assert str(found.ask("SHOW server_version")).startswith("18.")
        assert psutil.Process(found.process.pid).uids().effective != 0


def test_it_wants_a_password(place: Path) -> None:
    with running(place) as found, pytest.raises(psycopg.OperationalError, match="password authentication"):
        psycopg.connect(found.server.url("postgres", "a-guess", "postgres"))


def test_the_application_works_with_rows(database: Running) -> None:
    add = "INSERT INTO figure (value) VALUES (4.5) RETURNING double(value)"
    assert database.ask(add, "pvi_app", "pvi_demo") == 9
    assert database.ask("UPDATE figure SET value = 5 RETURNING value", "pvi_app", "pvi_demo") == 5
    assert database.ask("DELETE FROM figure RETURNING value", "pvi_app", "pvi_demo") == 5


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE figure",
        "DROP TABLE figure",
        "ALTER TABLE figure DISABLE TRIGGER ALL",
        "CREATE TABLE mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "CREATE TRIGGER t AFTER INSERT ON figure EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE ROLE friend",
        "SET ROLE pvi_owner",
    ],
)
def test_the_application_owns_nothing(database: Running, statement: str) -> None:
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.WrongObjectType)):
        database.ask(statement, "pvi_app", "pvi_demo")


def modes_above(*paths: Path) -> dict[Path, int]:
    """The permissions of every folder from these up to the root."""
    above = {parent for path in paths for parent in (path, *path.parents)}
    return {folder: folder.stat().st_mode for folder in above}


@pytest.fixture
def closed_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is its owner's alone, with the packages in it."""
    found = importlib.util.find_spec(programs.WHEEL)
    assert found is not None
    assert found.origin is not None
    source, home = Path(found.origin).parent.parent, tmp_path / "home"
    packages = home / "pvi" / ".venv"
    for part in (f"{programs.WHEEL}/pginstall18", f"{programs.WHEEL}.libs"):
        if (source / part).exists():
            shutil.copytree(source / part, packages / part, symlinks=True)
    found.origin = str(packages / programs.WHEEL / "__init__.py")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: found)
    home.chmod(0o700)
    return home


def test_no_folder_above_data_or_programs_opens_up(
    place: Path, closed_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "COPIES", place / "programs")
    before = modes_above(place, closed_home / "pvi" / ".venv")
    with running(place) as found:
        assert found.ask("SELECT 1") == 1
    assert modes_above(*before) == before
    assert closed_home.stat().st_mode & 0o777 == 0o700


def test_a_deep_folder_works(place: Path) -> None:
    deep = place / ("a-long-name-" * 10) / ("and-another-" * 10)
    deep.mkdir(parents=True)
    for folder in (deep, deep.parent):
        folder.chmod(0o711)
    with running(deep) as found:
        assert found.ask("SELECT 1") == 1


def test_what_was_committed_survives_kill_9(place: Path) -> None:
    with running(place) as found:
        found.ask("CREATE TABLE kept AS SELECT 6738 AS value")
        found.process.kill()
        found.process.wait()
    with running(place) as found:
        assert found.ask("SELECT value FROM kept") == 6738


def test_a_server_that_was_left_behind_makes_way(place: Path) -> None:
    with running(place) as left_behind, running(place) as found:
        assert left_behind.process.wait() == 0
        assert found.ask("SELECT 1") == 1


def test_a_stale_lock_with_the_number_of_another_program_is_no_obstacle(place: Path) -> None:
    with running(place) as found:
        lock = (found.server.data / "postmaster.pid").read_text()
    stale = found.server.data / "postmaster.pid"
    stale.write_text("\n".join([str(os.getpid()), *lock.split("\n")[1:]]))
    with running(place) as found:
        assert found.ask("SELECT 1") == 1


def test_a_start_that_was_cut_off_halfway_begins_again(place: Path) -> None:
    server = Postgres(place, PASSWORD)
    half = server.data.with_suffix(".new")
    half.mkdir()
    (half / "PG_VERSION").write_text("18")
    with running(place) as found:
        assert found.ask("SELECT 1") == 1
    assert not half.exists()


def test_another_takes_the_port_first(place: Path) -> None:
    server = Postgres(place, PASSWORD)
    server.prepare()
    with socket.create_server((HERE, server.port)):
        process = start_ready(server, place / "postgres.log")
    processes.stop([process], signal.SIGINT, patience=20)
    assert process.returncode == 0
