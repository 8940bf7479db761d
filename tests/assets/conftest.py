"""The shared fragments in a real browser, served with the content security policy of the product."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Engine
from django.test import override_settings
from django.utils import translation

from pvi.assets.build import build
from pvi.local import chromium
from tests.assets import sample

ROOT = Path(__file__).resolve().parents[2]
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": str(chromium.ensure()), "args": ["--no-sandbox"]}


class LoginForm(forms.Form):
    username = forms.CharField(label="Gebruikersnaam")
    password = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput)


def _rendered() -> dict[str, bytes]:
    engine = Engine(
        dirs=[str(ROOT / "templates"), str(ROOT / "tests" / "assets" / "gallery")],
        libraries={"static": "django.templatetags.static", "l10n": "django.templatetags.l10n"},
    )
    outside = {"fictitious": True, "version": "0.1.0"}
    pages: dict[str, dict[str, Any]] = {
        "gallery.html": {**sample.frame(), **sample.fragments()},
        "swap.html": sample.frame(),
        "404.html": sample.frame(),
        "500.html": {},
        "registration/login.html": {**outside, "form": LoginForm({"username": ""})},
        "registration/locked.html": outside,
    }
    with translation.override("nl"), override_settings(ROOT_URLCONF="tests.assets.urls"):
        return {
            f"/{name}": engine.get_template(name).render(Context(c)).encode() for name, c in pages.items()
        }


def _policy() -> str:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


class _Handler(BaseHTTPRequestHandler):
    pages: dict[str, bytes]
    policy: str

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/verhuisd":
            self._answer(302, b"", "text/html", Location="/404.html")
        elif path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            kind = TYPES.get(Path(path).suffix, "application/octet-stream")
            self._answer(200 if found else 404, Path(str(found)).read_bytes() if found else b"", kind)
        elif path.endswith("fout"):
            self._answer(503, b"<h1>Foutpagina</h1>", "text/html")
        else:
            fragment = b"<p data-announce='3 maatregelen gevonden'>drie</p>"
            self._answer(200, self.pages.get(path, fragment), "text/html; charset=utf-8")

    def _answer(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Security-Policy": self.policy, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing: the tests look at the browser."""


@pytest.fixture(scope="session")
def gallery_url() -> Iterator[str]:
    build(ROOT)
    handler = type("Handler", (_Handler,), {"pages": _rendered(), "policy": _policy()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
