"""Previews that are never saved do not pile up, and a file cannot pass for a pasted text."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import storage
from skpweb.extensions import db
from skpweb.journal import list_keeping
from skpweb.models.base import utc_now
from skpweb.models.imports import ImportBatch
from skpweb.office.backup import stored_files
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web import journal_lists as lists
from tests.web.kept import events
from tests.web.scene import Scene


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    return lists.scene(app, office)


def paste(browser: Browser, words: str) -> Page:
    return lists.paste(browser, [("Tanggal", "Kegiatan"), ("24/11/2026", words)])


def previews(app: Flask) -> list[int]:
    with app.app_context():
        return list(db.session.scalars(sa.select(ImportBatch.id).order_by(ImportBatch.id)))


def files(app: Flask) -> set[str]:
    with app.app_context():
        return {file.name for file in stored_files()}


def age(app: Flask, days: int) -> None:
    with app.app_context():
        then = utc_now() - timedelta(days=days)
        db.session.execute(sa.update(ImportBatch).values(checked_at=then))
        db.session.commit()


def test_old_previews_go_with_their_files_when_a_new_one_comes(app: Flask, scene: Scene) -> None:
    paste(scene.iwan, "Rapat")
    old = files(app)
    age(app, 29)
    paste(scene.iwan, "Apel")
    assert len(previews(app)) == 2 and old < files(app)
    age(app, 31)
    page = paste(scene.iwan, "Piket")
    assert "Paling banyak 20" not in page.text
    assert previews(app) == [3] and len(files(app)) == 1 and not old & files(app)
    assert len(events(app, "journal.drop")) == 2


def test_what_was_saved_and_what_somebody_else_checked_stays(app: Flask, scene: Scene) -> None:
    lists.press(scene.iwan, paste(scene.iwan, "Rapat"), "Simpan 1 kegiatan")
    paste(scene.kasi, "Rapat")  # the same bytes
    age(app, 31)
    paste(scene.iwan, "Apel")
    assert previews(app) == [1, 2, 3]


def test_a_file_that_another_row_names_stays(app: Flask, scene: Scene) -> None:
    paste(scene.kasi, "Rapat")
    paste(scene.iwan, "Rapat")
    age(app, 31)
    same = files(app)
    assert len(same) == 1
    paste(scene.iwan, "Apel")
    assert previews(app) == [1, 3] and same < files(app)


def test_too_many_previews_drop_the_oldest_with_words(
    app: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_keeping, "MOST_WAITING", 3)
    for number in range(3):
        assert "Paling banyak 20" not in paste(scene.iwan, f"Rapat {number}").text
    page = paste(scene.iwan, "Apel")
    assert "Paling banyak 20 daftar" in page.text and "1 baru" in page.text
    assert previews(app) == [2, 3, 4] and len(files(app)) == 3


def test_a_stored_file_can_be_gone_already(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        digest = storage.put(b"sekali")
        storage.remove(digest)
        storage.remove(digest)
        with pytest.raises(storage.Damaged):
            storage.get(digest)


MARK = b"skpweb pasted rows\n"


@pytest.mark.parametrize("rest", [b"\xff", b"Tanggal\tKegiatan\n24/11/2026\tRapat\n"])
def test_a_file_does_not_pass_for_a_pasted_text(scene: Scene, rest: bytes) -> None:
    page = lists.upload(scene.iwan, MARK + rest, 422)
    assert "Ini berkas teks (CSV atau HTML)" in page.text or "bukan buku kerja" in page.text


def test_a_pasted_text_may_begin_like_a_kept_one(app: Flask, scene: Scene) -> None:
    text = MARK.decode() + "Tanggal\tKegiatan\n24/11/2026\tRapat\n"
    page = lists.paste(scene.iwan, text)
    lists.press(scene.iwan, page, "Simpan 1 kegiatan")
    assert [entry.activity for entry in lists.entries(app)] == ["Rapat"]


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_a_text_of_endless_lines_is_refused_before_it_is_taken_apart(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setattr("skpweb.domain.pasted.rows", None)
    page = lists.paste(scene.iwan, "Tanggal\tKegiatan\n" + end * 5_200, 422)
    assert "Lebih dari 5.000 baris" in page.text


def test_letters_that_no_document_holds_are_dropped_where_texts_come_in(
    app: Flask, scene: Scene
) -> None:
    lists.press(scene.iwan, paste(scene.iwan, "Ra\uffffpat \ufffe1"), "Simpan 1 kegiatan")
    assert [entry.activity for entry in lists.entries(app)] == ["Rapat 1"]
