"""Who leaves the office: his last penilai evaluates him, hands over, and the atasan decides."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.ratings import Predicate, Rating
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.audit import AuditEvent
from skpweb.models.base import utc_now
from skpweb.models.organisation import Office
from skpweb.models.people import Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from skpweb.office import led, predicates
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.rated import Rated
from tests.web.special import Special

LAST = date(2026, 9, 25)


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan's third quarter, open until 14 October."""
    return Special(app, office)


def leaves(case: Special, day: date, status: int = 200) -> Page:
    """Iwan retires after that day."""
    page = f"/admin/employees/{case.office.ids['iwan']}"
    form = case.team.get(page).form(f"{page}/leave")
    return case.team.submit(form, status, left_on=day.strftime("%d/%m/%Y"), left_reason="pensiun")


def at(case: Special, number: int) -> str:
    """The page of Iwan's evaluation in a window, which the next steps are about."""
    with case.app.app_context():
        case.window = records.window(number)
    case.path = f"/review/skp/{case.skp_id}/{case.window}/"
    return case.path


def skp_of(case: Special) -> Skp:
    with case.app.app_context():
        return db.session.get_one(Skp, case.skp_id)


def test_his_skp_ends_with_his_last_day_and_the_trail_says_so(case: Special) -> None:
    case.on(LAST)
    assert "Pegawai dinonaktifkan" in leaves(case, LAST).text
    assert skp_of(case).ends_on == LAST
    with case.app.app_context():
        shortened = sa.select(AuditEvent).where(AuditEvent.action == "skp.shorten")
        event = db.session.scalars(shortened).one()
        assert (event.before, event.after) == ({"ends_on": "2026-12-31"}, {"ends_on": "2026-09-25"})
    assert "mengakhiri SKP karena mutasi atau berhenti" in case.team.get("/admin/trail/").text


def test_a_predicate_after_the_last_day_stands_in_the_way(case: Special) -> None:
    case.reported(date(2026, 9, 24))
    case.rated_by("kasi")
    page = leaves(case, date(2026, 6, 30), 422)
    assert "sudah ada predikat" in page.text.casefold() and "30 Juni 2026" in page.text
    assert skp_of(case).ends_on == date(2026, 12, 31)
    with case.app.app_context():
        mine = Posting.employee_id == case.office.ids["iwan"]
        assert db.session.scalars(sa.select(Posting.ends_on).where(mine)).one() is None


def test_the_last_penilai_evaluates_the_window_and_hands_it_over(case: Special) -> None:
    case.reported(date(2026, 9, 21))
    leaves(case, LAST)
    case.on(date(2026, 10, 5))
    assert case.path in case.kasi.get("/review/?kind=evaluations").links()
    assert case.path in case.kasi.get(f"/review/evaluations/?window={case.window}").links()
    case.rated_by("kasi")
    assert case.evaluation_of(case.window).predicate is Predicate.GOOD
    assert case.parties()["assessor"]["name"] == case.name("kasi")
    way = f"/results/skp/{case.skp_id}/{case.window}/handover/"
    assert way in case.kasi.get("/review/?kind=papers").links()
    case.kasi.submit(case.kasi.get(way).form(f"{way}deliver"))
    assert case.evaluation_of(case.window).delivered_on == date(2026, 10, 5)


def test_the_last_penilai_evaluates_the_year_and_after_him_the_atasan(case: Special) -> None:
    case.on(LAST)
    case.report()
    leaves(case, LAST)
    at(case, 0)
    case.organisation_of_the_year(date(2026, 12, 20))
    case.on(date(2026, 12, 21))
    page = case.kasi.get(case.path)
    assert "1 Januari–25 September 2026" in page.text.replace(" – ", "–") and page.queries <= 12
    case.on(date(2027, 2, 2))
    assert case.path in case.camat.get("/review/?kind=missed").links()
    board = case.team.get("/admin/clocks/")
    assert case.path in board.links() and board.queries <= 12


def test_nothing_is_asked_of_the_days_after_he_left(case: Special) -> None:
    case.on(LAST)
    leaves(case, LAST)
    fourth = at(case, 4)
    case.on(date(2027, 3, 20))  # the fourth quarter closed on 11 March
    assert fourth not in case.camat.get("/review/?kind=missed").links()
    assert fourth not in case.team.get("/admin/clocks/").links()
    assert [number for number in (1, 2, 3, 4, 0) if "Iwan Permadanu" in listed(case, number)] == [
        1, 2, 3, 0
    ]  # fmt: skip


def listed(case: Special, number: int) -> list[str]:
    """Whom the unit's list of predicates names for a window."""
    with case.app.app_context():
        office = db.session.scalars(sa.select(Office)).one()
        unit, window = led.find(case.office.unit_id), predicates.window(records.window(number))
        assert unit is not None and window is not None
        return [one.name for one in predicates.of_unit(office, unit, window, LAST).lines]


def test_it_is_over_with_the_evaluation_of_the_year(case: Special) -> None:
    """The year of a moved Pegawai is the new penilai's; of one who left it is still to come."""
    case.reported(date(2026, 9, 21))
    leaves(case, LAST)
    case.on(date(2026, 10, 5))
    case.rated_by("kasi")
    assert not is_over(case)
    with case.app.app_context():
        facts = {"state": EvaluationState.RATED, "result_rating": Rating.MEETS, "snapshot": {},
                 "behaviour_rating": Rating.MEETS, "predicate": Predicate.GOOD}  # fmt: skip
        year = {"skp_id": case.skp_id, "window_id": records.window(0), "rated_at": utc_now()}
        db.session.add(Evaluation(**facts, **year))
        db.session.commit()
    assert is_over(case)


def is_over(case: Special) -> bool:
    """Whether the pages of the SKP say that it is over and evaluated."""
    with case.app.app_context():
        skp = evaluations.dossier(case.skp_id)
        assert skp is not None
        return evaluations.is_final(skp, date(2026, 12, 20))


def test_the_atasan_decides_on_the_keberatan_of_one_who_left(
    app: Flask, office: SmallOffice
) -> None:
    case = Rated(app, office)
    case.on(date(2026, 11, 24))
    case.received(date(2026, 11, 24))
    case.file()
    page = f"/admin/employees/{office.ids['iwan']}"
    form = case.team.get(page).form(f"{page}/leave")
    case.team.submit(form, left_on="25/11/2026", left_reason="pensiun")
    case.on(date(2026, 11, 30))
    assert case.about in case.kasi.get("/review/?kind=explanations").links()
    case.explain()
    assert case.about in case.camat.get("/review/?kind=objections").links()
    case.hear(on="30/11/2026")
    assert "Hasil dikuatkan" in case.decide().text


def test_whoever_is_gone_too_is_replaced_on_the_page_of_one_who_left(case: Special) -> None:
    case.on(date(2026, 10, 5))
    leaves(case, LAST)
    page = case.team.get(f"/admin/employees/{case.office.ids['iwan']}")
    assert "Penempatan terakhir" in page.text and "mengevaluasi SKP terakhirnya" in page.text
    form = next(one for one in page.all("//form/@action") if one.endswith("/superiors"))
    named = {"assessor": case.name("team"), "senior": case.name("camat")}
    case.team.submit(page.form(form), **named)
    lists = f"/review/evaluations/?window={case.window}"
    assert case.path in case.team.get(lists).links()
    assert case.path not in case.kasi.get(lists).links()


def test_who_comes_back_begins_anew_with_a_post_and_an_skp(case: Special) -> None:
    case.on(LAST)
    leaves(case, LAST)
    page = f"/admin/employees/{case.office.ids['iwan']}"
    case.team.submit(case.team.get(page).form(f"{page}/resume"))
    third = case.path
    assert third in case.kasi.get(f"/review/evaluations/?window={case.window}").links()
    case.on(date(2026, 9, 28))
    case.post(
        "iwan", starts_on="28/09/2026", position_name="Pengolah Data dan Informasi",
        assessor=case.name("kasi"), unit_id=str(case.office.unit_id), position_kind="executor",
    )  # fmt: skip
    form = case.iwan.get("/planning/new").form("/planning/new")
    assert form.data()["starts_on"] == ["28 September 2026"]
    assert "SKP dibuat." in case.iwan.submit(form).text
    assert third not in case.kasi.get(f"/review/evaluations/?window={case.window}").links()
    assert skp_of(case).ends_on == LAST
