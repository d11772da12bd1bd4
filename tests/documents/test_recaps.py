"""Journal recaps on paper and as a spreadsheet: all that the payroll clerk needs, and no money."""

import dataclasses
import io
import re
from datetime import date, time

import pytest
from openpyxl import load_workbook

from skpweb.documents import recap_papers, recap_sheets, render
from skpweb.documents.content import Party
from skpweb.documents.recap_content import Figures, Line, PersonLine, PersonRecap, UnitRecap
from skpweb.domain.calendar import WorkWeek
from skpweb.domain.journal import Rules
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.periods import PeriodLength, Stretch, around
from skpweb.domain.recap import RULE, Service, tally
from skpweb.domain.terms import AbsenceKind
from tests.documents import reading

NOVEMBER = around(PeriodLength.MONTH, date(2026, 11, 1))
HOLIDAY, OUT = date(2026, 11, 5), date(2026, 11, 6)
LEAVE = Stretch(date(2026, 11, 9), date(2026, 11, 10))
RULES = Rules(date(2026, 12, 1), 3, WorkWeek.FIVE, {HOLIDAY}, {OUT})
SERVICE = Service(
    posts=(Stretch(date(2020, 1, 1)),),
    plans=(Stretch(date(2026, 1, 1), date(2026, 12, 31)),),
    absences=((AbsenceKind.ANNUAL, LEAVE),),
)
IWAN = Party("Iwan Permadanu, A.Md.", "199001172015031907", "II/d", "Pengolah Data", "Kecamatan")
DEDI = Party("Dedi Pranasuta, S.IP.", "198203112008011903", "III/d", "Kepala Seksi", "Kecamatan")
ARIF = Party("Drs. Arif Setiawarman", "197205141994031901", "IV/b", "Camat Contohsari", "Kecamatan")
WRITTEN = [day for day in NOVEMBER.days if day.weekday() < 5 and day.day not in (2, 5, 6, 9, 10)]
FIGURES = Figures(
    tally=tally(NOVEMBER, SERVICE, RULES, [*WRITTEN, date(2026, 11, 7)]),
    states={EntryState.APPROVED: 9, EntryState.SUBMITTED: 7, EntryState.RETURNED: 1},
    minutes=2895,
    absences=(("Cuti tahunan", (LEAVE.first, LEAVE.last)),),  # type: ignore[arg-type]
    attendance={"Hadir": 17, "Terlambat": 2, "Pulang cepat": 0},
)
LINE = Line(
    day=date(2026, 11, 3), starts_at=time(8), ends_at=time(10, 30),
    activity="=Verifikasi berkas <KK> ≥ 9", step="Memverifikasi berkas", realisation="9 berkas",
    is_proven=True, state=EntryState.APPROVED,
)  # fmt: skip
BASIS = {
    "office": "Kecamatan Contohsari", "parent": "Kabupaten Contoh Raya",
    "address": "Jalan Contoh Nomor 1", "place": "Contohsari", "paper": "A4", "period": NOVEMBER,
    "today": date(2026, 12, 1), "holidays": ((HOLIDAY, "Cuti bersama"),), "lost": (OUT,),
}  # fmt: skip


def of_person(**changed: object) -> PersonRecap:
    bare = dataclasses.replace(LINE, starts_at=None, ends_at=None, is_proven=False)
    own = {"employee": IWAN, "assessor": DEDI, "figures": FIGURES, "lines": (LINE, bare)}
    return PersonRecap(**(BASIS | own | changed))  # type: ignore[arg-type]


def of_unit(count: int = 2, **changed: object) -> UnitRecap:
    people = tuple(
        PersonLine(f"Pegawai {number}", "199001172015031907", "Pengolah Data", FIGURES)
        for number in range(1, count + 1)
    )
    own = {"unit": "Seksi Pelayanan", "head": ARIF, "clerk": DEDI, "people": people}
    return UnitRecap(**(BASIS | own | changed))  # type: ignore[arg-type]


def signatures(pdf: bytes) -> set[str]:
    """The names at the end, in whatever order the reader meets them."""
    end = reading.whole_text(pdf).rsplit(RULE[-20:], 1)[1]
    return {one.name for one in (IWAN, DEDI, ARIF) if f"{one.name} " in end}


def test_a_person_on_paper() -> None:
    pdf = recap_papers.of_person(of_person())
    expected = [
        "KABUPATEN CONTOH RAYA", "KECAMATAN CONTOHSARI", "Jalan Contoh Nomor 1",
        "REKAP JURNAL PEGAWAI BULANAN", "November 2026", IWAN.name, IWAN.nip,
        "Hari terisi", "16 dari 17 hari yang dihitung", "2 November 2026", "Kegiatan", "17",
        "Disetujui", "9", "Menunggu keputusan", "7", "Dikembalikan", "1",
        "48 jam 15 menit (2895 menit)", "Cuti tahunan: 9 dan 10 November 2026",
        "Aplikasi terganggu: 6 November 2026", "7 November 2026",
        "Hadir 17, terlambat 2", "08.00–10.30", "=Verifikasi berkas <KK> ≥ 9",
        "9 berkas", "Ya", "Disetujui", "Tidak", "5 November 2026 (Cuti bersama)", RULE,
        "Pegawai", "Pejabat Penilai Kinerja",
    ]  # fmt: skip
    assert reading.missing_in_order(reading.whole_text(pdf), expected) == []
    assert signatures(pdf) == {IWAN.name, DEDI.name}
    assert reading.paper(pdf) == (297, 210)


def test_a_unit_on_paper() -> None:
    pdf = recap_papers.of_unit(of_unit())
    expected = [
        "REKAP JURNAL UNIT KERJA BULANAN", "Seksi Pelayanan", "2 pegawai", "Pegawai 1", "17", "16",
        "1", "17", "9", "7", "1", "2895", "Cuti tahunan", "Kehadiran: Hadir 17", "Pegawai 2", RULE,
        "Petugas Rekap", "Camat Contohsari",
    ]  # fmt: skip
    assert reading.missing_in_order(reading.whole_text(pdf), expected) == []
    assert signatures(pdf) == {DEDI.name, ARIF.name}


def test_long_lists_go_on_over_pages_in_readable_size() -> None:
    lines = tuple(dataclasses.replace(LINE, activity=f"Kegiatan {n}") for n in range(220))
    pdf = recap_papers.of_person(of_person(lines=lines, paper="F4"))
    text = reading.joined(reading.whole_text(pdf))
    assert all(f"Kegiatan{n}Mem" in text for n in range(220))
    assert render.pages(pdf) > 5
    assert reading.paper(pdf) == (330, 215)
    assert min(reading.sizes(pdf)) >= 6


def test_a_text_of_the_longest_kind_and_an_empty_period() -> None:
    long = dataclasses.replace(LINE, activity="kata " * 200, step="x" * 500)
    assert render.pages(recap_papers.of_person(of_person(lines=(long,) * 5))) >= 2
    empty = dataclasses.replace(FIGURES, states={}, minutes=0, attendance=None, absences=())
    pdf = recap_papers.of_person(of_person(lines=(), figures=empty, assessor=Party("")))
    assert "Tidak ada kegiatan pada periode ini." in reading.whole_text(pdf)
    assert "Tidak ada pegawai" in reading.whole_text(recap_papers.of_unit(of_unit(0)))


def test_more_people_than_paper_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        recap_papers.of_unit(of_unit(recap_papers.MOST_PEOPLE + 1))


def cells(content: bytes, sheet: str) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True))


def test_a_person_as_spreadsheet() -> None:
    book = recap_sheets.of_person(of_person())
    figures = dict(row[:2] for row in cells(book, "Rekap"))
    assert figures["Hari terisi"] == "16 dari 17 hari yang dihitung"
    assert figures["Nama"] == IWAN.name
    lines = cells(book, "Kegiatan")
    assert lines[1][2:5] == (time(8), time(10, 30), "=Verifikasi berkas <KK> ≥ 9")
    assert lines[1][7:] == ("Ya", "Disetujui")
    assert dict(cells(book, "Aturan"))["Aturan"] == RULE


def test_a_unit_as_spreadsheet_has_numbers() -> None:
    rows = cells(recap_sheets.of_unit(of_unit()), "Rekap")
    heads = next(row for row in rows if row[0] == "No")
    first = dict(zip(heads, rows[rows.index(heads) + 1], strict=True))
    assert first | {
        "No": 1, "NIP": "199001172015031907", "Hari dihitung": 17, "Hari terisi": 16,
        "Hari belum terisi": 1, "Kegiatan": 17, "Disetujui": 9, "Diajukan": 7, "Dikembalikan": 1,
        "Menunggu konfirmasi": 0, "Menit tercatat": 2895, "Kehadiran: hadir": 17,
        "Kehadiran: terlambat": 2,
    } == first  # fmt: skip


def test_a_week_says_nothing_of_attendance() -> None:
    week = around(PeriodLength.WEEK, date(2026, 11, 16))
    pdf = recap_papers.of_person(of_person(period=week))
    assert "REKAP JURNAL PEGAWAI MINGGUAN" in reading.whole_text(pdf)
    assert "Hanya ada pada rekap bulanan" in reading.whole_text(pdf)
    assert "Kehadiran:" not in reading.whole_text(recap_papers.of_unit(of_unit(period=week)))


def test_no_money_is_computed() -> None:
    for pdf in (recap_papers.of_person(of_person()), recap_papers.of_unit(of_unit())):
        assert not re.search(r"Rp|%|tunjangan|TPP", reading.whole_text(pdf))
