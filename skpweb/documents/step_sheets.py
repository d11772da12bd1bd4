"""The papers of rencana aksi as workbooks: the same rows, the numbers to count with."""

from collections.abc import Iterator
from typing import Any

from skpweb.documents import forms, spreadsheet
from skpweb.documents.content import ProgressContent, Step, StepGroup, StepsContent

HEADS = ["No", "Rencana hasil kerja", "Rencana aksi", "Target", "Keterangan"]
DONE_HEADS = [
    "No", "Rencana hasil kerja", "Rencana aksi", "Target", "Realisasi", "Satuan",
    "Kegiatan disetujui", "Menunggu persetujuan", "Dikembalikan",
]  # fmt: skip


def steps_sheet(content: StepsContent) -> bytes:
    """B.1.1 as .xlsx."""
    rows = [
        [*_start(number, group), step.statement, _targets(step),
         "" if step.is_agreed else "Belum disepakati"]
        for number, group, step in _steps(content)
    ]  # fmt: skip
    return spreadsheet.write([("Rencana aksi", [*_head(content, "B.1.1"), HEADS, *rows])])


def progress_sheet(content: ProgressContent) -> bytes:
    """B.1.2 as .xlsx: sums, all evidence, what was reported."""
    sums = [row for entry in _steps(content) for row in _sums(*entry)]
    evidence = [
        [*_start(number, group), step.statement, one]
        for number, group, step in _steps(content)
        for one in step.done.evidence
    ]
    reported = [
        [*_start(number, group), text]
        for number, group in _numbered(content)
        for text in group.reported
    ]
    return spreadsheet.write([
        ("Pendokumentasian kinerja", [*_head(content, "B.1.2"), DONE_HEADS, *sums]),
        ("Bukti dukung", [["No", "Rencana hasil kerja", "Rencana aksi", "Bukti dukung"],
                          *evidence]),
        ("Realisasi dilaporkan", [["No", "Rencana hasil kerja", "Realisasi"], *reported]),
    ])  # fmt: skip


def _head(content: StepsContent, code: str) -> list[list[Any]]:
    return [
        [*forms.LAYOUTS[code].titles],
        [content.institution.upper()],
        [f"PERIODE PENILAIAN: {forms.period(content)}"],
        ["PEGAWAI YANG DINILAI", content.employee.name, content.employee.nip],
        ["PEJABAT PENILAI KINERJA", content.assessor.name, content.assessor.nip],
        [],
    ]


def _numbered(content: StepsContent) -> Iterator[tuple[int | str, StepGroup]]:
    number = 0
    for group in content.groups:
        number += group.is_planned
        yield number if group.is_planned else "", group


def _steps(content: StepsContent) -> Iterator[tuple[int | str, StepGroup, Step]]:
    for number, group in _numbered(content):
        for step in group.steps or (Step("-", is_planned=False),):
            yield number, group, step


def _start(number: int | str, group: StepGroup) -> list[Any]:
    return [number, group.statement]


def _targets(step: Step) -> str:
    return "\n".join(step.targets)


def _sums(number: int | str, group: StepGroup, step: Step) -> Iterator[list[Any]]:
    """A row for each satuan; the counts of entries stand on the first."""
    done = step.done
    for at, (unit, total) in enumerate(done.amounts or (("", ""),)):
        counts = [done.approved, done.waiting, done.returned] if at == 0 else ["", "", ""]
        yield [*_start(number, group), step.statement, _targets(step), total, unit, *counts]
