"""The SKP of UPTD Puskesmas Melati Contoh, running year, pendekatan kualitatif."""

from skpweb.domain.terms import Perspective, RhkKind
from skpweb.office.demo.plans import Plan, Result

HEAD = Plan("KAP", (
    Result("H1", None, "Meningkatnya cakupan layanan kesehatan ibu dan anak", (
        (Perspective.RECIPIENT, "K4 tercapai 95 % di 6 desa", "", "93 % di 6 desa"),
        (Perspective.RECIPIENT, "Kematian ibu nol kasus", "", "nol kasus"))),
    Result("H2", None, "Terlaksananya tata kelola klaster sesuai standar akreditasi", (
        (Perspective.PROCESS, "Seluruh temuan akreditasi tertutup pada Oktober", "",
         "11 dari 12 temuan tertutup"),)),
    Result("H3", None, "Meningkatnya kompetensi tenaga", (
        (Perspective.STRENGTHENING, "Setiap tenaga mengikuti ≥ 20 JP", "", "rata-rata 18 JP"),)),
    Result("H4", None, "Terkelolanya dana BOK dan JKN tepat guna", (
        (Perspective.BUDGET, "Serapan ≥ 92 % tanpa temuan", "", "serapan 71 % tanpa temuan"),)),
    Result("H5", None, "Terdukungnya kesiapsiagaan bencana tingkat kecamatan", (
        (Perspective.PROCESS, "Kehadiran pada semua simulasi", "", "hadir pada 2 simulasi"),),
        RhkKind.ADDITIONAL),
))  # fmt: skip

KENANGA = Plan("PRW", (
    Result("R0", None, "Terlaksananya asuhan keperawatan rawat jalan", (
        (None, "1.500 kunjungan dengan dokumentasi lengkap", "", "790 kunjungan"),),
        assigner="Kepala Puskesmas Kenanga"),
))  # fmt: skip

CLINIC_PLANS = (
    Plan("PRW", (
        Result("R1", "H2", "Terlaksananya asuhan keperawatan klaster dewasa dan lansia", (
            (None, "1.400 kunjungan", "", "735 kunjungan"),
            (None, "Posbindu 6 kali", "", "posbindu 3 kali")), assigner="Kepala Puskesmas"),
    )),
    Plan("BDN", (
        Result("B1", "H1", "Terlayaninya ibu hamil risiko tinggi", (
            (None, "Seluruh ibu hamil risiko tinggi dikunjungi dua kali", "",
             "seluruhnya dikunjungi"),
            (None, "Kelas ibu hamil 10 kali", "", "kelas ibu hamil 7 kali")),
            assigner="Kepala Puskesmas"),
    )),
    Plan("NUT", (
        Result("N1", "H1", "Terpantaunya balita berisiko stunting", (
            (None, "240 balita dipantau per bulan sejak April", "", "238 balita per bulan"),),
            assigner="Kepala Puskesmas"),
    )),
    Plan("PW", (
        Result("W1", None, "Terlayaninya pendaftaran pasien dengan tertib", (
            (None, "Antrean pendaftaran selesai dalam 10 menit", "", "rata-rata 9 menit"),),
            assigner="Kepala Subbagian Tata Usaha"),
    )),
    Plan("DOK", (
        Result("D1", "H1", "Terlayaninya pasien poli umum sesuai standar", (
            (None, "2.700 kunjungan (setelah 3 bulan cuti diperhitungkan)", "",
             "2.015 kunjungan"),), assigner="Kepala Puskesmas"),
    )),
    Plan("KTU", (
        Result("L1", "H4", "Tertibnya administrasi keuangan dan kepegawaian puskesmas", (
            (None, "Laporan bulanan lengkap paling lambat tanggal 5", "", "lengkap 9 bulan"),),
            assigner="Kepala Puskesmas"),
    )),
)  # fmt: skip

#: person -> quarter -> (result, behaviour); + above, = meets, - below
CLINIC_RATINGS = {
    "PRW": {3: "++"},
    "BDN": {1: "==", 2: "=+", 3: "=+"},
    "NUT": {2: "==", 3: "=="},
    "PW": {1: "==", 2: "-=", 3: "=="},
    "DOK": {2: "==", 3: "=="},
    "KTU": {3: "+-"},
}
