"""PORT: what it may say, and what a taken one gives."""

import socket

import pytest

from pvi.local.console import Refused
from pvi.local.ports import HERE, free_port, wanted_port


def test_a_free_port_is_taken_as_asked() -> None:
    port = free_port()
    assert wanted_port(str(port)) == port


@pytest.mark.parametrize("text", ["", "tachtig", "0", "-1", "65536", "80.5"])
def test_nonsense_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused, match=f"PORT={text} is geen poort"):
        wanted_port(text)


def test_a_taken_port_gives_a_clear_line() -> None:
    with socket.create_server((HERE, 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(Refused, match=f"Poort {port} is al in gebruik. Kies een andere"):
            wanted_port(str(port))
