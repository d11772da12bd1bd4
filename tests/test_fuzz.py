"""Whatever is asked, the answer is a page; a few of the oddest requests by name."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from flask import Flask, render_template_string

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


def test_a_field_without_a_name_is_refused(office: SmallOffice, browser: Browser) -> None:
    """Nothing that looks at the names of fields may meet one that has none."""
    part = b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n"
    answer = browser.client.post(
        "/login", data=part, content_type="multipart/form-data; boundary=x"
    )
    assert answer.status_code == 400


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


@pytest.mark.parametrize(
    ("nick", "path"),
    [
        ("iwan", "/journal/?day=0001-01-01"),
        ("iwan", "/journal/?day=9999-12-31"),
        ("iwan", "/results/?year=9223372036854775808"),
        ("iwan", "/results/?year=2147483648"),
        ("kasi", "/review/evaluations/?year=9223372036854775808"),
        ("team", "/admin/trail/?page=9223372036854775808"),
        ("team", "/admin/trail/?since=0001-01-01&until=9999-12-31"),
        ("team", "/admin/employees/?unit=99999999999999999999&page=99999999999999999999"),
    ],
)
def test_arguments_that_mean_nothing_are_left_aside(
    office: SmallOffice, browser: Browser, nick: str, path: str
) -> None:
    """Days at the ends of time and numbers that no row has."""
    browser.sign_in(office.NIPS[nick])
    browser.get(path)


def test_pages_of_a_list_stay_on_this_site(app: Flask) -> None:
    """Arguments of the address are carried on, but do not build another one."""
    wild = "/admin/trail/?actor=a&_scheme=x&_external=1&_anchor=y&_method=z"
    shown = SimpleNamespace(page=1, pages=2, has_prev=False, has_next=True, next_num=2)
    with app.test_request_context(wild):
        text = render_template_string(
            "{% import 'ui.html' as u with context %}{{ u.pager(p) }}", p=shown
        )
    assert 'href="/admin/trail/?actor=a&amp;page=2"' in text


def agree_on_an_skp(iwan: Browser, kasi: Browser, mine: dict[str, str]) -> None:
    period = {"year": "2026", "starts_on": "1/1/2026", "ends_on": "31/12/2026"}
    iwan.post("/planning/new", mine | period | {"approach": "quantitative"})
    page = iwan.post("/planning/1/rhk", mine | {"intervened_key": "x" * 40})
    card = page.form(containing="statement").data(statement="Laporan kependudukan tersusun")
    [indicator] = [name for name in card if name.startswith("statement-")]
    key = indicator.removeprefix("statement-")
    iwan.post("/planning/rhk/1/", card | {indicator: "Jumlah laporan", f"target-{key}": "12"})
    iwan.post("/planning/1/submit", mine)
    kasi.submit(kasi.get("/planning/1/review").form("/planning/1/approve"))


def test_a_whole_year_with_wild_texts(app: Flask, office: SmallOffice) -> None:
    """Broken links, odd ids and endless texts are refused with words on their own pages."""
    iwan, kasi = Browser(app), Browser(app)
    iwan.sign_in(office.NIPS["iwan"])
    kasi.sign_in(office.NIPS["kasi"])
    mine, his = {"csrf_token": iwan.token()}, {"csrf_token": kasi.token()}
    agree_on_an_skp(iwan, kasi, mine)
    entry = {"activity": "Menyusun laporan", "day": "23/11/2026", "step": "0"}
    iwan.post("/journal/", mine | entry | {"evidence_url": "http://["}, status=422)
    iwan.post("/journal/", mine | entry)
    for ticked in ("²:1", "1" * 4400 + ":1"):
        kasi.post("/review/entries/", his | {"entry": ticked, "do": "approve"}, status=422)
    endless = {"entry": "1:1", "do": "return", "reason": "a" * 1001}
    kasi.post("/review/entries/", his | endless, status=422)
    report = iwan.get("/review/skp/1/4/report").form("/review/skp/1/4/report")
    names = [name for name in report.data() if name.startswith(("realisation-", "evidence-"))]
    iwan.post(report.action, report.data() | dict.fromkeys(names, "http://["), status=422)
    iwan.post(report.action, report.data() | dict.fromkeys(names, "https://contoh.go.id/1"))
    rating = kasi.get("/review/skp/1/4/").form("/review/skp/1/4/")
    twins = {"rhk-" + "a" * 32 + letter: "meets" for letter in "bc"}
    kasi.post(rating.action, rating.data() | twins)
    iwan.post("/planning/1/revise", mine | {"reason": "Target berubah."})
    iwan.get("/planning/1/versions/2/")
