"""The settings of the local processes, and servers that the environment names."""

from pathlib import Path

import pytest

from pvi.local.console import Refused
from pvi.local.environment import Addresses, as_owner, given_database, remember, remembered, settings_for

ADDRESSES = Addresses("postgres://owner@db/pvi", "postgres://app@db/pvi", "redis://broker/0")


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    return settings_for(ADDRESSES, port=8001, signing="s" * 64, folder=tmp_path)


def test_only_the_owner_s_step_gets_the_owner_s_address(settings: dict[str, str]) -> None:
    assert settings["DATABASE_URL"] == ADDRESSES.app_url
    assert as_owner(settings, ADDRESSES) == {**settings, "DATABASE_URL": ADDRESSES.owner_url}


def test_forms_are_accepted_on_the_chosen_port_only(settings: dict[str, str]) -> None:
    assert settings["CSRF_TRUSTED_ORIGINS"] == "http://127.0.0.1:8001,http://localhost:8001"


def test_a_stray_variable_does_not_make_the_demo_unsafe(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DEBUG", "true")
    assert settings_for(ADDRESSES, port=8001, signing="s", folder=tmp_path)["DEBUG"] == "false"


def test_without_a_named_server_there_is_an_embedded_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL")
    assert given_database(demo=True) is None


def test_a_named_server_may_have_an_owner_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://app@db/pvi")
    assert given_database(demo=False) == ("postgres://app@db/pvi", "postgres://app@db/pvi")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgres://owner@db/pvi")
    assert given_database(demo=False) == ("postgres://owner@db/pvi", "postgres://app@db/pvi")


def test_fictitious_figures_never_go_into_a_database_that_is_not_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://app@demo-host/pvi")
    with pytest.raises(Refused, match="zonder 'demo' in de naam"):
        given_database(demo=True)
    monkeypatch.setenv("DATABASE_URL", "postgres://app@db/pvi_demo")
    assert given_database(demo=True) is not None


def test_a_command_can_join_what_runs(settings: dict[str, str], tmp_path: Path) -> None:
    remember(tmp_path, settings)
    assert remembered(tmp_path) == settings
    assert (tmp_path / "environment.json").stat().st_mode & 0o777 == 0o600
