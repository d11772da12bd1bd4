"""The table HASIL KERJA: its columns on each form and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from skpweb.documents.content import Indicator, Rhk
from skpweb.domain.terms import RhkKind

ROWS_TO_A_TABLE = 80  #: layout time grows with the square of a table's rows
COMPACT_LINES = 18  #: estimated; even of the widest letters these fit on one page
COMPACT_ROWS = 15
PERCENT, LETTER, PADDING = 7.7, 4.6, 8  #: points: of a column, of an average letter, of a cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is headed, its width in percent, and what stands in it.

    ``shared`` columns have one cell for all indicators of an RHK.
    """

    title: str
    width: int
    field: str

    @property
    def shared(self) -> bool:
        """Whether the column is about the RHK and not its indicators."""
        return self.field in {"number", "intervened", "result", "assigned"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of HASIL KERJA: a section's title, or a numbered RHK; an empty section has None.

    A ``compact`` RHK surely fits on a page and is kept together.
    """

    title: str = ""
    number: int = 0
    rhk: Rhk | None = None
    compact: bool = False


_INDICATOR = "INDIKATOR KINERJA INDIVIDU"
_REALISATION = "REALISASI BERDASARKAN BUKTI DUKUNG"
_FEEDBACK = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"

COLUMNS = {
    "A.1.2": (
        Column("NO", 4, "number"),
        Column("RENCANA HASIL KERJA", 32, "assigned"),
        Column(_INDICATOR, 32, "statement"),
        Column("TARGET", 18, "target"),
        Column("PERSPEKTIF", 14, "perspective"),
    ),
    "A.1.7": (
        Column("NO.", 4, "number"),
        Column("RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*", 23, "intervened"),
        Column("RENCANA HASIL KERJA", 26, "result"),
        Column("ASPEK", 9, "aspect"),
        Column(_INDICATOR, 24, "statement"),
        Column("TARGET", 14, "target"),
    ),
    "C.1.2": (
        Column("NO.", 4, "number"),
        Column("RENCANA HASIL KERJA", 18, "assigned"),
        Column(_INDICATOR, 19, "statement"),
        Column("TARGET", 10, "target"),
        Column("PERSPEKTIF", 10, "perspective"),
        Column(_REALISATION, 17, "realisation"),
        Column(_FEEDBACK, 22, "feedback"),
    ),
    "C.1.3": (
        Column("No.", 4, "number"),
        Column("RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", 15, "intervened"),
        Column("RENCANA HASIL KERJA", 15, "result"),
        Column("ASPEK", 8, "aspect"),
        Column(_INDICATOR, 16, "statement"),
        Column("TARGET", 10, "target"),
        Column(_REALISATION, 13, "realisation"),
        Column(_FEEDBACK, 19, "feedback"),
    ),
}
#: the same columns with the heads of p.73 and 75
COLUMNS["B.1.4"] = COLUMNS["C.1.2"]
COLUMNS["B.1.5"] = (Column("NO", 4, "number"), *COLUMNS["C.1.3"][1:])


def work_tables(rhks: Sequence[Rhk], code: str) -> list[list[Row]]:
    """The rows of HASIL KERJA, numbered through, parted where a table grows long."""
    tables: list[list[Row]] = [[]]
    size = 0
    for row in _rows(rhks, COLUMNS.get(code, ())):
        if size > ROWS_TO_A_TABLE:
            tables.append([])
            size = 0
        tables[-1].append(row)
        size += 1 + len(row.rhk.indicators if row.rhk else ())
    return tables


def _rows(rhks: Sequence[Rhk], columns: Sequence[Column]) -> list[Row]:
    main = [rhk for rhk in rhks if rhk.kind is RhkKind.MAIN]
    rest = [rhk for rhk in rhks if rhk.kind is RhkKind.ADDITIONAL]
    numbered = [
        Row(number=number, rhk=rhk, compact=is_compact(rhk, columns))
        for number, rhk in enumerate(main + rest, 1)
    ]
    upper, lower = numbered[: len(main)], numbered[len(main) :]
    return [Row("A. UTAMA"), *(upper or [Row()]), Row("B. TAMBAHAN"), *(lower or [Row()])]


def is_compact(rhk: Rhk, columns: Sequence[Column]) -> bool:
    """Whether an RHK surely fits on a page: one cell may then span all its rows.

    The renderer cannot cut such a cell and gives up when it is taller than a page.
    """
    shared = [column for column in columns if column.shared]
    own = [column for column in columns if not column.shared]
    beside = max((_lines(_text(rhk, one), one) for one in shared), default=0)
    below = sum(_height(indicator, rhk, own) for indicator in rhk.indicators)
    return max(beside, below) <= COMPACT_LINES and len(rhk.indicators) <= COMPACT_ROWS


def _height(indicator: Indicator, rhk: Rhk, columns: Sequence[Column]) -> int:
    return max((_lines(_cell(indicator, rhk, one), one) for one in columns), default=0)


def _text(rhk: Rhk, column: Column) -> str:
    if column.field == "intervened":
        return rhk.intervened
    return f"{rhk.statement}\n(Penugasan dari {rhk.assigner})" if column.field != "number" else ""


def _cell(indicator: Indicator, rhk: Rhk, column: Column) -> str:
    if column.field != "feedback":
        return str(getattr(indicator, column.field))
    said = (*rhk.feedback, *indicator.feedback)
    return "\n".join(f"{one.source}: {one.text}" for one in said)


def _lines(text: str, column: Column) -> int:
    letters = int((column.width * PERCENT - PADDING) / LETTER)
    return sum(max(1, -(-len(line) // letters)) for line in text.splitlines())
