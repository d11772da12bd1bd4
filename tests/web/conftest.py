"""Browsers of those who run the office."""

import pytest
from flask import Flask

from tests.browser import Browser
from tests.office import SmallOffice


@pytest.fixture
def team(app: Flask, office: SmallOffice) -> Browser:
    """The tim pengelola kinerja, signed in."""
    browser = Browser(app)
    browser.sign_in(SmallOffice.NIPS["team"])
    return browser


@pytest.fixture
def admin(app: Flask, office: SmallOffice) -> Browser:
    """The technical admin, signed in."""
    browser = Browser(app)
    browser.sign_in("admin")
    return browser
