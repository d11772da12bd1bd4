"""Guessing gets slow; nobody is locked out."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.accounts import throttle
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import SignInAttempt
from tests.browser import PASSWORD, Browser
from tests.office import SmallOffice
from tests.web.door import earlier, fill, try_in


def test_five_free_tries_then_ever_longer_waits(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    nip = office.NIPS["iwan"]
    for _ in range(5):
        try_in(browser, nip, "x", 422)
    page = try_in(browser, nip, PASSWORD, 429)
    assert "Coba lagi dalam 2 detik atau hubungi admin (Nur Azkiawati" in page.text
    assert page.all("//input[@name='nip']/@value") == [nip]
    earlier(app, SignInAttempt, "at", timedelta(seconds=3))
    try_in(browser, nip, "x", 422)
    assert "dalam 4 detik" in try_in(browser, nip, PASSWORD, 429).text
    earlier(app, SignInAttempt, "at", timedelta(seconds=5))
    try_in(browser, nip, PASSWORD, 200)


def test_the_wait_never_passes_a_quarter_of_an_hour(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    nip = office.NIPS["iwan"]
    fill(app, nip, "10.0.0.1", 30)
    assert "dalam 15 menit" in try_in(browser, nip, PASSWORD, 429).text
    earlier(app, SignInAttempt, "at", timedelta(minutes=15, seconds=1))
    try_in(browser, nip, PASSWORD, 200)


def test_other_addresses_and_people_are_not_slowed(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    for _ in range(5):
        try_in(browser, office.NIPS["iwan"], "x", 422)
    try_in(browser, office.NIPS["iwan"], "x", 429)
    try_in(Browser(app), office.NIPS["yuli"], PASSWORD, 200)
    try_in(Browser(app), office.NIPS["iwan"], PASSWORD, 200, "10.0.0.2")


def test_an_unknown_name_is_slowed_like_a_known_one(browser: Browser, office: SmallOffice) -> None:
    for _ in range(5):
        try_in(browser, "nobody", "x", 422)
    try_in(browser, "no body", "x", 429)


def test_fifty_a_day_then_only_from_known_places(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    nip = office.NIPS["iwan"]
    try_in(Browser(app), nip, PASSWORD, 200, "10.0.0.7")
    for number in range(50):
        fill(app, nip, f"10.1.0.{number}", 1)
    assert "Minta kode" in try_in(browser, nip, PASSWORD, 429, "10.2.0.1").text
    try_in(browser, nip, PASSWORD, 200, "10.0.0.7")


def test_one_address_may_not_try_everybody(
    app: Flask, browser: Browser, office: SmallOffice
) -> None:
    for number in range(20):
        fill(app, f"name{number}", "10.0.0.1", 10)
    try_in(browser, office.NIPS["iwan"], PASSWORD, 429)
    try_in(browser, office.NIPS["iwan"], PASSWORD, 200, "10.0.0.2")


def test_old_tries_are_thrown_away(app: Flask, browser: Browser, office: SmallOffice) -> None:
    fill(app, "nobody", "10.0.0.1", 3)
    earlier(app, SignInAttempt, "at", timedelta(days=31))
    try_in(browser, "somebody", "x", 422)
    with app.app_context():
        assert db.session.scalar(sa.select(sa.func.count(SignInAttempt.id))) == 1


def test_waiting_doubles() -> None:
    now = utc_now()
    for count, seconds in [(5, 2), (6, 4), (9, 32), (14, 900), (40, 900)]:
        with pytest.raises(throttle.TooMany) as refusal:
            throttle._check_pair([now] * count, now)
        assert refusal.value.wait == timedelta(seconds=seconds)
    throttle._check_pair([now] * 4, now)
