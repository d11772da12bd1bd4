"""Angka kredit from predicates in force: the figures of the examples, and what changes them."""

import io
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from openpyxl import load_workbook

from skpweb.domain.calendar import PeriodKind, WindowKind
from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.ratings import Rating, predicate
from skpweb.domain.terms import Approach, EmploymentStatus, Form, JobLevel, PositionKind
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import EvaluationWindow, PerformanceYear
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from tests.browser import Browser
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.rated import Rated

SIGNS = {"-": Rating.BELOW, "=": Rating.MEETS, "+": Rating.ABOVE}
CREDIT = "/results/credit/"


class Collecting:
    """Farhan's predicates of some years, put straight into the records."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        self.app, self.office = app, office
        self.me = Browser(app)
        self.me.sign_in(SmallOffice.NIPS["stranger"])

    def post(self, level: JobLevel | None, kind: PositionKind = PositionKind.FUNCTIONAL) -> None:
        """His post."""
        with self.app.app_context():
            of = Posting.employee_id == self.office.ids["stranger"]
            values = {"job_level": level, "position_kind": kind, "starts_on": date(2022, 1, 1)}
            db.session.execute(sa.update(Posting).where(of).values(**values))
            db.session.commit()

    def status(self, status: EmploymentStatus) -> None:
        """PNS, CPNS, PPPK."""
        with self.app.app_context():
            of = Employee.id == self.office.ids["stranger"]
            db.session.execute(sa.update(Employee).where(of).values(status=status))
            db.session.commit()

    def rated(
        self, skp: tuple[date, date], signs: str, span: Any = None, level: Any = None
    ) -> None:
        """A predicate: of the year, or of the days of ``span``."""
        with self.app.app_context():
            year = _year(skp[0].year)
            window = _window(year, span)
            dossier = self._dossier(year, skp, level)
            result, behaviour = (SIGNS[sign] for sign in signs)
            db.session.add(
                Evaluation(
                    skp_id=dossier.id, window_id=window.id, state=EvaluationState.RATED,
                    rated_at=utc_now(), result_rating=result, behaviour_rating=behaviour,
                    predicate=predicate(result, behaviour), snapshot={},
                )
            )  # fmt: skip
            db.session.commit()

    def _dossier(self, year: PerformanceYear, skp: tuple[date, date], level: Any) -> Skp:
        owner = self.office.ids["stranger"]
        known = db.session.scalar(
            sa.select(Skp).where(Skp.employee_id == owner, Skp.starts_on == skp[0])
        )
        if known is not None:
            return known
        posting = db.session.scalars(sa.select(Posting).where(Posting.employee_id == owner)).first()
        assert posting is not None
        made = Skp(
            employee_id=owner, year_id=year.id, posting_id=posting.id, form=Form.STAFF,
            approach=Approach.QUANTITATIVE, starts_on=skp[0], ends_on=skp[1],
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()
        return made

    def page(self) -> str:
        """The page in words, a name apart from its value."""
        return " ".join(" ".join(self.me.get(CREDIT).tree.itertext()).split())


def _year(number: int) -> PerformanceYear:
    known = db.session.scalar(sa.select(PerformanceYear).where(PerformanceYear.year == number))
    if known is None:
        known = PerformanceYear(
            year=number, period_kind=PeriodKind.QUARTERLY, approach=Approach.QUANTITATIVE,
            skp_due_on=date(number, 1, 31),
        )  # fmt: skip
        db.session.add(known)
        db.session.flush()
    return known


def _window(year: PerformanceYear, span: Any) -> EvaluationWindow:
    first, last = span or (date(year.year, 1, 1), date(year.year, 12, 31))
    kind = WindowKind.ANNUAL if span is None else WindowKind.QUARTER
    known = db.session.scalar(
        sa.select(EvaluationWindow).where(
            EvaluationWindow.year_id == year.id,
            EvaluationWindow.kind == kind,
            EvaluationWindow.ends_on == last,
        )
    )
    if known is None:
        known = EvaluationWindow(
            year_id=year.id, kind=kind, number=0 if span is None else last.month // 3,
            order=99 if span is None else last.month, starts_on=first, ends_on=last,
            opens_on=last, closes_on=last,
        )  # fmt: skip
        db.session.add(known)
        db.session.flush()
    return known


def whole(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


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
