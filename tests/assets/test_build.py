"""What `python -m pvi.assets` leaves in `static/vendor/`."""

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest

from pvi.assets import packages
from pvi.assets.build import build, own_sheets

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "static" / "vendor"


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    build(ROOT)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A second place with the same sources and the same packages."""
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "static" / "css", tmp_path / "static" / "css")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_everywhere_and_skipped_when_nothing_changed(elsewhere: Path) -> None:
    assert build(elsewhere) is True
    assert _contents(elsewhere / "static" / "vendor") == _contents(VENDOR)
    assert build(elsewhere) is False


def test_built_again_when_our_own_styles_change(elsewhere: Path) -> None:
    build(elsewhere)
    sheet = elsewhere / "static" / "css" / "base.css"
    sheet.write_text(sheet.read_text() + ".pvi-new{color:var(--basis-color-info-color-default)}")

    assert build(elsewhere) is True
    assert "--basis-color-info-color-default:" in (elsewhere / "static" / "vendor" / "pvi.css").read_text()


def test_every_sheet_of_ours_is_in_the_bundle() -> None:
    assert set(own_sheets(ROOT)) == set((ROOT / "static" / "css").rglob("*.css"))


def test_every_licence_is_on_the_list() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    for place, entry in lock["packages"].items():
        only_for_tests = {"MPL-2.0"} if entry.get("dev") else set()
        assert entry["license"] in packages.LICENCES | only_for_tests, place
    for line in (VENDOR / "LICENSES.txt").read_text().splitlines():
        assert line.split()[-1] in packages.LICENCES


def test_the_lock_names_no_registry() -> None:
    assert not re.search(r'"resolved"|registry', (ROOT / "package-lock.json").read_text())


@pytest.mark.parametrize("name", ["pvi.css", "plotly.css"])
def test_no_style_asks_another_server(name: str) -> None:
    sheet = (VENDOR / name).read_text()

    assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import|sourceMappingURL", sheet)


def test_the_only_font_is_latin() -> None:
    assert [path.name for path in VENDOR.glob("*.woff*")] == ["noto-sans.woff2"]
    assert (VENDOR / "noto-sans.woff2").stat().st_size < 40_000


@pytest.mark.parametrize(
    ("name", "most"), [("pvi.css", 25_000), ("plotly.css", 2_000), ("plotly-basic.min.js", 420_000)]
)
def test_stays_small_when_compressed(name: str, most: int) -> None:
    assert len(gzip.compress((VENDOR / name).read_bytes(), 9)) <= most
