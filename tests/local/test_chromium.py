"""Which browser the journeys get, and what a machine without one hears."""

import os
import shutil
from pathlib import Path

import pytest

from pvi.local import chromium
from pvi.local.console import Refused


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without a browser, used by an ordinary user; its folder of programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MACOS", tmp_path / "none")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return tmp_path


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_named_browser_goes_first(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare_machine, "chromium")
    monkeypatch.setenv("CHROMIUM", str(program(bare_machine, "my-browser")))
    assert chromium.ensure() == bare_machine / "my-browser"


def test_a_named_browser_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(Refused, match="CHROMIUM=/nowhere/chromium is geen programma"):
        chromium.ensure()


@pytest.mark.parametrize("name", chromium.NAMES)
def test_the_machine_s_own_browser_is_found(bare_machine: Path, name: str) -> None:
    found = program(bare_machine, name)
    assert chromium.ensure() == found


def test_a_missing_browser_fails_in_one_line(bare_machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shutil.which("chromium") is None
    assert chromium.main() == 1
    assert capsys.readouterr().err == f"{chromium.MISSING}\n"


def test_root_on_debian_installs_it(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    install = f"/bin/cp $0 {bare_machine}/chromium"
    program(bare_machine, "apt-get").write_text(f'#!/bin/sh\n[ "$2" != install ] || {install}\n')
    assert chromium.ensure() == bare_machine / "chromium"


def test_an_installation_that_fails_says_what_to_do(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(bare_machine, "apt-get").write_text("#!/bin/sh\necho no network\nexit 100\n")
    with pytest.raises(Refused, match="Chromium ontbreekt"):
        chromium.ensure()
    assert "no network" in capsys.readouterr().err
