"""The id of a deleted entry never names another: nobody decides what he has not seen."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from tests.office import SmallOffice
from tests.web.diary import Diary

DESK = "/review/entries/"


@pytest.fixture
def diary(app: Flask, office: SmallOffice) -> Diary:
    return Diary(app, office)


def test_an_old_page_cannot_approve_a_new_entry(diary: Diary) -> None:
    diary.write()
    (first,) = diary.entries()
    shown = f"{first.id}:{first.version_id}"
    delete = f"{diary.path()}delete"
    diary.iwan.submit(diary.iwan.get(diary.path()).form(delete))
    diary.write(activity="Sesuatu yang belum dilihat siapa pun")
    (second,) = diary.entries()
    assert second.id > first.id
    token = {"csrf_token": diary.kasi.token(), "do": f"approve:{shown}"}
    diary.kasi.post(DESK, token, 409)
    assert diary.entries()[0].state is EntryState.SUBMITTED


@pytest.mark.parametrize("table", ["journal_entry", "evidence", "import_batch", "entry_pattern"])
def test_sqlite_spends_an_id_once(app: Flask, table: str) -> None:
    with app.app_context():
        if db.engine.dialect.name != "sqlite":
            pytest.skip("other databases never give an id twice")
        query = sa.text("SELECT sql FROM sqlite_master WHERE name = :name")
        assert "AUTOINCREMENT" in db.session.execute(query, {"name": table}).scalar_one()
