"""The example office ends exactly as its tables say, read from the pages of the application.

The tables are written out here again; nothing of them is taken from the demo's own data.
"""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from openpyxl import load_workbook

from skpweb import create_app
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow, Unit
from skpweb.models.people import Employee
from skpweb.models.planning import Skp
from skpweb.office import demo
from tests.browser import Browser

TEAM = "198709182011012906"
RATINGS = {"-": "di bawah ekspektasi", "=": "sesuai ekspektasi", "+": "di atas ekspektasi"}
PREDICATES = {
    "SB": "Sangat Baik", "B": "Baik", "BP": "Butuh Perbaikan", "K": "Kurang/Misconduct",
}  # fmt: skip
#: Kecamatan Contohsari 2025: TW I to IV and the year, hasil kerja / perilaku and predikat
CLOSED = """
Arif Setiawarman     ==B   ==B   =+B   ++SB  =+B
Ratna Kusumaputri    ==B   ==B   ==B   ==B   ==B
Dedi Pranasuta       ==B   +=B   ++SB  ++SB  ++SB
Siti Mahardika       ==B   ==B   =+B   =+B   =+B
Bambang Laksanajaya  ==B   =-K   ==B   ==B   ==B
Nur Azkiawati        ==B   ==B   ==B   ==B   ==B
Iwan Permadanu       -=BP  ==B   ++SB  ++SB  ++SB
Yuli Anggrawati      ==B   ==B   ==B   ==B   ==B
Farhan Adiwijanarko  ==B   ==B   =+B   ++SB  =+B
Wulan Sastranegara   ==B   -=BP  -=BP  ==B   -=BP
"""
#: UPTD Puskesmas Melati Contoh 2026: SKP (first month), quarter, ratings, who set it
CLINIC = """
Rini Puspakencana     1 2 ==B   Bayu Wirasena
Rini Puspakencana     7 3 ++SB  Maya Kiranadewi
Tiara Nirmalasari     3 1 ==B   Lestari Wibawati
Tiara Nirmalasari     3 2 =+B   Lestari Wibawati
Tiara Nirmalasari     3 3 =+B   Maya Kiranadewi
Galih Prawira         4 2 ==B   Lestari Wibawati
Galih Prawira         4 3 ==B   Maya Kiranadewi
Asep Jayakusumah      1 1 ==B   Heru Santamarta
Asep Jayakusumah      1 2 -=BP  Heru Santamarta
Asep Jayakusumah      1 3 ==B   Heru Santamarta
Nadia Cempakasari     1 2 ==B   Lestari Wibawati
Nadia Cempakasari     1 3 ==B   Maya Kiranadewi
Heru Santamarta       1 3 +-K   Maya Kiranadewi
"""


class Office:
    """The demo on 24 November 2026, read by the tim pengelola kinerja."""

    def __init__(self, app: Flask) -> None:
        self.app, self.team = app, Browser(app)
        self.team.sign_in(TEAM)
        with app.app_context():
            rows = db.session.execute(
                sa.select(Employee.name, Skp.starts_on, Skp.id).join(Skp.employee)
            )
            self.skps = {(name, day.year, day.month): skp_id for name, day, skp_id in rows}
            found = db.session.scalars(sa.select(EvaluationWindow)).all()
            self.windows = {(one.starts_on.year, one.number): one.id for one in found}
            self.units = dict(db.session.execute(sa.select(Unit.name, Unit.id)).all())

    def result(self, name: str, year: int, month: int, number: int) -> Any:
        """The page of a set predicate."""
        skp_id, window_id = self.skps[name, year, month], self.windows[year, number]
        return self.team.get(f"/results/skp/{skp_id}/{window_id}/")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Office]:
    """Built once for all the tables."""
    folder = tmp_path_factory.mktemp("example")
    (folder / "skpweb.db").write_bytes(sqlite_template.read_bytes())
    app = create_app({"DATA_DIR": str(folder), "DEMO": 1, "TODAY": "2026-11-24"})
    with app.app_context():
        demo.build(date(2026, 11, 24))
    yield Office(app)
    with app.app_context():
        db.engine.dispose()


def holds(page: Any, cell: str) -> None:
    """A page shows these ratings and this predicate."""
    words = f"Hasil kerja {RATINGS[cell[0]]} dan perilaku kerja {RATINGS[cell[1]]}."
    assert words in page.text, (cell, page.text[:400])
    assert page.all("string(//h2[@id='h-pred'])").strip() == PREDICATES[cell[2:]]


@pytest.mark.parametrize("row", CLOSED.strip().splitlines())
def test_a_person_of_the_district(example: Office, row: str) -> None:
    name, cells = row[:21].strip(), row[21:].split()
    for number, cell in zip((1, 2, 3, 4, 0), cells, strict=True):
        holds(example.result(name, 2025, 1, number), cell)


@pytest.mark.parametrize("row", CLINIC.strip().splitlines())
def test_a_person_of_the_clinic(example: Office, row: str) -> None:
    name, rest = row[:22].strip(), row[22:].split(maxsplit=3)
    page = example.result(name, 2026, int(rest[0]), int(rest[1]))
    holds(page, rest[2])
    assert rest[3] in page.text


def test_the_distribution_of_the_district(example: Office) -> None:
    """SB 2 (20 %), B 7 (70 %, the limit, allowed), BP 1 (10 %): nothing is said against it."""
    unit, window = example.units["Kecamatan Contohsari"], example.windows[2025, 0]
    path = f"/results/units/{unit}/{window}/daftar-predikat.xlsx"
    sheet = load_workbook(io.BytesIO(example.team.client.get(path).data))["Distribusi"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.values]
    counts = {row[0]: (row[1], row[2]) for row in rows if len(row) == 3 and row[0] in WORDS}
    assert {name: count for name, (count, _) in counts.items()} == {
        "Sangat Baik": 2, "Baik": 7, "Butuh Perbaikan": 1, "Kurang/Misconduct": 0,
        "Sangat Kurang": 0,
    }  # fmt: skip
    assert [str(share) for _, share in counts.values()][:3] == ["20 %", "70 %", "10 %"]
    assert not [row for row in rows if "Tidak sesuai" in row]


WORDS = {*PREDICATES.values(), "Sangat Kurang"}


def test_the_objection_of_the_archivist(example: Office) -> None:
    """3.A.8: filed on 20 January 2026, due on the 29th, upheld on the 28th."""
    skp_id, window_id = example.skps["Wulan Sastranegara", 2025, 1], example.windows[2025, 0]
    page = example.team.get(f"/results/skp/{skp_id}/{window_id}/objection/").text
    for words in (
        "20 Januari 2026",
        "28 Januari 2026",
        "Hasil dikuatkan",
        "Rak arsip baru datang pada bulan Agustus",
    ):
        assert words in page, words  # fmt: skip
    holds(example.result("Wulan Sastranegara", 2025, 1, 0), "-=BP")


@pytest.mark.parametrize(("name", "words"), [
    ("Farhan Adiwijanarko", "Ahli Pertama"), ("Wulan Sastranegara", "Terampil"),
    ("Iwan Permadanu", "hanya untuk pejabat fungsional"),
    ("Tiara Nirmalasari", "PPPK tidak mengumpulkan angka kredit"),
    ("Asep Jayakusumah", "hanya untuk pejabat fungsional"),
])  # fmt: skip
def test_who_collects_angka_kredit(example: Office, name: str, words: str) -> None:
    with example.app.app_context():
        of = db.session.scalar(sa.select(Employee.id).where(Employee.name == name))
    assert words in example.team.get(f"/results/credit/{of}/").text
