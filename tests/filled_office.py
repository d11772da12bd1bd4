"""An office with everything that a backup must carry, and its rows as they are stored."""

import pytest
from flask import Flask

from skpweb import audit, storage
from skpweb.extensions import db
from skpweb.office import portable
from tests.office import SmallOffice

PDF = b"%PDF-1.7 the finished paper \xff\x00"


class Clerk:
    """Who acts in these tests."""

    account_id = None
    display_name = "Nur Azkiawati"
    capacity = "Tim pengelola kinerja"
    address = "127.0.0.1"


def content(app: Flask) -> dict[str, list[bytes]]:
    """Every row of every table as it is stored."""
    with app.app_context(), db.engine.connect() as connection:
        return {
            table.name: list(portable.lines(connection, table))
            for table in portable.tables(connection)
        }


@pytest.fixture
def filled(app: Flask, office: SmallOffice) -> Flask:
    """An office with audit events, JSON of both kinds of nothing, and a stored file."""
    with app.app_context():
        storage.put(PDF)
        audit.record(Clerk(), "office.ready", before=None, after={"nama": "Ñur 📎", "n": 1.50})
        audit.record(Clerk(), "office.other", after=[1, None, "x"])
        db.session.commit()
    return app
