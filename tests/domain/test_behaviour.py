"""The 21 panduan perilaku, compared with a second hand-made copy of art. 10 (p.8-9)."""

from skpweb.domain.behaviour import PANDUAN, CoreValue

ART_10 = """
Memahami dan memenuhi kebutuhan masyarakat
Ramah, cekatan, solutif, dan dapat diandalkan
Melakukan perbaikan tiada henti
Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi
Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien
Tidak menyalahgunakan kewenangan jabatan
Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah
Membantu orang lain belajar
Melaksanakan tugas dengan kualitas terbaik
Menghargai setiap orang apapun latar belakangnya
Suka menolong orang lain
Membangun lingkungan kerja yang kondusif
Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, \
setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah
Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara
Menjaga rahasia jabatan dan negara
Cepat menyesuaikan diri menghadapi perubahan
Terus berinovasi dan mengembangkan kreativitas
Bertindak proaktif
Memberi kesempatan kepada berbagai pihak untuk berkontribusi
Terbuka dalam bekerja sama untuk menghasilkan nilai tambah
Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama
"""


def test_word_for_word_in_the_order_of_the_values() -> None:
    printed = [line for value in CoreValue for line in PANDUAN[value]]
    assert printed == ART_10.strip().splitlines()


def test_three_lines_for_each_value() -> None:
    assert list(PANDUAN) == list(CoreValue)
    assert {len(lines) for lines in PANDUAN.values()} == {3}
