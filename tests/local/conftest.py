"""Places in which servers can live."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pvi.local.folders import own_folder, state_folder


def fresh_place() -> Iterator[Path]:
    """A folder of its own, gone afterwards; temporary folders of root are closed to PostgreSQL."""
    prefix = f"tests-{os.getpid()}-"
    folder = own_folder(Path(tempfile.mkdtemp(prefix=prefix, dir=own_folder(state_folder()))))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def place() -> Iterator[Path]:
    """A place for one test."""
    yield from fresh_place()


@pytest.fixture(scope="module")
def shared_place() -> Iterator[Path]:
    """A place for the tests of one module that do not harm each other."""
    yield from fresh_place()
