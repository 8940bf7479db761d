"""Restarting what dies, and stopping together."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from pvi.local import processes, supervisor
from pvi.local.console import Refused
from pvi.local.ports import free_port
from pvi.local.supervisor import Interrupted, Service, Supervisor

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def kept() -> Iterator[Supervisor]:
    """A supervisor whose signal handlers end with the test."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    handlers = [signal.getsignal(number) for number in numbers]
    with Supervisor() as keeper:
        yield keeper
    for number, handler in zip(numbers, handlers, strict=True):
        signal.signal(number, handler)


def sleeper() -> subprocess.Popen[bytes]:
    return processes.start(SLEEPER, env=os.environ)


def test_a_killed_service_is_back_at_once(kept: Supervisor, capsys: pytest.CaptureFixture[str]) -> None:
    service = Service("De worker", sleeper)
    kept.start_app(service)
    killed = service.process
    assert killed is not None
    killed.kill()
    killed.wait()
    kept.pause(0.3)
    assert service.process is not killed
    assert service.process is not None
    assert service.process.poll() is None
    assert capsys.readouterr().out == "De worker stopte onverwacht (signaal 9) en wordt opnieuw gestart.\n"


def test_one_that_keeps_failing_is_started_less_and_less() -> None:
    assert [supervisor.restart_pause(failures) for failures in range(1, 7)] == [0, 1, 3, 7, 10, 10]


def test_failures_in_a_row_are_counted(kept: Supervisor) -> None:
    def failing() -> subprocess.Popen[bytes]:
        return processes.start([sys.executable, "-c", "raise SystemExit(3)"], env=os.environ)

    service = Service("De worker", failing)
    kept.start_app(service)
    while service.failures < 2:
        kept.pause(0.1)


def test_a_request_to_stop_interrupts_and_nothing_is_left(kept: Supervisor) -> None:
    services = [Service(title, sleeper) for title in ("De worker", "De webserver")]
    for service in services:
        kept.start_app(service)
    signal.raise_signal(signal.SIGTERM)
    with pytest.raises(Interrupted):
        kept.watch()
    kept.__exit__(None, None, None)
    assert not [p for service in services if (p := service.process) and psutil.pid_exists(p.pid)]


def test_a_step_that_fails_points_at_the_log(kept: Supervisor, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('loading'); raise SystemExit(1)"]
    with pytest.raises(Refused, match="steps.log"):
        kept.run(command, env=os.environ, cwd=tmp_path, log=tmp_path / "steps.log")
    assert (tmp_path / "steps.log").read_text() == "loading\n"


def test_progress_of_a_step_comes_through(
    kept: Supervisor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-c", "import sys; print('50%', file=sys.stderr)"]
    kept.run(command, env=os.environ, cwd=tmp_path, log=tmp_path / "steps.log")
    assert capfd.readouterr().err == "50%\n"


def test_a_web_server_that_cannot_start_is_not_waited_for(kept: Supervisor, tmp_path: Path) -> None:
    def failing() -> subprocess.Popen[bytes]:
        return processes.start([sys.executable, "-c", "raise SystemExit(3)"], env=os.environ)

    web = Service("De webserver", failing)
    web.failures = supervisor.GIVE_UP_AFTER - 1
    kept.start_app(web)
    with pytest.raises(Refused, match="web.log zegt waarom"):
        kept.wait_until_healthy(web, free_port(), tmp_path / "web.log")
