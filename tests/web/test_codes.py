"""Passwords by one-time codes."""

import re
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.accounts import codes, rules
from skpweb.extensions import db
from skpweb.login import queries
from skpweb.models.base import utc_now
from skpweb.models.people import AccessCode
from tests.browser import PASSWORD, Browser
from tests.office import SmallOffice
from tests.web.door import NEW, actions, earlier, fill, issue, redeem, try_in


def test_a_code_sets_the_first_password(app: Flask, browser: Browser, office: SmallOffice) -> None:
    nip = office.NIPS["iwan"]
    with app.app_context():
        queries.account_named(nip).password_hash = None
        db.session.commit()
    code = issue(app, nip, is_activation=True)
    earlier(app, AccessCode, "expires_at", timedelta(days=6, hours=23))
    page = redeem(browser, nip, code)
    assert "Kata sandi tersimpan. Silakan masuk." in page.text
    page = browser.sign_in(nip, NEW)
    assert "Akun diaktifkan dengan kode dari Nur Azkiawati pada" in page.text
    assert "Akun diaktifkan" not in browser.get("/profile").text
    assert actions(app) == ["account.issue_code", "account.activate", "account.sign_in"]


def test_a_code_resets_a_forgotten_password_and_ends_sessions(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    nip = office.NIPS["iwan"]
    inside = Browser(app)
    inside.sign_in(nip)
    redeem(browser, nip, issue(app, nip))
    assert inside.client.get("/profile").status_code == 303
    try_in(browser, nip, PASSWORD, 422)
    assert (
        "Kata sandi direset dengan kode dari Nur Azkiawati pada" in browser.sign_in(nip, NEW).text
    )


def test_the_form_of_a_code(app: Flask, office: SmallOffice) -> None:
    code = issue(app, office.NIPS["iwan"])
    assert re.fullmatch(r"[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}", code)
    assert len(set(codes.ALPHABET)) ** codes.LENGTH >= 2**40
    with app.app_context():
        stored = db.session.scalars(sa.select(AccessCode)).one()
        assert stored.code_hash.startswith("$argon2id$")
        assert codes.plain(code) not in repr(vars(stored))


def test_a_code_may_be_typed_anyhow(app: Flask, browser: Browser, office: SmallOffice) -> None:
    code = issue(app, office.NIPS["iwan"])
    redeem(browser, "19900117 201503 1 907", f" {code.lower().replace('-', ' ')} ")


@pytest.mark.parametrize("spoilt", ["used", "expired", "replaced", "disabled", "of another"])
def test_a_code_that_no_longer_works(
    app: Flask, browser: Browser, office: SmallOffice, spoilt: str
) -> None:
    nip = office.NIPS["iwan"]
    code = issue(app, nip)
    if spoilt == "used":
        redeem(browser, nip, code)
    elif spoilt == "expired":
        earlier(app, AccessCode, "expires_at", timedelta(minutes=15))
    elif spoilt == "replaced":
        issue(app, nip)
    elif spoilt == "disabled":
        with app.app_context():
            queries.account_named(nip).disabled_at = utc_now()
            db.session.commit()
    else:
        nip = office.NIPS["yuli"]
    page = redeem(browser, nip, code, 422)
    assert "tidak cocok, atau kode sudah tidak berlaku" in page.text
    assert page.all("//input[@name='nip']/@value") == [nip]


def test_wrong_codes_are_slowed_until_the_admin_gives_a_new_one(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    nip = office.NIPS["iwan"]
    issue(app, nip)
    for _ in range(5):
        redeem(browser, nip, "AAAA-AAAA", 422)
    redeem(browser, nip, "AAAA-AAAA", 429)
    redeem(browser, nip, issue(app, nip))


def test_a_reset_also_ends_the_waiting(app: Flask, browser: Browser, office: SmallOffice) -> None:
    nip = office.NIPS["iwan"]
    fill(app, nip, "127.0.0.1", 30)
    redeem(browser, nip, issue(app, nip))
    browser.sign_in(nip, NEW)


def test_a_poor_password_does_not_use_the_code_up(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    nip = office.NIPS["iwan"]
    code = issue(app, nip)
    page = redeem(browser, nip, code, 422, "Permadanu contohsari 1990")
    assert "Jangan pakai nama" in page.text
    assert page.all("//input[@name='code']/@value") == [code]
    redeem(browser, nip, code)


def test_a_code_works_once_even_for_two_at_the_same_time(app: Flask, office: SmallOffice) -> None:
    issue(app, office.NIPS["iwan"])
    with app.app_context():
        code_id = db.session.scalar(sa.select(AccessCode.id))
        assert (codes.take(code_id), codes.take(code_id)) == (True, False)


def test_the_phrase_button_proposes_words_and_keeps_what_was_typed(
    browser: Browser, office: SmallOffice
) -> None:
    form = browser.get("/login/code").form("/login/code")
    page = browser.submit(form, button=("suggest", "1"), nip="123", code="K7QM-4TXP")
    phrase = str(page.all("//*[@id='frasa']/text()")[0])
    assert rules.is_suggestion(phrase)
    assert page.all("//input[@name='code']/@value") == ["K7QM-4TXP"]
    kept = browser.submit(page.form("/login/code"), 422, new_password="x", again="x")
    assert kept.all("//*[@id='frasa']/text()") == [phrase]
    forged = browser.submit(form, 422, phrase="kata dari orang lain")
    assert not forged.all("//*[@id='frasa']")
