"""What was judged in the closed year at Kecamatan Contohsari, and why in words."""

from skpweb.domain.ratings import OrganisationLevel as Level
from skpweb.domain.terms import FeedbackSource

#: window number (0 = annual) -> organisation result
RESULTS = {1: Level.GOOD, 2: Level.GOOD, 3: Level.GOOD, 4: Level.OUTSTANDING, 0: Level.GOOD}

#: person -> ratings of quarters 1-4 and of the year; + above, = meets, - below
RATINGS = {
    "CAM": ("==", "==", "=+", "++", "=+"),
    "SEK": ("==", "==", "==", "==", "=="),
    "KSP": ("==", "+=", "++", "++", "++"),
    "KPM": ("==", "==", "=+", "=+", "=+"),
    "KTR": ("==", "=-", "==", "==", "=="),
    "KSU": ("==", "==", "==", "==", "=="),
    "PLK": ("-=", "==", "++", "++", "++"),
    "PPK3": ("==", "==", "==", "==", "=="),
    "JFP": ("==", "==", "=+", "++", "=+"),
    "JFA": ("==", "-=", "-=", "==", "-="),
}

RECOMMENDATIONS = {
    "PLK": "Usulkan pelatihan pelayanan prima sebagai fasilitator",
    "JFA": (
        "Bimbingan kinerja 3 kali, pelatihan penataan arsip; target tahun depan dibagi per bulan"
    ),
}

#: person -> (month, day, giver, source, about, text); about is a result's name or a value
FEEDBACK = {
    "PLK": (
        (8, 20, "KSP", FeedbackSource.LEADER, "service",
         "Tiga pemohon menyampaikan apresiasi tertulis; pertahankan."),
        (9, 15, "KSP", FeedbackSource.LEADER, "accountable",
         "Pencatatan berkas rapi dan dapat ditelusuri."),
        (9, 22, "KSP", FeedbackSource.LEADER, "collaborative", "Sudah melatih Yuli dua kali."),
        (11, 12, "PPK3", FeedbackSource.PEER, "P1",
         "Berkas yang kurang langsung dijelaskan, antrean loket jadi lancar."),
        (11, 20, "KSP", FeedbackSource.LEADER, "P2",
         "Selalu tepat waktu, tinggal dilengkapi catatan tren."),
    ),
    "KTR": (
        (5, 28, "CAM", FeedbackSource.LEADER, "harmonious",
         "Dua keluhan warga tentang cara bicara petugas; beri contoh yang lebih tenang."),
    ),
    "JFA": (
        (6, 16, "KSU", FeedbackSource.LEADER, "A1",
         "Penataan berjalan lambat karena rak belum datang; sepakati target bulanan."),
    ),
}  # fmt: skip

#: one sentence of the penilai for every window, so that nobody is rated unheard
PERIODIC = (
    "Awal tahun berjalan sesuai rencana; jaga ketepatan waktu laporan.",
    "Kemajuan sesuai rencana aksi; lengkapi bukti dukung setiap bulan.",
    "Hasil terlihat nyata; bagikan caranya kepada rekan lain.",
    "Target akhir tahun dapat dicapai; rapikan arsip bukti dukung.",
)

OBJECTION = {
    "reason": "Rak arsip baru datang pada bulan Agustus sehingga penataan tertunda.",
    "explanation": "Target sudah disesuaikan pada bulan Juli dan tetap tidak tercapai.",
    "hearing": "Arsiparis menjelaskan rak datang bulan Agustus. Penilai menjelaskan bahwa target "
    "sudah disesuaikan pada bulan Juli.",
    "decision": "Hasil evaluasi dikuatkan; kebutuhan rak menjadi perhatian dalam SKP berikutnya.",
}
