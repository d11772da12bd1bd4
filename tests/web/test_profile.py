"""The profile: my sessions, my password."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import UserSession
from tests.browser import PASSWORD, Browser
from tests.office import SmallOffice
from tests.web.door import NEW, actions, change, try_in


def test_the_profile_shows_and_ends_my_sessions(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    other = Browser(app)
    other.client.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (Android 14) Firefox/128.0"
    other.sign_in(office.NIPS["iwan"])
    browser.sign_in(office.NIPS["iwan"])
    page = browser.get("/profile")
    assert "Firefox di Android" in page.text
    assert "Pengolah Data dan Informasi" in page.text
    after = browser.submit(page.form(containing="Keluarkan"))
    assert "Firefox" not in after.text
    assert other.client.get("/profile").status_code == 303
    assert browser.get("/profile").queries <= 12


def test_nobody_ends_the_session_of_another(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    other = Browser(app)
    other.sign_in(office.NIPS["yuli"])
    with app.app_context():
        theirs = db.session.scalar(sa.select(UserSession.id))
    browser.sign_in(office.NIPS["iwan"])
    data = {"csrf_token": browser.get("/profile").form("/logout").data()["csrf_token"]}
    browser.post(f"/profile/sessions/{theirs}/end", data, 404)
    other.get("/profile")


def test_a_new_password_ends_my_other_sessions(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    other = Browser(app)
    other.sign_in(office.NIPS["iwan"])
    browser.sign_in(office.NIPS["iwan"])
    assert "Kata sandi diganti." in change(browser, 200).text
    assert other.client.get("/profile").status_code == 303
    browser.get("/profile")
    try_in(other, office.NIPS["iwan"], PASSWORD, 422)
    try_in(other, office.NIPS["iwan"], NEW, 200)
    assert "account.change_password" in actions(app)


@pytest.mark.parametrize(
    ("old", "new", "again", "text"),
    [
        ("salah", NEW, NEW, "Kata sandi sekarang tidak cocok."),
        (PASSWORD, NEW, NEW + "x", "Kedua isian kata sandi baru tidak sama."),
        (PASSWORD, "pendek", "pendek", "paling sedikit 15 huruf"),
        (PASSWORD, "a" * 129, "a" * 129, "paling panjang 128 huruf"),
        (PASSWORD, "password12345678", "password12345678", "mudah ditebak"),
        (PASSWORD, "IwanPermadanu17011990", "IwanPermadanu17011990", "Jangan pakai nama"),
        ("", NEW, NEW, "Isi kata sandi sekarang."),
    ],
)
def test_a_password_that_will_not_do(
    browser: Browser, office: SmallOffice, old: str, new: str, again: str, text: str
) -> None:
    browser.sign_in(office.NIPS["iwan"])
    page = change(browser, 422, old, new, again)
    assert text in page.text
    assert not any(page.all("//input[@type='password']/@value"))


def test_guessing_the_old_password_is_slowed(browser: Browser, office: SmallOffice) -> None:
    browser.sign_in(office.NIPS["iwan"])
    for _ in range(5):
        change(browser, 422, "salah")
    assert "Terlalu banyak percobaan." in change(browser, 429).text


def test_keys_of_the_desk_are_off_until_switched_on(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    browser.sign_in(office.NIPS["kasi"])
    assert "Tombol papan ketik" not in browser.get("/review/entries/").text
    page = browser.submit(browser.get("/profile").form("/profile/keys"))
    assert "Tombol papan ketik dinyalakan." in page.text and "account.keys" in actions(app)
    assert "Tombol papan ketik" in browser.get("/review/entries/").text
    assert "dimatikan" in browser.submit(page.form("/profile/keys")).text
    assert "Tombol papan ketik" not in browser.get("/review/entries/").text


def test_who_decides_nothing_is_offered_no_keys(browser: Browser, office: SmallOffice) -> None:
    browser.sign_in(office.NIPS["iwan"])
    assert "Tombol papan ketik" not in browser.get("/profile").text
