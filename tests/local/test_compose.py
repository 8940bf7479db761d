"""The compose file: valid by the compose schema, complete, and no wider open than it must be."""

import ast
import json
import re
from importlib import resources
from typing import Any

import jsonschema
import pytest
import yaml

from pvi.local.folders import CHECKOUT

TEXT = (CHECKOUT / "docker-compose.yml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
MONITOR = {"migrate", "register", "web", "worker", "beat"}
ONCE = {"migrate", "register"}
ROLES = (CHECKOUT / "deploy" / "postgres" / "roles.sql").read_text()


def settings_asked(*, required: bool) -> set[str]:
    """The variables that pvi/settings.py reads; those without a default when only the required are wanted."""
    tree = ast.parse((CHECKOUT / "pvi" / "settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _reads_environment(node)]
    return {
        ast.literal_eval(call.args[0])
        for call in calls
        if not required or "default" not in {keyword.arg for keyword in call.keywords}
    }


def _reads_environment(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "env"


def test_it_is_valid_by_the_compose_specification() -> None:
    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    jsonschema.validate(COMPOSE, json.loads(vendored.read_text()))


def test_the_settings_were_found() -> None:
    assert settings_asked(required=True) >= {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"}


@pytest.mark.parametrize("service", sorted(MONITOR))
def test_every_process_gets_every_setting_and_nothing_that_is_none(service: str) -> None:
    given = set(SERVICES[service]["environment"])
    assert settings_asked(required=True) <= given <= settings_asked(required=False)


def test_only_the_migration_is_the_owner() -> None:
    owners = {name for name in MONITOR if "pvi_owner" in SERVICES[name]["environment"]["DATABASE_URL"]}
    assert owners == {"migrate"}


def test_the_roles_get_every_value_that_they_ask_for() -> None:
    asked = set(re.findall(r"^\\getenv \w+ (\w+)$", ROLES, re.MULTILINE))
    assert asked
    assert asked <= set(SERVICES["database"]["environment"])


def test_everything_that_stays_has_a_health_check_and_comes_back() -> None:
    for name in SERVICES.keys() - ONCE:
        assert "healthcheck" in SERVICES[name], name
        assert SERVICES[name]["restart"] == "unless-stopped", name


def test_only_the_proxy_can_be_reached() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"proxy"}
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert {name for name, service in SERVICES.items() if "front" in service["networks"]} == {"proxy", "web"}


def test_secrets_come_from_the_environment_and_have_no_default() -> None:
    asked = set(re.findall(r"\$\{(\w+):\?\}", TEXT))
    optional = set(re.findall(r"\$\{(\w+):-", TEXT))
    example = re.findall(r"^(\w+)=(.*)$", (CHECKOUT / "deploy" / "example.env").read_text(), re.MULTILINE)
    assert {name for name, value in example if not value} == asked
    assert {name for name, value in example if value} == optional


def test_files_that_are_mounted_or_run_exist() -> None:
    mounted = [volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])]
    run = [part for service in SERVICES.values() for part in service.get("healthcheck", {}).get("test", [])]
    for path in (*mounted, *run):
        if path.startswith(("./", "deploy/")):
            assert (CHECKOUT / path).exists(), path


def test_the_image_ends_as_an_ordinary_user_without_the_tools_that_built_it() -> None:
    stages = re.split(r"^FROM ", (CHECKOUT / "Dockerfile").read_text(), flags=re.MULTILINE)[1:]
    names = [stage.split("\n", 1)[0].split(" AS ")[1] for stage in stages]
    assert names == ["python", "assets", "packages", "monitor"]
    final = stages[-1]
    assert re.findall(r"^USER (\w+)$", final, re.MULTILINE) == ["pvi"]
    assert "pip install" not in final
    assert "pvi.assets" in stages[1]
