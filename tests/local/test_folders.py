"""A checkout's own folder: where it is, whose it is, and who holds it."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from pvi.local.console import Refused
from pvi.local.folders import CHECKOUT, OUTSIDE, alone_in, is_held, own_folder, state_folder, write_private


def test_an_ordinary_user_keeps_everything_in_the_checkout() -> None:
    assert state_folder(Path("/home/anna/pvi"), user=1000) == Path("/home/anna/pvi/var/local")


def test_two_checkouts_of_root_do_not_share_a_folder(tmp_path: Path) -> None:
    checkouts = [tmp_path / "pvi", tmp_path / "pvi-2"]
    for checkout in checkouts:
        checkout.mkdir()
    folders = {state_folder(checkout, user=0) for checkout in checkouts}
    assert len(folders) == 2
    assert {folder.parent for folder in folders} == {OUTSIDE}
    assert {state_folder(checkout, user=0) for checkout in checkouts} == folders


def test_a_copy_and_a_new_checkout_in_the_same_place_start_afresh(tmp_path: Path) -> None:
    checkout = tmp_path / "pvi"
    checkout.mkdir()
    before = state_folder(checkout, user=0)
    copy = shutil.copytree(checkout, tmp_path / "copy")
    shutil.rmtree(checkout)
    checkout.mkdir()
    assert len({before, state_folder(copy, user=0), state_folder(checkout, user=0)}) == 3


def test_the_mode_of_an_own_folder_is_ours_to_set_and_only_that_one(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    folder = own_folder(tmp_path / "var" / "local")
    assert folder.stat().st_mode & 0o777 == (0o711 if os.geteuid() == 0 else 0o700)
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_a_link_that_somebody_laid_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "state").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused, match="is niet van u"):
        own_folder(tmp_path / "state")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a folder that is somebody else's")
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    os.chown(tmp_path / "state", 12345, 12345)
    with pytest.raises(Refused, match="is niet van u"):
        own_folder(tmp_path / "state")


def test_a_second_start_hears_who_holds_the_folder(tmp_path: Path) -> None:
    with alone_in(tmp_path):
        assert is_held(tmp_path)
        with (
            pytest.raises(Refused, match=rf"draait al vanuit deze map \(proces {os.getpid()}\)"),
            alone_in(tmp_path),
        ):
            pytest.fail("two starts held one folder")
    assert not is_held(tmp_path)


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    script = """
        import pathlib, sys, time
        from pvi.local.folders import alone_in
        with alone_in(pathlib.Path(sys.argv[1])):
            print("held", flush=True)
            time.sleep(60)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=CHECKOUT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert is_held(tmp_path)
        holder.send_signal(signal.SIGKILL)
    assert not is_held(tmp_path)


def test_a_private_file_is_for_us_alone(tmp_path: Path) -> None:
    write_private(tmp_path / "secrets.json", "old")
    write_private(tmp_path / "secrets.json", "new")
    assert (tmp_path / "secrets.json").read_text() == "new"
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
