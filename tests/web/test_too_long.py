"""What is longer than its place is refused in words, and stays on the page as it was typed."""

from datetime import date
from typing import Any

import pytest
from flask import Flask

from skpweb.domain.progress import FollowUp, Verdict
from skpweb.extensions import db
from skpweb.models.dialogues import ProgressNote
from tests.browser import Browser, Form, Page
from tests.office import SmallOffice
from tests.web.guided import GOALS, Guided
from tests.web.test_dialogue import HUB, plan, write

#: as a browser and as htmx ask
ASKERS: tuple[dict[str, str], ...] = ({}, {"HX-Request": "true", "HX-Target": "isi"})


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Guided:
    return Guided(app, office)


def refused(who: Browser, form: Form, name: str, longest: int, **more: Any) -> Page:
    """The form with a text of one letter too many comes back whole, asked in either way."""
    text = "Sibuk" + "x" * (longest - 4)
    for headers in ASKERS:
        data = form.data() | more | {name: text}
        page = who.post(form.action, data, 422, headers=headers)
        assert f"Paling panjang {longest} huruf. Ringkas isinya." in page.text
        kept = page.all(f"//*[@name='{name}']")
        assert text in [one.get("value") or (one.text or "").strip() for one in kept]
    return page


def test_the_reason_of_a_cancelled_meeting(case: Guided) -> None:
    plan(case)
    form = case.iwan.get(f"{HUB}1/move").form(f"{HUB}1/cancel")
    page = refused(case.iwan, form, "why", 500)
    assert "Paling panjang 500 huruf" in case.iwan.submit(
        case.iwan.get(f"{HUB}1/move").form(f"{HUB}1/move"), 422, reason="x" * 501
    ).text  # fmt: skip
    page = case.iwan.submit(page.form(f"{HUB}1/cancel"), why="x" * 500)
    assert "x" * 500 in page.source


def test_the_note_with_which_an_agreed_action_ends(case: Guided) -> None:
    plan(case)
    write(case)
    close = "/dialogue/agreements/1/close"
    page = refused(case.iwan, case.iwan.get(f"{HUB}1/").form(close), "note", 500, do="drop")
    assert page.all("//details[@open]//input[@name='note']")
    page = case.iwan.submit(page.form(close), button=("do", "drop"), note="x" * 500)
    assert "x" * 500 in page.source


def test_the_reasons_of_a_bimbingan(case: Guided) -> None:
    case.begin()
    case.write("iwan", "submit", GOALS)
    for verb in ("return", "withdraw"):
        form = case.kasi.get(case.here).form(f"{case.here}{verb}")
        refused(case.kasi, form, "reason", 1000)
    case.take("kasi", "return", reason="x" * 1000)
    assert case.record().note == "x" * 1000


def test_the_reason_for_giving_up_a_training(case: Guided) -> None:
    form = case.iwan.get(case.person).form(f"{case.person}development")
    page = case.iwan.submit(form, title="Pelatihan arsip", kind="classical")
    here = page.form(containing="Sudah selesai")
    page = refused(case.iwan, here, "reason", 1000, do="withdraw", title="Pelatihan lain")
    assert "Pelatihan lain" in page.source
    page = case.iwan.submit(here, button=("do", "withdraw"), reason="x" * 1000)
    assert "x" * 1000 in page.source


def test_the_target_of_a_rencana_aksi(case: Guided) -> None:
    path = f"/journal/skp/{case.skp_id}/steps/"
    form = case.iwan.get(path).form(path)
    name = next(key for key in form.data() if key.startswith("target-"))
    page = refused(case.iwan, form, name, 200, statement="Memverifikasi berkas")
    assert "Target " in page.all("//*[@id='galat']")[0].text_content()
    case.iwan.submit(page.form(path), **{name.replace("-", "__"): "x" * 200})
    form = case.iwan.get("/journal/steps/1/").form("/journal/steps/1/")
    assert form.data()[name] == ["x" * 200]
    refused(case.iwan, form, name, 200)


def test_the_reason_of_a_revision_is_offered_whole(case: Guided) -> None:
    follows = [FollowUp.EXPECTATION.value]
    with case.app.app_context():
        kasi = case.office.ids["kasi"]
        note = ProgressNote(
            skp_id=case.skp_id, verdict=Verdict.NO_PROGRESS, text="Belum.", follow_ups=follows,
            plan="Target " + "x" * 1500 + " akhir", author_id=kasi, recorded_on=date(2026, 11, 20),
        )  # fmt: skip
        db.session.add(note)
        db.session.commit()
    page = case.iwan.get(f"/planning/{case.skp_id}/revise?progress=1")
    form = page.form(f"/planning/{case.skp_id}/revise")
    assert form.data()["reason"][0].endswith(" akhir")
    refused(case.iwan, form, "reason", 1000)
