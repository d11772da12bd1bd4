"""Every error is a page that says what to do, with the headers of every page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skpweb import create_app
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.web.access import public
from skpweb.web.headers import POLICY
from tests.browser import Browser
from tests.office import SmallOffice


def boom() -> str:
    """A view with a mistake in it."""
    raise ZeroDivisionError("secret detail")


def refuse() -> str:
    """A view that lets a refusal out."""
    raise Refused("SKP ini sudah disetujui.")


@pytest.fixture
def faulty(database_url: str, data: Path, settings: dict[str, Any]) -> Iterator[Browser]:
    """A browser on an app of its own with two more views."""
    app = create_app({"DATABASE_URL": database_url, "DATA_DIR": str(data)} | settings)
    app.add_url_rule("/boom", view_func=public(boom))
    app.add_url_rule("/refuse", view_func=public(refuse))
    yield Browser(app)
    with app.app_context():
        db.engine.dispose()


def test_an_address_that_is_not_there(browser: Browser, office: SmallOffice) -> None:
    page = browser.get("/nowhere", 404)
    assert page.all("//h1/text()") == ["Halaman tidak ditemukan"]
    assert page.all("//a[@href='/']")


def test_a_way_that_is_not_there(browser: Browser, office: SmallOffice) -> None:
    browser.get("/logout", 405)


def test_a_mistake_of_ours_has_a_reference_and_no_details(
    faulty: Browser, office: SmallOffice, caplog: pytest.LogCaptureFixture
) -> None:
    page = faulty.get("/boom", 500)
    reference = str(page.all("//main//b[@class='num']/text()")[0])
    assert reference in caplog.text
    assert "secret detail" not in page.source
    assert "ZeroDivisionError" in caplog.text


def test_a_refusal_says_why(faulty: Browser, office: SmallOffice) -> None:
    assert "SKP ini sudah disetujui." in faulty.get("/refuse", 409).text


def test_a_body_that_is_too_large(browser: Browser, office: SmallOffice) -> None:
    page = browser.post("/login", {"nip": "x" * 600_000}, 413)
    assert "Berkas terlalu besar" in page.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://example.com"},
        {"Origin": "null"},
    ],
)
def test_a_form_from_another_site_is_refused(
    browser: Browser, office: SmallOffice, headers: dict[str, str]
) -> None:
    token = browser.get("/login").all("//input[@name='csrf_token']/@value")[0]
    page = browser.post("/login", {"csrf_token": token}, 403, headers=headers)
    assert "Anda tidak berwenang" in page.text


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost"}])
def test_a_form_of_our_own_is_not(
    browser: Browser, office: SmallOffice, headers: dict[str, str]
) -> None:
    token = browser.get("/login").all("//input[@name='csrf_token']/@value")[0]
    browser.post("/login", {"csrf_token": token}, 422, headers=headers)


#: method, path, what is sent -> status
ANSWERS = [
    ("GET", "/login", {}, 200),
    ("GET", "/static/app.css", {}, 200),
    ("GET", "/journal/", {}, 303),
    ("GET", "/help", {}, 308),
    ("GET", "/nowhere", {}, 404),
    ("GET", "/static/nothing.js", {}, 404),
    ("GET", "/logout", {}, 405),
    ("OPTIONS", "/login", {}, 200),
    ("POST", "/login", {"data": {"csrf_token": "old"}}, 303),
    ("POST", "/journal/", {"data": {"activity": "x"}}, 401),
    ("POST", "/journal/", {"headers": {"HX-Request": "true"}}, 401),
    ("POST", "/login", {"headers": {"Origin": "https://example.com"}}, 403),
    ("POST", "/login", {"data": {"nip": "x" * 600_000}}, 413),
    ("GET", "/refuse", {}, 409),
    ("GET", "/boom", {}, 500),
    ("GET", "/healthz", {}, 200),
]


@pytest.mark.parametrize(("method", "path", "sent", "status"), ANSWERS)
def test_the_policy_stands_on_every_answer(
    faulty: Browser,
    office: SmallOffice,
    method: str,
    path: str,
    sent: dict[str, Any],
    status: int,
) -> None:
    answer = faulty.client.open(path, method=method, buffered=True, **sent)
    assert answer.status_code == status
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    kept = "immutable" in answer.headers["Cache-Control"]
    assert kept == (path == "/static/app.css")  # nothing else, missing files neither


def test_the_policy_is_strict() -> None:
    for word in ("unsafe-inline", "unsafe-eval", "*", "http:", "https:"):
        assert word not in POLICY
