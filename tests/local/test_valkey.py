"""The embedded Valkey, spoken to as Redis."""

import signal
from pathlib import Path

import psutil
import pytest
import redis

from pvi.local import processes
from pvi.local.servers import start_ready
from pvi.local.valkey import Valkey


def test_it_answers_who_knows_the_password_and_keeps_nothing(place: Path) -> None:
    server = Valkey(place, "only-here")
    process = start_ready(server, place / "valkey.log")
    try:
        with redis.Redis.from_url(server.url) as client:
            assert client.lpush("celery", "message") == 1
            assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        stranger = redis.Redis.from_url(server.url.replace("only-here", "a-guess"))
        with stranger, pytest.raises(redis.AuthenticationError):
            stranger.ping()
        assert "only-here" not in " ".join(psutil.Process(process.pid).cmdline())
    finally:
        processes.stop([process], signal.SIGTERM, patience=10)
    assert process.returncode == 0
    assert [path.name for path in place.iterdir()] == ["valkey.log"]
