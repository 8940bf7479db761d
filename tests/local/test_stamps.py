"""When a step may be skipped."""

from pathlib import Path

import pytest

from pvi.local.stamps import Stamps, fingerprint


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "data" / "__pycache__").mkdir(parents=True)
    (tmp_path / "data" / "units.csv").write_text("ROT")
    return tmp_path


def test_a_changed_new_or_gone_file_changes_the_fingerprint(checkout: Path) -> None:
    def now() -> str:
        return fingerprint(["data/**/*"], checkout)

    seen = [now()]
    (checkout / "data" / "units.csv").write_text("AMS")
    seen.append(now())
    (checkout / "data" / "more.csv").touch()
    seen.append(now())
    (checkout / "data" / "units.csv").unlink()
    seen.append(now())
    assert len(set(seen)) == 4


def test_compiled_code_and_other_files_do_not_count(checkout: Path) -> None:
    before = fingerprint(["data/**/*"], checkout)
    (checkout / "data" / "__pycache__" / "units.pyc").touch()
    (checkout / "notes.txt").touch()
    assert fingerprint(["data/**/*"], checkout) == before


def test_a_step_is_done_for_one_database_on_one_set_of_files(tmp_path: Path) -> None:
    stamps = Stamps(tmp_path / "stamps.json", "database 1")
    stamps.set_done("migrate", "aaa")
    assert stamps.is_done("migrate", "aaa")
    assert not stamps.is_done("migrate", "bbb")
    assert not stamps.is_done("load_register", "aaa")
    assert not Stamps(tmp_path / "stamps.json", "database 2").is_done("migrate", "aaa")


def test_a_step_that_runs_again_takes_the_later_ones_along(tmp_path: Path) -> None:
    stamps = Stamps(tmp_path / "stamps.json", "database 1")
    other = Stamps(tmp_path / "stamps.json", "static")
    for step in ("migrate", "load_register", "load_demo_year"):
        stamps.set_done(step, "aaa")
    other.set_done("collectstatic", "aaa")
    stamps.forget("load_register")
    assert stamps.is_done("migrate", "aaa")
    assert not stamps.is_done("load_register", "aaa")
    assert not stamps.is_done("load_demo_year", "aaa")
    assert other.is_done("collectstatic", "aaa")


def test_nothing_is_remembered_of_a_server_that_is_not_ours(tmp_path: Path) -> None:
    stamps = Stamps(tmp_path / "stamps.json", None)
    stamps.set_done("migrate", "aaa")
    assert not stamps.is_done("migrate", "aaa")
    assert not stamps.path.exists()
