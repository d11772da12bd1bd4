"""Whether a Pegawai may object to an evaluation, and where not, why (p.90, 117)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from skpweb.domain.terms import EmploymentStatus, PositionKind

ANNEX = "Lampiran Peraturan Menteri PANRB Nomor 6 Tahun 2022"


class Final(StrEnum):
    """Why a result is final: no keberatan exists."""

    SENIOR = "senior"
    LAW = "law"
    NOBODY = "nobody"


FINAL = {
    Final.SENIOR: "Hasil evaluasi ini ditetapkan oleh atasan pejabat penilai karena masa evaluasi "
    f"terlewat. Hasil itu bersifat final dan tidak dapat diajukan keberatan ({ANNEX}, halaman 90 "
    "angka 11).",
    Final.LAW: "Evaluasi pejabat pimpinan tinggi dan pimpinan unit kerja mandiri yang dilakukan "
    "oleh kepala daerah, menteri, atau pimpinan instansi bersifat final dan tidak dapat diajukan "
    f"keberatan ({ANNEX}, halaman 90 angka 12).",
    Final.NOBODY: "Keberatan diajukan kepada atasan pejabat penilai "
    f"({ANNEX}, halaman 117 huruf B angka 2). Atasan itu tidak tercatat, atau orangnya sama dengan "
    "pejabat penilai, sehingga keberatan tidak tersedia. Bila keliru, sampaikan kepada tim "
    "pengelola kinerja.",
}


@dataclass(frozen=True, slots=True)
class Case:
    """What the law looks at: the post, who rated, and who stands above."""

    position_kind: PositionKind
    leads_unit: bool
    assessor_status: EmploymentStatus | None
    has_senior: bool
    rated_by_senior: bool

    @property
    def final(self) -> Final | None:
        """Why the result is final, if it is."""
        if self.rated_by_senior:
            return Final.SENIOR
        is_head = self.leads_unit or self.position_kind is PositionKind.JPT
        if is_head and self.assessor_status is EmploymentStatus.OFFICIAL:
            return Final.LAW
        return None if self.has_senior else Final.NOBODY


@dataclass(frozen=True, slots=True)
class Chance:
    """Whether an objection can be filed today: the last day, and what stands in the way."""

    final: Final | None
    received_on: date | None
    ends_on: date | None
    today: date

    @property
    def is_late(self) -> bool:
        """Whether the last day has passed."""
        return self.ends_on is not None and self.today > self.ends_on

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self.final is None and self.received_on is not None and not self.is_late
