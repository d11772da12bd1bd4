"""What was typed survives the end of a session and an old form token."""

from io import BytesIO

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.login.resume import Parcel, is_local, may_post_to
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from skpweb.models.people import UserSession
from tests import records
from tests.browser import PASSWORD, Browser, Page
from tests.office import SmallOffice

TEXT = "Verifikasi 9 berkas <b>KK</b> & KTP"
NIP = SmallOffice.NIPS["iwan"]


@pytest.fixture
def iwan(app: Flask, office: SmallOffice) -> Browser:
    """Iwan, with an SKP in force."""
    with app.app_context():
        records.step(records.approved_skp(office))
    browser = Browser(app)
    browser.sign_in(NIP)
    return browser


def fields(page: Page) -> dict[str, object]:
    """The day's form as typed."""
    return page.form("/journal/").data(activity=TEXT, realisation="9")


def end_sessions(app: Flask) -> None:
    with app.app_context():
        db.session.execute(sa.update(UserSession).values(ended_at=utc_now()))
        db.session.commit()


def activities(app: Flask) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(sa.select(JournalEntry.activity)))


def sign_in_again(page: Page, browser: Browser, status: int = 200, password: str = PASSWORD):
    return browser.submit(page.form("/login"), status, nip=NIP, password=password)


def test_a_plain_form_travels_through_signing_in(app: Flask, iwan: Browser) -> None:
    data = fields(iwan.get("/journal/"))
    end_sessions(app)
    page = iwan.post("/journal/", data, 401)
    assert "Isian Anda di Jurnal tidak hilang" in page.text
    page = sign_in_again(page, iwan, 422, "salah")
    page = sign_in_again(page, iwan)
    assert activities(app) == []
    assert TEXT in page.all("//main//li/text()")
    assert "Sebagai Iwan Permadanu, Pengolah Data dan Informasi" in page.text
    form = page.form("/journal/")
    assert form.data()["kunci"] == data["kunci"]
    iwan.submit(form)
    iwan.submit(form)  # twice pressed, once kept
    assert activities(app) == [TEXT]


def test_the_resend_page_belongs_to_the_new_session(app: Flask, iwan: Browser) -> None:
    data = fields(iwan.get("/journal/"))
    end_sessions(app)
    page = sign_in_again(iwan.post("/journal/", data, 401), iwan)
    assert page.form("/logout").data()["csrf_token"] != data["csrf_token"]
    assert page.all("//nav[@aria-label='Menu utama']")


def test_a_reader_comes_back_to_the_page(app: Flask, iwan: Browser) -> None:
    end_sessions(app)
    page = iwan.get("/journal/?day=2026-11-20")
    form = page.all("//form[@id='masuk']")[0]
    data = dict(form.form_values()) | {"nip": NIP, "password": PASSWORD}
    answer = iwan.client.post(form.get("action"), data=data)
    assert answer.location == "/journal/?day=2026-11-20"


def test_an_htmx_form_keeps_its_page(app: Flask, iwan: Browser) -> None:
    data = fields(iwan.get("/journal/"))
    end_sessions(app)
    answer = iwan.client.post("/journal/", data=data, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["X-Sesi"]) == (401, "habis")
    assert "Location" not in answer.headers
    assert "HX-Redirect" not in answer.headers
    assert answer.data == b""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("http://localhost/journal/?day=2026-11-20", "/login?next=/journal/?day%3D2026-11-20"),
        ("http://localhost//example.com/", "/login?next=/"),
    ],
)
def test_htmx_reading_goes_to_sign_in(app: Flask, iwan: Browser, page: str, expected: str) -> None:
    end_sessions(app)
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    answer = iwan.client.get("/journal/", headers=headers)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, expected)


def test_an_old_token_asks_for_one_more_click(app: Flask, iwan: Browser) -> None:
    data = fields(iwan.get("/journal/")) | {"csrf_token": "old"}
    page = iwan.post("/journal/", data, 403)
    assert TEXT in page.all("//main//li/text()")
    assert activities(app) == []
    iwan.submit(page.form("/journal/"))
    assert activities(app) == [TEXT]


def test_an_old_token_in_htmx_is_answered_with_a_fresh_one(app: Flask, iwan: Browser) -> None:
    data = fields(iwan.get("/journal/")) | {"csrf_token": "old"}
    answer = iwan.client.post("/journal/", data=data, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.data) == (403, b"")
    data["csrf_token"] = answer.headers["X-CSRF-Baru"]
    assert iwan.client.post("/journal/", data=data).status_code == 303
    assert activities(app) == [TEXT]


def test_passwords_and_codes_never_travel(app: Flask, iwan: Browser) -> None:
    secret = {"password": "padi-kuning", "new_password": "padi-hijau", "again": "padi-hijau"}
    secret |= {"admin-password": "padi-biru", "code": "K7QM4TXP", "csrf_token": "old"}
    for path in ("/journal/", "/profile/password", "/login/code"):
        page = iwan.post(path, secret, 403 if path == "/journal/" else 200)
        assert "padi-" not in page.source
        assert "K7QM4TXP" not in page.source
    end_sessions(app)
    page = iwan.post("/journal/", secret, 401)
    assert "padi-" not in page.source
    page = iwan.post("/profile/password", secret)
    assert page.all("//h1/text()") == ["Masuk"]
    assert "padi-" not in page.source


def test_an_old_sign_in_page_says_what_to_do(browser: Browser, office: SmallOffice) -> None:
    page = browser.post("/login", {"nip": NIP, "password": PASSWORD, "csrf_token": "old"})
    assert "Halaman terlalu lama terbuka. Isi sekali lagi." in page.text
    browser.submit(page.form("/login"), nip=NIP, password=PASSWORD)


def test_files_that_were_lost_are_said(app: Flask, iwan: Browser) -> None:
    data = {"activity": TEXT, "file": (BytesIO(b"%PDF-1.7"), "bukti.pdf")}
    end_sessions(app)
    page = sign_in_again(iwan.post("/journal/", data, 401), iwan)
    assert "Berkas yang Anda pilih tidak ikut." in page.text


@pytest.mark.parametrize(
    "target",
    [
        "https://example.com/journal/",
        "//example.com/journal/",
        "/\\example.com/journal/",
        "/journal/\n",
        "journal/",
        "",
        "/nowhere/",
        "/healthz",  # only reads
        "/logout",  # belongs to signing in itself
        "/login",
        "/profile/password",
    ],
)
def test_a_parcel_goes_only_to_known_forms(app: Flask, iwan: Browser, target: str) -> None:
    with app.app_context():
        assert not may_post_to(target)
    data = {"nip": NIP, "password": PASSWORD, "tujuan": target, "isi.activity": TEXT}
    token = iwan.get("/profile").form("/logout").data()["csrf_token"]
    answer = iwan.client.post("/login", data=data | {"csrf_token": token})
    assert (answer.status_code, answer.location) == (303, "/")


def test_known_forms_may_be_sent_again(app: Flask) -> None:
    with app.app_context():
        assert may_post_to("/journal/")
        assert may_post_to("/journal/?day=2026-11-24")
    assert is_local("/")


def test_only_what_people_typed_is_listed() -> None:
    typed = [
        ("kunci", "Xy-12 abc"),
        ("version", "3"),
        ("step_id", "17"),
        ("kind", "quantity"),
        ("activity-0-text", "  Menyusun laporan "),
        ("on", "2026-11-24"),
        ("note", ""),
    ]
    assert Parcel("/journal/", typed, False).texts == ["Menyusun laporan", "2026-11-24"]
