"""The demo office in a throw-away folder, and a browser that keeps count."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from lxml import html
from werkzeug.test import TestResponse

from skpweb import create_app
from skpweb.extensions import db
from skpweb.office import demo
from skpweb.office.demo.people import PASSWORD
from skpweb.office.demo.staff import HUMANS

GZIP = {"Accept-Encoding": "gzip"}
PEOPLE = {human.key: human.nip or "bupati" for human in HUMANS} | {"ADMIN": "admin"}


@contextmanager
def demo_app(folder: Path) -> Iterator[Flask]:
    """The application with the demo office."""
    app = create_app({"DATA_DIR": str(folder), "DEMO": 1, "SERVER_TIMING": 1})
    with app.app_context():
        upgrade()
        demo.build()
    yield app
    with app.app_context():
        db.engine.dispose()


def signed_in(app: Flask, key: str) -> FlaskClient:
    """The browser of one person of the demo."""
    client = app.test_client()
    form = html.fromstring(client.get("/login").get_data(as_text=True)).xpath("//main//form")[0]
    data = dict(form.form_values()) | {"nip": PEOPLE[key], "password": PASSWORD}
    answer = client.post(form.get("action"), data=data)
    if answer.status_code != 303:
        raise RuntimeError(f"{key} cannot sign in: {answer.status}")
    return client


def queries(answer: TestResponse) -> int:
    """Statements that an answer cost."""
    found = re.search(r'desc="(\d+) queries"', answer.headers.get("Server-Timing", ""))
    return int(found.group(1)) if found else 0
