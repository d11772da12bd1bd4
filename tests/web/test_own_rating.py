"""A penilai who became atasan penilai meanwhile does not decide on his own rating (p.117)."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import Posting
from tests.office import SmallOffice
from tests.web.rated import Rated

RATED = date(2026, 11, 24)
REASON = "atasan penilai tidak tercatat, atau ia sendiri yang menetapkan predikatnya"


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Rated by the kasi and received on the same day."""
    made = Rated(app, office)
    made.on(RATED)
    made.received(RATED)
    return made


def promote(case: Rated, day: date, senior: str = "kasi") -> None:
    """Iwan has a new penilai from a day on, and above him the kasi, unless somebody else."""
    ids, iwan = case.office.ids, Posting.employee_id == case.office.ids["iwan"]
    with case.app.app_context():
        old = db.session.scalars(sa.select(Posting).where(iwan)).one()
        old.ends_on = date.fromordinal(day.toordinal() - 1)
        same = ("employee_id", "unit_id", "position_name", "position_kind", "leads_unit")
        facts = {name: getattr(old, name) for name in same}
        above = {"assessor_id": ids["team"], "senior_assessor_id": ids[senior]}
        db.session.add(Posting(starts_on=day, **facts, **above))
        db.session.commit()


@pytest.mark.parametrize("day", [date(2026, 11, 26), date(2026, 12, 12)])
def test_he_is_refused_whether_he_rose_in_the_window_or_after_it(case: Rated, day: date) -> None:
    case.file()
    promote(case, day)
    case.on(date(2026, 12, 14))
    page = case.kasi.get(case.about)
    assert REASON in page.text
    assert not page.all(f"//form[@action='{case.about}decide' or @action='{case.about}hearing']")
    fields = {"csrf_token": case.kasi.token(), "version": "1", "on": "14/12/2026"}
    fields |= {"heard_owner": "y", "heard_assessor": "y", "hearing": "x", "verdict": "uphold"}
    case.kasi.post(f"{case.about}hearing", fields, 404)
    case.kasi.post(f"{case.about}decide", fields | {"decision": "Saya sudah benar"}, 404)
    found = case.objection()
    assert found is not None and found.heard_on is None and found.decided_on is None


def test_the_pegawai_is_told_before_he_files(case: Rated) -> None:
    promote(case, date(2026, 11, 26))
    case.on(date(2026, 11, 30))
    page = case.iwan.get(case.about)
    assert "sampaikan kepada tim pengelola kinerja" in page.text
    assert not page.all(f"//form[@action='{case.about}']")


def test_another_atasan_decides_as_ever(case: Rated) -> None:
    case.file()
    promote(case, date(2026, 11, 26), "camat")
    case.on(date(2026, 11, 30))
    assert REASON not in case.camat.get(case.about).text
    case.hear(on="30/11/2026")
    assert "Hasil dikuatkan" in case.decide().text


@pytest.mark.parametrize("day", [date(2026, 11, 26), date(2026, 12, 12)])
def test_his_desk_does_not_ask_him_and_the_team_is_told(case: Rated, day: date) -> None:
    case.file()
    case.on(date(2026, 11, 25))
    assert case.about in case.camat.get("/review/?kind=objections").links()
    assert decides(case) == "Drs. Arif Setiawarman"
    promote(case, day)
    case.on(date(2026, 12, 14))
    assert case.about not in case.kasi.get("/review/?kind=objections").links()
    home = case.kasi.get("/")
    assert "keberatan menunggu Anda" not in home.text and home.queries <= 12
    assert case.about in case.kasi.get("/review/?kind=explanations").links()  # still his word
    assert decides(case) == "Belum ada pemutus Catat atasan penilai lain untuk Iwan Permadanu"
    board = case.team.get("/admin/clocks/?kind=decide")
    assert f"/admin/employees/{case.office.ids['iwan']}" in board.links() and board.queries <= 12


def test_the_board_names_the_atasan_of_today(case: Rated) -> None:
    case.file()
    promote(case, date(2026, 11, 26), "stranger")
    case.on(date(2026, 11, 30))
    assert decides(case) == "Farhan Adiwijanarko"
    assert case.about in case.stranger.get("/review/?kind=objections").links()


def decides(case: Rated) -> str:
    """Who the page of clocks says has to decide on the keberatan."""
    page = case.team.get("/admin/clocks/?kind=decide")
    (cell,) = page.all("//tbody//td[@data-l='Oleh']")
    return " ".join(" ".join(cell.itertext()).split())
