"""Unexcused absence and PP 94/2021: a ladder to read, never a rating and never a proposal.

The regulation counts working days without a valid reason, added up from
January to December (article 15); late coming and early leaving count too,
7.5 hours for a day. It holds for PNS and CPNS only.
"""

from dataclasses import dataclass

from skpweb.domain.terms import EmploymentStatus

DAY_MINUTES = 450  #: 7.5 hours of late coming and early leaving make one day
COVERED = frozenset({EmploymentStatus.PNS, EmploymentStatus.CPNS})
CONTRACTED = frozenset({EmploymentStatus.PPPK, EmploymentStatus.PPPK_PART_TIME})


@dataclass(frozen=True, slots=True)
class Rung:
    """What the regulation names from so many cumulative days on (working days, inclusive)."""

    least: int
    most: int | None
    level: str
    sanction: str
    article: str

    @property
    def span(self) -> str:
        """The days in words: "3", "4 sampai 6", "28 atau lebih"."""
        if self.most is None:
            return f"{self.least} atau lebih"
        return str(self.least) if self.least == self.most else f"{self.least} sampai {self.most}"


LADDER = (
    Rung(3, 3, "ringan", "teguran lisan", "Pasal 9"),
    Rung(4, 6, "ringan", "teguran tertulis", "Pasal 9"),
    Rung(7, 10, "ringan", "pernyataan tidak puas secara tertulis", "Pasal 9"),
    Rung(11, 13, "sedang", "pemotongan tunjangan kinerja 25% selama 6 bulan", "Pasal 10"),
    Rung(14, 16, "sedang", "pemotongan tunjangan kinerja 25% selama 9 bulan", "Pasal 10"),
    Rung(17, 20, "sedang", "pemotongan tunjangan kinerja 25% selama 12 bulan", "Pasal 10"),
    Rung(21, 24, "berat", "penurunan jabatan setingkat lebih rendah selama 12 bulan",
         "Pasal 11 ayat (2) huruf d angka 1"),
    Rung(25, 27, "berat", "pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan",
         "Pasal 11 ayat (2) huruf d angka 2"),
    Rung(28, None, "berat", "pemberhentian dengan hormat tidak atas permintaan sendiri",
         "Pasal 11 ayat (2) huruf d angka 3"),
)  # fmt: skip

#: what a monthly recap cannot show
IN_A_ROW = (
    "Rekap bulanan tidak menunjukkan apakah harinya berturut-turut. Untuk 10 hari kerja "
    "terus-menerus berlaku Pasal 11 ayat (2) huruf d angka 4, dan gaji dihentikan sejak bulan "
    "berikutnya (Pasal 15 ayat (2))."
)
ONLY_INFORMATION = "Ini informasi, bukan rating dan bukan usulan sanksi."
BY_AGREEMENT = (
    "PP 94/2021 berlaku bagi PNS dan CPNS. Bagi PPPK berlaku PP 49/2018 dan perjanjian kerjanya."
)


def cumulative_days(unexcused: int, lost_minutes: int) -> int:
    """Working days that count in a calendar year; lost minutes only as whole days."""
    return unexcused + lost_minutes // DAY_MINUTES


def rung(days: int) -> Rung | None:
    """Where so many cumulative working days stand on the ladder; None below it."""
    fitting = [one for one in LADDER if days >= one.least]
    return fitting[-1] if fitting else None


def information(
    status: EmploymentStatus, unexcused: int, lost_minutes: int, year: int
) -> list[str]:
    """What a superior may read beside an evaluation, in sentences; empty if there is nothing.

    The counts are those of calendar ``year`` so far.
    """
    days = cumulative_days(unexcused, lost_minutes)
    if days == 0:
        return []
    if status not in COVERED:
        return [BY_AGREEMENT, ONLY_INFORMATION] if status in CONTRACTED else []
    return [_counted(days, lost_minutes, year), _named(days), IN_A_ROW, ONLY_INFORMATION]


def _counted(days: int, lost_minutes: int, year: int) -> str:
    converted = lost_minutes // DAY_MINUTES
    words = f"Tidak masuk kerja tanpa alasan yang sah, kumulatif {year}: {days} hari kerja"
    if converted:
        words += f", termasuk {converted} hari dari {lost_minutes} menit (7,5 jam dihitung 1 hari)"
    return f"{words}."


def _named(days: int) -> str:
    found = rung(days)
    if found is None:
        return f"PP 94/2021 menyebut hukuman disiplin mulai {LADDER[0].least} hari kerja."
    return (
        f"PP 94/2021 {found.article} menyebut {found.sanction} (hukuman disiplin {found.level}) "
        f"untuk {found.span} hari kerja."
    )
