"""Contents of B.1.6 to B.1.10 and the regulation's words on them (p.80-87)."""

from skpweb.documents.content import Party
from skpweb.documents.guidance_content import (
    GuidanceContent,
    GuidancePaperContent,
    ProblemReportContent,
)
from skpweb.domain.guidance_forms import FIXED, GuidanceKind
from tests.documents.sample import ASSESSOR, SKP

SHARED = {
    name: SKP[name]
    for name in ("institution", "starts_on", "ends_on", "employee", "assessor", "place",
                 "signed_on")
}  # fmt: skip
GUIDE = Party("Rina Kartika, S.ST.", "198507072009032003", "Penata / III/c", "Bidan Muda", "PKM")
ROW = {"indicator": "Cakupan antenatal", "strategy": "Kunjungan rumah", "adjust": "TIDAK"}
COACHING = {
    "goals": [{"indicator": "Cakupan", "baseline": "80%", "target": "95%", "strategy": "Posyandu"}],
    "facts": [{"target": "95%", "progress": "88%", "problem": "Hujan", "cause": "Jalan rusak"}],
    "chances": [{"text": "Mengajak kader desa."}],
    "steps": [ROW, ROW],
}
MENTORING = {
    "plan": [{"text": "Tidak dicetak"}],
    "goals": [{"skill": "USG dasar", "period": "Mei", "change": "Mandiri", "measure": "10 kali"}],
    "journal": [{"when": "6 Mei, PKM", "material": "Alat", "plan": "Latihan", "due": "8 Mei"}],
}
VALUES = [{"name": name, "value": "3", "reason": "Terlihat"} for name in FIXED]
COMPETENCE = {
    "values": [*VALUES, {"name": "USG dasar", "value": "4", "reason": "Mandiri"}],
    "advice": [{"text": "Pelatihan lanjutan"}],
}

GUIDED = {
    "B.1.6": GuidanceContent(**SHARED, kind=GuidanceKind.COACHING, body=COACHING, guide=GUIDE),
    "B.1.7": GuidanceContent(**SHARED, kind=GuidanceKind.MENTORING, body=MENTORING, guide=GUIDE),
    "B.1.8": GuidancePaperContent(
        **SHARED, body={"answers": [{"text": f"Ya {n}"} for n in range(1, 10)]}, guide=GUIDE
    ),
    "B.1.9": GuidancePaperContent(**SHARED, body=COMPETENCE, guide=GUIDE),
    "B.1.10": ProblemReportContent(
        **SHARED, expectation="Tepat waktu", problem="Terlambat", is_shared=False,
        done_so_far="Dibicarakan",
    ),
}  # fmt: skip

PARTIES = (
    "NO PEGAWAI YANG DINILAI NO PEJABAT PENILAI KINERJA", "1 NAMA", "2 NIP",
    "3 PANGKAT/ GOL. RUANG", "4 JABATAN", "5 UNIT KERJA",
)  # fmt: skip
PERIOD = "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026"
GIVEN = "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus"
DATED = "Contohsari, 13 Januari 2026"
BOTH = ("Pegawai yang Dinilai", GIVEN, "Siti Aminah", "NIP", "Rina Kartika, S.ST.", "NIP")
BY_ASSESSOR = "(diisi oleh pejabat penilai kinerja)"

WORDS = {
    "B.1.6": [
        *("PELAKSANAAN COACHING", PERIOD, *PARTIES),
        *("TUJUAN: APA YANG INGIN SAYA CAPAI?", "(diisi oleh Pegawai)"),
        "INDIKATOR KINERJA INDIVIDU BASELINE TARGET (JIKA ADA) TARGET STRATEGI PENCAPAIAN TARGET",
        *("80%", "FAKTA: DIMANA SAYA SEKARANG?", "(diisi oleh Pegawai)"),
        "TARGET SKP PROGRES PENCAPAIAN TARGET MASALAH / HAMBATAN PENYEBAB",
        *("PELUANG: APA YANG DAPAT SAYA LAKUKAN?", "(diisi oleh Pegawai)", "Mengajak kader"),
        "LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?",
        "(rekomendasi pimpinan atau pihak lain yang diberikan penugasan khusus yang disepakati "
        "dengan pegawai)",
        "INDIKATOR KINERJA INDIVIDU STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN",
        "PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*",
        "*Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP",
    ],
    "B.1.7": [
        *("PELAKSANAAN MENTORING", PERIOD, *PARTIES),
        *("TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING?", "(diisi oleh Pegawai)"),
        "KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN JANGKA WAKTU MENTORING",
        "PERUBAHAN YANG DIHARAPKAN UKURAN KEBERHASILAN MENTORING",
        *("USG dasar", "JURNAL MENTORING"),
        "WAKTU DAN TEMPAT MATERI MENTORING RENCANA AKSI TARGET WAKTU RENCANA AKSI",
        "6 Mei, PKM",
    ],
    "B.1.8": [
        *("UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA", *PARTIES, "SUBJEK KRITERIA UMPAN BALIK"),
        *("1. Saya merasa diperhatikan dan dipahami", "Ya 1"),
        "2. Saya merasa tindakan/langkah yang telah saya lakukan dihargai",
        "3. Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya",
        "4. Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat",
        "5. Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat positif",
        "6. Lebih banyak menggunakan metode bertanya dibandingkan menggurui",
        "7. Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut",
        "8. Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan kinerja ini",
        "9. Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini",
        *("Ya 9", DATED, "Pegawai yang Dinilai", "Siti Aminah", "NIP"),
    ],
    "B.1.9": [
        *("EVALUASI KOMPETENSI PEGAWAI", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA", *PARTIES),
        *("NO KOMPETENSI PEGAWAI* NILAI (SKALA 1-5) ALASAN TERHADAP PENILAIAN KOMPETENSI",),
        *("1 Manajerial", "1. Integritas", "2. Kerjasama", "3. Komunikasi"),
        *("4. Orientasi pada Hasil", "5. Pelayanan Publik", "6. Pengembangan Diri dan Orang Lain"),
        *("7. Mengelola Perubahan", "8. Pengambilan Keputusan", "2 Sosio Kultural"),
        *("1. Perekat dan Pemersatu Bangsa", "3 Teknis", "1. USG dasar", "REKOMENDASI"),
        *("Pelatihan lanjutan", "DESKRIPSI SKALA PENILAIAN", "1. Sangat Kurang"),
        "Diberikan apabila pegawai yang dinilai kompetensinya jauh dibawah standar kompetensi "
        "yang dipersyaratkan pada jabatan pegawai bersangkutan (Tidak ada Indikator Kompetensi "
        "yang dipenuhi)",
        *("2 Kurang memadai", "(1-2 Indikator Kompetensi yang dipenuhi)", "3 Memadai"),
        *("(3 Indikator Kompetensi yang dipenuhi)", "4 Diatas Memadai"),
        "(3 Indikator Kompetensi dipenuhi dan menunjukkan perilaku di atas level kompetensinya)",
        "5 Istimewa",
        "(3 Indikator Perilaku dipenuhi dan menunjukkan perilaku jauh di atas level kompetensinya)",
        *(DATED, "Pimpinan atau Pihak Lain yang Diberikan Penugasan Khusus", "Rina Kartika"),
    ],
    "B.1.10": [
        *("LAPORAN PERMASALAHAN PERILAKU KERJA", *PARTIES),
        "MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN?",
        *(BY_ASSESSOR, "APAKAH ANDA MEMILIKI EKSPEKTASI KHUSUS TERHADAP YANG BERSANGKUTAN? JIKA"),
        *("YA, APA EKSPEKTASI KHUSUS TERSEBUT?", "Tepat waktu"),
        "JELASKAN SECARA DETIL PERMASALAHAN TERKAIT PERILAKU KERJA PEGAWAI YANG DIANGGAP "
        "MENGHAMBAT KINERJA INDIVIDU, UNIT KERJA, DAN/ATAU TIM KERJA!",
        "Terlambat",
        "APAKAH PERMASALAHAN PERILAKU KERJA SERUPA JUGA TERJADI PADA PEGAWAI LAINNYA?",
        "YA / TIDAK",
        "RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI?",
        *(BY_ASSESSOR, "YANG SUDAH SAYA LAKUKAN UNTUK MEMPERBAIKI PERILAKU KERJA PEGAWAI ADALAH:"),
        *("Dibicarakan", DATED, "Pejabat Penilai Kinerja", ASSESSOR.name, "NIP"),
    ],
}
