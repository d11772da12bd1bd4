"""What was typed in a form that is not offered any more stands on the page that says so."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import Posting
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.rated import Rated
from tests.web.test_counselling import CASE, Secret

TEXT = "Kalimat panjang yang\r\nditulis <b>setengah jam</b> & belum disalin."
HEADING = "Isian Anda yang belum tersimpan"


def kept(page: Page) -> bool:
    """Whether the text stands on the page, as text."""
    assert "<b>setengah" not in page.source
    return HEADING in page.text and " ".join(TEXT.split()) in page.text


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Filed and heard: the penilai may explain, the atasan penilai decide."""
    made = Rated(app, office)
    made.received(date(2026, 1, 12))
    made.on(date(2026, 1, 20))
    made.file()
    made.on(date(2026, 1, 28))
    made.hear()
    return made


def test_an_objection_decided_meanwhile_keeps_every_text(case: Rated) -> None:
    explaining = case.kasi.get(case.about).form(f"{case.about}explain")
    hearing = case.camat.get(f"{case.about}?hearing=1").form(f"{case.about}hearing")
    deciding = case.camat.get(case.about).form(f"{case.about}decide")
    case.decide()
    assert kept(case.kasi.submit(explaining, 409, explanation=TEXT))
    assert kept(case.camat.submit(hearing, 409, hearing=TEXT))
    assert kept(case.camat.submit(deciding, 409, verdict="uphold", decision=TEXT))


def test_a_counselling_moved_on_meanwhile_keeps_what_was_typed(
    app: Flask, office: SmallOffice
) -> None:
    secret = Secret(app, office)
    secret.draft()
    old = secret.kasi.get(CASE).form(CASE)
    secret.report()
    page = secret.kasi.submit(old, 409, problem=TEXT)
    assert kept(page)
    desk = secret.yuli.get(CASE)
    declining = desk.form(f"{CASE}decline")
    secret.arrange()
    assert kept(secret.yuli.submit(declining, 409, reason=TEXT))


def test_who_lost_his_right_meanwhile_gets_his_text_back(app: Flask, office: SmallOffice) -> None:
    secret = Secret(app, office)
    form = secret.kasi.get(secret.new).form(secret.new)
    with app.app_context():
        mine = Posting.employee_id == office.ids["iwan"]
        db.session.execute(sa.update(Posting).where(mine).values(assessor_id=office.ids["team"]))
        db.session.commit()
    assert kept(secret.kasi.submit(form, 404, receiver="Yuli", problem=TEXT))


def test_an_evaluation_rated_in_another_tab_keeps_the_recommendation(
    app: Flask, office: SmallOffice
) -> None:
    case = Rated(app, office)
    here = f"/review/skp/{case.skp_id}/{case.window}/"
    fields = {"csrf_token": case.kasi.token(), "recommendation": TEXT, "version": "1"}
    assert kept(case.kasi.post(here, fields, 409))


@pytest.mark.parametrize("name", ["password", "new_password", "code", "again", "csrf_token"])
def test_what_is_secret_is_never_shown_again(case: Rated, name: str) -> None:
    data = {"csrf_token": case.kasi.token(), "reason": "ada alasan"} | {name: "tiga kata rahasia"}
    page = case.kasi.post("/guidance/999/return", data, 404)
    assert "rahasia" not in page.text


def test_nothing_is_said_twice_where_the_form_stands(case: Rated) -> None:
    page = case.camat.get(case.about)
    form = page.form(f"{case.about}decide")
    answer = case.camat.submit(form, 422, verdict="", decision=TEXT)
    assert HEADING not in answer.text and "setengah jam" in answer.source


def test_a_note_that_is_too_long_is_refused_where_no_page_is_named(case: Rated) -> None:
    """The button says on whose page it stood; without that it is the agreement's own."""
    new = case.kasi.get("/dialogue/new").form("/dialogue/new")
    plan = {"held_on": "28/1/2026", "starts_at": "8", "ends_at": "9", "place": "Aula"}
    case.kasi.submit(new, who=[str(case.skp_id)], **plan)
    record = case.kasi.get("/dialogue/1/record").form("/dialogue/1/record")
    case.kasi.submit(record, notes="Dibahas", rows__0__text="Kirim", rows__0__due_on="1/2/2026")
    data = {"csrf_token": case.kasi.token(), "do": "drop", "note": f"{TEXT} " * 20}
    page = case.kasi.post("/dialogue/agreements/1/close", data, 422)
    assert "Paling panjang 500 huruf" in page.text and "setengah jam" in page.source
