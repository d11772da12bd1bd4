"""What the forms of bimbingan kinerja ask, in the regulation's words (p.80-85)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 2000  #: characters of one box
MOST_ROWS = 40  #: of one table

Rows = list[dict[str, str]]
Body = Mapping[str, Rows]


class GuidanceKind(StrEnum):
    """The two kinds of bimbingan kinerja that the regulation lays out (p.78)."""

    COACHING = "coaching"
    MENTORING = "mentoring"


class PaperKind(StrEnum):
    """What is written after a bimbingan: B.1.8 by the Pegawai, B.1.9 by whoever guided."""

    FEEDBACK = "feedback"
    COMPETENCE = "competence"


class Side(StrEnum):
    """Whose part of a form it is."""

    OWNER = "owner"
    GUIDE = "guide"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form: a table of named columns (name -> head in print), or one text."""

    name: str
    title: str
    by: Side
    columns: Mapping[str, str]
    hint: str = ""
    is_text: bool = False
    is_printed: bool = True


SECTIONS: Mapping[GuidanceKind, tuple[Section, ...]] = {
    GuidanceKind.COACHING: (
        Section(
            "goals",
            "TUJUAN: APA YANG INGIN SAYA CAPAI?",
            Side.OWNER,
            {
                "indicator": "INDIKATOR KINERJA INDIVIDU",
                "baseline": "BASELINE TARGET (JIKA ADA)",
                "target": "TARGET",
                "strategy": "STRATEGI PENCAPAIAN TARGET",
            },
        ),
        Section(
            "facts",
            "FAKTA: DIMANA SAYA SEKARANG?",
            Side.OWNER,
            {
                "target": "TARGET SKP",
                "progress": "PROGRES PENCAPAIAN TARGET",
                "problem": "MASALAH / HAMBATAN",
                "cause": "PENYEBAB",
            },
        ),
        Section(
            "chances",
            "PELUANG: APA YANG DAPAT SAYA LAKUKAN?",
            Side.OWNER,
            {"text": "PELUANG"},
            is_text=True,
        ),
        Section(
            "steps",
            "LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?",
            Side.GUIDE,
            {
                "indicator": "INDIKATOR KINERJA INDIVIDU",
                "strategy": "STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN",
                "adjust": "PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*",
            },
        ),
    ),
    GuidanceKind.MENTORING: (
        Section(
            "plan",
            "RENCANA AKSI: TUJUAN DAN LANGKAH-LANGKAH",
            Side.OWNER,
            {"text": "RENCANA AKSI"},
            hint="Tujuan mentoring dan langkah-langkah untuk mengembangkan keahlian atau "
            "keterampilan itu. Tidak dicetak pada Format B.1.7.",
            is_text=True,
            is_printed=False,
        ),
        Section(
            "goals",
            "TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING?",
            Side.OWNER,
            {
                "skill": "KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN",
                "period": "JANGKA WAKTU MENTORING",
                "change": "PERUBAHAN YANG DIHARAPKAN",
                "measure": "UKURAN KEBERHASILAN MENTORING",
            },
        ),
        Section(
            "journal",
            "JURNAL MENTORING",
            Side.BOTH,
            {
                "when": "WAKTU DAN TEMPAT",
                "material": "MATERI MENTORING",
                "plan": "RENCANA AKSI",
                "due": "TARGET WAKTU RENCANA AKSI",
            },
            hint="Bentuknya dapat berupa shadowing events, work sharing, hands-on-training, "
            "atau introducing.",
        ),
    ),
}

#: the nine statements of B.1.8, by subject (p.83)
STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "TENTANG PEGAWAI": (
        "Saya merasa diperhatikan dan dipahami",
        "Saya merasa tindakan/langkah yang telah saya lakukan dihargai",
        "Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya",
    ),
    "TENTANG PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS": (
        "Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat",
        "Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat positif",
        "Lebih banyak menggunakan metode bertanya dibandingkan menggurui",
    ),
    "TENTANG PEGAWAI DAN PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS": (
        "Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut",
        "Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan kinerja ini",
        "Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini",
    ),
}
COUNT = sum(len(group) for group in STATEMENTS.values())

#: the competences of B.1.9 (p.84); those of "Teknis" are written by whoever evaluates
COMPETENCES: Mapping[str, tuple[str, ...]] = {
    "Manajerial": (
        "Integritas",
        "Kerjasama",
        "Komunikasi",
        "Orientasi pada Hasil",
        "Pelayanan Publik",
        "Pengembangan Diri dan Orang Lain",
        "Mengelola Perubahan",
        "Pengambilan Keputusan",
    ),
    "Sosio Kultural": ("Perekat dan Pemersatu Bangsa",),
}
FIXED = tuple(name for group in COMPETENCES.values() for name in group)

#: the scale of B.1.9 as printed (p.84-85): value -> (name, description)
SCALE: Mapping[int, tuple[str, str]] = {
    1: (
        "Sangat Kurang",
        "Diberikan apabila pegawai yang dinilai kompetensinya jauh dibawah standar kompetensi "
        "yang dipersyaratkan pada jabatan pegawai bersangkutan (Tidak ada Indikator Kompetensi "
        "yang dipenuhi)",
    ),
    2: (
        "Kurang memadai",
        "Diberikan apabila pegawai yang dinilai kompetensinya dibawah standar kompetensi yang "
        "dipersyaratkan pada jabatan pegawai yang bersangkutan (1-2 Indikator Kompetensi yang "
        "dipenuhi)",
    ),
    3: (
        "Memadai",
        "Diberikan apabila pegawai yang dinilai kompetensinya sesuai standar kompetensi yang "
        "dipersyaratkan pada jabatan pegawai yang bersangkutan (3 Indikator Kompetensi yang "
        "dipenuhi)",
    ),
    4: (
        "Diatas Memadai",
        "Diberikan apabila pegawai yang dinilai kompetensinya diatas standar kompetensi yang "
        "dipersyaratkan pada jabatan pegawai yang bersangkutan (3 Indikator Kompetensi dipenuhi "
        "dan menunjukkan perilaku di atas level kompetensinya)",
    ),
    5: (
        "Istimewa",
        "Diberikan apabila pegawai yang dinilai kompetensinya jauh diatas standar kompetensi "
        "yang dipersyaratkan pada jabatan pegawai yang bersangkutan (3 Indikator Perilaku "
        "dipenuhi dan menunjukkan perilaku jauh di atas level kompetensinya)",
    ),
}


def clean(
    section: Section, columns: Mapping[str, Sequence[str]], dropped: int | None = None
) -> Rows:
    """Typed columns as rows, without the empty ones and the one that is taken away."""
    longest = max((len(values) for values in columns.values()), default=0)
    rows = [
        {name: _at(columns.get(name, ()), at) for name in section.columns}
        for at in range(longest)
        if at != dropped
    ]
    return [row for row in rows if any(row.values())]


def too_much(rows: Iterable[Mapping[str, str]]) -> str | None:
    """Why typed rows cannot be kept, in words."""
    rows = list(rows)
    if len(rows) > MOST_ROWS:
        return f"Paling banyak {MOST_ROWS} baris dalam satu formulir."
    if any(len(text) > LONGEST for row in rows for text in row.values()):
        return f"Paling panjang {LONGEST} huruf untuk satu isian. Ringkas isinya."
    return None


def _at(values: Sequence[str], at: int) -> str:
    return values[at].strip() if at < len(values) else ""
