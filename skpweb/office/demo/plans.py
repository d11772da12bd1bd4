"""The SKP of Kecamatan Contohsari, closed year: results, indicators, what was reached."""

from dataclasses import dataclass

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.terms import Aspect, Perspective, RhkKind

QUANTITY, QUALITY = Aspect.QUANTITY, Aspect.QUALITY
TIME, COST = Aspect.TIME, Aspect.COST
MAIN, ADDITIONAL = RhkKind.MAIN, RhkKind.ADDITIONAL

#: aspect or perspective, indicator, target, realisation at the end of the year
Measure = tuple[Aspect | Perspective | None, str, str, str]


@dataclass(frozen=True)
class Result:
    """An RHK: name in the example, the superior's RHK it intervenes, wording, measures."""

    name: str
    parent: str | None
    statement: str
    measures: tuple[Measure, ...]
    kind: RhkKind = MAIN
    assigner: str = ""


@dataclass(frozen=True)
class Plan:
    """One person's SKP."""

    who: str
    results: tuple[Result, ...]
    expectations: tuple[tuple[CoreValue, str], ...] = ()


CAMAT = Plan(
    "CAM",
    (
        Result("C1", None, "Meningkatnya kualitas pelayanan publik kecamatan", (
            (Perspective.RECIPIENT, "Nilai Indeks Kepuasan Masyarakat", "86,50", "87,12"),)),
        Result("C2", None, "Meningkatnya kualitas penyelenggaraan pemerintahan desa", (
            (Perspective.PROCESS, "Persentase desa menetapkan APBDes tepat waktu (12 desa)",
             "100 %", "100 %"),)),
        Result("C3", None, "Meningkatnya akuntabilitas kinerja kecamatan", (
            (Perspective.STRENGTHENING, "Nilai evaluasi AKIP", "72,00", "71,40"),)),
        Result("C4", None, "Terkelolanya anggaran kecamatan secara efektif", (
            (Perspective.BUDGET, "Persentase realisasi anggaran", "95 %", "96,8 %"),)),
        Result("C5", None, "Terkoordinasinya percepatan penurunan stunting tingkat kecamatan", (
            (None, "Jumlah rembuk stunting", "4 kali", "4 kali"),), ADDITIONAL),
    ),
)  # fmt: skip

SECRETARIAT = (
    Plan("SEK", (
        Result("S1", "C3",
               "Tersusunnya dokumen perencanaan dan pelaporan kinerja yang berkualitas", (
            (QUANTITY, "Jumlah dokumen (Renja, RKA, DPA, PK, LKjIP, 4 evaluasi Renja)",
             "9 dokumen", "9 dokumen"),
            (QUALITY, "Persentase rekomendasi AKIP tahun lalu ditindaklanjuti", "100 %",
             "88,9 % (8 dari 9)"),
            (TIME, "Ketepatan penyampaian", "≤ tanggal batas", "9 dari 9 tepat waktu"))),
        Result("S2", "C4", "Terkelolanya keuangan dan aset kecamatan secara tertib", (
            (QUANTITY, "Laporan keuangan bulanan", "12 laporan", "12 laporan"),
            (QUALITY, "Temuan administrasi berulang", "0 temuan", "0 temuan"),
            (COST, "Efisiensi belanja ATK terhadap pagu", "≥ 3 %", "4,1 %"))),
    )),
    Plan("KSU", (
        Result("U1", "S2", "Terkelolanya administrasi umum dan kearsipan", (
            (QUANTITY, "Laporan administrasi kepegawaian", "12 laporan", "12 laporan"),
            (QUALITY, "Berkas kepegawaian lengkap", "≥ 98 %", "98,4 %"))),
    )),
    Plan("JFP", (
        Result("F1", "S1", "Tersusunnya rancangan Renja dan evaluasi Renja berbasis data", (
            (QUANTITY, "Dokumen", "5 dokumen (1 Renja dan 4 evaluasi)", "5 dokumen"),
            (QUALITY, "Catatan perbaikan Bappeda per dokumen", "≤ 3 catatan", "2,2 catatan"),
            (TIME, "Selesai sesuai jadwal Bappeda", "5 dokumen", "5 dokumen"))),
        Result("F2", "C1", "Tersusunnya analisis Survei Kepuasan Masyarakat", (
            (QUANTITY, "Laporan", "2 laporan", "2 laporan"),), assigner="Camat Contohsari"),
    )),
    Plan("JFA", (
        Result("A1", "U1", "Tertatanya arsip inaktif", (
            (QUANTITY, "Berkas ditata", "1.200 berkas", "740 berkas"),
            (QUALITY, "Daftar arsip sesuai kaidah", "≥ 95 %", "96 %"),
            (TIME, "Selesai", "≤ 30 November", "lewat 30 November"))),
        Result("A2", "U1", "Terlayaninya peminjaman arsip", (
            (QUANTITY, "Laporan peminjaman", "12 laporan", "12 laporan"),)),
    )),
)  # fmt: skip

SECTIONS = (
    Plan("KSP", (
        Result("K1", "C1", "Terselenggaranya pelayanan administrasi terpadu sesuai standar", (
            (QUANTITY, "Berkas dilayani", "3.600 berkas", "4.012 berkas"),
            (QUALITY, "Berkas tanpa pengembalian", "≥ 97 %", "98,6 %"),
            (TIME, "Berkas selesai ≤ 1 hari kerja", "≥ 95 %", "97,9 %"))),
        Result("K2", "C2", "Terevaluasinya rancangan APBDes 12 desa", (
            (QUANTITY, "Desa dievaluasi", "12 desa", "12 desa"),
            (TIME, "Selesai sebelum 31 Desember", "12 desa",
             "12 desa (rata-rata 9 hari lebih awal)"))),
    )),
    Plan("KPM", (
        Result("M1", "C2", "Terbinanya lembaga kemasyarakatan di 12 desa", (
            (QUANTITY, "Desa dibina", "12 desa", "12 desa"),
            (QUALITY, "Desa dengan laporan lengkap", "≥ 90 %", "91,7 %"))),
        Result("M2", "C5", "Terlaksananya rembuk stunting tingkat kecamatan", (
            (QUANTITY, "Rembuk stunting", "4 kali", "4 kali"),), ADDITIONAL),
    )),
    Plan("KTR", (
        Result("T1", "C1", "Terjaganya ketenteraman dan ketertiban umum", (
            (QUANTITY, "Patroli wilayah", "96 kali", "97 kali"),
            (TIME, "Aduan ditanggapi", "≤ 1 × 24 jam", "≤ 1 × 24 jam"))),
    )),
    Plan("PLK", (
        Result("P1", "K1", "Terverifikasinya berkas permohonan layanan secara benar", (
            (QUANTITY, "Berkas diverifikasi", "2.000 berkas", "2.310 berkas"),
            (QUALITY, "Verifikasi tanpa koreksi", "≥ 97 %", "99,1 %"),
            (TIME, "Rata-rata waktu verifikasi", "≤ 15 menit", "11 menit"))),
        Result("P2", "K1", "Tersedianya rekapitulasi layanan bulanan", (
            (QUANTITY, "Laporan", "12 laporan", "12 laporan"),
            (TIME, "Disampaikan paling lambat tanggal 5", "12 bulan", "12 bulan"))),
        Result("P3", None, "Terdukungnya pendataan bantuan sosial", (
            (QUANTITY, "Keluarga terdata", "150 KK", "162 KK"),), ADDITIONAL),
    ), (
        (CoreValue.SERVICE,
         "Menyapa pemohon dan menjelaskan kekurangan berkas dengan bahasa sederhana."),
        (CoreValue.COLLABORATIVE, "Membagi cara verifikasi kepada petugas loket."),
    )),
    Plan("PPK3", (
        Result("Y1", "K1", "Terlayaninya antrean loket", (
            (QUANTITY, "Antrean dilayani", "3.600 antrean", "3.744 antrean"),
            (QUALITY, "Nilai SKM loket", "≥ 85", "86,3"),
            (TIME, "Waktu tunggu", "≤ 10 menit", "9 menit"))),
    )),
)  # fmt: skip

DISTRICT_PLANS = (CAMAT, *SECRETARIAT, *SECTIONS)

APPENDIX = {
    "resources": ("10 pegawai", "Anggaran Rp 3,2 miliar", "Aplikasi pelayanan"),
    "accountability": ("Laporan bulanan kepada penilai", "Evaluasi triwulan", "LKjIP"),
    "consequences": (
        "Bila tercapai: usulan penghargaan",
        "Bila tidak tercapai: pembinaan dan penyesuaian TPP sesuai Peraturan Bupati",
    ),
}
