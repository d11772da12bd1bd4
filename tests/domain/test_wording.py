"""Writing hints: the regulation's own examples, and what hints must leave alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skpweb.domain.statements import Statement, classify
from skpweb.domain.terms import Aspect, Form, Perspective
from skpweb.domain.wording import hints_for_indicator, hints_for_rhk, hints_for_skp
from tests.domain.statements import ACTIVITIES, CATEGORIES, RESULTS

OF_THE_REGULATION = [
    *((text, Statement.RESULT) for text in RESULTS),
    *((text, Statement.ACTIVITY) for text in ACTIVITIES),
    *((text, Statement.CATEGORY) for text in CATEGORIES),
]
#: not in the regulation: usual wordings, and words that look like a sign but are none
OTHERS = [
    ("Meningkatnya kualitas layanan kesehatan ibu dan anak", Statement.RESULT),
    ("Terwujudnya tertib administrasi kepegawaian", Statement.RESULT),
    ("Laporan keuangan disusun sesuai standar akuntansi", Statement.RESULT),
    ("Ketepatan waktu penyampaian laporan", Statement.RESULT),
    ("Arsip inaktif tertata menurut daftar", Statement.RESULT),
    ("Data kependudukan desa mutakhir dan lengkap", Statement.RESULT),
    ("Menurunnya jumlah keluhan pemohon", Statement.RESULT),
    ("Melaksanakan tugas lain dari pimpinan", Statement.ACTIVITY),
    ("Mengikuti rapat koordinasi", Statement.ACTIVITY),
    ("Meningkatkan kualitas pelayanan", Statement.ACTIVITY),
    ("Berkoordinasi dengan desa", Statement.ACTIVITY),
    ("Penyuluhan kepada masyarakat desa", Statement.ACTIVITY),
    ("Administrasi kepegawaian", Statement.CATEGORY),
    ("Kegiatan posyandu", Statement.CATEGORY),
    ("Layanan terpadu kecamatan", Statement.CATEGORY),
    ("Dinas luar daerah", Statement.CATEGORY),
    ("Media sosial kantor", Statement.CATEGORY),
    ("Diskusi dan diklat", Statement.CATEGORY),
    ("Layanan distribusi obat", Statement.CATEGORY),
    ("Aplikasi untuk memantau stunting", Statement.CATEGORY),
]


@pytest.mark.parametrize(("text", "kind"), [*OF_THE_REGULATION, *OTHERS])
def test_result_activity_or_category(text: str, kind: Statement) -> None:
    assert classify(text) is kind


def test_all_38_statements_are_there() -> None:
    assert (len(RESULTS), len(ACTIVITIES), len(CATEGORIES)) == (15, 14, 9)


def codes(
    text: str, target: str = "", form: Form = Form.STAFF, aspect: Aspect | None = None
) -> str:
    return " ".join(hint.code for hint in hints_for_indicator(text, target, form, aspect))


def test_rhk_hints() -> None:
    assert [hint.code for hint in hints_for_rhk(ACTIVITIES[0])] == ["activity"]
    assert [hint.code for hint in hints_for_rhk(CATEGORIES[0])] == ["category"]
    assert hints_for_rhk(RESULTS[0]) == []
    assert hints_for_rhk("  ") == []


INDICATORS = [  # indicator, target, aspect, codes
    ("Jumlah berkas yang diverifikasi", "1.200 berkas", Aspect.QUANTITY, ""),
    ("Berkas terverifikasi", "banyak", Aspect.QUANTITY, "no_measure"),
    ("Laporan bulanan disampaikan", "paling lambat tanggal 5", Aspect.TIME, ""),
    ("Penyelesaian berkas", "H-2", Aspect.TIME, ""),
    ("Kecepatan layanan", "≤ 15 menit", Aspect.TIME, ""),
    ("Kecepatan layanan", "3", Aspect.TIME, "no_time"),
    ("Laporan disampaikan", "12", None, ""),  # within the year
    ("Laporan lengkap", "", None, "no_time"),
    ("Selesai sesuai jadwal", "", None, ""),
    ("Ketepatan penyampaian", "≤ tanggal batas", Aspect.TIME, ""),
    ("Rekomendasi ditindaklanjuti", "100 %", Aspect.QUALITY, ""),
    ("Seluruh ibu hamil risiko tinggi dikunjungi", "", None, ""),
    ("Laporan disampaikan", "tepat waktu", None, ""),
    ("Pemrosesan klaim selalu tepat waktu, efisien, dan berkualitas", "", None, "absolute"),  # p.51
    ("Semua pemrosesan klaim dilakukan dengan waktu cepat", "", None, "absolute"),  # p.51
    ("Seluruhnya selesai", "12", Aspect.QUANTITY, "absolute"),
    ("Semua berkas selesai", "100 %", Aspect.QUALITY, "absolute"),
    ("Tidak pernah terlambat", "0 kali", Aspect.QUALITY, "absolute"),
    ("Setiap pemohon dilayani", "", Aspect.QUALITY, "absolute"),
    ("Laporan disampaikan setiap bulan", "12 laporan", Aspect.QUANTITY, ""),
    ("Rapat setiap akhir triwulan", "4 kali", Aspect.QUANTITY, ""),
    ("Seluruh pasien selamat", "100 %", Aspect.QUALITY, ""),
    ("Tidak pernah terjadi kecelakaan kerja", "0", Aspect.QUALITY, ""),
    ("Biaya layanan", "turun dari tahun lalu", Aspect.COST, ""),
    ("Temuan pemeriksaan", "tidak ada", Aspect.QUALITY, ""),
    ("Kualitas baik", "", None, "no_measure no_time"),
    ("", "", None, ""),
]


@pytest.mark.parametrize(("text", "target", "aspect", "expected"), INDICATORS)
def test_indicator_hints(text: str, target: str, aspect: Aspect | None, expected: str) -> None:
    assert codes(text, target, aspect=aspect) == expected


def test_leaders_may_be_absolute_and_yearly() -> None:
    assert codes("Semua desa terlayani", "100 %", Form.LEADER) == ""
    assert codes("Pelayanan baik", "", Form.LEADER) == "no_measure"


SKPS = [
    (Form.LEADER, [Perspective.RECIPIENT, Perspective.PROCESS], ["no_budget"]),
    (Form.LEADER, [], ["no_budget"]),
    (Form.LEADER, [None, Perspective.BUDGET], []),
    (Form.STAFF, [], []),
    (Form.STAFF, [None], []),
]


@pytest.mark.parametrize(("form", "perspectives", "expected"), SKPS)
def test_skp_hints(form: Form, perspectives: list[Perspective | None], expected: list[str]) -> None:
    assert [hint.code for hint in hints_for_skp(form, perspectives)] == expected


@given(st.text(max_size=200), st.text(max_size=50), st.sampled_from(Form))
def test_any_text_can_be_read(text: str, target: str, form: Form) -> None:
    for hint in [*hints_for_rhk(text), *hints_for_indicator(text, target, form)]:
        assert "misalnya" in hint.text
