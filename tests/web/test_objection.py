"""Keberatan as p.117-118 say, with the dates of the demo office's archivist."""

from datetime import date

import pytest
from flask import Flask

from skpweb.domain.ratings import Predicate, Rating
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.rated import Rated

RECEIVED = date(2026, 1, 12)


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Received on 12 January 2026; today is the 20th."""
    made = Rated(app, office)
    made.received(RECEIVED)
    made.on(date(2026, 1, 20))
    return made


def test_filed_explained_heard_and_upheld(case: Rated) -> None:
    page = case.iwan.get(case.about)
    assert "paling lambat Senin, 2 Februari 2026 (9 hari kerja lagi)" in page.text
    page = case.file()
    assert "Keputusan paling lambat Kamis, 29 Januari 2026 (7 hari kerja lagi)" in page.text
    found = case.objection()
    assert (found.filed_on, found.due_on) == (date(2026, 1, 20), date(2026, 1, 29))
    case.on(date(2026, 1, 23))
    assert "Target semester dua tidak tercapai" in case.explain().text
    case.on(date(2026, 1, 28))
    page = case.camat.get(case.about)
    assert "Catat dulu pemeriksaannya" in page.text  # and nothing to type that would be lost
    assert not page.all(f"//form[@action='{case.about}decide']")
    early = page.form(f"{case.about}hearing").data(verdict="uphold", decision="Sudah adil")
    page = case.camat.post(f"{case.about}decide", early, 422)
    assert "penilai dan pegawai harus sudah dimintai penjelasan" in page.text
    assert "Sudah adil" in page.source
    case.hear()
    assert "Hasil dikuatkan" in case.decide().text
    found = case.objection()
    assert found.is_upheld and found.decided_on == date(2026, 1, 28)
    assert found.decider["name"] == "Drs. Arif Setiawarman"
    assert case.evaluation().predicate is Predicate.NEEDS_IMPROVEMENT
    case.iwan.get(f"{case.home}changed.pdf", 404)
    assert case.trail()[-4:] == [
        "objection.file", "objection.explain", "objection.hear", "objection.uphold",
    ]  # fmt: skip


def test_a_change_sets_new_ratings_and_keeps_the_old_ones(case: Rated) -> None:
    case.file()
    case.on(date(2026, 2, 3))  # late: told, not blocked
    assert "lewat 3 hari kerja" in case.camat.get(case.about).text
    case.hear()
    same = {"result": "below", "behaviour": "meets", "recommendation": "Tetap"}
    page = case.decide(422, verdict="change", **same)
    assert "Kedua rating sama dengan yang lama" in page.text
    assert "Pilih rating hasil kerja" in case.decide(422, verdict="change").text
    new = {"result": "meets", "behaviour": "meets", "recommendation": "Lanjutkan penataan"}
    page = case.decide(verdict="change", **new)
    assert "sesudah batas 29 Januari 2026" in page.text
    found, evaluation = case.objection(), case.evaluation()
    assert evaluation.predicate is Predicate.GOOD and evaluation.reported_up_on is None
    assert (found.old_predicate, found.old_result_rating) == (
        Predicate.NEEDS_IMPROVEMENT,
        Rating.BELOW,
    )
    shown = case.iwan.get(case.home).text
    assert "Predikat semula: Butuh Perbaikan" in shown and "Hasil diubah" in shown
    row = case.team.get("/admin/clocks/?kind=report_up").all("//tbody/tr")[0].text_content()
    assert "Drs. Arif Setiawarman" in row  # the atasan penilai reports it now (p.119 no. 8)
    changed = whole_text(case.pdf("changed"))
    assert "Format D.1.3" in changed and "Rak arsip baru datang Agustus" in changed
    assert "PREDIKAT KINERJA PEGAWAI : BUTUH PERBAIKAN" in changed
    assert "Predikat kinerja pegawai: Baik" in changed and "Lanjutkan penataan" in changed
    first = whole_text(case.pdf("document"))
    assert "Format D.1.1" in first and "BUTUH PERBAIKAN" in first


def test_a_changed_result_names_who_changed_it(case: Rated) -> None:
    case.file()
    case.on(date(2026, 1, 28))
    case.hear()
    new = {"result": "meets", "behaviour": "meets", "recommendation": "Lanjutkan penataan"}
    case.decide(verdict="change", **new)
    own = case.iwan.get(case.home).text
    assert "Drs. Arif Setiawarman, 28 Januari 2026" in own  # not the penilai whose word it was
    assert "Predikat semula: Butuh Perbaikan, ditetapkan Dedi Pranasuta" in own
    for superior in (case.kasi, case.camat):
        told = superior.get(f"/review/skp/{case.skp_id}/{case.window}/").text
        assert "diubah Drs. Arif Setiawarman pada 28 Januari 2026 setelah keberatan" in told


def test_the_decision_is_told_to_both_for_two_weeks(case: Rated) -> None:
    case.file()
    news = "Keputusan keberatan Iwan Permadanu"
    case.hear(on="20/1/2026")
    case.decide()
    for who in (case.iwan, case.kasi):
        home = who.get("/")
        assert news in home.text and "Hasil dikuatkan" in home.text and case.about in home.links()
    assert all(news not in who.get("/").text for who in (case.yuli, case.camat))
    case.on(date(2026, 2, 3))
    assert news not in case.iwan.get("/").text


def test_the_distribution_counts_the_changed_predicate(case: Rated) -> None:
    case.file()
    case.hear(on="20/1/2026")
    case.decide(
        verdict="change", result="meets", behaviour="meets", recommendation="Lanjutkan penataan"
    )
    assert "Baik" in case.kasi.get(f"/review/evaluations/?window={case.window}").text
    assert "Butuh Perbaikan" not in case.kasi.get(f"/review/evaluations/?window={case.window}").text
    assert "Baik" in case.iwan.get("/results/?year=2026").text


@pytest.mark.parametrize("day", [date(2026, 1, 12), date(2026, 2, 2)])
def test_filed_in_time(case: Rated, day: date) -> None:
    case.on(day)
    case.file()
    assert case.objection().filed_on == day


def test_too_late_says_when_it_ended_and_shows_no_form(case: Rated) -> None:
    case.on(date(2026, 2, 2))
    form = case.iwan.get(case.about).form(case.about)
    case.on(date(2026, 2, 3))
    page = case.iwan.get(case.about)
    assert "berakhir pada 2 Februari 2026" in page.text
    assert not page.all(f"//form[@action='{case.about}']")
    typed = {"parts": "predicate", "reason": "Terlambat"}
    assert "berakhir pada 2 Februari 2026" in case.iwan.submit(form, 422, **typed).text
    assert case.objection() is None


def test_what_was_typed_survives_an_error(case: Rated) -> None:
    page = case.file(422, evidence_url="bukan tautan", reason="Alasan yang panjang")
    assert "Tautan harus diawali" in page.text and "Alasan yang panjang" in page.source
    page = case.file(422, reason="")
    assert "Tulis alasan keberatan Anda" in page.text
    assert page.all("//input[@name='parts'][@value='predicate'][@checked]")


def test_not_before_it_was_received(case: Rated) -> None:
    case.dated(received_on=None)
    page = case.iwan.get(case.about)
    assert "setelah Anda menyatakan menerima" in page.text
    assert not page.all(f"//form[@action='{case.about}']")


def test_a_result_set_by_the_atasan_penilai_is_final(case: Rated) -> None:
    case.dated(rated_by_senior=True)
    page = case.iwan.get(case.about)
    assert "bersifat final" in page.text and "halaman 90 angka 11" in page.text
    assert not page.all(f"//form[@action='{case.about}']")


@pytest.mark.parametrize(("who", "may"), [
    ("iwan", True), ("kasi", True), ("camat", True), ("team", True), ("yuli", False),
    ("stranger", False), ("admin", False),
])  # fmt: skip
def test_only_the_parties_the_senior_and_the_team_see_it(case: Rated, who: str, may: bool) -> None:
    case.file()
    getattr(case, who).get(case.about, 200 if may else 404)


def test_a_stale_page_does_not_decide(case: Rated) -> None:
    case.file()
    case.hear(on="20/1/2026")
    old = case.camat.get(case.about).form(f"{case.about}decide")
    case.hear(on="20/1/2026", hearing="Keduanya hadir lagi.")
    page = case.camat.submit(old, 409, verdict="uphold", decision="Tetap")
    assert "berubah sejak halaman dibuka" in page.text and "Tetap" in page.source


def test_the_decision_is_asked_once_more_before_it_is_kept(case: Rated) -> None:
    case.file()
    case.hear(on="20/1/2026")
    path = f"{case.about}decide"
    typed = {"verdict": "change", "result": "meets", "behaviour": "meets",
             "recommendation": "Lanjutkan", "decision": "Rak memang terlambat."}  # fmt: skip
    asked = case.camat.submit(case.camat.get(case.about).form(path), **typed)
    assert "Belum ada yang disimpan" in asked.text and "Hasil diubah" in asked.text
    assert asked.text.index("Butuh Perbaikan") < asked.text.index("Menjadi")
    assert case.objection().decided_on is None and "objection.change" not in case.trail()
    back = case.camat.submit(asked.form(path), button=("do", "change"))
    assert "Rak memang terlambat." in back.source and case.objection().decided_on is None
    assert back.all("//input[@name='result'][@value='meets'][@checked]")
    asked = case.camat.submit(back.form(path))
    assert (
        "Keputusan atas keberatan ditetapkan"
        in case.camat.submit(asked.form(path), button=("do", "decide")).text
    )
    assert case.objection().decided_on == date(2026, 1, 20)


def test_the_notes_of_the_hearing_cannot_drop_a_half_typed_decision(case: Rated) -> None:
    case.file()
    case.hear(on="20/1/2026")
    hearing, decision = (f"//form[@action='{case.about}{name}']" for name in ("hearing", "decide"))
    page = case.camat.get(case.about)
    assert page.all(decision) and not page.all(hearing)
    assert f"{case.about}?hearing=1" in page.links()
    page = case.camat.get(f"{case.about}?hearing=1")
    assert page.all(hearing) and not page.all(decision)
    page = case.hear(422, on="")
    assert page.all(hearing) and not page.all(decision)


def test_the_page_names_who_decides_and_what_is_still_to_come(case: Rated) -> None:
    assert "dikirim kepada Drs. Arif Setiawarman, atasan pejabat penilai" in (
        case.iwan.get(case.about).text
    )
    page = case.file()
    for words in (
        "Penilai menjelaskanDedi Pranasuta, belum",
        "Keputusan Drs. Arif Setiawarman, paling lambat 29 Januari 2026",
    ):
        assert words.replace(" ", "") in page.text.replace(" ", "")
    case.hear(on="20/1/2026")
    home = case.iwan.get("/").text
    assert "Keberatan atas evaluasi Triwulan III 2026 menunggu keputusan" in home
    assert "Paling lambat 29 Januari 2026" in home
    done = case.iwan.get(case.about).all("//ol[@class='line small']/li[@class='done']//b/text()")
    assert done == ["Keberatan diajukan", "Pegawai dan penilai dimintai penjelasan"]


def test_the_desk_leads_the_senior_to_the_objection(case: Rated) -> None:
    case.file()
    links = case.camat.get("/review/?kind=objections").links()
    assert case.about in links
