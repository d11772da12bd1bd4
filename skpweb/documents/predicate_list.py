"""Predicates of a unit in a window beside the guide, as PDF and .xlsx.

A working list of the office: the regulation names the penetapan predikat and
the pola distribusi (p.94-97) but prints no form for a unit's list.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from skpweb.documents import recap_papers, spreadsheet
from skpweb.documents.content import Party
from skpweb.domain import distribution
from skpweb.domain.distribution import Comparison
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.labels import label

TITLE = "Penetapan predikat dan distribusi"
KIND = "Daftar kerja, bukan format PermenPANRB 6/2022"
NOT_YET = "Belum ditetapkan"
HEADS = [
    "No", "NIP", "Nama", "Jabatan", "Unit kerja", "Rating hasil kerja", "Rating perilaku kerja",
    "Predikat", "Keterangan",
]  # fmt: skip
HOLDS = {True: "Sesuai panduan", False: "Berbeda dari panduan", None: "Terlalu sedikit pegawai"}


@dataclass(frozen=True, slots=True)
class Line:
    """One person; without predicate while the evaluation is in the making."""

    name: str
    nip: str
    position: str
    unit: str
    result: Rating | None = None
    behaviour: Rating | None = None
    predicate: Predicate | None = None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class PredicateList:
    """Everything that the list says, frozen."""

    office: str
    parent: str
    address: str
    place: str
    paper: str  # "A4" or "F4"
    unit: str
    window: str
    period: str
    today: date
    level: OrganisationLevel | None
    level_words: str
    lines: tuple[Line, ...]
    head: Party

    @property
    def counts(self) -> Counter[Predicate]:
        """People per predicate that has been set."""
        return Counter(line.predicate for line in self.lines if line.predicate is not None)

    @property
    def summary(self) -> list[tuple[Predicate, int, str]]:
        """Each predicate, best first: people and their share."""
        counts = self.counts
        return [(p, counts[p], distribution.percent(counts[p], counts.total())) for p in Predicate]

    @property
    def comparisons(self) -> Sequence[Comparison]:
        """The guide beside the people; nothing without an organisation result."""
        return distribution.beside(self.level, self.counts) if self.level is not None else ()

    @property
    def notes(self) -> list[str]:
        """What to know before one reads the figures."""
        rated = self.counts.total()
        open_ = len(self.lines) - rated
        found = [f"{rated} dari {len(self.lines)} pegawai sudah ditetapkan predikatnya."]
        if open_:
            found.append(f"{open_} pegawai belum dihitung dalam distribusi.")
        if 0 < rated < distribution.FEW:
            found.append(
                f"Kurang dari {distribution.FEW} pegawai: persentase mudah menyesatkan, "
                "jadi perhatikan jumlahnya saja."
            )
        if self.level is None:
            found.append("Capaian kinerja organisasi belum dicatat, sehingga belum ada panduannya.")
        return [*found, "Pola distribusi adalah panduan, bukan kuota."]


def pdf(found: PredicateList) -> bytes:
    """On paper; ValueError above recap_papers.MOST_PEOPLE."""
    if len(found.lines) > recap_papers.MOST_PEOPLE:
        raise ValueError(f"{len(found.lines)} people do not fit on paper")
    return recap_papers.drawn(
        "predicate_list.html", found, title=TITLE, kind=KIND, not_yet=NOT_YET, holds=HOLDS,
        basis=distribution.LEGAL_BASIS,
    )  # fmt: skip


def xlsx(found: PredicateList) -> bytes:
    """Two sheets: the people, and the distribution beside the guide."""
    top: list[list[Any]] = [
        [TITLE], [KIND], [found.office], ["Unit kerja", found.unit],
        ["Masa evaluasi", found.window], ["Capaian kinerja organisasi", found.level_words], [],
    ]  # fmt: skip
    people = [_row(number, line) for number, line in enumerate(found.lines, start=1)]
    spread: list[list[Any]] = [
        *top,
        ["Predikat", "Pegawai", "Bagian"],
        *([label(one), count, share] for one, count, share in found.summary),
        [],
        [f"Panduan ({distribution.LEGAL_BASIS})", "Batas", "Kenyataan", "Catatan"],
        *([c.predicates, c.rule, c.actual, HOLDS[c.holds]] for c in found.comparisons),
        [],
        *([note] for note in found.notes),
    ]
    return spreadsheet.write([("Predikat", [*top, HEADS, *people]), ("Distribusi", spread)])


def _row(number: int, line: Line) -> list[Any]:
    return [
        number, line.nip, line.name, line.position, line.unit,
        label(line.result) if line.result else "", label(line.behaviour) if line.behaviour else "",
        label(line.predicate) if line.predicate else NOT_YET, line.remark,
    ]  # fmt: skip
