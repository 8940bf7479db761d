"""`python -m tests.local.stand_in FOLDER demo`: a start with real servers and quick stand-ins."""

import sys
from pathlib import Path

from pvi.local import __main__ as door
from pvi.local import steps

NOTHING = (steps.PYTHON, "-c", "import sys; print('done', file=sys.stderr)")
SLEEP = (steps.PYTHON, "-c", "import time; time.sleep(600)")
HEALTHY = """
import http.server, sys
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1].rsplit(":")[-1])), Page).serve_forever()
"""


class QuickStep(steps.Step):
    """A step that is done as soon as it is asked."""

    @property
    def command(self) -> tuple[str, ...]:
        return NOTHING


def main(folder: str, *arguments: str) -> int:
    """Start with the stand-ins in this folder."""
    setattr(door, "state_folder", lambda: Path(folder))  # noqa: B010 (the type checker guards the name)
    steps.ASSETS, steps.WORKER, steps.BEAT = NOTHING, SLEEP, SLEEP  # type: ignore[assignment]
    steps.WEB = (steps.PYTHON, "-c", HEALTHY)  # type: ignore[assignment]
    for name in ("COLLECT", "MIGRATE", "REGISTER", "DEMO_YEAR", "SNAPSHOTS"):
        step: steps.Step = getattr(steps, name)
        setattr(steps, name, QuickStep(step.title, step.arguments, step.reads))
    return door.main(list(arguments))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
