"""The forms beside the regulation: titles, columns, rows, footnotes and signatures in order."""

from dataclasses import replace

import pytest

from skpweb.documents import forms
from skpweb.documents.content import forms_for
from skpweb.documents.render import pages, render
from skpweb.domain.behaviour import PANDUAN
from skpweb.domain.ratings import OrganisationLevel, Predicate
from tests.documents.reading import missing_in_order, page_texts, paper, whole_text
from tests.documents.sample import MANUALS, SAMPLES, document, evaluation, skp

KUANTITATIF = "PENDEKATAN HASIL KERJA KUANTITATIF"
KUALITATIF = "PENDEKATAN HASIL KERJA KUALITATIF"
LEADERS = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
STAFF = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
PERIOD = "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026"
PARTIES = [
    PERIOD,
    "NO PEGAWAI YANG DINILAI NO PEJABAT PENILAI KINERJA",
    "1 NAMA",
    "2 NIP",
    "3 PANGKAT/ GOL. RUANG",
    "4 JABATAN",
    "5 UNIT KERJA",
]
VALUES = [
    "1 Berorientasi pelayanan",
    "2 Akuntabel",
    "3 Kompeten",
    "4 Harmonis",
    "5 Loyal",
    "6 Adaptif",
    "7 Kolaboratif",
]
SIGNATURES = ["Contohsari, 13 Januari 2026", "Pejabat Penilai Kinerja", "NIP"]
SPECIAL = (
    "Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja "
    "Pegawai"
)
INTERVENED = (
    "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi adalah hasil kerja pejabat "
    "pimpinan tinggi dan Pimpinan unit kerja mandiri/ organisasi maka dituliskan rencana hasil "
    "kerja beserta indikator kinerja individu pejabat pimpinan tinggi dan Pimpinan unit kerja "
    "mandiri atau sasaran dan indikator kinerja organisasi yang diintervensi"
)
CHOOSE = "* pilih salah satu"
RATED = (
    "** rating hasil dan rating perilaku kerja Pegawai ditetapkan dengan mempertimbangkan pola "
    "distribusi predikat Kinerja Pegawai berdasarkan capaian kinerja organisasi serta kontribusi "
    "Pegawai terhadap Kinerja Organisasi"
)
ADAPTED = (
    "periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi "
    "Pemerintah"
)
ORGANISATION = [
    "CAPAIAN KINERJA ORGANISASI*",
    "ISTIMEWA/ BAIK/ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG",
    "POLA DISTRIBUSI",
    "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI BAIK",
    "Frekuensi Pegawai",
    "Sangat Kurang Kurang/ Misconduct Butuh Perbaikan Baik Sangat Baik",
    "Predikat Kinerja Pegawai",
]
BEHAVIOUR_RATED = [
    "RATING HASIL KERJA*",
    "DIATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI**",
    "PERILAKU KERJA UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    *VALUES,
    "RATING PERILAKU KERJA*",
    "DIATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI**",
    "PREDIKAT KINERJA PEGAWAI*",
    "SANGAT BAIK/ BAIK/ BUTUH PERBAIKAN/ KURANG (MISCONDUCT)/ SANGAT KURANG",
    *SIGNATURES,
    CHOOSE,
    RATED,
    f"*** {ADAPTED}",
]
SECTIONS = ["A. UTAMA", "sesuai standar (4)", "B. TAMBAHAN", "sesuai standar (5)"]
SKP = "SASARAN KINERJA PEGAWAI"
EVALUATED = "HASIL EVALUASI KINERJA PEGAWAI"
THIRD_QUARTER = "PERIODE***: TRIWULAN III*"
FEEDBACK = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"
ASSIGNED = "(Penugasan dari Kepala Puskesmas)"

#: form -> what its text must hold, one after the other
EXPECTED = {
    "A.1.1": [
        *(SKP, KUALITATIF, LEADERS, *PARTIES, "HASIL KERJA", "A. UTAMA", ASSIGNED),
        "Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif:",
        *("(Perspektif Penerima Layanan)", "B. TAMBAHAN", "sesuai standar (5)"),
        *("PERILAKU KERJA*", *VALUES, *SIGNATURES, f"* {SPECIAL}."),
    ],
    "A.1.2": [
        *(SKP, KUANTITATIF, LEADERS, *PARTIES, "HASIL KERJA"),
        "NO RENCANA HASIL KERJA INDIKATOR KINERJA INDIVIDU TARGET PERSPEKTIF",
        *("(1) (2) (3) (4) (5)", *SECTIONS[:1], ASSIGNED, *SECTIONS[1:]),
        *("PERILAKU KERJA*", *VALUES, *SIGNATURES, f"* {SPECIAL}."),
    ],
    "A.1.3": [
        *(
            "MANUAL INDIKATOR KINERJA",
            "SKP PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
        ),
        *(PERIOD, "RENCANA HASIL KERJA", "UKURAN KEBERHASILAN/ INDIKATOR KINERJA", "TUJUAN"),
        *("DESKRIPSI", "Definisi", "Formula (opsional bagi pendekatan hasil kerja kualitatif)"),
        *("SATUAN PENGUKURAN", "KUALITAS DAN TINGKAT KENDALI", "( ) Outcome", "(X) Outcome antara"),
        *("( ) Output kendali rendah", "SUMBER DATA", "PERIODE PELAPORAN", "( ) Bulanan"),
        *("( ) Triwulanan", "(X) Semesteran", "( ) Tahunan", "MANUAL INDIKATOR KINERJA"),
    ],
    "A.1.6": [
        *(SKP, KUALITATIF, STAFF, *PARTIES, "HASIL KERJA", "A. UTAMA", ASSIGNED),
        "Ukuran keberhasilan/ Indikator Kinerja Individu dan Target:",
        *("B. TAMBAHAN", "sesuai standar (5)", "PERILAKU KERJA*", *VALUES, *SIGNATURES),
        f"* {SPECIAL}",
    ],
    "A.1.7": [
        *(SKP, KUANTITATIF, STAFF, *PARTIES, "HASIL KERJA"),
        "NO. RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI* RENCANA HASIL KERJA ASPEK "
        "INDIKATOR KINERJA INDIVIDU TARGET",
        *("(1) (2) (3) (4) (5) (6)", *SECTIONS, "PERILAKU KERJA**", *VALUES, *SIGNATURES),
        *(INTERVENED, f"** {SPECIAL}"),
    ],
    "A.1.8": [
        *("LAMPIRAN " + SKP, PERIOD, "DUKUNGAN SUMBER DAYA", "1.", "SKEMA PERTANGGUNGJAWABAN"),
        *("1.", "2.", "KONSEKUENSI", "1.", "Pegawai yang Dinilai", *SIGNATURES),
    ],
    "C.1.1": [
        *(EVALUATED, KUALITATIF, THIRD_QUARTER, *PARTIES, *ORGANISATION),
        f"HASIL KERJA REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}",
        *("A. UTAMA", ASSIGNED, "Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan"),
        *("Perspektif****:", "93% berdasarkan kohort ibu", "B. TAMBAHAN", *BEHAVIOUR_RATED),
        "**** perspektif hanya digunakan untuk pejabat pimpinan tinggi dan pimpinan unit "
        "kerja mandiri",
    ],
    "C.1.2": [
        *(EVALUATED, KUANTITATIF, LEADERS, THIRD_QUARTER, *PARTIES, "INSTANSI", *ORGANISATION),
        *("HASIL KERJA", "NO. RENCANA HASIL KERJA INDIKATOR KINERJA INDIVIDU TARGET PERSPEKTIF"),
        *(f"REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}", "(1) (2) (3) (4) (5) (6) (7)"),
        *(*SECTIONS, *BEHAVIOUR_RATED),
    ],
    "C.1.3": [
        *(EVALUATED, KUANTITATIF, STAFF, THIRD_QUARTER, *PARTIES, *ORGANISATION, "HASIL KERJA"),
        "No. RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI RENCANA HASIL KERJA ASPEK INDIKATOR "
        f"KINERJA INDIVIDU TARGET REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}",
        *("(1) (2) (3) (4) (5) (6) (7) (8)", *SECTIONS, *BEHAVIOUR_RATED),
    ],
    "D.1.1": [
        *("(LAMBANG GARUDA)", "DOKUMEN EVALUASI KINERJA PEGAWAI", "PERIODE*: AKHIR**", PERIOD),
        *("1. PEGAWAI YANG DINILAI", "PANGKAT/GOL RUANG :", "2. PEJABAT PENILAI KINERJA"),
        *("3. ATASAN PEJABAT PENILAI KINERJA", "4. EVALUASI KINERJA"),
        *("CAPAIAN KINERJA ORGANISASI : BAIK", "PREDIKAT KINERJA PEGAWAI : KURANG (MISCONDUCT)"),
        *("5. CATATAN/REKOMENDASI", "7. Pegawai yang Dinilai", "Contohsari, 13 Januari 2026"),
        *("6. Pejabat Penilai Kinerja", f"* {ADAPTED}", "** pilih salah satu"),
    ],
}


@pytest.mark.parametrize("code", EXPECTED)
def test_the_form_holds_the_regulations_words_in_order(code: str) -> None:
    text = whole_text(render(SAMPLES[code], code))
    assert missing_in_order(text, EXPECTED[code]) == []


@pytest.mark.parametrize("code", sorted(set(EXPECTED) - {"A.1.3", "A.1.8", "D.1.1"}))
def test_every_panduan_stands_on_the_form(code: str) -> None:
    guidance = [line for lines in PANDUAN.values() for line in lines]
    assert missing_in_order(whole_text(render(SAMPLES[code], code)), guidance) == []


@pytest.mark.parametrize("code", SAMPLES)
def test_every_page_says_which_of_how_many_it_is(code: str) -> None:
    pdf = render(SAMPLES[code], code)
    texts = page_texts(pdf)
    assert pages(pdf) == len(texts)
    for number, text in enumerate(texts, 1):
        assert f"Halaman {number} dari {len(texts)}" in text
        assert f"Format {code}" in text


@pytest.mark.parametrize("code", SAMPLES)
def test_a_draft_says_so_on_every_page_and_a_final_form_nowhere(code: str) -> None:
    draft = render(replace(SAMPLES[code], draft=True, verification_code="ABCD-EFGH-JKLM"), code)
    assert all("DRAF" in text and "Belum ditetapkan" in text for text in page_texts(draft))
    assert "ABCD" not in whole_text(draft)
    final = render(replace(SAMPLES[code], verification_code="ABCD-EFGH-JKLM"), code)
    assert all("Kode verifikasi: ABCD-EFGH-JKLM" in text for text in page_texts(final))
    assert "DRAF" not in whole_text(final)


@pytest.mark.parametrize("code", SAMPLES)
@pytest.mark.parametrize(("name", "short", "long"), [("A4", 210, 297), ("F4", 215, 330)])
def test_the_paper_is_the_offices(code: str, name: str, short: int, long: int) -> None:
    upright = code in {"A.1.8", "D.1.1"}
    pdf = render(replace(SAMPLES[code], paper=name), code)
    assert paper(pdf) == ((short, long) if upright else (long, short))


@pytest.mark.parametrize("code", ["A.1.2", "A.1.7", "C.1.2", "C.1.3"])
def test_the_columns_are_headed_on_every_page_of_hasil_kerja(code: str) -> None:
    content = SAMPLES[code]
    texts = page_texts(render(replace(content, rhks=content.rhks * 4), code))
    with_rows = [text for text in texts if "sesuai standar" in text]
    assert len(with_rows) > 3
    assert all("HASIL KERJA" in text and "(1) (2) (3) (4) (5)" in text for text in with_rows)


def test_a_heading_row_never_ends_a_page() -> None:
    base = SAMPLES["A.1.7"]
    headings = ("A. UTAMA", "B. TAMBAHAN", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif")
    for rows in range(1, 12):
        rhks = base.rhks[:1] * rows + base.rhks[-1:]
        for text in page_texts(render(replace(base, rhks=rhks), "A.1.7")):
            body = text.replace("Format A.1.7 · Siti Aminah, A.Md.Keb.", "")
            body = body[: body.rindex("Halaman")].strip()
            assert not body.endswith(headings)


def test_what_was_not_chosen_is_struck_out() -> None:
    assert forms.choice(forms.RATINGS, None) == [(word, False) for word in forms.RATINGS.values()]
    struck = dict(forms.choice(forms.PREDICATES, Predicate.POOR))
    assert [word for word, gone in struck.items() if not gone] == ["KURANG (MISCONDUCT)"]
    markup = forms.markup(SAMPLES["C.1.3"], "C.1.3")
    assert "<s>DIATAS EKSPEKTASI/</s> <b>SESUAI EKSPEKTASI</b>/ <s>DIBAWAH EKSPEKTASI</s>" in markup


def test_an_evaluation_without_ratings_leaves_all_choices_open() -> None:
    blank = evaluation(
        organisation_level=None, result_rating=None, behaviour_rating=None, predicate=None
    )
    markup = forms.markup(blank, "C.1.3")
    assert "<s>" not in markup
    assert "(diisi dengan gambar pola distribusi)" in whole_text(render(blank, "C.1.3"))


def test_the_curve_is_that_of_the_organisations_result_unless_another_is_asked_for() -> None:
    shown = whole_text(render(evaluation(guide_level=OrganisationLevel.VERY_POOR), "C.1.3"))
    assert "CAPAIAN KINERJA ORGANISASI SANGAT KURANG" in shown


def test_which_forms_a_content_has() -> None:
    for code, content in SAMPLES.items():
        assert code in forms_for(content)
    assert forms_for(skp()) == ("A.1.7", "A.1.8")
    assert forms_for(SAMPLES["A.1.3"]) == ("A.1.2", "A.1.3", "A.1.8")
    assert forms_for(document()) == ("D.1.1",)


def test_each_manual_has_a_page_of_its_own() -> None:
    texts = page_texts(render(SAMPLES["A.1.3"], "A.1.3"))
    assert [one.indicator in text for one, text in zip(MANUALS, texts, strict=True)] == [True, True]


def test_a_period_over_two_years_names_both() -> None:
    from datetime import date

    content = skp(starts_on=date(2026, 12, 1), ends_on=date(2027, 1, 31))
    assert forms.period(content) == "1 DESEMBER 2026 SD 31 JANUARI TAHUN 2027"


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        render(skp(), "Z.9")
