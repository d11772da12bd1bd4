"""The table HASIL KERJA of B.1.1 and B.1.2: its rows, and what was done in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from babel.numbers import format_decimal

from skpweb.documents.content import Done, Step, StepGroup

ROWS_TO_A_TABLE = 60  #: layout time grows with the square of a table's rows
MOST_EVIDENCE = 10  #: of one rencana aksi in print; p.68 asks for evidence of results, not of days


@dataclass(frozen=True, slots=True)
class Row:
    """A line: the RHK stands on the first of its lines, a step or what was reported on each."""

    number: int | None = None  # of the RHK
    statement: str = ""
    step: Step | None = None
    step_number: int | None = None
    reported: tuple[str, ...] = ()
    is_first: bool = False
    is_last: bool = False
    starts_table: bool = False
    ends_table: bool = False

    @property
    def edge(self) -> str:
        """Which borders the line leaves out towards the rest of its RHK."""
        above, below = self.is_first or self.starts_table, self.is_last or self.ends_table
        return {(True, True): "", (True, False): "down", (False, True): "up"}.get(
            (above, below), "through"
        )


def tables(groups: Sequence[StepGroup]) -> list[list[Row]]:
    """All lines, parted where a table grows long."""
    number, lines = 0, []
    for group in groups:
        number += group.is_planned
        lines += _lines(group, number if group.is_planned else None)
    parted = [lines[at : at + ROWS_TO_A_TABLE] for at in range(0, len(lines), ROWS_TO_A_TABLE)]
    return [_closed(one) for one in parted]


def done_words(done: Done) -> list[str]:
    """What was reached, and how much still waits, in sentences."""
    said = [_reached(done)]
    if done.waiting:
        said.append(f"{_number(done.waiting)} kegiatan menunggu persetujuan, belum dihitung.")
    if done.returned:
        said.append(f"{_number(done.returned)} kegiatan dikembalikan, belum dihitung.")
    return said


def evidence_words(done: Done) -> list[str]:
    """The evidence that is printed, and how much more there is."""
    rest = len(done.evidence) - MOST_EVIDENCE
    more = [f"dan {_number(rest)} bukti lain di jurnal"] if rest > 0 else []
    return [*done.evidence[:MOST_EVIDENCE], *more]


def _reached(done: Done) -> str:
    if not done.approved:
        return "Belum ada kegiatan yang disetujui."
    entries = f"{_number(done.approved)} kegiatan yang disetujui"
    if not done.amounts:
        return f"{entries}, tanpa angka realisasi.".capitalize()
    sums = "; ".join(f"{_number(total)} {unit}".rstrip() for unit, total in done.amounts)
    return f"{sums}, dari {entries}."


def _lines(group: StepGroup, number: int | None) -> list[Row]:
    count, lines = 0, []
    for step in group.steps:
        count += step.is_planned
        lines.append(Row(step=step, step_number=count if step.is_planned else None))
    if group.reported:
        lines.append(Row(reported=group.reported))
    lines = lines or [Row()]
    last = len(lines) - 1
    return [
        Row(
            number=number if at == 0 else None,
            statement=group.statement if at == 0 else "",
            step=line.step,
            step_number=line.step_number,
            reported=line.reported,
            is_first=at == 0,
            is_last=at == last,
        )
        for at, line in enumerate(lines)
    ]


def _closed(lines: list[Row]) -> list[Row]:
    first = replace(lines[0], starts_table=True, ends_table=len(lines) == 1)
    if len(lines) == 1:
        return [first]
    return [first, *lines[1:-1], replace(lines[-1], ends_table=True)]


def _number(number: int) -> str:
    return format_decimal(number, "#,##0", "id")
