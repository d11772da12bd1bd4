"""Tugas belajar, from its guide to whoever cannot finish it: p.62-65, 92 and 100."""

from datetime import date

import pytest
from flask import Flask

from skpweb.domain.ratings import Predicate
from skpweb.domain.terms import AbsenceKind
from skpweb.extensions import db
from skpweb.models.presence import Absence
from tests.office import SmallOffice
from tests.web.special import Special


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan's third quarter."""
    return Special(app, office)


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
    shown = case.kasi.get(case.path).text
    assert "ditetapkan Kurang atau Sangat Kurang" in shown and "tidak mengikat" not in shown
    case.reported(date(2026, 9, 30))
    case.draft("below", "meets")
    shown = case.kasi.get(case.path).text
    assert "predikat Kurang/Misconduct" in shown and "Kotak predikat" not in shown
    ticked = case.kasi.get(f"/review/calibration/{case.window}/check").text
    assert "Kurang/Misconduct" in ticked and "Butuh Perbaikan" not in ticked.partition("Pola")[0]
    case.rate()
    assert case.evaluation_of(case.window).predicate is Predicate.POOR
    assert (
        "Tugas belajar tidak diselesaikan"
        in case.iwan.get(f"/results/skp/{case.skp_id}/{case.window}/").text
    )


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
