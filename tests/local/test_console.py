"""The line per step."""

import re

import pytest

from pvi.local.console import seconds, step


@pytest.mark.parametrize(
    ("duration", "text"), [(0.04, "0,0 s"), (3.25, "3,2 s"), (60, "1 min 0 s"), (125.4, "2 min 5 s")]
)
def test_durations_are_dutch(duration: float, text: str) -> None:
    assert seconds(duration) == text


def test_a_step_says_that_it_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    with step("Register laden"):
        pass
    assert re.fullmatch(r"  ✓ Register laden \(\d+,\d s\)\n", capsys.readouterr().out)


def test_a_step_says_that_it_failed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError), step("Register laden"):
        raise RuntimeError
    assert capsys.readouterr().out == "  ✗ Register laden\n"
