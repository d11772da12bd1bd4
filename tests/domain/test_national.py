"""The rows of the national form: spelling, gaps, and what still has to be copied."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from skpweb.domain.national import FIELDS, Carried, Row, carried, one_line

FULL = Row(
    step="Memverifikasi berkas",
    day=date(2026, 2, 3),
    starts_at=time(8, 0),
    ends_at=time(11, 30),
    activity="Verifikasi berkas KK",
    realisation=1250,
    unit="berkas",
    evidence="https://bukti.example.invalid/plk/0203",
)


def test_the_fields_stand_in_the_order_of_the_national_form() -> None:
    assert dict(zip(FIELDS, FULL.texts, strict=True)) == {
        "Rencana aksi": "Memverifikasi berkas",
        "Tanggal kegiatan": "03/02/2026",
        "Jam mulai kegiatan": "08:00",
        "Jam selesai kegiatan": "11:30",
        "Kegiatan harian": "Verifikasi berkas KK",
        "Realisasi": "1250",
        "Satuan": "berkas",
        "Bukti dukung": "https://bukti.example.invalid/plk/0203",
    }
    assert list(FIELDS)[:2] == ["Rencana aksi", "Tanggal kegiatan"]


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        ({}, []),
        ({"realisation": 0}, []),
        ({"step": ""}, ["Tidak ada rencana aksi. Pilih sendiri di e-Kinerja."]),
        ({"starts_at": None}, ["Jam mulai dan selesai belum diisi."]),
        ({"ends_at": None}, ["Jam mulai dan selesai belum diisi."]),
        ({"realisation": None}, ["Realisasi belum diisi."]),
        ({"evidence": " "}, ["Tautan bukti dukung belum ada."]),
        (
            {"evidence": "", "files": 2},
            ["Buktinya berkas. Unggah ke Google Drive, lalu salin tautannya sendiri."],
        ),
        ({"files": 2}, []),
        (
            {"step": "", "realisation": None},
            ["Tidak ada rencana aksi. Pilih sendiri di e-Kinerja.", "Realisasi belum diisi."],
        ),
    ],
)
def test_what_cannot_be_carried_over_is_said(changes: dict[str, object], gaps: list[str]) -> None:
    assert replace(FULL, **changes).gaps == gaps


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\nb", "a b"), ("a\r\n\r\n b ", "a b"), ("", ""), ("\ta\u2028b", "a b"), ("a  b", "a b")],
)
def test_a_text_becomes_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


AT = datetime(2026, 2, 3, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("copied_at", "written_at", "expected"),
    [
        (None, AT, Carried.NOT_YET),
        (AT, AT.replace(hour=9), Carried.DONE),
        (AT, AT, Carried.DONE),
        (AT, AT.replace(hour=11), Carried.CHANGED),
    ],
)
def test_a_copied_entry_that_was_rewritten_is_to_be_copied_again(
    copied_at: datetime | None, written_at: datetime, expected: Carried
) -> None:
    assert carried(copied_at, written_at) is expected
