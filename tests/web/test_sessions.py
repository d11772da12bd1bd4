"""Sessions: how they begin, live and end."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from skpweb import create_app
from skpweb.extensions import db
from skpweb.login import queries
from skpweb.models.base import utc_now
from skpweb.models.people import UserSession
from tests.browser import PASSWORD, Browser
from tests.office import SmallOffice
from tests.web.door import actions, earlier


def test_a_new_token_at_every_sign_in(app: Flask, browser: Browser, office: SmallOffice) -> None:
    browser.get("/login")
    planted = browser.client.get_cookie("sesi").value
    browser.sign_in(office.NIPS["iwan"])
    first = browser.client.get_cookie("sesi").value
    assert planted != first
    attacker = app.test_client()
    attacker.set_cookie("sesi", planted)
    assert attacker.get("/profile").status_code == 303
    # signing in again ends the session before
    token = browser.get("/profile").all("//input[@name='csrf_token']/@value")[0]
    data = {"nip": office.NIPS["yuli"], "password": PASSWORD, "csrf_token": token}
    browser.post("/login", data)
    attacker.set_cookie("sesi", first)
    assert attacker.get("/profile").status_code == 303


def test_a_session_ends_after_twelve_hours(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    browser.sign_in(office.NIPS["iwan"])
    earlier(app, UserSession, "expires_at", timedelta(hours=11, minutes=59))
    browser.get("/profile")
    earlier(app, UserSession, "expires_at", timedelta(minutes=1))
    assert browser.client.get("/profile").status_code == 303


def test_an_idle_cookie_ends_after_an_hour(
    app: Flask, browser: Browser, office: SmallOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.sign_in(office.NIPS["iwan"])
    serializer = app.session_interface.get_signing_serializer(app)
    value = browser.client.get_cookie("sesi").value
    content, made = serializer.loads(value, return_timestamp=True)

    def at(age: timedelta) -> int:
        """Status of a page with a cookie of that age, signed as the app signs."""
        signer = app.session_interface.get_signing_serializer(app)
        stamp = int(utc_now().timestamp() - age.total_seconds())
        inner = signer.make_signer(signer.salt)
        monkeypatch.setattr(type(inner), "get_timestamp", lambda self: stamp)
        old = serializer.dumps(content)
        monkeypatch.undo()
        client = app.test_client()
        client.set_cookie("sesi", old)
        return client.get("/profile").status_code

    assert (at(timedelta(minutes=59)), at(timedelta(minutes=61))) == (200, 303)
    assert made is not None


def test_each_page_renews_the_cookie_and_files_never_do(
    browser: Browser, office: SmallOffice
) -> None:
    browser.sign_in(office.NIPS["iwan"])
    cookie = browser.client.get("/profile").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Set-Cookie" not in browser.client.get("/static/app.css", buffered=True).headers


def test_a_disabled_account_is_out_at_once(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    browser.sign_in(office.NIPS["iwan"])
    with app.app_context():
        queries.account_named(office.NIPS["iwan"]).disabled_at = utc_now()
        db.session.commit()
    assert browser.client.get("/profile").status_code == 303


def test_signing_out_ends_the_session_for_good(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    browser.sign_in(office.NIPS["iwan"])
    kept = browser.client.get_cookie("sesi").value
    page = browser.submit(browser.get("/profile").form("/logout"))
    assert "Anda sudah keluar." in page.text
    copy = app.test_client()
    copy.set_cookie("sesi", kept)
    assert copy.get("/profile").status_code == 303
    assert actions(app)[-1] == "account.sign_out"
    assert browser.client.get("/logout").status_code == 405


def test_signing_out_twice_is_no_mistake(app: Flask, browser: Browser, office: SmallOffice) -> None:
    browser.sign_in(office.NIPS["iwan"])
    form = browser.get("/profile").form("/logout")
    browser.submit(form)
    assert "Masuk" in browser.submit(form).all("//h1/text()")


@pytest.mark.parametrize(("scheme", "value"), [("https", '"storage"'), ("http", None)])
def test_signing_out_clears_the_browser_on_https(
    browser: Browser, office: SmallOffice, scheme: str, value: str | None
) -> None:
    browser.sign_in(office.NIPS["iwan"])
    form = browser.get("/profile").form("/logout")
    answer = browser.client.post("/logout", data=form.data(), base_url=f"{scheme}://localhost")
    assert answer.headers.get("Clear-Site-Data") == value


def test_https_makes_the_cookie_strict(
    office: SmallOffice, database_url: str, tmp_path: Path
) -> None:
    app = create_app(
        {
            "DATABASE_URL": database_url,
            "DATA_DIR": str(tmp_path),
            "PUBLIC_URL": "https://skp.example.go.id",
        }
    )
    answer = app.test_client().get("/login", base_url="https://skp.example.go.id")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-sesi=")
    assert "Secure" in cookie
    with app.app_context():
        db.engine.dispose()
