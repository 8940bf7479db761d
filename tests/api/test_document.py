"""The committed document is the one that is served, and the answers are as it says."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.conf import settings
from django.core.management import call_command
from drf_spectacular.validation import validate_schema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from pvi.organisation.api.document import document
from tests.api.conftest import Ask
from tests.api.test_design_rules import RESOURCES

COMMITTED = Path(settings.BASE_DIR) / "openapi.json"


def test_the_committed_document_is_up_to_date(tmp_path: Path) -> None:
    made = tmp_path / "openapi.json"
    call_command("spectacular", "--format", "openapi-json", "--file", str(made), "--fail-on-warn")
    hint = "Run: manage.py spectacular --format openapi-json --file openapi.json"
    assert made.read_text() == COMMITTED.read_text(), hint


def test_the_committed_document_is_served(client: Any) -> None:
    assert client.get("/api/v1/openapi.json").json() == json.loads(COMMITTED.read_text())


def test_the_document_is_valid() -> None:
    validate: Any = validate_schema
    validate(document())


def checker(schema: str) -> jsonschema.Draft202012Validator:
    """A validator of one schema of the document, that allows no other fields than it names."""
    strict = json.loads(json.dumps(document()))
    for found in strict["components"]["schemas"].values():
        found["additionalProperties"] = False
    whole = Resource.from_contents(strict, default_specification=DRAFT202012)
    registry: Any = Registry().with_resource("urn:api", whole)
    return jsonschema.Draft202012Validator(
        {"$ref": f"urn:api#/components/schemas/{schema}"},
        registry=registry,
        format_checker=jsonschema.FormatChecker(),
    )


def schema_of(path: str) -> str:
    answer = document()["paths"][path]["get"]["responses"]["200"]
    reference: str = answer["content"]["application/json"]["schema"]["$ref"]
    return reference.rsplit("/", 1)[1]


@pytest.mark.parametrize("resource", RESOURCES)
def test_lists_and_rows_are_as_documented(ask: Ask, resource: str) -> None:
    found = ask("dana", resource).json()
    assert found["results"]
    checker(schema_of(f"/{resource}")).validate(found)
    key = "code" if "code" in found["results"][0] else "id"
    row = ask("dana", f"{resource}/{found['results'][0][key]}").json()
    assert row == found["results"][0]
    checker(schema_of(f"/{resource}/{{{key}}}")).validate(row)


def test_problems_are_as_documented(ask: Ask) -> None:
    checker("Probleem").validate(ask("dana", "eenheden", x=1).json())
    checker("Probleem").validate(ask(None, "eenheden").json())
