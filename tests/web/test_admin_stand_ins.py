"""The office records who is Plt. or Plh. of a penilai, with the letter that says so."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from tests.browser import Browser, Page
from tests.web.scene import Scene
from tests.web.test_stand_ins import MINE, OFFICE, WEEK, agree, delegate, rows, scene, token

__all__ = ["scene"]

LETTER = {"basis": "800.1.11.1/041/KEC", **WEEK}


def appoint(scene: Scene, status: int = 200, by: str = "team", **typed: str) -> Page:
    browser: Browser = getattr(scene, by)
    values = {"assessor": "Dedi Pranasuta", "who": "Farhan", "kind": "plh"} | LETTER | typed
    return browser.submit(browser.get(OFFICE).form(OFFICE), status, **values)


def test_the_office_appoints_with_a_letter(app: Flask, scene: Scene) -> None:
    page = appoint(scene)
    assert "Farhan Adiwijanarko menggantikan Dedi Pranasuta" in page.text
    assert "Plh. Kepala Seksi Pelayanan · 800.1.11.1/041/KEC" in page.text
    assert agree(scene.stranger).status == 200
    assert "dicatat tim pengelola" in scene.kasi.get(MINE).text
    scene.kasi.post("/review/stand-ins/1/end", token(scene.kasi), 404)  # the office's to end
    scene.admin.submit(scene.admin.get(OFFICE).form("/admin/stand-ins/1/end"))
    assert rows(app) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"basis": ""}, "Tulis nomor surat"),
        ({"kind": ""}, "Pilih"),
        ({"kind": "delegate"}, "Pilih"),
        ({"assessor": "Yuli"}, "tidak tercatat sebagai pejabat penilai siapa pun"),
        ({"assessor": ""}, "Tulis pejabat yang digantikan"),
        ({"who": "Dedi Pranasuta"}, "dirinya sendiri"),
        ({"who": "Nur Azkiawati"}, "tidak dapat mencatat diri sendiri"),
        ({"starts_on": ""}, "Tulis tanggal mulai"),
    ],
)
def test_an_appointment_without_sense_is_refused(
    app: Flask, scene: Scene, typed: dict[str, str], words: str
) -> None:
    assert words in appoint(scene, 422, **typed).text
    assert rows(app) == []


def test_a_plh_of_a_plt_is_no_double_title(app: Flask, scene: Scene) -> None:
    with app.app_context():
        db.session.execute(sa.text("UPDATE posting SET acting = 'plt' WHERE employee_id = 3"))
        db.session.commit()
    appoint(scene)
    delegate(scene, who="Nur Azkiawati")
    assert [title for title, *_ in rows(app)] == [
        "Plh. Kepala Seksi Pelayanan",
        "a.n. Plt. Kepala Seksi Pelayanan",
    ]
