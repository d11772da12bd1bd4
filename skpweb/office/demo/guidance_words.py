"""What is written in the demo's pembinaan; all people and numbers are invented."""

from skpweb.domain.development import DevelopmentKind

#: month, why, and the form B.1.6
COACHINGS = (
    (
        2,
        "Target semester tahun lalu tidak tercapai; tahun ini target dibagi per bulan.",
        {
            "goals": [
                {
                    "indicator": "Jumlah berkas arsip inaktif yang ditata",
                    "baseline": "180 berkas",
                    "target": "25 berkas setiap bulan",
                    "strategy": "Menata satu rak setiap minggu",
                }
            ],
            "facts": [
                {
                    "target": "300 berkas setahun",
                    "progress": "12 berkas pada Januari",
                    "problem": "Berkas datang tanpa daftar",
                    "cause": "Belum ada jadwal penyerahan dari seksi",
                }
            ],
            "chances": [{"text": "Menyusun jadwal penyerahan berkas bersama keempat seksi."}],
            "steps": [
                {
                    "indicator": "Jumlah berkas arsip inaktif yang ditata",
                    "strategy": "Jadwal penyerahan berkas setiap Jumat pertama",
                    "adjust": "TIDAK",
                }
            ],
        },
    ),
    (
        6,
        "Progres triwulan I di bawah jadwal.",
        {
            "goals": [
                {
                    "indicator": "Jumlah berkas arsip inaktif yang ditata",
                    "baseline": "12 berkas",
                    "target": "150 berkas sampai Juni",
                    "strategy": "Menyelesaikan rak A dan B",
                }
            ],
            "facts": [
                {
                    "target": "150 berkas",
                    "progress": "118 berkas",
                    "problem": "Rak baru belum datang",
                    "cause": "Pengadaan mundur ke Juli",
                }
            ],
            "chances": [{"text": "Memakai rak lama dengan penomoran sementara."}],
            "steps": [
                {
                    "indicator": "Jumlah berkas arsip inaktif yang ditata",
                    "strategy": "Penomoran sementara, dipindahkan setelah rak datang",
                    "adjust": "YA",
                }
            ],
        },
    ),
    (
        10,
        "Menjaga hasil sampai akhir tahun.",
        {
            "goals": [
                {
                    "indicator": "Jumlah berkas arsip inaktif yang ditata",
                    "baseline": "230 berkas",
                    "target": "300 berkas sampai Desember",
                    "strategy": "Menata sisa rak D",
                }
            ],
            "facts": [
                {
                    "target": "300 berkas",
                    "progress": "231 berkas",
                    "problem": "Banyak permintaan salinan",
                    "cause": "Arsip yang sering dicari belum dipisah",
                }
            ],
            "chances": [{"text": "Memisahkan arsip yang sering dicari di dekat loket."}],
            "steps": [
                {
                    "indicator": "Jumlah berkas arsip inaktif yang ditata",
                    "strategy": "Rak khusus untuk arsip yang sering dicari",
                    "adjust": "TIDAK",
                }
            ],
        },
    ),
)

MENTORING = (
    "Mengolah data keluarga penerima bantuan dengan tabel pivot.",
    {
        "plan": [{"text": "Belajar mengolah data dari perencana, dua jam setiap Rabu."}],
        "goals": [
            {
                "skill": "Mengolah data dengan tabel pivot",
                "period": "Mei sampai Juni",
                "change": "Rekap bulanan selesai tanpa hitung ulang",
                "measure": "Rekap selesai paling lambat tanggal 3",
            }
        ],
        "journal": [
            {
                "when": "6 Mei, ruang perencanaan",
                "material": "Menyiapkan data mentah",
                "plan": "Membersihkan data April",
                "due": "8 Mei",
            },
            {
                "when": "13 Mei, ruang perencanaan",
                "material": "Membuat tabel pivot dan memeriksa hasilnya",
                "plan": "Membuat rekap Mei sendiri",
                "due": "3 Juni",
            },
        ],
    },
)

#: reason, a technical competence, its reason, and the recommendation
COMPETENCE = (
    "Terlihat pada pekerjaan selama mentoring.",
    "Pengolahan data",
    "Rekap Mei selesai sendiri dan dipakai bidang lain.",
    "Diusulkan menjadi fasilitator pelatihan pengolahan data.",
)

ANSWERS = (
    "Ya, mentor menyediakan waktu setiap Rabu.",
    "Ya, rekap yang sudah saya buat dipakai sebagai contoh.",
    "Ya.",
    "Ya, memakai data kecamatan sendiri.",
    "Ya.",
    "Ya, saya diminta mencoba lebih dulu.",
    "Ya.",
    "Ya, membuat rekap setiap bulan.",
    "Ya.",
)

#: who, kind, title, organiser, month, jam pelajaran
TRAININGS = (
    ("JFA", DevelopmentKind.CLASSICAL, "Pelatihan penataan arsip", "BKPSDM", 4, 24),
    ("JFA", DevelopmentKind.INFORMAL, "Belajar arsip digital di Dispusip", "Dispusip", 12, 8),
    ("PLK", DevelopmentKind.NON_CLASSICAL, "Pelayanan prima (daring)", "BPSDM Provinsi", 3, 16),
    ("PLK", DevelopmentKind.ASSIGNMENT, "Fasilitator pelayanan prima", "Kecamatan", 9, 0),
)

REPORT = {
    "expectation": "Menyampaikan perubahan jadwal patroli kepada tim sehari sebelumnya.",
    "problem": "Jadwal patroli tiga kali berubah tanpa diberitahukan, sehingga tim kerja menunggu "
    "dan patroli bersama tertunda (Kolaboratif).",
    "is_shared": False,
    "done_so_far": "Dibicarakan berdua pada bulan lalu dan diberi umpan balik tertulis dua kali.",
}
