"""Hints for the wording of an SKP: each can be ignored, none blocks anything."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from skpweb.domain.statements import Statement, classify
from skpweb.domain.terms import Aspect, Form, Perspective


@dataclass(frozen=True, slots=True)
class Hint:
    """A code and an Indonesian sentence with an example."""

    code: str
    text: str


ACTIVITY = Hint(
    "activity",
    "Rumusan ini tampak sebagai kegiatan. Tulis hasilnya, misalnya “Ibu hamil terlayani "
    "sesuai standar”, bukan “Melayani ibu hamil”.",
)
CATEGORY = Hint(
    "category",
    "Rumusan ini tampak sebagai nama bidang pekerjaan. Tulis apa yang dicapai, misalnya "
    "“Laporan pengawasan disampaikan tepat waktu”, bukan “Pengawasan”.",
)
ABSOLUTE = Hint(
    "absolute",
    "Target mutlak sulit dicapai. Pertimbangkan angka yang realistis, misalnya “95 % berkas "
    "selesai dalam tiga hari kerja”, bukan “semua berkas”.",
)
NO_MEASURE = Hint(
    "no_measure",
    "Ukuran belum terlihat. Tulis angka atau pembanding, misalnya “12 laporan” atau "
    "“paling lambat tanggal 5”.",
)
NO_TIME = Hint(
    "no_time",
    "Batas waktu belum terlihat. Tulis kapan selesai, misalnya “setiap triwulan” atau "
    "“paling lambat 30 Juni”.",
)
NO_BUDGET = Hint(
    "no_budget",
    "SKP pimpinan memuat perspektif Anggaran. Tambahkan indikatornya, misalnya “Serapan "
    "anggaran paling sedikit 92 %”.",
)

_ABSOLUTE = re.compile(r"\b(semua|selalu|seluruh(?:nya)?|setiap|tidak pernah)\b", re.IGNORECASE)
#: "setiap bulan" says how often, not how many
_HOW_OFTEN = re.compile(
    r"\bsetiap (akhir |awal )?(\d+ )?(hari|pekan|minggu|bulan|triwulan|semester|tahun|tanggal)\b",
    re.IGNORECASE,
)
#: life, injury, national security, large loss of money: absolute targets are in place (p.51)
_GRAVE = re.compile(
    r"\b(jiwa|nyawa|selamat|keselamatan|kematian|meninggal|cedera|gawat|risiko tinggi"
    r"|kecelakaan|malprakt\w+|kebakaran|keamanan (negara|nasional)|kerugian|korupsi)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\w+ belas"
    r"|semua|seluruh|setiap)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"[<>≤≥]|\b(paling|minimal|maksimal|lebih|kurang dari|naik|turun|meningkat|menurun|dibanding\w*"
    r"|tepat waktu|tanpa|tidak ada|bebas|lengkap|sesuai|predikat|kategori|opini)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(jam|menit|hari|pekan|minggu|bulan|bulanan|triwulan|triwulanan|semester|tahun|tahunan"
    r"|tanggal|pukul|waktu|jadwal|januari|februari|maret|april|mei|juni|juli|agustus|september"
    r"|oktober|november|desember|tw|h-\d+)\b|\b20\d\d\b",
    re.IGNORECASE,
)


def hints_for_rhk(text: str) -> list[Hint]:
    """Whether a rencana hasil kerja reads like an activity or a mere category (p.120-122)."""
    if not text.strip():
        return []
    by_kind = {Statement.ACTIVITY: [ACTIVITY], Statement.CATEGORY: [CATEGORY]}
    return by_kind.get(classify(text), [])


def hints_for_indicator(
    text: str, target: str, form: Form, aspect: Aspect | None = None
) -> list[Hint]:
    """What an indicator with its target lacks (p.50-53); nothing for a blank one.

    Absolute words and time are asked of :attr:`Form.STAFF` only: a leader's
    targets come from the perjanjian kinerja, for the year. Time is asked where
    the aspect is time, or where neither aspect nor number is given: a count is
    bounded by the period of the SKP.
    """
    said = f"{text} {target}"
    if not said.strip():
        return []
    found = [] if _NUMBER.search(said) or _COMPARED.search(said) else [NO_MEASURE]
    if form is Form.STAFF:
        found += [ABSOLUTE] if _is_absolute(said) else []
        found += [NO_TIME] if _asks_for_time(said, aspect) else []
    return found


def hints_for_skp(form: Form, perspectives: Collection[Perspective | None]) -> list[Hint]:
    """What the whole lacks: a leader's SKP always has the Anggaran perspective (p.29)."""
    return [NO_BUDGET] if form is Form.LEADER and Perspective.BUDGET not in perspectives else []


def _is_absolute(said: str) -> bool:
    return bool(_ABSOLUTE.search(_HOW_OFTEN.sub("", said))) and not _GRAVE.search(said)


def _asks_for_time(said: str, aspect: Aspect | None) -> bool:
    unbounded = aspect is Aspect.TIME or (aspect is None and not _NUMBER.search(said))
    return unbounded and not _TIME.search(said)
