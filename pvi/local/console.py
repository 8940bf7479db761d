"""What the person at the keyboard reads: a Dutch line per step, with the time it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Refused(Exception):
    """One Dutch line that says why the start ends here and what to do about it."""


def say(line: str) -> None:
    """Print a line at once, also when the output is a pipe or a file."""
    print(line, flush=True)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Announce a step, and say how long it took when it is done."""
    started = time.monotonic()
    if sys.stdout.isatty():
        print(f"  … {title}", end="", flush=True)
    try:
        yield
    except BaseException:
        _replace_line(f"  ✗ {title}")
        raise
    _replace_line(f"  ✓ {title} ({seconds(time.monotonic() - started)})")


def seconds(duration: float) -> str:
    """Dutch notation of a duration: `0,4 s`, `2 min 5 s`."""
    if duration < 60:
        return f"{duration:.1f} s".replace(".", ",")
    minutes, rest = divmod(round(duration), 60)
    return f"{minutes} min {rest} s"


def _replace_line(line: str) -> None:
    # On a screen the announcement (or the progress bar over it) makes way for the result.
    say(f"\r\x1b[K{line}" if sys.stdout.isatty() else line)
