"""What every test may use; the servers themselves are started by tests.servers."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.servers import APP_PASSWORD, FOLDER
from tests.template import ensure_template

# The browser of the journeys leaves an event loop in the process; it never touches the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# A busy machine is no fault of the code.
hypothesis_settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("calm")


@pytest.fixture(scope="session", autouse=True)
def quick_settings() -> Iterator[None]:
    """Static files straight from their sources, and passwords that cost no time."""
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "tests.static_files.ExistingFiles"}}
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]
    with override_settings(STORAGES=storages, PASSWORD_HASHERS=hashers):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Test databases are copies of one that was migrated, on our own server at least."""
    from django.db import connection

    if APP_PASSWORD in os.environ:
        connection.settings_dict["TEST"]["TEMPLATE"] = ensure_template(Path(os.environ[FOLDER]))


@pytest.fixture(scope="session")
def service_environment(django_db_setup: None) -> dict[str, str]:
    """The settings of a process of the monitor (worker, beat, web) that joins in on this test database.

    It works as the application role, which owns nothing, while the tests themselves are the owner.
    """
    from django.db import connection

    owner = urlsplit(os.environ["DATABASE_URL"])
    role = owner.netloc
    if APP_PASSWORD in os.environ:
        role = f"pvi_app:{os.environ[APP_PASSWORD]}@{owner.hostname}:{owner.port}"
    database = owner._replace(netloc=role, path=f"/{connection.settings_dict['NAME']}").geturl()
    return {**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "pvi.settings"}
