"""From npm packages to `static/vendor/`: small, the same everywhere, skipped when nothing changed."""

import hashlib
import shutil
from pathlib import Path

from pvi.assets import packages, plotly, stylesheets

TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
FONT = "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2"
PLOTLY = "plotly.js-basic-dist-min/plotly-basic.min.js"
# Our own sheets in the order in which they go into the one sheet of every page; a later one wins.
SHEETS = ("tokens", "nlds", "base", "layout", "components/*", "charts", "print")


def build(root: Path) -> bool:
    """Write `static/vendor/`; False when it was up to date already."""
    vendor, stamp = root / "static" / "vendor", _stamp(root)
    packages.fetch(root)
    if (vendor / ".stamp").exists() and (vendor / ".stamp").read_text() == stamp:
        return False
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir(parents=True)
    _write_styles(root, vendor)
    _write_plotly(root, vendor)
    shutil.copyfile(root / "node_modules" / FONT, vendor / "noto-sans.woff2")
    (vendor / "LICENSES.txt").write_text(packages.notice(packages.shipped(root)))
    (vendor / ".stamp").write_text(stamp)
    return True


def _stamp(root: Path) -> str:
    """A digest of everything the result depends on: the lock, this package and our own style sheets."""
    inputs = [root / "package-lock.json", *sorted(Path(__file__).parent.glob("*.py")), *own_sheets(root)]
    digest = hashlib.sha256()
    for path in inputs:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def own_sheets(root: Path) -> list[Path]:
    """Our own style sheets, in the order of `SHEETS`."""
    folder = root / "static" / "css"
    return [sheet for name in SHEETS for sheet in sorted(folder.glob(f"{name}.css"))]


def _write_styles(root: Path, vendor: Path) -> None:
    """One sheet for every page: the tokens that are used, the components, and our own layers on top."""
    sheets = packages.component_sheets(packages.shipped(root))
    components = "\n".join(stylesheets.without_showcase(stylesheets.minified(s.read_text())) for s in sheets)
    own = "\n".join(stylesheets.minified(sheet.read_text()) for sheet in own_sheets(root))
    tokens = stylesheets.reachable(
        stylesheets.declarations((root / "node_modules" / TOKENS).read_text()),
        stylesheets.references(components + own),
        replaced=stylesheets.declarations(own),
    )
    (vendor / "pvi.css").write_text(f"{stylesheets.as_rule('.voorbeeld-theme', tokens)}{components}\n{own}\n")


def _write_plotly(root: Path, vendor: Path) -> None:
    bundle = root / "node_modules" / PLOTLY
    shutil.copyfile(bundle, vendor / "plotly-basic.min.js")
    (vendor / "plotly.css").write_text(plotly.style_sheet(bundle.read_text()))
