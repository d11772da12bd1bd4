"""Cases of p.89-94 walked through the pages: Plt., a penilai who moves or is gone, late results."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.ratings import Predicate
from skpweb.extensions import db
from skpweb.models.people import Posting
from tests.office import SmallOffice
from tests.web.special import Special


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan in the third quarter; Dedi is his penilai."""
    return Special(app, office)


def test_penilai_moved_on_25_august_does_not_rate_the_quarter(case: Special) -> None:
    case.on(date(2026, 8, 25))
    case.post("iwan", starts_on="25/08/2026", assessor=case.name("team"))
    case.reported(date(2026, 9, 24), "team")
    assert case.path not in case.kasi.get("/review/?kind=evaluations").links()
    assert case.path in case.team.get("/review/?kind=evaluations").links()
    assert not case.kasi.get(case.path).all("//button[contains(., 'tetapkan predikat')]")
    case.rated_by("team")
    assert case.parties()["assessor"]["name"] == case.name("team")


def test_penilai_moved_on_25_september_rates_the_quarter(case: Special) -> None:
    case.on(date(2026, 9, 25))
    case.post("kasi", starts_on="25/09/2026", position_name="Kepala Seksi Pemberdayaan")
    case.post("iwan", starts_on="25/09/2026", assessor=case.name("team"))
    case.reported(date(2026, 9, 30))
    assert case.path in case.kasi.get("/review/?kind=evaluations").links()
    assert case.path not in case.team.get("/review/?kind=evaluations").links()
    assert "Iwan" in case.kasi.get(f"/review/evaluations/?window={case.window}").text
    case.rated_by("kasi")
    assessor = case.parties()["assessor"]
    assert assessor["name"] == case.name("kasi")
    assert assessor["position"] == "Kepala Seksi Pelayanan"  # what he was then
    assert "Serahkan dokumen" in case.kasi.get("/review/?kind=papers").text


def test_skp_is_clarified_and_set_again_with_the_new_penilai(case: Special) -> None:
    case.on(date(2026, 8, 25))
    case.post("iwan", starts_on="25/08/2026", assessor=case.name("team"))
    path = f"/planning/{case.skp_id}/"
    form = case.iwan.get(f"{path}revise").form(f"{path}revise")
    case.iwan.submit(form, reason="Klarifikasi ekspektasi dengan penilai baru")
    case.iwan.submit(case.iwan.get(path).form(f"{path}submit"))
    case.kasi.get(f"{path}review", 404)
    case.team.submit(case.team.get(f"{path}review").form(f"{path}approve"))
    page = case.iwan.get(path)
    assert case.name("team") in page.text and "perubahan ke-1" in page.text
    assert case.name("kasi") in case.iwan.get(f"{path}versions/1/").text


@pytest.mark.parametrize(("acting", "prefix"), [("plt", "Plt."), ("plh", "Plh.")])
def test_plt_or_plh_is_the_penilai_and_signs_as_such(
    case: Special, acting: str, prefix: str
) -> None:
    case.on(date(2026, 9, 1))
    post = {"position_name": "Kepala Seksi Pelayanan", "acting": acting}
    case.post("team", starts_on="01/09/2026", **post)
    case.post("iwan", starts_on="01/09/2026", assessor=case.name("team"))
    case.reported(date(2026, 9, 30), "team")
    case.rated_by("team")
    assert case.parties()["assessor"]["position"] == f"{prefix} Kepala Seksi Pelayanan"


def test_plt_is_rated_by_the_head_of_the_unit_where_he_reports(case: Special) -> None:
    """Iwan is Plt under the camat from 22 September: the camat rates, not his old penilai."""
    case.on(date(2026, 9, 22))
    case.post(
        "iwan", starts_on="22/09/2026", acting="plt", position_name="Kepala Seksi Ketertiban",
        assessor=case.name("camat"), senior="Bupati Contoh Raya",
    )  # fmt: skip
    case.reported(date(2026, 9, 30), "camat")
    case.rated_by("camat")
    parties = case.parties()
    assert parties["owner"]["position"] == "Plt. Kepala Seksi Ketertiban"
    assert parties["assessor"]["name"] == f"Drs. {case.name('camat')}"


def test_plt_ends_and_the_definitive_post_decides_again(case: Special) -> None:
    case.on(date(2026, 7, 1))
    case.post(
        "iwan", starts_on="01/07/2026", acting="plt", position_name="Kepala Seksi Ketertiban",
        assessor=case.name("camat"), senior="Bupati Contoh Raya",
    )  # fmt: skip
    case.on(date(2026, 9, 1))
    case.post(
        "iwan", starts_on="01/09/2026", acting="definitive", assessor=case.name("kasi"),
        position_name="Pengolah Data dan Informasi", senior=case.name("camat"),
    )  # fmt: skip
    assert "1 Januari" in case.iwan.get("/planning/").text  # one SKP, running on
    case.reported(date(2026, 9, 30))
    case.rated_by("kasi")
    assert case.parties()["owner"]["position"] == "Pengolah Data dan Informasi"


def test_penilai_gone_for_good_is_followed_by_the_atasan(case: Special) -> None:
    case.on(date(2026, 9, 25))  # inside the window: who is gone does not keep it
    kasi = f"/admin/employees/{case.office.ids['kasi']}"
    form = case.team.get(kasi).form(f"{kasi}/leave")
    page = case.team.submit(form, left_on="24/09/2026", left_reason="Meninggal dunia")
    assert "2 pegawai dinilai oleh" in page.text
    page = case.team.submit(page.form(f"{kasi}/hand-up"), since="25/09/2026")
    assert "dialihkan kepada atasan" in page.text and "pegawai dinilai oleh" not in page.text
    case.reported(date(2026, 9, 30), "camat")
    case.rated_by("camat")
    parties = case.parties()
    assert parties["assessor"]["name"] == f"Drs. {case.name('camat')}"
    assert parties["senior_assessor"]["name"] == "Bupati Contoh Raya"


def test_whoever_has_no_atasan_penilai_is_named(case: Special) -> None:
    case.on(date(2026, 9, 25))
    with case.app.app_context():
        of = Posting.employee_id == case.office.ids["yuli"]
        db.session.execute(sa.update(Posting).where(of).values(senior_assessor_id=None))
        db.session.commit()
    kasi = f"/admin/employees/{case.office.ids['kasi']}"
    form = case.team.get(kasi).form(f"{kasi}/leave")
    page = case.team.submit(form, left_on="24/09/2026", left_reason="Meninggal dunia")
    page = case.team.submit(page.form(f"{kasi}/hand-up"), since="25/09/2026")
    assert f"pilih penilai baru: {case.name('yuli')}." in page.text
    assert "1 pegawai dinilai oleh" in page.text


def test_penilai_still_there_is_not_handed_up(case: Special) -> None:
    kasi = f"/admin/employees/{case.office.ids['kasi']}"
    form = case.team.get(kasi).form(f"{kasi}/hand-up")
    assert "Nonaktifkan dulu" in case.team.submit(form, 422, since="01/09/2026").text


def test_window_missed_goes_to_the_atasan_and_is_final(case: Special) -> None:
    case.reported(date(2026, 10, 1))
    case.on(date(2026, 10, 15))
    assert not case.kasi.get(case.path).all("//button[contains(., 'tetapkan predikat')]")
    case.rated_by("camat")
    found = case.evaluation()
    assert found is not None and found.rated_by_senior
    assert (
        "bersifat final"
        in case.iwan.get(f"/results/skp/{case.skp_id}/{case.window}/objection/").text
    )


@pytest.mark.parametrize(("who", "day"), [("kasi", 30), ("camat", 15)])
def test_who_reports_nothing_is_evaluated_all_the_same(case: Special, who: str, day: int) -> None:
    """By the penilai, or after the window by the atasan, who says why (p.90 no. 10-11)."""
    case.on(date(2026, 9, 30) if day == 30 else date(2026, 10, day))
    case.say(who)
    browser = getattr(case, who)
    chosen = {"result": "below", "behaviour": "below"}
    browser.submit(browser.get(case.path).form(case.path), button=("do", "check"), **chosen)
    check = browser.get(f"{case.path}check")
    assert "Belum ada realisasi" in browser.submit(check.form(f"{case.path}rate"), 422).text
    form = browser.get(case.path).form(case.path)
    browser.submit(form, button=("do", "check"), reason="Tidak melapor meski sudah diminta")
    browser.submit(browser.get(f"{case.path}check").form(f"{case.path}rate"))
    found = case.evaluation_of(case.window)
    assert found.predicate is Predicate.VERY_POOR
    assert found.snapshot["reason"] == "Tidak melapor meski sudah diminta"
    case.iwan.get(f"/results/skp/{case.skp_id}/{case.window}/")
    assert case.iwan.client.get(f"/results/skp/{case.skp_id}/{case.window}/evaluation.pdf").data


def test_organisation_result_names_what_it_was_drawn_from(case: Special) -> None:
    path = f"/admin/windows/{case.window}/units/{case.office.unit_id}"
    form = case.team.get(path).form(path)
    page = case.team.submit(
        form, decided_by="Bupati Contoh Raya", measure="trajectory", reason="Dasar dilengkapi"
    )
    assert "Capaian trajectory target" in page.text
    form = case.team.get(path).form(path)
    assert "Pilih dasar yang cocok" in case.team.submit(form, 422, measure="indicators").text
