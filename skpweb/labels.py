"""The Indonesian words of every enum, in the office's own terms."""

from collections.abc import Iterable
from enum import Enum

from skpweb.domain.behaviour import CoreValue
from skpweb.domain.calendar import PeriodKind, WindowKind, WorkWeek
from skpweb.domain.clocks import ClockKind
from skpweb.domain.counselling import CounsellorKind
from skpweb.domain.development import DevelopmentKind
from skpweb.domain.dialogue import Doer, Purpose
from skpweb.domain.feedback import (
    Competence,
    DutyState,
    FeedbackRhythm,
    FeedbackTiming,
    FeedbackWay,
)  # fmt: skip
from skpweb.domain.guidance_forms import GuidanceKind, PaperKind, Side
from skpweb.domain.handover import Handing
from skpweb.domain.lifecycle import EntryState, EvaluationState, ObjectionState, SkpState, StepState
from skpweb.domain.national import Carried
from skpweb.domain.objection import Final
from skpweb.domain.packages import JobState, PackageScope
from skpweb.domain.periods import PeriodLength
from skpweb.domain.progress import FollowUp, GuidanceWay, Verdict
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.recap import Exemption, Filling
from skpweb.domain.states import (
    AgreementState,
    CounsellingState,
    DevelopmentState,
    DialogueState,
    GuidanceState,
    PaperState,
    RequestState,
)
from skpweb.domain.study import Graduation
from skpweb.domain.terms import (
    AbsenceKind,
    Accreditation,
    Acting,
    AppendixPart,
    Approach,
    Aspect,
    ControlLevel,
    Degree,
    Duty,
    EmploymentStatus,
    EntrySource,
    FeedbackSource,
    FeedbackTone,
    Form,
    JobLevel,
    LinkState,
    Perspective,
    PositionKind,
    ReportingPeriod,
    ResultMeasure,
    RhkKind,
    StandInKind,
)

WORDS: dict[type[Enum], tuple[str, ...]] = {
    Form: (
        "Pejabat pimpinan tinggi dan pimpinan unit kerja mandiri",
        "Pejabat administrasi dan pejabat fungsional",
    ),
    Approach: ("Kualitatif", "Kuantitatif"),
    RhkKind: ("Utama", "Tambahan"),
    Aspect: ("Kuantitas", "Kualitas", "Waktu", "Biaya"),
    Perspective: ("Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran"),
    AppendixPart: ("Dukungan sumber daya", "Skema pertanggungjawaban", "Konsekuensi"),
    ControlLevel: ("Outcome", "Outcome antara", "Output kendali rendah"),
    ReportingPeriod: ("Bulanan", "Triwulanan", "Semesteran", "Tahunan"),
    FeedbackSource: (
        "Pimpinan", "Ketua tim kerja", "Rekan kerja setingkat", "Pegawai (bawahan)", "Pihak lain",
    ),
    FeedbackTone: ("Apresiasi", "Masukan", "Arahan"),
    FeedbackTiming: ("Berkala/terjadwal", "Insidentil"),
    FeedbackWay: ("Langsung (tatap muka)", "Tidak langsung"),
    FeedbackRhythm: ("Setiap masa evaluasi", "Setiap bulan"),
    DutyState: ("Sudah diberikan", "Belum diberikan", "Terlambat"),
    Competence: (
        "Integritas dan disiplin", "Kerja sama", "Komunikasi", "Orientasi pada hasil",
        "Pelayanan publik", "Pengembangan diri dan orang lain", "Mengelola perubahan",
        "Pengambilan keputusan", "Perekat bangsa", "Kepemimpinan", "Teknis jabatan",
        "Pengolahan data", "Aplikasi dan teknologi informasi", "Naskah dinas dan arsip",
        "Keuangan dan pengadaan", "Perencanaan dan pelaporan",
    ),
    RequestState: ("Menunggu jawaban", "Sudah dijawab", "Tidak dapat memberi", "Ditarik kembali"),
    EmploymentStatus: ("PNS", "CPNS", "PPPK", "PPPK paruh waktu", "Pejabat non-ASN"),
    PositionKind: (
        "Pejabat pimpinan tinggi", "Administrator", "Pengawas", "Fungsional", "Pelaksana",
        "Pejabat non-ASN",
    ),
    JobLevel: (
        "Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama", "Pemula", "Terampil", "Mahir",
        "Penyelia",
    ),
    Acting: ("Definitif", "Plt.", "Plh."),
    StandInKind: ("Atas nama", "Plt.", "Plh."),
    Duty: ("Rencana aksi", "Tugas tambahan", "Perintah langsung", "Di luar rencana aksi"),
    EntrySource: ("Diketik", "Impor dari Excel", "Lembar lapangan", "Disalin"),
    LinkState: (
        "Belum diperiksa", "Dapat dibuka", "Perlu izin", "Tidak ditemukan",
        "Tidak dapat diperiksa",
    ),
    AbsenceKind: (
        "Cuti tahunan", "Cuti sakit", "Cuti melahirkan", "Cuti karena alasan penting",
        "Cuti besar", "Cuti di luar tanggungan negara", "Tugas belajar",
        "Pemberhentian sementara", "Masa persiapan pensiun",
        "Pejabat negara atau lembaga nonstruktural",
    ),
    ResultMeasure: (
        "Capaian rencana aksi perjanjian kinerja",
        "Capaian trajectory target",
        "Capaian IKU, ekspektasi pimpinan, dan indeks reformasi birokrasi",
    ),
    Graduation: ("Lebih cepat", "Tepat waktu", "Adanya perpanjangan"),
    Degree: ("Strata 1 (S-1)", "Profesi, Strata 2 (S-2), atau Strata 3 (S-3)"),
    Accreditation: ("A", "B", "C"),
    CoreValue: (
        "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif",
        "Kolaboratif",
    ),
    PeriodKind: ("Bulanan", "Triwulanan"),
    WindowKind: ("Bulan", "Triwulan", "Tahunan"),
    WorkWeek: ("Lima hari (Senin–Jumat)", "Enam hari (Senin–Sabtu)"),
    Rating: ("Di bawah ekspektasi", "Sesuai ekspektasi", "Di atas ekspektasi"),
    Predicate: ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang/Misconduct", "Sangat Kurang"),
    OrganisationLevel: ("Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"),
    SkpState: ("Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Diganti"),
    EntryState: ("Menunggu konfirmasi", "Diajukan", "Dikembalikan", "Disetujui"),
    Carried: ("Belum disalin", "Sudah disalin", "Berubah sejak disalin"),
    StepState: ("Diusulkan", "Dikembalikan", "Disepakati"),
    EvaluationState: ("Menunggu laporan", "Dilaporkan", "Ditetapkan"),
    ObjectionState: ("Diajukan", "Dijelaskan penilai", "Diputuskan"),
    GuidanceKind: ("Coaching", "Mentoring"),
    Side: ("Pegawai", "Pembimbing", "Pegawai dan pembimbing"),
    PaperKind: ("Umpan balik bimbingan kinerja", "Evaluasi kompetensi"),
    DevelopmentKind: (
        "Pelatihan klasikal",
        "Pelatihan nonklasikal",
        "Formal training lainnya",
        "Informal training",
        "Penugasan khusus",
        "Rotasi",
    ),
    GuidanceState: (
        "Diisi pegawai",
        "Berjalan",
        "Menunggu konfirmasi pegawai",
        "Ditandatangani",
        "Dibatalkan",
    ),
    PaperState: ("Draf", "Ditandatangani"),
    DevelopmentState: ("Direncanakan", "Selesai", "Dibatalkan"),
    CounsellorKind: (
        "Konselor independen yang ditunjuk instansi",
        "Pejabat penilai yang terlatih konseling",
        "Pejabat yang memiliki fungsi konseling",
    ),
    CounsellingState: ("Draf", "Dilaporkan", "Dijadwalkan", "Selesai", "Tidak dilanjutkan"),
    DialogueState: ("Direncanakan", "Menunggu konfirmasi", "Dikonfirmasi", "Dibatalkan"),
    AgreementState: ("Belum selesai", "Selesai", "Dihentikan"),
    Purpose: (
        "Penetapan dan klarifikasi ekspektasi",
        "Pemantauan berkala",
        "Evaluasi",
        "Lainnya",
    ),
    Doer: ("Pegawai", "Pimpinan"),
    Verdict: ("Menunjukkan kemajuan", "Tidak menunjukkan kemajuan"),
    FollowUp: (
        "Apresiasi",
        "Penugasan baru",
        "Penyesuaian ekspektasi",
        "Penyesuaian dukungan sumber daya",
        "Pembinaan kinerja",
        "Pengambilalihan RHK",
    ),
    GuidanceWay: ("Coaching", "Mentoring", "Formal training", "Informal training", "Konseling"),
    ClockKind: (
        "Atasan penilai menilai", "Serahkan dokumen kepada pegawai",
        "Pegawai mengembalikan dokumen", "Hak mengajukan keberatan",
        "Atasan penilai memutuskan keberatan", "Laporkan kepada PyB",
    ),
    Final: (
        "Ditetapkan atasan penilai",
        "Dinilai kepala daerah, menteri, atau pimpinan instansi",
        "Tidak ada atasan penilai",
    ),
    Handing: (
        "Serahkan dokumen",
        "Saya sudah menerima",
        "Sudah saya tanda tangani dan kembalikan",
        "Sudah dilaporkan kepada PyB",
    ),
    PeriodLength: ("Minggu", "Bulan"),
    PackageScope: ("Semua evaluasi yang sudah ditetapkan", "Hanya evaluasi tahunan"),
    JobState: (
        "Sedang dibuat", "Siap diunduh", "Gagal", "Dibatalkan", "Terhenti", "Sudah dihapus",
    ),
    Exemption: (
        "Hari belum berakhir", "Bukan hari kerja", "Belum mulai bertugas", "Sudah tidak bertugas",
        "Sedang tidak masuk", "Aplikasi terganggu", "Belum ada SKP yang ditetapkan",
    ),
    Filling: ("Lengkap", "Belum lengkap", "Belum mengisi", "Tidak dihitung"),
}  # fmt: skip


def label(member: Enum) -> str:
    """The word of an enum member. Raises KeyError for an enum without words."""
    kind = type(member)  # members of different enums can be equal strings: the kind decides
    return WORDS[kind][list(kind).index(member)]


def choices(members: Iterable[Enum]) -> dict[str, str]:
    """Value and word of some members of an enum, as a form offers them."""
    return {member.value: label(member) for member in members}
