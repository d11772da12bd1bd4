"""The yearly result that is late, and who has no SKP, part of a year, or nothing to report."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.calendar import PeriodKind, WindowKind
from skpweb.domain.ratings import OrganisationLevel
from skpweb.domain.terms import AbsenceKind, Approach, EmploymentStatus
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow, OrganisationResult, PerformanceYear
from skpweb.models.people import Employee, Posting
from skpweb.models.presence import Absence
from tests import records
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.special import Special


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan's year."""
    return Special(app, office)


def last_year(case: Special, level: OrganisationLevel) -> None:
    """The unit's yearly result of 2025; the yearly window of 2026 stays open in February."""
    with case.app.app_context():
        case.window = records.window(0)
        db.session.execute(
            sa.update(EvaluationWindow)
            .where(EvaluationWindow.id == case.window)
            .values(closes_on=date(2027, 2, 28))
        )
        window = EvaluationWindow(
            kind=WindowKind.ANNUAL, number=0, order=99, starts_on=date(2025, 1, 1),
            ends_on=date(2025, 12, 31), opens_on=date(2025, 12, 1), closes_on=date(2026, 1, 31),
        )  # fmt: skip
        a_year(2025, [window])
        db.session.flush()
        result = OrganisationResult(unit_id=case.office.unit_id, window_id=window.id, level=level)
        result.basis, result.decided_on = "Keputusan Bupati", date(2026, 1, 20)
        db.session.add(result)
        db.session.commit()
    case.path = f"/review/skp/{case.skp_id}/{case.window}/"


def a_year(number: int, windows: list[EvaluationWindow]) -> None:
    year = PerformanceYear(
        year=number, period_kind=PeriodKind.QUARTERLY, approach=Approach.QUANTITATIVE,
        skp_due_on=date(number, 1, 31),
    )  # fmt: skip
    year.windows = windows
    db.session.add(year)


def test_late_yearly_result_gives_way_to_last_years(case: Special) -> None:
    last_year(case, OrganisationLevel.NEEDS_IMPROVEMENT)
    case.reported(date(2027, 1, 31))
    assert "Belum ditetapkan" in case.kasi.get(case.path).text  # January is not over yet
    case.on(date(2027, 2, 1))
    shown = case.kasi.get(case.path).text
    assert "Butuh Perbaikan (Kecamatan Contohsari, capaian tahun 2025)" in shown
    case.organisation_of_the_year(date(2027, 2, 1))
    case.rated_by("kasi")
    found = case.evaluation()
    assert found is not None and found.snapshot is not None
    assert found.snapshot["organisation_level"] == "needs_improvement"
    assert found.snapshot["organisation_from"] == "capaian tahun 2025"
    home = f"/results/skp/{case.skp_id}/{case.window}/"
    assert "Butuh Perbaikan (capaian tahun 2025)" in case.iwan.get(home).text
    printed = whole_text(bytes(case.iwan.client.get(f"{home}document.pdf").data))
    assert "BUTUH PERBAIKAN (capaian tahun 2025)" in printed


def test_yearly_result_of_january_counts(case: Special) -> None:
    last_year(case, OrganisationLevel.NEEDS_IMPROVEMENT)
    case.organisation_of_the_year(date(2027, 1, 31))
    case.reported(date(2027, 2, 1))
    assert "Baik (Kecamatan Contohsari)" in case.kasi.get(case.path).text


def absent(case: Special, nick: str, kind: AbsenceKind, first: date, last: date) -> None:
    with case.app.app_context():
        db.session.add(
            Absence(
                employee_id=case.office.ids[nick],
                kind=kind,
                starts_on=first,
                ends_on=last,
                recorded_by="Nur",
            )
        )
        db.session.commit()


@pytest.mark.parametrize(("kind", "words"), [
    (AbsenceKind.STATE_OFFICIAL, "pejabat negara"),
    (AbsenceKind.SUSPENDED, "diberhentikan sementara"),
    (AbsenceKind.UNPAID, "cuti di luar tanggungan negara"),
    (AbsenceKind.PRE_RETIREMENT, "masa persiapan pensiun"),
])  # fmt: skip
def test_no_skp_is_asked_and_the_page_says_why(
    case: Special, kind: AbsenceKind, words: str
) -> None:
    case.on(date(2026, 11, 24))
    form = case.yuli.get("/planning/new").form("/planning/new")
    assert "Yuli" in case.team.get("/admin/monitoring/").text
    assert "Susun SKP 2026" in case.yuli.get("/").text
    absent(case, "yuli", kind, date(2026, 1, 1), date(2026, 12, 31))
    page = case.yuli.get("/planning/new")
    assert words in page.text and "halaman 65–66" in page.text and not page.all("//main//form")
    assert words in case.yuli.submit(form, 422).text
    assert "Susun SKP" not in case.yuli.get("/").text
    assert "Yuli" not in case.team.get("/admin/monitoring/").text


def test_leave_through_a_whole_window_asks_for_nothing(case: Special) -> None:
    case.on(date(2026, 9, 30))
    report = f"{case.path}report"
    assert report in case.iwan.get("/").links()
    absent(case, "iwan", AbsenceKind.MATERNITY, date(2026, 6, 20), date(2026, 9, 30))
    assert report not in case.iwan.get("/").links()
    assert "Cuti sepanjang masa ini" in case.iwan.get("/results/?year=2026").text
    case.on(date(2026, 10, 20))  # and nothing was missed
    assert case.path not in case.camat.get("/review/?kind=missed").links()
    with case.app.app_context():
        db.session.execute(sa.update(Absence).values(ends_on=date(2026, 9, 29)))
        db.session.commit()
    assert case.path in case.camat.get("/review/?kind=missed").links()


@pytest.mark.parametrize(("again", "kind", "is_whole"), [
    (date(2026, 8, 1), AbsenceKind.ANNUAL, True),
    (date(2026, 8, 2), AbsenceKind.ANNUAL, False),  # he worked on the first of August
    (date(2026, 8, 1), AbsenceKind.STUDY, False),  # evaluated like everybody (p.92)
])  # fmt: skip
def test_leave_in_adjoining_pieces_is_one_leave(
    case: Special, again: date, kind: AbsenceKind, is_whole: bool
) -> None:
    absent(case, "iwan", AbsenceKind.SICK, date(2026, 6, 20), date(2026, 7, 15))
    absent(case, "iwan", AbsenceKind.MATERNITY, date(2026, 7, 16), date(2026, 7, 31))
    absent(case, "iwan", kind, again, date(2026, 10, 5))
    absent(case, "yuli", AbsenceKind.SICK, date(2026, 7, 1), date(2026, 9, 30))
    case.on(date(2026, 10, 20))
    missed = case.path in case.camat.get("/review/?kind=missed").links()
    board = case.path in case.team.get("/admin/clocks/").links()
    said = "Cuti sepanjang masa ini" in case.iwan.get("/results/?year=2026").text
    assert (missed, board, said) == (not is_whole, not is_whole, is_whole)


@pytest.mark.parametrize(("status", "contract", "posted", "span"), [
    (EmploymentStatus.CPNS, None, date(2026, 4, 1), ("1 April 2026", "31 Desember 2026")),
    (EmploymentStatus.PPPK, (date(2026, 3, 1), date(2031, 2, 28)), date(2026, 3, 1),
     ("1 Maret 2026", "31 Desember 2026")),
    (EmploymentStatus.PPPK_PART_TIME, (date(2026, 1, 1), date(2026, 12, 31)), date(2026, 1, 1),
     ("1 Januari 2026", "31 Desember 2026")),
    (EmploymentStatus.PPPK, (date(2023, 3, 1), date(2028, 2, 29)), date(2023, 3, 1),
     ("1 Januari 2028", "29 Februari 2028")),
])  # fmt: skip
def test_skp_spans_the_service_of_the_year(
    case: Special, status: EmploymentStatus, contract: tuple[date, date] | None, posted: date,
    span: tuple[str, str],
) -> None:  # fmt: skip
    year = int(span[0][-4:])
    case.on(date(year, 2, 10) if year == 2028 else date(year, 11, 24))
    with case.app.app_context():
        yuli = case.office.ids["yuli"]
        values = {"status": status, "rank": ""}
        if contract:
            values |= {"contract_starts_on": contract[0], "contract_ends_on": contract[1]}
        db.session.execute(sa.update(Employee).where(Employee.id == yuli).values(**values))
        db.session.execute(
            sa.update(Posting).where(Posting.employee_id == yuli).values(starts_on=posted)
        )
        if year != 2026:
            a_year(year, [])
        db.session.commit()
    form = case.yuli.get("/planning/new").form("/planning/new")
    days = [form.data()[name][0] for name in ("starts_on", "ends_on")]
    assert days == list(span)
    page = case.yuli.submit(form)
    assert "SKP dibuat." in page.text


@pytest.mark.parametrize(("first", "day", "status"), [
    (date(2026, 1, 1), date(2026, 1, 31), 404), (date(2026, 1, 1), date(2026, 2, 1), 303),
    (date(2026, 7, 1), date(2026, 7, 31), 404), (date(2026, 7, 1), date(2026, 8, 1), 303),
])  # fmt: skip
def test_the_atasan_sets_an_skp_only_when_the_penilai_let_its_time_pass(
    case: Special, first: date, day: date, status: int
) -> None:
    """The end of January (p.65); a later SKP, as after a transfer, has its own thirty days."""
    path = case.submitted(first, day)
    typed = case.kasi.get(f"{path}review").form(f"{path}approve").data()
    fields = typed | {"csrf_token": case.camat.token()}
    assert case.camat.client.post(f"{path}approve", data=fields).status_code == status
