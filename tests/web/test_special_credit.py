"""Angka kredit from predicates in force: the figures of the examples, and what changes them."""

import io
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from openpyxl import load_workbook

from skpweb.domain.terms import EmploymentStatus, JobLevel, PositionKind
from skpweb.extensions import db
from skpweb.models.people import Posting
from tests.browser import Browser
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.collecting import CREDIT, Collecting, whole
from tests.web.rated import Rated


@pytest.fixture
def farhan(app: Flask, office: SmallOffice) -> Collecting:
    """Perencana Ahli Pertama."""
    made = Collecting(app, office)
    made.post(JobLevel.AHLI_PERTAMA)
    return made


def test_three_years_of_the_planner(farhan: Collecting) -> None:
    """3.A.9: 12,500 + 18,750 + 12,500 = 43,750; 6,250 and 56,250 are lacking."""
    for year, signs in ((2023, "=="), (2024, "++"), (2025, "=+")):
        farhan.rated(whole(year), signs)
    shown = farhan.page()
    for words in (
        "Lama 31,250",
        "Baru 12,500",
        "Jumlah 43,750",
        "18,750",
        "150 %",
        "Kekurangan untuk kenaikan pangkat 6,250",
        "Kekurangan untuk kenaikan jenjang 56,250",
        "Belum dapat dipertimbangkan",
    ):
        assert words in shown, words  # fmt: skip
    half = (date(2026, 1, 1), date(2026, 6, 30))
    farhan.rated(half, "==", (date(2026, 4, 1), date(2026, 6, 30)))
    shown = farhan.page()
    assert "6/12 × 100 %" in shown and "Jumlah 50,000" in shown
    assert "Kelebihan untuk kenaikan pangkat 0,000" in shown and " Dapat dipertimbangkan" in shown


def test_three_years_of_the_archivist(farhan: Collecting) -> None:
    """3.A.9: 5 + 5 + 3,750 = 13,750; 6,250 and 46,250 are lacking."""
    farhan.post(JobLevel.TERAMPIL)
    for year, signs in ((2023, "=="), (2024, "=="), (2025, "-=")):
        farhan.rated(whole(year), signs)
    shown = farhan.page()
    assert "75 %" in shown and "3,750" in shown and "Jumlah 13,750" in shown
    assert "pangkat 6,250" in shown and "jenjang 46,250" in shown


def test_a_new_jenjang_begins_at_zero_beside_the_former_one(farhan: Collecting) -> None:
    farhan.rated(whole(2025), "==")
    farhan.promoted(JobLevel.AHLI_MUDA, date(2026, 1, 1))
    shown = farhan.page()
    assert "Jenjang sebelumnya" in shown and "12,500" in shown
    assert "Belum ada predikat yang ditetapkan pada jenjang ini" in shown
    assert "Jumlah 0,000" in shown and "Kekurangan untuk kenaikan pangkat 100,000" in shown


def test_two_skp_of_the_nurse_who_moved(farhan: Collecting) -> None:
    """3.B.4: half a year Baik 2,500 and half a year Sangat Baik 3,750."""
    farhan.post(JobLevel.TERAMPIL)
    spring = (date(2026, 4, 1), date(2026, 6, 30))
    farhan.rated((date(2026, 1, 1), date(2026, 6, 30)), "==", spring)
    autumn = (date(2026, 7, 1), date(2026, 12, 31))
    farhan.rated(autumn, "==", (date(2026, 7, 1), date(2026, 9, 30)))
    farhan.rated(autumn, "++")  # the yearly one stands instead of the quarter
    shown = farhan.page()
    assert "Januari–Juni" in shown and "2,500" in shown
    assert "Juli–Desember" in shown and "6/12 × 150 %" in shown and "Jumlah 6,250" in shown


def test_the_quarter_of_a_move_is_converted_once_and_whole(farhan: Collecting) -> None:
    """He moved on 15 August: the new unit's third quarter covers July to September (p.91)."""
    summer, autumn = (date(2026, 1, 1), date(2026, 8, 14)), (date(2026, 8, 15), date(2026, 12, 31))
    farhan.rated(summer, "==", (date(2026, 4, 1), date(2026, 6, 30)))
    farhan.rated(autumn, "++", (date(2026, 7, 1), date(2026, 9, 30)))
    shown = farhan.page()
    assert "Januari–Juni" in shown and "Juli–September" in shown
    assert "3/12 × 150 %" in shown and "Jumlah 10,938" in shown
    farhan.rated(autumn, "==")
    assert "Juli–Desember" in farhan.page() and "Jumlah 12,500" in farhan.page()


def test_the_cpns_from_april(farhan: Collecting) -> None:
    """3.B.4: 9/12 x 12,5 = 9,375, from the time as CPNS."""
    farhan.status(EmploymentStatus.CPNS)
    farhan.rated((date(2026, 4, 1), date(2026, 12, 31)), "==")
    assert "9/12 × 100 %" in farhan.page() and "Jumlah 9,375" in farhan.page()


@pytest.mark.parametrize(("status", "kind", "level", "why"), [
    (EmploymentStatus.PPPK, PositionKind.FUNCTIONAL, JobLevel.AHLI_PERTAMA, "hanya untuk PNS"),
    (EmploymentStatus.PPPK_PART_TIME, PositionKind.FUNCTIONAL, JobLevel.MAHIR, "hanya untuk PNS"),
    (EmploymentStatus.PNS, PositionKind.EXECUTOR, None, "hanya untuk pejabat fungsional"),
    (EmploymentStatus.PNS, PositionKind.FUNCTIONAL, None, "Jenjang jabatan fungsional belum"),
])  # fmt: skip
def test_others_are_refused_with_the_reason(
    farhan: Collecting, status: EmploymentStatus, kind: PositionKind, level: JobLevel | None,
    why: str,
) -> None:  # fmt: skip
    farhan.post(level, kind)
    farhan.status(status)
    farhan.rated(whole(2025), "++")
    shown = farhan.page()
    assert why in shown and "18,750" not in shown


@pytest.mark.parametrize(("who", "status"), [
    ("team", 200), ("camat", 200), ("kasi", 404), ("iwan", 404), ("admin", 404),
])  # fmt: skip
def test_who_may_look(farhan: Collecting, who: str, status: int) -> None:
    browser = Browser(farhan.app)
    browser.sign_in(SmallOffice.NIPS.get(who, who))
    browser.get(f"{CREDIT}{farhan.office.ids['stranger']}/", status)


def test_a_changed_predicate_changes_credit_list_distribution_and_package(
    app: Flask, office: SmallOffice
) -> None:
    case = Rated(app, office)
    with app.app_context():
        of = Posting.employee_id == office.ids["iwan"]
        values = {"job_level": JobLevel.TERAMPIL, "position_kind": PositionKind.FUNCTIONAL}
        db.session.execute(sa.update(Posting).where(of).values(**values))
        db.session.commit()
    case.received(date(2026, 1, 12))
    case.on(date(2026, 1, 20))
    assert "3/12 × 75 %" in case.iwan.get(CREDIT).text and "0,938" in case.iwan.get(CREDIT).text
    assert _spread(case) == {"Baik": 0, "Butuh Perbaikan": 1}
    case.file()
    case.hear(on="20/1/2026")
    case.decide(
        verdict="change", result="meets", behaviour="meets", recommendation="Lanjutkan penataan"
    )
    shown = case.iwan.get(CREDIT).text
    assert "3/12 × 100 %" in shown and "1,250" in shown and "0,938" not in shown
    assert _spread(case) == {"Baik": 1, "Butuh Perbaikan": 0}
    listed = _cells(case, f"/results/units/{office.unit_id}/{case.window}/daftar-predikat.xlsx")
    assert "Diubah atas keberatan" in listed
    package = whole_text(
        case.iwan.client.get(f"/results/skp/{case.skp_id}/berkas-kinerja.pdf").data
    )
    assert "Format D.1.3" in package and "Lanjutkan penataan" in package


def _spread(case: Rated) -> dict[str, int]:
    """How many people have which predicate, as the list of the unit counts them."""
    cells = _cells(
        case, f"/results/units/{case.office.unit_id}/{case.window}/daftar-predikat.xlsx"
    )  # fmt: skip
    return {
        name: cells[cells.index(name, _after(cells)) + 1] for name in ("Baik", "Butuh Perbaikan")
    }


def _after(cells: list[Any]) -> int:
    return max(index for index, cell in enumerate(cells) if cell == "Sangat Baik")


def _cells(case: Rated, path: str) -> list[Any]:
    book = load_workbook(io.BytesIO(case.team.client.get(path).data))
    return [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
            if cell is not None]  # fmt: skip
