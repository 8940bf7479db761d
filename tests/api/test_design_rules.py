"""The NLGov REST API Design Rules that a machine can check; each test names the rule that it holds us to."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, override_settings

from pvi.organisation.api.document import document
from tests.api.conftest import BASE, Ask
from tests.api.world import World

RESOURCES = [
    "eenheden",
    "themas",
    "maatregelen",
    "toezeggingen",
    "indicatoren",
    "metingen",
    "momentopnamen",
    "thema-momentopnamen",
    "maatregel-momentopnamen",
]
PROBLEM = "application/problem+json"


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document()["paths"].items():
        for operation in methods.values():
            yield path, operation


def fields() -> Iterator[tuple[str, dict[str, Any]]]:
    for schema in document()["components"]["schemas"].values():
        yield from schema["properties"].items()


def test_no_trailing_slash_leads_anywhere(ask: Ask) -> None:
    """/core/no-trailing-slash."""
    for resource in RESOURCES:
        assert ask("dana", resource).status_code == 200
        assert ask("dana", f"{resource}/").status_code == 404
        assert f"/{resource}" in document()["paths"]
    assert not [path for path in document()["paths"] if path.endswith("/")]


def test_segments_are_kebab_case() -> None:
    """/core/path-segments-kebab-case."""
    segments = {part for path in document()["paths"] for part in path.split("/")[1:]}
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|\{[a-z]+\}", part) for part in segments)


def test_query_keys_are_camel_case() -> None:
    """/core/query-keys-camel-case."""
    keys = {p["name"] for _, operation in operations() for p in operation["parameters"] if p["in"] == "query"}
    assert {"page", "pageSize", "peildatum"} <= keys
    assert all(re.fullmatch(r"[a-z][a-z0-9]*([A-Z][a-z0-9]*)*", key) for key in keys)


def test_dates_and_moments_say_their_format() -> None:
    """/core/date-time/format and /core/date-time/date-omit-time-portion."""
    formats = {name: schema.get("format") for name, schema in fields()}
    assert formats["bekendSinds"] == "date-time"
    dates = [name for name in formats if re.search(r"[dD]atum$|^geldig|Op$|Begin$|Einde$|^maand$", name)]
    assert len(dates) > 10
    assert {formats[name] for name in dates if not name.endswith("Id")} == {"date"}


def test_moments_are_in_utc(ask: Ask) -> None:
    """/core/date-time/timezone."""
    for resource in ("metingen", "momentopnamen", "thema-momentopnamen", "maatregel-momentopnamen"):
        moments = [row["bekendSinds"] for row in ask("dana", resource).json()["results"]]
        assert set(moments) <= {"2026-05-10T00:00:00Z", "2026-11-10T00:00:00Z"}


@pytest.mark.parametrize(
    ("name", "path", "parameters", "status"),
    [
        ("dana", "eenheden", {"peildatum": "gisteren"}, 400),
        (None, "eenheden", {}, 401),
        ("beheer", "eenheden", {}, 403),
        ("dana", "eenheden/XYZ", {}, 404),
        ("dana", "metingen/0", {}, 404),
        ("dana", "nergens", {}, 404),
        ("dana", "eenheden", {"page": 99}, 404),
    ],
)
def test_problems_have_the_standard_form(
    ask: Ask, name: str | None, path: str, parameters: dict[str, Any], status: int
) -> None:
    """/core/error-handling/problem-details."""
    answer = ask(name, path, **parameters)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == PROBLEM
    assert answer.json()["status"] == status
    assert {"title", "detail"} <= answer.json().keys()


def test_an_accident_is_a_problem_too(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """/core/error-handling/problem-details, for what we did not foresee."""
    monkeypatch.setattr("pvi.organisation.api.units.Units.visible", lambda *_: 1 / 0)
    monkeypatch.setattr("django.test.Client.__init__", quiet(Client.__init__))
    answer = ask("dana", "eenheden")
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == PROBLEM
    assert answer.headers["API-Version"] == "1.0.0"


def quiet(initialise: Any) -> Any:
    """Let the client answer with a 500, as a server does, in place of raising."""

    def made(self: Client) -> None:
        initialise(self, raise_request_exception=False)

    return made


def test_problems_are_documented() -> None:
    """/core/error-handling/problem-details in the document."""
    for _, operation in operations():
        assert {"400", "401", "403", "404", "405", "406", "default"} <= operation["responses"].keys()
    schema = document()["components"]["schemas"]["Probleem"]
    assert {"status", "title", "detail"} <= schema["properties"].keys()
    for response in document()["components"]["responses"].values():
        assert list(response["content"]) == [PROBLEM]


def test_wrong_input_is_said_all_together(ask: Ask) -> None:
    """/core/error-handling/invalid-input and /core/error-handling/all-errors."""
    answer = ask("dana", "metingen", peildatum="2026-13-01", page=0, pageSize=201, eenheid="QQ", x=1)
    assert answer.status_code == 400
    errors = {error["location"]["name"]: error["detail"] for error in answer.json()["errors"]}
    assert errors.keys() == {"peildatum", "page", "pageSize", "eenheid", "x"}
    assert errors["peildatum"] == "Geef een datum als JJJJ-MM-DD, bijvoorbeeld 2026-03-31."


def test_the_document_is_openapi() -> None:
    """/core/doc-openapi, /core/semver and /core/uri-version."""
    assert re.fullmatch(r"3\.\d+\.\d+", document()["openapi"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", document()["info"]["version"])
    assert [server["url"] for server in document()["servers"]] == ["/api/v1"]


def test_the_document_says_whom_to_ask() -> None:
    """/core/doc-openapi-contact."""
    assert {"name", "url", "email"} <= document()["info"]["contact"].keys()


def test_the_document_is_dutch_and_complete() -> None:
    """/core/doc-language: every operation and parameter is described, by us."""
    for path, operation in operations():
        assert operation["description"], path
        assert operation["summary"].startswith(("Alle ", "Eén ")), path
        assert all(p.get("description") for p in operation["parameters"]), path


@pytest.mark.parametrize("accept", ["application/json", "*/*"])
def test_everybody_may_read_the_document(client: Client, accept: str) -> None:
    """/core/publish-openapi and /core/transport/cors: without login, from every place."""
    answer = client.get(f"{BASE}openapi.json", headers={"accept": accept, "origin": "https://elders.example"})
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["info"]["title"] == "PVI-monitor"


def test_no_other_address_is_open_to_other_sites(ask: Ask) -> None:
    """/core/transport/cors, for everything else."""
    assert "Access-Control-Allow-Origin" not in ask("dana", "eenheden").headers


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("dana", "eenheden"),
        ("dana", "eenheden/ROT"),
        ("dana", "eenheden/XYZ"),
        ("dana", "nergens"),
        (None, "eenheden"),
        (None, "openapi.json"),
    ],
)
def test_every_answer_carries_version_and_security_headers(ask: Ask, name: str | None, path: str) -> None:
    """/core/version-header and /core/transport/security-headers."""
    headers = ask(name, path).headers
    assert headers["API-Version"] == "1.0.0"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] in {"no-referrer", "same-origin"}


@override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=31536000)
def test_only_over_tls(client: Client) -> None:
    """/core/transport/tls: plain HTTP is sent on, and HTTPS says to stay."""
    plain = client.get(f"{BASE}openapi.json")
    assert plain.status_code == 301
    assert plain.headers["Location"].startswith("https://")
    safe = client.get(f"{BASE}openapi.json", secure=True)
    assert "max-age=31536000" in safe.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("name", [None, "dana"])
def test_nobody_can_write(world: World, method: str, name: str | None) -> None:
    """/core/http-methods and /core/http-safety, without and with a session, and with the checks on forms."""
    client = Client(enforce_csrf_checks=True)
    if name:
        client.force_login(world.people[name])
    for path in ("eenheden", "eenheden/ROT", "metingen", "openapi.json"):
        answer = getattr(client, method)(BASE + path)
        assert answer.status_code == 405
        assert answer.headers["Content-Type"] == PROBLEM
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_head_and_options(world: World) -> None:
    """/core/http-safety: HEAD as GET without text, OPTIONS says what may be done."""
    client = Client()
    client.force_login(world.people["dana"])
    head = client.head(f"{BASE}eenheden")
    assert (head.status_code, head.content) == (200, b"")
    options = client.options(f"{BASE}eenheden")
    assert (options.status_code, options.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")


def test_another_form_than_json_is_not_there(world: World) -> None:
    client = Client()
    client.force_login(world.people["dana"])
    answer = client.get(f"{BASE}eenheden", headers={"accept": "application/xml"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (406, PROBLEM)
