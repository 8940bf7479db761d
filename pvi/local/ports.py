"""Ports on this machine."""

import socket

from pvi.local.console import Refused

HERE = "127.0.0.1"


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port


def wanted_port(text: str) -> int:
    """The port that PORT asks for, when it is one and nobody has it."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise Refused(
            f"PORT={text} is geen poort. Kies een getal van 1 tot en met 65535, bijvoorbeeld PORT=8001."
        )
    port = int(text)
    with socket.socket() as probe:
        # A server that has just stopped leaves the port in a state in which a new one may take it.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HERE, port))
        except PermissionError:
            raise Refused(
                f"Poort {port} mag u niet gebruiken. Kies een andere, bijvoorbeeld PORT=8001."
            ) from None
        except OSError:
            raise Refused(
                f"Poort {port} is al in gebruik. Kies een andere, bijvoorbeeld PORT={port + 1}."
            ) from None
    return port
