"""Who moved or serves elsewhere: p.91-92 walked through the pages."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EvaluationState, SkpState
from skpweb.domain.ratings import Predicate, Rating
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Unit
from skpweb.models.people import Posting
from skpweb.models.planning import Skp, SkpVersion
from skpweb.models.review import Evaluation, Feedback
from tests import records
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.special import Special

NURSE = "Puskesmas Kenanga"


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan's third quarter."""
    return Special(app, office)


def moved_in(case: Special) -> None:
    """Iwan came on 1 July from another unit, which had rated his second quarter."""
    with case.app.app_context():
        me = case.office.ids["iwan"]
        there = Unit(name=NURSE)
        db.session.add(there)
        db.session.flush()
        now = db.session.scalars(sa.select(Posting).where(Posting.employee_id == me)).one()
        now.starts_on = date(2026, 7, 1)
        before = Posting(
            employee_id=me, unit_id=there.id, position_name="Perawat", acting=now.acting,
            position_kind=now.position_kind, starts_on=date(2024, 1, 1),
            ends_on=date(2026, 6, 30), assessor_id=case.office.ids["team"],
        )  # fmt: skip
        db.session.add(before)
        db.session.flush()
        db.session.add(rated_there(db.session.get_one(Skp, case.skp_id), before.id))
        db.session.commit()


def rated_there(skp: Skp, posting_id: int) -> Evaluation:
    """The SKP of the first half year and its one predicate; the present SKP begins after it."""
    skp.starts_on = date(2026, 7, 1)
    former = Skp(
        employee_id=skp.employee_id, year_id=skp.year_id, posting_id=posting_id, form=skp.form,
        approach=skp.approach, starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30),
    )  # fmt: skip
    former.versions = [SkpVersion(number=1, state=SkpState.APPROVED, approved_at=utc_now())]
    db.session.add(former)
    db.session.flush()
    return rated(former.id, records.window(2))


def rated(skp_id: int, window_id: int) -> Evaluation:
    """A predicate of the former unit."""
    facts = {"parties": {"assessor": {"name": "Kepala Puskesmas Kenanga"}}}
    return Evaluation(
        skp_id=skp_id, window_id=window_id, state=EvaluationState.RATED,
        rated_at=utc_now(), result_rating=Rating.ABOVE, behaviour_rating=Rating.ABOVE,
        predicate=Predicate.VERY_GOOD, snapshot=facts | {"organisation_level": "outstanding"},
    )  # fmt: skip


def press(case: Special, who: str, what: str, status: int = 200) -> str:
    path = f"{case.path}former"
    browser = getattr(case, who)
    return browser.submit(browser.get(path).form(f"{path}/{what}"), status).text


def test_moved_pegawai_is_rated_by_the_new_penilai_on_the_new_units_result(case: Special) -> None:
    moved_in(case)
    case.reported(date(2026, 9, 30))
    shown = case.kasi.get(case.path).text
    assert "Baik (Kecamatan Contohsari)" in shown and f"pindah dari {NURSE}" in shown
    case.team.get(case.path)  # the former penilai may look, as team; he rates nothing here
    case.rated_by("kasi")
    found = case.evaluation_of(case.window)
    assert found.snapshot["organisation_level"] == "good"
    assert found.snapshot["parties"]["assessor"]["name"] == case.name("kasi")


def test_moved_pegawai_uses_the_former_units_result_if_both_agree(case: Special) -> None:
    moved_in(case)
    case.on(date(2026, 9, 30))
    assert f"{case.path}former" in case.iwan.get(f"{case.path}report").links()
    page = case.kasi.get(f"{case.path}former")
    assert "Kepala Puskesmas Kenanga" in page.text and "Sangat Baik" in page.text
    assert "Setuju" in press(case, "kasi", "agree")
    assert not case.kasi.get(f"{case.path}former").all("//button[contains(., 'Tetapkan')]")
    press(case, "iwan", "agree")
    again = case.iwan.get(f"{case.path}former").form(f"{case.path}former/withdraw")
    press(case, "iwan", "withdraw")
    page = case.iwan.submit(again, 409, kunci="lain")
    assert "Belum ada persetujuan Anda" in page.text
    assert not case.kasi.get(f"{case.path}former").all("//button[contains(., 'Tetapkan')]")
    press(case, "iwan", "agree")
    case.camat.get(f"{case.path}former", 404)
    assert not case.iwan.get(f"{case.path}former").all("//button[contains(., 'Tetapkan')]")
    press(case, "kasi", "rate")
    found = case.evaluation_of(case.window)
    assert (found.predicate, found.result_rating) == (Predicate.VERY_GOOD, Rating.ABOVE)
    assert found.snapshot["organisation_level"] == "outstanding"
    assert found.snapshot["organisation_from"] == f"capaian Triwulan II 2026 {NURSE}"
    assert found.snapshot["parties"]["assessor"]["name"] == case.name("kasi")
    words = "sesuai kesepakatan pejabat penilai kinerja dan pegawai tanggal 30 September 2026"
    assert words in found.recommendation and words in found.snapshot["adopted"]
    assert case.trail()[-5:] == [
        "adoption.agree", "adoption.agree", "adoption.withdraw", "adoption.agree",
        "evaluation.rate",
    ]  # fmt: skip


def test_what_was_agreed_on_is_what_is_used(case: Special) -> None:
    moved_in(case)
    case.on(date(2026, 9, 30))
    press(case, "kasi", "agree")
    press(case, "iwan", "agree")
    old = case.kasi.get(f"{case.path}former").form(f"{case.path}former/rate")
    with case.app.app_context():
        agreed = sa.select(Evaluation).where(Evaluation.skp_id != case.skp_id)
        db.session.add(rated(db.session.scalars(agreed).one().skp_id, records.window(3)))
        db.session.commit()
    assert "Sepakati lagi" in case.kasi.submit(old, 422).text


def moves_on(case: Special, day: date) -> None:
    """Iwan's SKP ends with a transfer on that day, as the team records it; Nur rates him now."""
    case.on(day)
    case.post(
        "iwan", starts_on=day.strftime("%d/%m/%Y"), position_name="Pengelola Layanan",
        assessor=case.name("team"),
    )  # fmt: skip


def asked(case: Special, who: str, number: int) -> list[bool]:
    """Whether lists and page of Iwan's former SKP ask somebody for a window."""
    with case.app.app_context():
        window = records.window(number)
    browser, path = getattr(case, who), f"/review/skp/{case.skp_id}/{window}/"
    pages = [f"/review/evaluations/?window={window}", f"/review/calibration/{window}/",
             "/review/?kind=missed", "/review/?kind=evaluations"]  # fmt: skip
    found = [path in browser.get(one).links() for one in pages if who != "camat" or "?" in one]
    return [any(found), browser.client.get(path).status_code == 200]


def test_the_year_of_a_moved_pegawai_is_the_new_penilais_alone(case: Special) -> None:
    moves_on(case, date(2026, 7, 1))
    assert asked(case, "kasi", 2) == [True, True]  # the quarter that he worked through
    case.on(date(2026, 12, 15))
    assert asked(case, "kasi", 0) == [False, False]
    yearly = case.iwan.get("/results/?year=2026").text
    assert "Triwulan II" in yearly and "Tahunan" not in yearly
    case.on(date(2027, 2, 2))  # and nothing of it was missed
    assert asked(case, "camat", 0) == [False, False]


def test_the_quarter_of_a_move_is_the_new_penilais_alone(case: Special) -> None:
    case.reported(date(2026, 9, 21))
    assert asked(case, "kasi", 3) == [True, True]
    moves_on(case, date(2026, 9, 22))
    assert asked(case, "kasi", 3) == [False, False]
    assert asked(case, "kasi", 2) == [True, True]
    case.on(date(2026, 10, 20))
    assert asked(case, "camat", 3) == [False, False]


def test_what_was_set_before_the_move_was_recorded_stays(case: Special) -> None:
    case.reported(date(2026, 9, 24))
    case.rated_by("kasi")
    moves_on(case, date(2026, 9, 25))
    assert asked(case, "kasi", 3) == [True, True]
    home = f"/results/skp/{case.skp_id}/{case.window}/"
    assert case.iwan.get(home).text and home in case.iwan.get("/results/?year=2026").links()


def test_the_year_of_a_moved_pegawai_looks_back_at_the_former_post(case: Special) -> None:
    """His new penilai considers all feedback of the year and its predicates (p.91, 101-102)."""
    moved_in(case)
    with case.app.app_context():
        here = db.session.get_one(Skp, case.skp_id)
        before = db.session.scalars(sa.select(Skp).where(Skp.id != here.id)).one()
        said = {"skp_id": before.id, "giver_id": case.office.ids["team"],
                "source": FeedbackSource.LEADER, "tone": FeedbackTone.APPRECIATION,
                "given_on": date(2026, 5, 4)}  # fmt: skip
        for about, text in (("rhk:former", "Luka dirawat rapi."), ("value:loyal", "Dipercaya.")):
            db.session.add(Feedback(about=about, under=about, text=text, **said))
        case.window = records.window(0)
        db.session.commit()
    quarter, case.path = case.path, f"/review/skp/{case.skp_id}/{case.window}/"
    case.organisation_of_the_year(date(2026, 12, 20))
    case.reported(date(2026, 12, 21))
    shown = case.kasi.get(case.path)
    assert f"Triwulan II 2026 ({NURSE})" in shown.text and shown.queries <= 12
    assert "Umpan balik lainnya" in shown.text and "Luka dirawat rapi." in shown.text
    case.rated_by("kasi")
    said_all = {one["text"] for one in case.evaluation_of(case.window).snapshot["feedback"]}
    assert {"Luka dirawat rapi.", "Dipercaya."} <= said_all
    home = f"/results/skp/{case.skp_id}/{case.window}/"
    assert "Dipercaya." in whole_text(bytes(case.iwan.client.get(f"{home}evaluation.pdf").data))
    assert "Luka dirawat rapi." not in case.kasi.get(quarter).text


def test_who_left_without_another_post_keeps_his_penilai(case: Special) -> None:
    with case.app.app_context():
        db.session.get_one(Skp, case.skp_id).ends_on = date(2026, 6, 30)
        db.session.commit()
    case.on(date(2026, 12, 15))
    assert asked(case, "kasi", 0) == [True, True]


def test_the_yearly_evaluation_takes_nothing_over(case: Special) -> None:
    moved_in(case)
    case.on(date(2026, 12, 15))
    with case.app.app_context():
        annual = records.window(0)
    path = f"/review/skp/{case.skp_id}/{annual}/former"
    assert "Tidak ada yang dapat dipakai" in case.kasi.get(path).text


def test_two_skp_of_a_year_touch_and_never_overlap(case: Special) -> None:
    case.on(date(2026, 7, 1))
    with case.app.app_context():
        db.session.get_one(Skp, case.skp_id).ends_on = date(2026, 6, 30)
        db.session.commit()
    form = case.iwan.get("/planning/new").form("/planning/new")
    assert form.data()["starts_on"] == ["1 Juli 2026"]
    page = case.iwan.submit(form, 422, starts_on="30/6/2026")
    assert "tidak boleh tumpang tindih" in page.text
    assert "SKP dibuat." in case.iwan.submit(form).text


def test_seconded_pegawai_is_rated_by_the_home_penilai(case: Special) -> None:
    case.on(date(2026, 8, 1))
    case.post("iwan", starts_on="01/08/2026", seconded_to="Palang Merah Internasional")
    case.reported(date(2026, 9, 30))
    assert "Diperbantukan pada Palang Merah Internasional" in case.kasi.get(case.path).text
    case.rated_by("kasi")
    assert case.parties()["assessor"]["name"] == case.name("kasi")
