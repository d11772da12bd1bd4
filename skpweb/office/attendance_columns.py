"""The columns of a monthly attendance recap, with the names that machines and clerks give them."""

from skpweb.office.headings import Column, Finder

COLUMNS = (
    Column("nip", "NIP", "18 digit, sel berformat Teks.", "199001172015031907",
           ("nip baru", "nip nipppk", "nip ni pppk", "ni pppk", "nippppk", "nomor induk pegawai")),
    Column("name", "Nama", "Untuk mencocokkan NIP; boleh kosong.", "Iwan Permadanu",
           ("nama pegawai", "nama lengkap", "nama tanpa gelar")),
    Column("present", "Hadir", "Jumlah hari hadir, termasuk dinas luar.", "20",
           ("h", "hdr", "masuk", "jumlah hadir", "jml hadir", "hari hadir", "hadir hari",
            "jumlah kehadiran", "kehadiran", "total hadir")),
    Column("late", "Terlambat", "Berapa kali datang terlambat.", "2",
           ("tl", "telat", "datang terlambat", "dt", "jumlah terlambat", "terlambat kali",
            "terlambat x", "terlambat hari", "kali terlambat")),
    Column("early", "Pulang cepat", "Berapa kali pulang sebelum waktunya.", "1",
           ("pc", "psw", "cp", "pulang awal", "cepat pulang", "pulang sebelum waktu",
            "pulang sebelum waktunya", "pulang cepat kali", "pulang cepat x")),
    Column("permitted", "Izin", "Jumlah hari izin.", "0",
           ("i", "ijin", "izin hari", "jumlah izin")),
    Column("sick", "Sakit", "Jumlah hari sakit.", "0", ("s", "sakit hari", "jumlah sakit")),
    Column("on_leave", "Cuti", "Jumlah hari cuti.", "0", ("c", "cuti hari", "jumlah cuti")),
    Column("unexcused", "Tanpa keterangan", "Jumlah hari tidak masuk tanpa alasan yang sah.", "0",
           ("tk", "a", "alpa", "alpha", "alfa", "mangkir", "th", "tanpa ket", "tanpa kabar",
            "tidak hadir tanpa keterangan", "tidak masuk tanpa keterangan", "bolos")),
    Column("lost_minutes", "Menit terlambat dan pulang cepat",
           "Jumlah menit keduanya dalam sebulan; boleh kosong.", "45",
           ("menit", "jumlah menit", "total menit", "menit terlambat pulang cepat", "menit tl pc",
            "menit tl dan pc", "menit terlambat pulang cepat jumlah", "kekurangan jam menit",
            "menit kurang")),
)  # fmt: skip
#: columns of other recaps that are read but are no column of ours
OTHERS = (
    Column("late_minutes", "Menit terlambat", "", "",
           ("terlambat menit", "jumlah menit terlambat", "menit tl", "tl menit")),
    Column("early_minutes", "Menit pulang cepat", "", "",
           ("pulang cepat menit", "jumlah menit pulang cepat", "menit pc", "pc menit",
            "psw menit")),
    Column("duty", "Dinas luar", "", "", ("dl", "dinas", "perjalanan dinas", "spt", "tugas luar")),
    Column("month", "Bulan", "", "", ("periode", "bulan tahun")),
)  # fmt: skip
HEADINGS = {column.key: column.heading for column in (*COLUMNS, *OTHERS)}
FINDER = Finder((*COLUMNS, *OTHERS), needed=("nip",))

#: what is stored, in the order of the list; the first five of DAYS fill the month
COUNTS = tuple(column.key for column in COLUMNS[2:])
DAYS = ("present", "permitted", "sick", "on_leave", "unexcused", "duty")
TIMES = ("late", "early")
MINUTES = ("lost_minutes", "late_minutes", "early_minutes")
