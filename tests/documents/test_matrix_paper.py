"""Format A.1.5 holds the words of the regulation; many columns go on in a further table."""

from datetime import date

import pytest

from skpweb.documents import matrix_papers, recap_papers, spreadsheet
from skpweb.documents.matrix_papers import Line, MatrixPaper, Table
from tests.documents.reading import missing_in_order, whole_text

HEAD = Table(
    "Kepala Contoh", "Kepala Puskesmas", tuple(f"Indikator {n}" for n in range(1, 7)),
    (
        Line("Ketua Contoh", "Bidan Ahli Muda", (("Hasil satu", "Hasil dua"), *[()] * 5), True),
        Line("Pegawai Contoh", "Perawat", ((), *[("Peran",)] * 5)),
    ),
)  # fmt: skip
TEAM = Table("Ketua Contoh", "Bidan Ahli Muda", ("Hasil satu", "Hasil dua"), (
    Line("Anggota Contoh", "Nutrisionis", (("Hasil anggota",), ())),))  # fmt: skip
PAPER = MatrixPaper(
    office="Puskesmas Contoh", place="Contoh", paper="A4", period="Tahun 2026",
    today=date(2026, 1, 5), tables=(HEAD, TEAM),
)  # fmt: skip
WORDS = (
    "FORMAT A.1.5", "MATRIKS PEMBAGIAN PERAN DAN HASIL", "PEGAWAI", "JABATAN",
    "OUTCOME ANTARA/ OUTPUT/ LAYANAN", "Kepala Contoh", "Kepala Puskesmas", "Indikator 1",
    "Ketua Contoh", "- Hasil satu", "- Hasil dua", "TIDAK ADA PERAN", "Indikator 5",
    "Ketua Contoh", "PEGAWAI", "JABATAN", "Anggota Contoh", "Hasil anggota",
)  # fmt: skip


def test_both_levels_say_what_the_regulation_prints() -> None:
    made = matrix_papers.pdf(PAPER)
    text = whole_text(made)
    assert missing_in_order(text, list(WORDS)) == []
    assert text.count("OUTCOME ANTARA/ OUTPUT/ LAYANAN") == 3  # six columns in two parts, the team


def test_the_spreadsheet_is_the_same_grid_uncut() -> None:
    sheets = spreadsheet.read(matrix_papers.xlsx(PAPER), 100)
    assert [sheet.name for sheet in sheets] == ["1 Kepala Contoh", "2 Ketua Contoh"]
    rows = [values for _, values in sheets[0].rows]
    assert rows[-2][:3] == ["Ketua Contoh", "Bidan Ahli Muda", "Hasil satu\nHasil dua"]
    assert "Indikator 6" in rows[-3]


def test_too_many_people_are_left_to_the_spreadsheet() -> None:
    line = Line("A", "B", ())
    table = Table("A", "B", (), (line,) * (recap_papers.MOST_PEOPLE + 1))
    pieces = list(matrix_papers.parts(table))
    assert sum(len(one.lines) for one in pieces) == len(table.lines)
    many = MatrixPaper(
        office="", place="", paper="A4", period="", today=date(2026, 1, 5), tables=(table,)
    )
    with pytest.raises(ValueError, match="do not fit"):
        matrix_papers.pdf(many)
