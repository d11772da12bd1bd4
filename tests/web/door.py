"""What tests of signing in do again and again."""

from datetime import timedelta

import sqlalchemy as sa
from flask import Flask

from skpweb.accounts import codes
from skpweb.extensions import db
from skpweb.login import entry, queries
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.people import SignInAttempt
from tests.browser import PASSWORD, Browser, Page

NEW = "gunung teduh perahu lilin"
ADMIN = entry.Visitor(None, "Nur Azkiawati", "127.0.0.1")


def try_in(
    browser: Browser, name: str, password: str, status: int, address: str = "10.0.0.1"
) -> Page:
    """One try to sign in from an address; the page that answers."""
    token = str(browser.get("/login").all("//input[@name='csrf_token']/@value")[0])
    return browser.post(
        "/login",
        {"nip": name, "password": password, "csrf_token": token},
        status,
        environ_base={"REMOTE_ADDR": address},
    )


def earlier(app: Flask, model: type, column: str, by: timedelta) -> None:
    """Move all times of a column back, as if that much time had passed."""
    with app.app_context():
        for row in db.session.scalars(sa.select(model)):
            setattr(row, column, getattr(row, column) - by)
        db.session.commit()


def issue(app: Flask, nip: str, is_activation: bool = False) -> str:
    with app.app_context():
        account = queries.account_named(nip)
        code = codes.issue(account, ADMIN, is_activation)
        db.session.commit()
    return code


def redeem(browser: Browser, nip: str, code: str, status: int = 200, new: str = NEW) -> Page:
    form = browser.get("/login/code").form("/login/code")
    return browser.submit(form, status, nip=nip, code=code, new_password=new, again=new)


def actions(app: Flask) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(sa.select(AuditEvent.action).order_by(AuditEvent.number)))


def fill(app: Flask, name: str, address: str, count: int) -> None:
    """Put failed tries into the table."""
    with app.app_context():
        account = queries.account_named(name)
        key = entry.password_key(account.id if account else None, name)
        for _ in range(count):
            db.session.add(SignInAttempt(name_hash=key, address=address, at=utc_now()))
        db.session.commit()


def change(
    browser: Browser, status: int, old: str = PASSWORD, new: str = NEW, again: str = ""
) -> Page:
    form = browser.get("/profile/password").form("/profile/password")
    return browser.submit(form, status, password=old, new_password=new, again=again or new)
