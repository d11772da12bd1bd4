"""Signing in: names, answers, time, records."""

import re

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from flask import Flask

from skpweb.accounts import passwords
from skpweb.extensions import db
from skpweb.login import queries
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.people import SignInAttempt
from tests.browser import PASSWORD, Browser
from tests.office import SmallOffice
from tests.web.door import redeem, try_in

WRONG = "NIP atau kata sandi tidak cocok."


def test_a_nip_may_be_typed_with_spaces(browser: Browser, office: SmallOffice) -> None:
    page = browser.sign_in(" 19900117 201503 1 907 ")
    assert "Iwan Permadanu" in page.text


def test_a_user_name_works_too(browser: Browser, office: SmallOffice) -> None:
    assert "admin" in browser.sign_in("admin").text


def test_signed_in_people_are_sent_home(browser: Browser, office: SmallOffice) -> None:
    browser.sign_in(office.NIPS["iwan"])
    assert browser.client.get("/login").location == "/"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/journal/", "/journal/"),
        ("/journal/?day=2026-11-24", "/journal/?day=2026-11-24"),
        ("https://example.com/", "/"),
        ("//example.com", "/"),
        ("/\\example.com", "/"),
        ("/\t/example.com", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_after_signing_in_only_to_this_site(
    browser: Browser, office: SmallOffice, target: str, expected: str
) -> None:
    token = browser.get("/login").all("//input[@name='csrf_token']/@value")[0]
    answer = browser.client.post(
        "/login",
        query_string={"next": target},
        data={"nip": office.NIPS["iwan"], "password": PASSWORD, "csrf_token": token},
    )
    assert (answer.status_code, answer.location) == (303, expected)


def test_every_mistake_has_one_answer(app: Flask, browser: Browser, office: SmallOffice) -> None:
    with app.app_context():
        queries.account_named(office.NIPS["yuli"]).disabled_at = utc_now()
        queries.account_named(office.NIPS["kasi"]).password_hash = None
        db.session.commit()
    names = ["nobody", "199001172015031000", *(office.NIPS[n] for n in ("iwan", "yuli", "kasi"))]
    answers = set()
    for name in names:
        page = try_in(browser, name, PASSWORD if name != office.NIPS["iwan"] else "x" * 15, 422)
        answers.add(re.sub(r'value="[^"]*"', "", page.source))
    assert len(answers) == 1
    assert WRONG in answers.pop()


class Counting(PasswordHasher):
    """Counts what costs the time."""

    verified = 0

    def verify(self, *args: str) -> bool:
        self.verified += 1
        return super().verify(*args)


def test_every_mistake_costs_one_verification(
    app: Flask, browser: Browser, office: SmallOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasher = Counting(time_cost=2, memory_cost=19 * 1024, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", hasher)
    with app.app_context():
        queries.account_named(office.NIPS["yuli"]).disabled_at = utc_now()
        queries.account_named(office.NIPS["kasi"]).password_hash = None
        db.session.commit()
    costs = set()
    for name in ("nobody", office.NIPS["iwan"], office.NIPS["yuli"], office.NIPS["kasi"]):
        hasher.verified = 0
        page = try_in(browser, name, "x" * 15, 422)
        costs.add((hasher.verified, page.queries))
    assert len(costs) == 1
    assert costs.pop()[0] == 1
    for name in ("nobody", office.NIPS["yuli"], office.NIPS["stranger"]):  # no code: the same
        hasher.verified = 0
        page = redeem(browser, name, "AAAA-AAAA", 422)
        costs.add((hasher.verified, page.queries))
    assert len(costs) == 1
    assert costs.pop()[0] == 1


def test_a_hash_with_old_parameters_is_renewed(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    with app.app_context():
        weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
        queries.account_named(office.NIPS["iwan"]).password_hash = weak
        db.session.commit()
    browser.sign_in(office.NIPS["iwan"])
    with app.app_context():
        stored = queries.account_named(office.NIPS["iwan"]).password_hash
    assert "m=19456,t=2,p=1" in stored
    assert passwords.matches(stored, PASSWORD)


def test_letters_composed_differently_are_the_same_password() -> None:
    assert passwords.matches(passwords.hashed("cafe\u0301 di tepi sawah"), "café di tepi sawah")


def test_signing_in_and_failing_are_recorded_without_what_was_typed(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    try_in(browser, "rahasia-terketik", "x", 422)
    try_in(browser, office.NIPS["iwan"], "x", 422)
    browser.sign_in(office.NIPS["iwan"])
    with app.app_context():
        events = list(db.session.scalars(sa.select(AuditEvent).order_by(AuditEvent.number)))
        said = [
            (e.action, e.actor_name, e.owner_id == office.ids["iwan"], e.before, e.after)
            for e in events
        ]
        attempts = " ".join(db.session.scalars(sa.select(SignInAttempt.name_hash)))
    assert said == [
        ("account.refuse_password", "Tidak dikenal", False, None, None),
        ("account.refuse_password", "Tidak dikenal", True, None, None),
        ("account.sign_in", "Iwan Permadanu", True, None, None),
    ]
    assert "rahasia" not in attempts


def test_failed_tries_are_told_once(app: Flask, browser: Browser, office: SmallOffice) -> None:
    for _ in range(3):
        try_in(browser, office.NIPS["iwan"], "x", 422, "10.9.9.9")
    assert (
        "3 percobaan gagal sejak Anda terakhir masuk." in browser.sign_in(office.NIPS["iwan"]).text
    )
    other = Browser(app)
    assert "percobaan gagal" not in other.sign_in(office.NIPS["iwan"]).text
