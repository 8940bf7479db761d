"""Every file that a style sheet names is there: hashed names are made without a loose end."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

# The same rules as on a running monitor, without the time that compressing takes.
HASHED = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}


def test_collecting_for_the_web_server_succeeds(tmp_path: Path) -> None:
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={**settings.STORAGES, "staticfiles": HASHED}):
        call_command("collectstatic", interactive=False, verbosity=0)
    names = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    assert names
    assert all((tmp_path / hashed).exists() for hashed in names.values())
