"""Which passwords are good enough."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.accounts import passwords, rules, words
from skpweb.extensions import db
from skpweb.login import queries
from skpweb.models.organisation import Office
from tests.office import SmallOffice


def test_shipped_words() -> None:
    assert len(set(words.phrase())) == len(words.phrase()) >= 1000
    assert all(word.isalpha() and len(word) >= 4 for word in words.phrase())
    assert {"password", "qwerty", "sayang", "indonesia"} <= set(words.common())
    assert len(words.common()) >= 5000


def test_proposed_phrases_pass_the_rules() -> None:
    phrases = [rules.suggest() for _ in range(500)]
    assert [p for p in phrases if rules.problem(p)] == []
    assert len(set(phrases)) == 500


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaaaaaaaa",
        "123456789012345678",
        "passwordpassword",
        "Password12345678!",
        "sayangsayangsayang",
        "indonesiaindonesia",
        "qwertyuiopasdfghjkl",
        "abcabcabcabcabcabc",
    ],
)
def test_easy_passwords(password: str) -> None:
    assert "mudah ditebak" in str(rules.problem(password))


def test_words_about_the_person(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        account = queries.account_named(office.NIPS["iwan"])
        context = rules.context_of(account, db.session.scalar(sa.select(Office)))
    for password in (
        "199001172015031907",
        "iwan.permadanu.iwan",
        "kecamatancontohsari",
        "Contohsari17011990!!",
        "skp kinerja pegawai",
    ):
        assert rules.problem(password, context), password
    assert rules.problem("iwan suka gunung teduh", context) is None


def test_the_edges_of_the_length() -> None:
    good = "gunung teduh ya"
    assert len(good) == 15
    assert rules.problem(good) is None
    assert rules.problem(good[:-1]) is not None
    assert rules.problem("gunung teduh y\u0065\u0301"[:16]) is None  # é is one letter
    assert rules.problem(("gunung teduh perahu lilin " * 5)[:128]) is None


def test_an_unknown_name_costs_what_a_known_one_costs() -> None:
    assert not passwords.is_outdated(passwords.NOBODYS)  # the same work to verify
    assert not passwords.matches(None, "nobody has this password")
