"""Who moved, serves elsewhere or studies: p.62-66 and 91-92 walked through the pages."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EvaluationState, SkpState
from skpweb.domain.ratings import Predicate, Rating
from skpweb.domain.terms import AbsenceKind
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Unit
from skpweb.models.people import Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.presence import Absence
from skpweb.models.review import Evaluation
from tests import records
from tests.office import SmallOffice
from tests.web.special import Special

NURSE = "Puskesmas Kenanga"


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan's third quarter."""
    return Special(app, office)


def moved_in(case: Special) -> None:
    """Iwan came on 1 July from another unit, which had rated his second quarter."""
    with case.app.app_context():
        me = case.office.ids["iwan"]
        there = Unit(name=NURSE)
        db.session.add(there)
        db.session.flush()
        now = db.session.scalars(sa.select(Posting).where(Posting.employee_id == me)).one()
        now.starts_on = date(2026, 7, 1)
        before = Posting(
            employee_id=me, unit_id=there.id, position_name="Perawat", acting=now.acting,
            position_kind=now.position_kind, starts_on=date(2024, 1, 1),
            ends_on=date(2026, 6, 30), assessor_id=case.office.ids["team"],
        )  # fmt: skip
        db.session.add(before)
        db.session.flush()
        db.session.add(rated_there(db.session.get_one(Skp, case.skp_id), before.id))
        db.session.commit()


def rated_there(skp: Skp, posting_id: int) -> Evaluation:
    """The SKP of the first half year and its one predicate; the present SKP begins after it."""
    skp.starts_on = date(2026, 7, 1)
    former = Skp(
        employee_id=skp.employee_id, year_id=skp.year_id, posting_id=posting_id, form=skp.form,
        approach=skp.approach, starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30),
    )  # fmt: skip
    former.versions = [SkpVersion(number=1, state=SkpState.APPROVED, approved_at=utc_now())]
    db.session.add(former)
    db.session.flush()
    return rated(former.id, records.window(2))


def rated(skp_id: int, window_id: int) -> Evaluation:
    """A predicate of the former unit."""
    facts = {"parties": {"assessor": {"name": "Kepala Puskesmas Kenanga"}}}
    return Evaluation(
        skp_id=skp_id, window_id=window_id, state=EvaluationState.RATED,
        rated_at=utc_now(), result_rating=Rating.ABOVE, behaviour_rating=Rating.ABOVE,
        predicate=Predicate.VERY_GOOD, snapshot=facts | {"organisation_level": "outstanding"},
    )  # fmt: skip


def press(case: Special, who: str, what: str, status: int = 200) -> str:
    path = f"{case.path}former"
    browser = getattr(case, who)
    return browser.submit(browser.get(path).form(f"{path}/{what}"), status).text


def test_moved_pegawai_is_rated_by_the_new_penilai_on_the_new_units_result(case: Special) -> None:
    moved_in(case)
    case.reported(date(2026, 9, 30))
    shown = case.kasi.get(case.path).text
    assert "Baik (Kecamatan Contohsari)" in shown and f"pindah dari {NURSE}" in shown
    case.team.get(case.path)  # the former penilai may look, as team; he rates nothing here
    case.rated_by("kasi")
    found = case.evaluation_of(case.window)
    assert found.snapshot["organisation_level"] == "good"
    assert found.snapshot["parties"]["assessor"]["name"] == case.name("kasi")


def test_moved_pegawai_uses_the_former_units_result_if_both_agree(case: Special) -> None:
    moved_in(case)
    case.on(date(2026, 9, 30))
    assert f"{case.path}former" in case.iwan.get(f"{case.path}report").links()
    page = case.kasi.get(f"{case.path}former")
    assert "Kepala Puskesmas Kenanga" in page.text and "Sangat Baik" in page.text
    assert "Setuju" in press(case, "kasi", "agree")
    assert not case.kasi.get(f"{case.path}former").all("//button[contains(., 'Tetapkan')]")
    press(case, "iwan", "agree")
    again = case.iwan.get(f"{case.path}former").form(f"{case.path}former/withdraw")
    press(case, "iwan", "withdraw")
    page = case.iwan.submit(again, 409, kunci="lain")
    assert "Belum ada persetujuan Anda" in page.text
    assert not case.kasi.get(f"{case.path}former").all("//button[contains(., 'Tetapkan')]")
    press(case, "iwan", "agree")
    case.camat.get(f"{case.path}former", 404)
    assert not case.iwan.get(f"{case.path}former").all("//button[contains(., 'Tetapkan')]")
    press(case, "kasi", "rate")
    found = case.evaluation_of(case.window)
    assert (found.predicate, found.result_rating) == (Predicate.VERY_GOOD, Rating.ABOVE)
    assert found.snapshot["organisation_level"] == "outstanding"
    assert found.snapshot["organisation_from"] == f"capaian Triwulan II 2026 {NURSE}"
    assert found.snapshot["parties"]["assessor"]["name"] == case.name("kasi")
    words = "sesuai kesepakatan pejabat penilai kinerja dan pegawai tanggal 30 September 2026"
    assert words in found.recommendation and words in found.snapshot["adopted"]
    assert case.trail()[-5:] == [
        "adoption.agree", "adoption.agree", "adoption.withdraw", "adoption.agree",
        "evaluation.rate",
    ]  # fmt: skip


def test_what_was_agreed_on_is_what_is_used(case: Special) -> None:
    moved_in(case)
    case.on(date(2026, 9, 30))
    press(case, "kasi", "agree")
    press(case, "iwan", "agree")
    old = case.kasi.get(f"{case.path}former").form(f"{case.path}former/rate")
    with case.app.app_context():
        agreed = sa.select(Evaluation).where(Evaluation.skp_id != case.skp_id)
        db.session.add(rated(db.session.scalars(agreed).one().skp_id, records.window(3)))
        db.session.commit()
    assert "Sepakati lagi" in case.kasi.submit(old, 422).text


def test_the_yearly_evaluation_takes_nothing_over(case: Special) -> None:
    moved_in(case)
    case.on(date(2026, 12, 15))
    with case.app.app_context():
        annual = records.window(0)
    path = f"/review/skp/{case.skp_id}/{annual}/former"
    assert "Tidak ada yang dapat dipakai" in case.kasi.get(path).text


def test_two_skp_of_a_year_touch_and_never_overlap(case: Special) -> None:
    case.on(date(2026, 7, 1))
    with case.app.app_context():
        db.session.get_one(Skp, case.skp_id).ends_on = date(2026, 6, 30)
        db.session.commit()
    form = case.iwan.get("/planning/new").form("/planning/new")
    assert form.data()["starts_on"] == ["1 Juli 2026"]
    page = case.iwan.submit(form, 422, starts_on="30/6/2026")
    assert "tidak boleh tumpang tindih" in page.text
    assert "SKP dibuat." in case.iwan.submit(form).text


def test_seconded_pegawai_is_rated_by_the_home_penilai(case: Special) -> None:
    case.on(date(2026, 8, 1))
    case.post("iwan", starts_on="01/08/2026", seconded_to="Palang Merah Internasional")
    case.reported(date(2026, 9, 30))
    assert "Diperbantukan pada Palang Merah Internasional" in case.kasi.get(case.path).text
    case.rated_by("kasi")
    assert case.parties()["assessor"]["name"] == case.name("kasi")


def studying(case: Special, **typed: str) -> None:
    with case.app.app_context():
        made = Absence(
            employee_id=case.office.ids["iwan"], kind=AbsenceKind.STUDY, recorded_by="Nur",
            starts_on=date(2026, 7, 1), ends_on=date(2026, 12, 31),
        )  # fmt: skip
        db.session.add(made)
        db.session.commit()
        path = f"/admin/absences/{made.id}/study"
    values = {
        "institution": "Universitas Contoh", "degree": "higher", "campus": "b", "programme": "c",
    }  # fmt: skip
    page = case.team.submit(case.team.get(path).form(path), **(values | typed))
    assert "Data tugas belajar disimpan" in page.text


def test_tugas_belajar_has_the_guide_of_the_table_beside_the_rating(case: Special) -> None:
    case.on(date(2026, 9, 30))
    studying(case, gpa="3,40", due_on="30/09/2026", graduated_on="01/09/2026")
    shown = case.kasi.get(case.path).text
    assert "IPK 3,40: panduannya Baik" in shown and "halaman 63" in shown
    assert "Ketepatan waktu kelulusan: lebih cepat" in shown
    case.reported(date(2026, 9, 30))  # not away: evaluated like everybody (p.92)
    assert "Cuti sepanjang masa ini" not in case.iwan.get("/results/?year=2026").text
    case.rated_by("kasi", "above", "above")  # a guide binds nobody
    assert case.evaluation_of(case.window).predicate is Predicate.VERY_GOOD


def test_tugas_belajar_dropped_out_is_kurang_or_sangat_kurang(case: Special) -> None:
    case.on(date(2026, 9, 30))
    studying(case, dropped_out="y")
    assert "ditetapkan Kurang atau Sangat Kurang" in case.kasi.get(case.path).text


def test_tugas_belajar_changes_the_running_skp_without_a_new_document(case: Special) -> None:
    case.on(date(2026, 7, 1))
    studying(case)
    form = case.iwan.get("/planning/new").form("/planning/new")
    page = case.iwan.submit(form, 422, starts_on="1/7/2026", ends_on="31/12/2026")
    assert "tidak boleh tumpang tindih" in page.text
    path = f"/planning/{case.skp_id}/"
    form = case.iwan.get(f"{path}revise").form(f"{path}revise")
    page = case.iwan.submit(form, reason="Mulai tugas belajar: IPK di atas 3,50")
    assert "Versi yang berlaku tetap berlaku" in page.text


def test_study_of_the_country_needs_its_accreditation(case: Special) -> None:
    case.on(date(2026, 9, 30))
    studying(case, is_abroad="y", campus="", programme="")
    path = "/admin/absences/1/study"
    form = case.team.get(path).form(path)
    assert "pilih akreditasi" in case.team.submit(form, 422, is_abroad="").text
    assert "IPK paling tinggi 4,00" in case.team.submit(form, 422, gpa="4,01").text
    for typed in ("tiga", "3,²", "3,758", "-1"):
        assert "Tulis IPK seperti" in case.team.submit(form, 422, gpa=typed).text, typed
    assert "Pilih jenjang studi" in case.team.submit(form, 422, degree="").text
