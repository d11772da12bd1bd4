"""The columns of a staff list: their headings, what they mean, and other names of them."""

from skpweb.office.headings import Column, Finder
from skpweb.office.headings import folded as folded

COLUMNS = (
    Column("nip", "NIP", "18 digit, sel berformat Teks. Kosong untuk pejabat non-ASN.",
           "199001172015031907",
           ("nip baru", "nip nipppk", "nip ni pppk", "ni pppk", "nippppk", "nomor induk pegawai")),
    Column("front_title", "Gelar depan", "Misalnya Drs. atau dr.; boleh kosong.", "",
           ("gelar di depan",)),
    Column("name", "Nama", "Nama tanpa gelar.", "Iwan Permadanu",
           ("nama pegawai", "nama lengkap", "nama tanpa gelar")),
    Column("back_title", "Gelar belakang", "Misalnya S.Sos.; boleh kosong.", "A.Md.",
           ("gelar di belakang",)),
    Column("status", "Status",
           "PNS, CPNS, PPPK, PPPK paruh waktu, atau Pejabat non-ASN. Kosong: dari NIP.",
           "PNS", ("status pegawai", "status kepegawaian", "jenis pegawai")),
    Column("rank", "Golongan", "PNS: III/c. PPPK: IX. Boleh kosong.", "II/d",
           ("gol", "gol ruang", "golongan ruang", "pangkat gol", "pangkat golongan",
            "pangkat golongan ruang", "pangkat gol ruang")),
    Column("position_name", "Jabatan", "Nama jabatan seperti dicetak di formulir.",
           "Pengolah Data dan Informasi", ("nama jabatan",)),
    Column("position_kind", "Jenis jabatan",
           "JPT, Administrator, Pengawas, Fungsional, Pelaksana, atau Pejabat non-ASN.",
           "Pelaksana", ("jenis jab",)),
    Column("job_level", "Jenjang", "Hanya untuk jabatan fungsional, misalnya Ahli Pertama.", "",
           ("jenjang jabatan", "jenjang jf")),
    Column("unit", "Unit kerja", "Nama unit, atau jalurnya: Induk > Anak. Unit baru dibuatkan.",
           "Kecamatan Contohsari > Seksi Pelayanan", ("unit", "unor", "unit organisasi")),
    Column("leads_unit", "Memimpin unit",
           "Ya untuk pimpinan unit kerja mandiri, misalnya Camat. Selain itu kosong.", "",
           ("pimpinan unit", "memimpin unit kerja mandiri")),
    Column("starts_on", "TMT", "Tanggal mulai penempatan ini: 31/01/2026.", "01/01/2024",
           ("tmt jabatan", "tmt penempatan", "tanggal mulai")),
    Column("assessor", "NIP penilai",
           "NIP pejabat penilai; untuk pejabat tanpa NIP tulis namanya. Boleh kosong.",
           "198203112008011903",
           ("penilai", "pejabat penilai", "nip pejabat penilai", "penilai nip",
            "pejabat penilai nip", "nip atasan langsung", "nip atasan")),
    Column("senior", "NIP atasan penilai", "Kosong: penilai dari penilai.", "",
           ("atasan penilai", "nip atasan pejabat penilai", "atasan pejabat penilai",
            "atasan penilai nip", "atasan pejabat penilai nip")),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
FINDER = Finder(COLUMNS, needed=("nip", "name"))
