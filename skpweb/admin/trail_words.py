"""Indonesian words for what the audit trail records."""

KINDS = {
    "account": "Akun dan kode masuk",
    "audit": "Jejak audit",
    "backup": "Cadangan",
    "document": "Dokumen",
    "employee": "Pegawai",
    "entry": "Jurnal",
    "evaluation": "Evaluasi",
    "feedback": "Umpan balik",
    "holiday": "Hari libur",
    "import": "Impor pegawai",
    "office": "Pengaturan kantor",
    "organisation_result": "Capaian organisasi",
    "posting": "Penempatan",
    "skp": "SKP",
    "step": "Rencana aksi",
    "unit": "Unit kerja",
    "window": "Masa evaluasi",
    "year": "Tahun kinerja",
}

VERBS = {
    "account.change_password": "mengganti kata sandi",
    "account.end_session": "mengakhiri sesi",
    "account.first_admin": "membuat akun admin pertama",
    "account.issue_code": "membuat kode sekali pakai",
    "account.open": "membuka akun",
    "account.roles": "mengubah peran akun",
    "account.sign_in": "masuk",
    "account.sign_in_failed": "gagal masuk",
    "account.sign_out": "keluar",
    "account.use_code": "memakai kode sekali pakai",
    "audit.export": "mengunduh jejak audit",
    "backup.make": "membuat cadangan",
    "employee.add": "menambah pegawai",
    "employee.change": "mengubah data pegawai",
    "employee.leave": "menonaktifkan pegawai",
    "employee.resume": "mengaktifkan kembali pegawai",
    "entry.approve": "menyetujui jurnal",
    "entry.change": "mengubah jurnal",
    "entry.reopen": "mengurungkan keputusan jurnal",
    "entry.return": "mengembalikan jurnal",
    "entry.submit": "mengajukan lagi jurnal",
    "entry.write": "mencatat jurnal",
    "evaluation.rate": "menetapkan predikat",
    "evaluation.report": "melaporkan realisasi",
    "feedback.give": "memberi umpan balik",
    "holiday.add": "menambah hari libur",
    "holiday.remove": "menghapus hari libur",
    "import.apply": "mengimpor daftar pegawai",
    "import.check": "memeriksa daftar pegawai",
    "import.undo": "membatalkan impor pegawai",
    "office.add": "mendaftarkan instansi",
    "office.change": "mengubah pengaturan kantor",
    "organisation_result.set": "mencatat capaian kinerja organisasi",
    "posting.begin": "mencatat penempatan baru",
    "posting.correct": "memperbaiki penempatan",
    "skp.approve": "menetapkan SKP",
    "skp.return": "mengembalikan SKP",
    "skp.shorten": "menutup SKP karena mutasi",
    "skp.submit": "mengajukan SKP",
    "skp.supersede": "mengganti SKP dengan versi baru",
    "skp.withdraw": "menarik kembali SKP",
    "step.add": "menambah rencana aksi",
    "step.archive": "mengarsipkan rencana aksi",
    "step.change": "mengubah rencana aksi",
    "unit.add": "menambah unit kerja",
    "unit.archive": "mengarsipkan unit kerja",
    "unit.change": "mengubah unit kerja",
    "unit.reopen": "memakai lagi unit kerja",
    "window.change": "mengubah masa evaluasi",
    "year.add": "membuat tahun kinerja",
    "year.change": "mengubah tahun kinerja",
}


def verb(action: str) -> str:
    """What was done, in words; an action without words is shown as it is stored."""
    return VERBS.get(action, action)


def kind(name: str) -> str:
    """The subject of an action in words."""
    return KINDS.get(name, name)
