"""Rencana aksi: proposed by the owner, agreed to or returned by the penilai."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb import audit
from skpweb.admin import trail_words
from skpweb.domain.lifecycle import StepState
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.journal import ActionStep
from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice

DESK = "/review/steps/"


@pytest.fixture
def skp_id(app: Flask, office: SmallOffice) -> int:
    with app.app_context():
        return records.approved_skp(office)


def signed_in(app: Flask, nick: str) -> Browser:
    browser = Browser(app)
    browser.sign_in(SmallOffice.NIPS[nick])
    return browser


@pytest.fixture
def iwan(app: Flask, skp_id: int) -> Browser:
    return signed_in(app, "iwan")


@pytest.fixture
def kasi(app: Flask, skp_id: int) -> Browser:
    return signed_in(app, "kasi")


def propose(iwan: Browser, skp_id: int, statement: str = "Memverifikasi berkas") -> Page:
    path = f"/journal/skp/{skp_id}/steps/"
    targets = iwan.get(path).all("//input[starts-with(@name, 'target-')]/@name")
    typed = {targets[0].replace("-", "__"): "480", "unit": "berkas"}
    return iwan.submit(iwan.get(path).form(path), statement=statement, **typed)


def change(iwan: Browser, step_id: int, **typed: str) -> Page:
    path = f"/journal/steps/{step_id}/"
    return iwan.submit(iwan.get(path).form(path), **typed)


def decide(
    kasi: Browser, do: str = "approve", status: int = 200, page: Page | None = None, **typed: Any
) -> Page:
    """Tick everything that is shown (unless ``step`` says otherwise) and press a button."""
    page = page or kasi.get(DESK)
    form = page.form(DESK)
    values = {"step": page.all("//input[@name='step']/@value")}
    return kasi.submit(form, status, button=("do", do), **(values | typed))


def stored(app: Flask, step_id: int = 1) -> ActionStep:
    with app.app_context():
        step = db.session.get(ActionStep, step_id)
        assert step is not None
        db.session.expunge(step)
        return step


def test_a_new_one_is_proposed_and_can_be_used_at_once(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int
) -> None:
    page = propose(iwan, skp_id)
    assert "Anda sudah dapat memakainya" in page.text
    assert "Diusulkan sejak" in page.text
    assert "Memverifikasi berkas" in iwan.get("/journal/").text
    shown = kasi.get(DESK)
    assert "1 rencana aksi menunggu kesepakatan Anda" in shown.text
    assert "Iwan Permadanu" in shown.text and "TW I: 480 berkas" in shown.text
    assert "RHK 1. Terverifikasinya berkas permohonan" in shown.text


def test_agreed_by_the_penilai_with_name_and_post(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int
) -> None:
    propose(iwan, skp_id)
    assert "1 rencana aksi disepakati. Sisa 0." in decide(kasi).text
    step = stored(app)
    assert step.state is StepState.AGREED and step.decided_at is not None
    assert step.decided_by == "Dedi Pranasuta, Kepala Seksi Pelayanan"
    assert "Disepakati" in iwan.get(f"/journal/skp/{skp_id}/steps/").text
    assert "Disepakati Dedi Pranasuta, Kepala Seksi" in iwan.get("/journal/steps/1/").text
    assert "Semua beres" in kasi.get(DESK).text


def test_returned_with_a_note_changed_and_proposed_again(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int
) -> None:
    propose(iwan, skp_id)
    assert "1 rencana aksi menunggu penilai" in iwan.get("/").text
    assert "Tulis catatan supaya" in decide(kasi, "return", 422).text
    assert "Ringkas isinya" in decide(kasi, "return", 422, reason="x" * 1001).text
    decide(kasi, "return", reason="Targetnya terlalu kecil.")
    page = iwan.get(f"/journal/skp/{skp_id}/steps/")
    assert "Dikembalikan" in page.text and "Targetnya terlalu kecil." in page.text
    home = iwan.get("/").text
    assert (
        "menunggu penilai" not in home
        and "Perbaiki rencana aksi" in home
        and "Catatan penilai: Targetnya terlalu" in home
    )
    first = stored(app)
    assert "Memverifikasi berkas" in iwan.get("/journal/").text  # nobody is blocked
    assert "diusulkan lagi" in change(iwan, 1, statement="Memverifikasi semua berkas").text
    again = stored(app)
    assert again.state is StepState.PROPOSED and again.decided_at is None
    assert again.proposed_at > first.proposed_at
    assert "Catatan sebelumnya: Targetnya terlalu kecil." in kasi.get(DESK).text


def test_an_agreed_one_is_proposed_again_only_by_other_words_or_targets(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int
) -> None:
    propose(iwan, skp_id)
    decide(kasi)
    before = stored(app)
    assert "Tidak ada yang berubah" in change(iwan, 1).text
    same = stored(app)
    assert (same.state, same.version_id) == (StepState.AGREED, before.version_id)
    field = iwan.get("/journal/steps/1/").all("//input[starts-with(@name, 'target-')]/@name")[1]
    change(iwan, 1, **{field.replace("-", "__"): "520"})
    assert stored(app).state is StepState.PROPOSED
    assert "TW II: 520 berkas" in kasi.get(DESK).text


def test_what_changed_since_it_was_shown_is_not_decided(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int
) -> None:
    propose(iwan, skp_id)
    propose(iwan, skp_id, "Merekap layanan")
    propose(iwan, skp_id, "Melatih petugas")
    shown = kasi.get(DESK)
    change(iwan, 1, statement="Mencuci mobil")
    iwan.submit(iwan.get("/journal/steps/3/").form("/journal/steps/3/archive"))
    page = decide(kasi, status=409, page=shown)
    assert "“Mencuci mobil” berubah sejak halaman ini dibuka" in page.text
    assert "sudah diputuskan atau ditarik" in page.text
    states = [stored(app, number).state for number in (1, 2, 3)]
    assert states == [StepState.PROPOSED, StepState.AGREED, StepState.PROPOSED]
    assert page.all("//input[@name='step']/@checked") == []  # the new text was not read yet


def test_nothing_ticked_and_nonsense_are_told(iwan: Browser, kasi: Browser, skp_id: int) -> None:
    propose(iwan, skp_id)
    assert "Centang dulu" in decide(kasi, status=422, step=None).text
    assert "Centang dulu" in decide(kasi, status=422, step="zz:1").text
    assert "sudah diputuskan" in decide(kasi, status=409, step="999:1").text


@pytest.mark.parametrize("nick", ["iwan", "camat", "team", "stranger"])
def test_nobody_else_sees_or_decides_them(
    app: Flask, iwan: Browser, skp_id: int, nick: str
) -> None:
    propose(iwan, skp_id)
    other = signed_in(app, nick)
    assert "Semua beres" in other.get(DESK).text
    data = {"csrf_token": other.token(), "do": "approve", "step": "1:1"}
    other.post(DESK, data, 409)
    assert stored(app).state is StepState.PROPOSED


def test_a_draft_skp_has_no_rencana_aksi_yet(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        skp_id = records.draft_skp(office, "yuli")
    yuli = signed_in(app, "yuli")
    path = f"/journal/skp/{skp_id}/steps/"
    assert "SKP Anda belum ditetapkan" in yuli.get(path).text
    yuli.post(path, {"csrf_token": yuli.token()}, 409)


def test_one_whose_rhk_is_gone_is_still_shown(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int
) -> None:
    propose(iwan, skp_id)
    with app.app_context():
        db.session.execute(sa.update(ActionStep).values(rhk_key="0" * 32))
        db.session.commit()
    assert "RHK-nya tidak ada lagi di SKP" in kasi.get(DESK).text
    assert "RHK yang tidak ada lagi di SKP" in iwan.get(f"/journal/skp/{skp_id}/steps/").text


def test_the_trail_tells_each_decision_in_words(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int
) -> None:
    propose(iwan, skp_id)
    decide(kasi, "return", reason="Perjelas.")
    change(iwan, 1, statement="Memverifikasi semua berkas")
    decide(kasi)
    with app.app_context():
        assert audit.verify() is None
        query = sa.select(AuditEvent).where(AuditEvent.action.startswith("step."))
        events = db.session.scalars(query.order_by(AuditEvent.number)).all()
        said = [trail_words.verb(event.action) for event in events]
    assert said == [
        "menambah rencana aksi", "mengembalikan rencana aksi", "mengubah rencana aksi",
        "mengusulkan lagi rencana aksi", "menyepakati rencana aksi",
    ]  # fmt: skip


def test_the_page_costs_the_same_for_one_and_for_many(
    app: Flask, iwan: Browser, kasi: Browser, skp_id: int, office: SmallOffice
) -> None:
    propose(iwan, skp_id)
    one = kasi.get(DESK).queries
    with app.app_context():
        other = records.approved_skp(office, "yuli")
        for number in range(8):
            records.step(skp_id, f"Langkah {number}")
            records.step(other, f"Langkah {number}")
    many = kasi.get(DESK)
    assert "17 rencana aksi menunggu" in many.text
    assert many.queries == one <= 12
