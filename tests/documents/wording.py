"""The words of the regulation on each form, in their order (p.32-115)."""

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
PARTIES_RATED = [text.replace("/ GOL. ", "/GOL ") for text in PARTIES]
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
OWN_SIGNATURE = ["Contohsari, …", "Pegawai yang Dinilai", "Siti Aminah", "NIP 199001172015032007"]
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
RECORD = "REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN"
BOTH_SIGN = [
    "Pegawai yang Dinilai", "Contohsari, …", "Pejabat Penilai Kinerja",
    "* pilih salah satu (periode disesuaikan dengan periode evaluasi siklus pendek yang ditetapkan "
    "Instansi Pemerintah)",
]  # fmt: skip
ASSIGNED = "(Penugasan dari Kepala Puskesmas)"

#: form -> what its text must hold, one after the other
DOCUMENT = (
    *("(LAMBANG GARUDA)", "DOKUMEN EVALUASI KINERJA PEGAWAI", "PERIODE*: AKHIR**", PERIOD),
    *("1. PEGAWAI YANG DINILAI", "PANGKAT/GOL RUANG :", "2. PEJABAT PENILAI KINERJA"),
    *("3. ATASAN PEJABAT PENILAI KINERJA", "4. EVALUASI KINERJA"),
    *("CAPAIAN KINERJA ORGANISASI : BAIK", "PREDIKAT KINERJA PEGAWAI : KURANG (MISCONDUCT)"),
)

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
    "B.1.1": [
        *("RENCANA AKSI", *PARTIES, "HASIL KERJA", "1", "sesuai standar (1)", "Rencana Aksi:"),
        *("1. Melayani", "posyandu 1", "Target: TW I 450 ibu hamil", "2. Melayani", "posyandu 2"),
        *("2", "sesuai standar (2)", "Rencana Aksi:", "1. Melayani", "posyandu 3", *OWN_SIGNATURE),
    ],
    "B.1.2": [
        *("PENDOKUMENTASIAN KINERJA", *PARTIES, "HASIL KERJA", "1", "sesuai standar (1)"),
        *("Rencana Aksi:", "1. Melayani", "Realisasi dan Bukti Dukung:", "1. 1.480 ibu hamil"),
        *("dari 12 kegiatan yang disetujui.", "3 kegiatan menunggu persetujuan, belum dihitung."),
        *("1 kegiatan dikembalikan", "- https://bukti.example.invalid/kohort", "- k.pdf"),
        *("2. Melayani", "2. 1.480 ibu hamil", "Realisasi yang dilaporkan:", "93%", "2"),
        *("sesuai standar (2)", "Rencana Aksi:", "Realisasi dan Bukti Dukung:", *OWN_SIGNATURE),
    ],
    "B.1.3": [
        *(RECORD, KUALITATIF, "PERIODE: TRIWULAN III*", *PARTIES),
        f"HASIL KERJA REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}",
        *("A. UTAMA", "Ukuran keberhasilan dan Target:", "93% berdasarkan kohort ibu"),
        *("Pimpinan: Pertahankan,", "B. TAMBAHAN"),
        *(f"REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}", f"PERILAKU KERJA {FEEDBACK}"),
        *(*VALUES, *BOTH_SIGN),
    ],
    "B.1.4": [
        *(RECORD, KUANTITATIF, LEADERS, "PERIODE: TRIWULAN III*", *PARTIES_RATED, "INSTANSI"),
        *("HASIL KERJA", "NO. RENCANA HASIL KERJA INDIKATOR KINERJA INDIVIDU TARGET PERSPEKTIF"),
        *(f"REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}", "(1) (2) (3) (4) (5) (6) (7)"),
        *(*SECTIONS, f"PERILAKU KERJA* {FEEDBACK}", *VALUES, *BOTH_SIGN),
    ],
    "B.1.5": [
        *(RECORD, KUANTITATIF, STAFF, "PERIODE: TRIWULAN III*", PERIOD),
        *("NO I. PEGAWAI YANG DINILAI NO PEJABAT PENILAI KINERJA", *PARTIES_RATED[2:]),
        "NO RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI RENCANA HASIL KERJA ASPEK INDIKATOR "
        f"KINERJA INDIVIDU TARGET REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}",
        *("(1) (2) (3) (4) (5) (6) (7) (8)", *SECTIONS),
        *(f"PERILAKU KERJA* {FEEDBACK}", "Rekan kerja setingkat (Rina): Ramah", *VALUES[1:]),
        *BOTH_SIGN,
    ],
    "C.1.1": [
        *(EVALUATED, KUALITATIF, THIRD_QUARTER, *PARTIES[:4], "2 NIP (*opsional)"),
        *(*PARTIES[4:], *ORGANISATION),
        f"HASIL KERJA REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}",
        *("A. UTAMA", ASSIGNED, "Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan"),
        *("Perspektif****:", "93% berdasarkan kohort ibu", "B. TAMBAHAN", *BEHAVIOUR_RATED),
        "**** perspektif hanya digunakan untuk pejabat pimpinan tinggi dan pimpinan unit "
        "kerja mandiri",
    ],
    "C.1.2": [
        *(
            EVALUATED,
            KUANTITATIF,
            LEADERS,
            THIRD_QUARTER,
            *PARTIES_RATED,
            "INSTANSI",
            *ORGANISATION,
        ),
        *("HASIL KERJA", "NO. RENCANA HASIL KERJA INDIKATOR KINERJA INDIVIDU TARGET PERSPEKTIF"),
        *(f"REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}", "(1) (2) (3) (4) (5) (6) (7)"),
        *(*SECTIONS, *BEHAVIOUR_RATED),
    ],
    "C.1.3": [
        *(
            EVALUATED,
            KUANTITATIF,
            STAFF,
            THIRD_QUARTER,
            *PARTIES_RATED,
            *ORGANISATION,
            "HASIL KERJA",
        ),
        "No. RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI RENCANA HASIL KERJA ASPEK INDIKATOR "
        f"KINERJA INDIVIDU TARGET REALISASI BERDASARKAN BUKTI DUKUNG {FEEDBACK}",
        *("(1) (2) (3) (4) (5) (6) (7) (8)", *SECTIONS, *BEHAVIOUR_RATED),
    ],
    "D.1.1": [
        *DOCUMENT,
        *("5. CATATAN/REKOMENDASI", "7. Pegawai yang Dinilai", "Contohsari, 13 Januari 2026"),
        *("6. Pejabat Penilai Kinerja", f"* {ADAPTED}", "** pilih salah satu"),
    ],
    "D.1.2": [
        *DOCUMENT,
        *("5. CATATAN/ REKOMENDASI", "7. Pegawai yang Dinilai", "Contohsari, 13 Januari 2026"),
        *("6. Atasan Pejabat Penilai Kinerja", f"* {ADAPTED}", "** pilih salah satu"),
    ],
    "D.1.3": [
        *DOCUMENT,
        *("5. CATATAN/ REKOMENDASI", "6. KEBERATAN", "Rak arsip baru datang"),
        *("7. PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", "Target sudah disesuaikan"),
        "8. KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA",
        *("Hasil diubah.", "10. Pegawai yang Dinilai", "Contohsari, 13 Januari 2026"),
        *("9. Pejabat Penilai Kinerja", "Contohsari, 28 Januari 2026"),
        *("11. Atasan Pejabat Penilai Kinerja", f"* {ADAPTED}", "** pilih salah satu"),
    ],
}
