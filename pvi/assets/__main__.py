"""`python -m pvi.assets`: bring `static/vendor/` up to date."""

import sys
from pathlib import Path

from pvi.assets.build import build

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.stdout.write("Front-end files built\n" if build(root) else "Front-end files up to date\n")
