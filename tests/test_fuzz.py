"""Whatever is asked, the answer is a page; a few of the oddest requests by name."""

from io import BytesIO

import pytest
from flask import Flask

from bench.fuzz import Fuzzer
from bench.office import signed_in
from skpweb.office import demo
from tests.browser import Browser
from tests.office import SmallOffice


def test_wild_requests_get_pages(app: Flask) -> None:
    """400 requests on every rule as everybody: no 5xx, no traceback, always the policy."""
    with app.app_context():
        demo.build()
    people = [signed_in(app, role) for role in ("ADMIN", "KSU", "KSP", "PLK")]
    found = Fuzzer(app, [*people, app.test_client()]).run(400)
    assert found.broken == []
    assert {200, 303, 404} <= found.statuses.keys()
    assert len(found.rules) > 100


@pytest.mark.parametrize("number", ["2147483648", "99999999999999999999", "9" * 5000, "-1", "١"])
def test_numbers_that_no_row_has_are_no_address(
    office: SmallOffice, browser: Browser, number: str
) -> None:
    """Neither the database nor Python may choke on the number of an address."""
    browser.sign_in(office.NIPS["iwan"])
    browser.get(f"/planning/{number}/", status=404)


def test_an_origin_that_is_none_is_foreign(office: SmallOffice, browser: Browser) -> None:
    """A broken Origin header is refused like a strange one."""
    browser.post("/login", {}, status=403, headers={"Origin": "http://["})


def test_nul_is_refused_before_it_reaches_the_database(
    office: SmallOffice, browser: Browser
) -> None:
    """In the path, in an argument, in a field's value and in its name."""
    browser.get("/verify/a%00b", status=400)
    browser.get("/verify/?code=a%00b", status=400)
    token = str(browser.get("/login").all("//input[@name='csrf_token']/@value")[0])
    browser.post("/login", {"csrf_token": token, "nip": "a\0b", "password": "x"}, status=400)
    browser.post("/login", {"csrf_token": token, "a\0b": "x"}, status=400)


def test_a_file_where_a_text_is_asked_is_refused(office: SmallOffice, browser: Browser) -> None:
    """The forms read texts; only the import takes a file."""
    browser.sign_in(office.NIPS["iwan"])
    data = {"csrf_token": browser.token(), "starts_on": (BytesIO(b"x"), "x.txt")}
    browser.post("/planning/new", data, status=400)


def test_a_form_key_of_somebody_else_is_just_a_key(app: Flask, office: SmallOffice) -> None:
    """Two people may send the same key; each form counts."""
    for number, nick in enumerate(("iwan", "yuli"), start=1):
        browser = Browser(app)
        browser.sign_in(office.NIPS[nick])
        browser.post(
            "/planning/new",
            {
                "csrf_token": browser.token(),
                "kunci": "the-same-key",
                "year": "2026",
                "starts_on": "1/1/2026",
                "ends_on": "31/12/2026",
                "approach": "quantitative",
            },
        )
        assert browser.get(f"/planning/{number}/").status == 200
