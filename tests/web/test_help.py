"""Help is there for everybody, signed in or not, and leads everywhere it says."""

import pytest

from skpweb.help.routes import GUIDES
from tests.browser import Browser
from tests.office import SmallOffice

PAGES = ["/help/", "/help/privacy", *(f"/help/{guide}" for guide in GUIDES)]


@pytest.mark.parametrize("path", PAGES)
def test_a_help_page_opens_without_signing_in(
    browser: Browser, office: SmallOffice, path: str
) -> None:
    page = browser.get(path)
    assert page.queries <= 2  # the beginning counts
    for link in page.links():
        browser.get(link)


def test_help_names_who_helps(browser: Browser, office: SmallOffice) -> None:
    for path in PAGES:
        assert "Nur Azkiawati" in browser.get(path).text, path


def test_help_and_privacy_stand_on_every_page(browser: Browser, office: SmallOffice) -> None:
    browser.sign_in(office.NIPS["iwan"])
    page = browser.get("/profile")
    assert page.all("//header//a[@href='/help/']/text()") == ["Bantuan"]
    assert page.all("//footer//a[@href='/help/privacy']")


def test_a_guide_that_is_not_there(browser: Browser, office: SmallOffice) -> None:
    browser.get("/help/director", 404)
