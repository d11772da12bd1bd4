"""Browsers of those who run the office, and ZIP that nobody makes."""

import pytest
from flask import Flask

from skpweb.office import package_process
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


@pytest.fixture
def unstarted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """No process is started: the test decides when the work is done. The jobs ordered."""
    asked: list[int] = []
    monkeypatch.setattr(package_process, "start", asked.append)
    return asked
