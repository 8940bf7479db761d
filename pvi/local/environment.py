"""The settings that the monitor's processes get when it runs on one machine."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pvi.local.console import Refused
from pvi.local.folders import write_private
from pvi.local.ports import HERE


@dataclass(frozen=True)
class Addresses:
    """The servers in use: the owner changes tables, the application works with their rows."""

    owner_url: str
    app_url: str
    redis_url: str
    # Tells one embedded database from another; None for servers that are not ours.
    identity: str | None = None


def given_database(demo: bool) -> tuple[str, str] | None:
    """The owner's and the application's address, when DATABASE_URL (and DATABASE_OWNER_URL) name a server."""
    app_url = os.environ.get("DATABASE_URL")
    if not app_url:
        return None
    if demo and "demo" not in urlsplit(app_url).path:
        raise Refused(
            "DATABASE_URL wijst naar een database zonder 'demo' in de naam. Het demojaar gaat daar niet in."
        )
    return os.environ.get("DATABASE_OWNER_URL") or app_url, app_url


def settings_for(addresses: Addresses, *, port: int, signing: str, folder: Path) -> dict[str, str]:
    """The environment of every process that works with rows."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "pvi.settings",
        "SECRET_KEY": signing,
        "DATABASE_URL": addresses.app_url,
        "REDIS_URL": addresses.redis_url,
        "ALLOWED_HOSTS": f"{HERE},localhost",
        "CSRF_TRUSTED_ORIGINS": f"http://{HERE}:{port},http://localhost:{port}",
        "HTTPS": "false",
        "DEBUG": "false",
        "STATIC_ROOT": str(folder / "static"),
        "PYTHONUNBUFFERED": "1",
    }


def as_owner(settings: Mapping[str, str], addresses: Addresses) -> dict[str, str]:
    """The same, for the one step that changes tables."""
    return {**settings, "DATABASE_URL": addresses.owner_url}


def remember(folder: Path, settings: Mapping[str, str]) -> None:
    """Keep the settings of what runs now, so that a command can join in."""
    own = {name: value for name, value in settings.items() if os.environ.get(name) != value}
    write_private(folder / "environment.json", json.dumps(own, indent=1))


def remembered(folder: Path) -> dict[str, str]:
    """The settings of what runs now."""
    own: dict[str, str] = json.loads((folder / "environment.json").read_text())
    return {**os.environ, **own}
