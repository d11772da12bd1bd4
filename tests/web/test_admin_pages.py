"""Who sees which page of the office, and that each opens, cheap and sound."""

import pytest
from flask import Flask

from tests.browser import Browser
from tests.office import SmallOffice

BOTH = [
    "/admin/",
    "/admin/employees/",
    "/admin/employees/?q=iwan&filter=unassessed",
    "/admin/employees/?filter=left",
    "/admin/employees/?filter=no-account&unit=1",
    "/admin/employees/new",
    "/admin/employees/4",
    "/admin/employees/4/edit",
    "/admin/employees/4/transfer",
    "/admin/postings/4",
    "/admin/units/",
    "/admin/units/new",
    "/admin/units/1",
    "/admin/imports/",
    "/admin/years/",
    "/admin/years/new",
    "/admin/years/1",
    "/admin/holidays/2026",
    "/admin/office/",
    "/admin/trail/",
]
TEAM = ["/admin/monitoring/", "/admin/windows/", "/admin/windows/1", "/admin/windows/1/units/1"]
ADMIN = ["/admin/health/", "/admin/slips", "/setup/tasks"]


def signed_in(app: Flask, office: SmallOffice, nick: str) -> Browser:
    browser = Browser(app)
    browser.sign_in(office.NIPS.get(nick, nick))
    return browser


def test_pages_open_for_their_roles(app: Flask, office: SmallOffice) -> None:
    team, admin = signed_in(app, office, "team"), signed_in(app, office, "admin")
    clerk = signed_in(app, office, "iwan")
    for path in BOTH:
        for browser in (team, admin):
            assert browser.get(path).queries <= 12, path
        clerk.get(path, 404)
    for path in TEAM:
        assert team.get(path).queries <= 12, path
        admin.get(path, 404)
        clerk.get(path, 404)
    for path in ADMIN:
        assert admin.get(path).queries <= 12, path
        team.get(path, 404)
        clerk.get(path, 404)


def test_what_does_not_exist_is_not_found(app: Flask, office: SmallOffice) -> None:
    team = signed_in(app, office, "team")
    for path in (
        "/admin/employees/999",
        "/admin/postings/999",
        "/admin/units/999",
        "/admin/years/999",
        "/admin/windows/999",
        "/admin/windows/1/units/999",
        "/admin/imports/999",
    ):
        team.get(path, 404)


@pytest.mark.parametrize("path", ["/admin/holidays/1", "/admin/holidays/999999"])
def test_an_absurd_year_shows_the_present_one(app: Flask, office: SmallOffice, path: str) -> None:
    assert "Hari libur 2026" in signed_in(app, office, "team").get(path).text


def test_the_menu_of_the_office_names_what_each_role_may_do(
    app: Flask, office: SmallOffice
) -> None:
    team = signed_in(app, office, "team").get("/admin/").text
    admin = signed_in(app, office, "admin").get("/admin/").text
    assert "Capaian kinerja organisasi" in team
    assert "Lembar kode aktivasi" not in team
    assert "Lembar kode aktivasi" in admin
    assert "Capaian kinerja organisasi" not in admin
