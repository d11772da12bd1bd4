"""Dated posts, superiors, roles and codes through the pages."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import selectinload

from skpweb.domain.terms import Acting, Approach, Form
from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Account, Employee, Posting
from skpweb.models.planning import Skp
from tests.browser import Browser
from tests.office import SmallOffice
from tests.web.kept import account, events, posts

NIPS = SmallOffice.NIPS


def transfer(team: Browser, status: int = 200, who: int = 4, **typed: str) -> str:
    form = team.get(f"/admin/employees/{who}/transfer").form(f"/admin/employees/{who}/transfer")
    return team.submit(form, status, **typed).text


def running_skp(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        db.session.add(
            Skp(
                employee_id=4,
                year_id=office.year_id,
                posting_id=4,
                form=Form.STAFF,
                approach=Approach.QUANTITATIVE,
                starts_on=date(2026, 1, 1),
                ends_on=date(2026, 12, 31),
            )
        )
        db.session.commit()


def test_a_transfer_ends_the_former_post_the_day_before(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    running_skp(app, office)
    assert "SKP itu ditutup sehari sebelum TMT" in team.get("/admin/employees/4/transfer").text
    text = transfer(
        team, starts_on="1/7/2026", position_name="Analis", assessor="nur azkiawati", senior=""
    )
    assert "Penempatan baru dicatat." in text
    old, new = posts(app, 4)
    assert (old.ends_on, new.starts_on, new.ends_on) == (
        date(2026, 6, 30),
        date(2026, 7, 1),
        None,
    )
    assert new.assessor_id == office.ids["team"]
    assert new.senior_assessor_id == office.ids["camat"]
    with app.app_context():
        assert db.session.scalars(sa.select(Skp.ends_on)).one() == date(2026, 6, 30)
    assert events(app, "skp.shorten")[0].after == {"ends_on": "2026-06-30"}


def test_another_superior_or_an_acting_post_leaves_the_skp_running(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    running_skp(app, office)
    transfer(team, starts_on="1/7/2026", assessor=NIPS["team"])
    transfer(team, starts_on="1/9/2026", acting="plt", position_name="Kepala Seksi Pelayanan")
    with app.app_context():
        assert db.session.scalars(sa.select(Skp.ends_on)).one() == date(2026, 12, 31)
    assert posts(app, 4)[-1].acting is Acting.PLT
    assert "Plt. Kepala Seksi Pelayanan" in team.get("/admin/employees/4").text


REFUSED = [
    ({"starts_on": "1/1/2024"}, "TMT harus sesudah awal penempatan terakhir"),
    ({"starts_on": "1/6/2023"}, "TMT harus sesudah awal penempatan terakhir"),
    ({"starts_on": ""}, "Tulis tanggal mulai penempatan."),
    ({"starts_on": "1/7/2026", "assessor": NIPS["iwan"]}, "dirinya sendiri"),
    ({"starts_on": "1/7/2026", "senior": NIPS["iwan"]}, "dirinya sendiri"),
    ({"starts_on": "1/7/2026", "assessor": "Siapa"}, "tidak ditemukan di daftar pegawai"),
    ({"starts_on": "1/7/2026", "assessor": "a"}, "Ada beberapa orang"),
    ({"starts_on": "1/7/2026", "position_name": ""}, "Tulis nama jabatan."),
    ({"starts_on": "1/7/2026", "unit_id": "99"}, "Pilih unit kerja dari daftar."),
]


@pytest.mark.parametrize(("typed", "problem"), REFUSED)
def test_a_wrong_transfer_changes_nothing(
    app: Flask, team: Browser, typed: dict[str, str], problem: str
) -> None:
    assert problem in transfer(team, 422, **typed)
    assert [(p.starts_on, p.ends_on) for p in posts(app, 4)] == [(date(2024, 1, 1), None)]


def test_superiors_never_run_in_a_circle(app: Flask, office: SmallOffice, team: Browser) -> None:
    page = team.get(f"/admin/employees/{office.ids['camat']}")
    form = page.form(f"/admin/postings/{office.ids['camat']}/superiors")
    page = team.submit(form, 422, assessor=NIPS["iwan"], senior="")
    assert (
        "Rantai penilai berputar: Arif Setiawarman → Iwan Permadanu → Dedi Pranasuta → "
        "Arif Setiawarman" in page.text
    )
    assert posts(app, office.ids["camat"])[0].assessor_id == office.ids["bupati"]


def test_a_wrong_superior_is_mended_in_one_step(
    app: Flask, office: SmallOffice, team: Browser
) -> None:
    form = team.get("/admin/employees/4").form("/admin/postings/4/superiors")
    assert f"Dedi Pranasuta, {NIPS['kasi']}" in form.data()["assessor"]
    page = team.submit(form, assessor=f"Nur Azkiawati, {NIPS['team']}", senior="")
    assert "Penilai diperbaiki." in page.text
    (post,) = posts(app, 4)
    assert (post.assessor_id, post.senior_assessor_id) == (
        office.ids["team"],
        office.ids["camat"],
    )
    assert events(app, "posting.correct")[0].before["assessor_id"] == office.ids["kasi"]


def test_a_corrected_date_may_not_touch_another_post(app: Flask, team: Browser) -> None:
    transfer(team, starts_on="1/7/2026", position_name="Analis")
    second = posts(app, 4)[1].id
    form = team.get(f"/admin/postings/{second}").form(f"/admin/postings/{second}")
    assert "bertumpuk" in team.submit(form, 422, starts_on="1/6/2026").text
    team.submit(form, starts_on="1/8/2026", position_name="Analis Data")
    assert posts(app, 4)[1].position_name == "Analis Data"
    with app.app_context():
        query = sa.select(Employee).options(selectinload(Employee.postings)).filter_by(id=4)
        employee = db.session.scalars(query).one()
        assert employee.posting_on(date(2026, 6, 30)).id == 4  # type: ignore[union-attr]


def test_only_an_admin_makes_admins(
    app: Flask, office: SmallOffice, team: Browser, admin: Browser
) -> None:
    page = team.get("/admin/employees/4")
    assert not page.all("//input[@name='is_admin']")
    form = page.form("/admin/employees/4/roles")
    team.submit(form, is_team="y", is_admin="y")
    assert (account(app, 4).is_team, account(app, 4).is_admin) == (True, False)

    admin.submit(admin.get("/admin/employees/4").form("/admin/employees/4/roles"), is_admin="y")
    assert account(app, 4).is_admin
    assert len(events(app, "account.roles")) == 2


def test_the_last_admin_stays(app: Flask, office: SmallOffice, admin: Browser) -> None:
    admin.submit(admin.get("/admin/employees/4").form("/admin/employees/4/roles"), is_admin="y")
    iwan = Browser(app)
    iwan.sign_in(NIPS["iwan"])
    with app.app_context():
        only = sa.update(Account).where(Account.username == "admin").values(is_admin=False)
        db.session.execute(only)
        db.session.commit()
    page = iwan.get("/admin/employees/4")
    form = page.form("/admin/employees/4/roles")
    page = iwan.submit(form, 422, is_admin=None)
    assert "satu-satunya admin teknis" in page.text
    leave = page.form("/admin/employees/4/leave")
    page = iwan.submit(leave, 422, left_on="31/10/2026", left_reason="pensiun")
    assert "satu-satunya admin teknis" in page.text
    assert account(app, 4).is_admin
    assert posts(app, 4)[0].ends_on is None


def test_a_code_is_shown_once_and_opens_the_account(
    app: Flask, office: SmallOffice, team: Browser, admin: Browser
) -> None:
    assert not team.get("/admin/employees/4").all("//form[contains(@action, '/code')]")
    team.post("/admin/employees/4/code", {"csrf_token": team.token()}, 404)
    page = admin.submit(admin.get("/admin/employees/4").form("/admin/employees/4/code"))
    code = page.all("string(//*[@id='kode'])")
    assert len(code) == 9
    assert code not in admin.get("/admin/employees/4").text
    assert all(code not in str(event.after) for event in events(app, "account.issue_code"))


def test_slips_for_everybody_who_never_signed_in(
    app: Flask, office: SmallOffice, team: Browser, admin: Browser
) -> None:
    form = team.get("/admin/employees/new").form("/admin/employees/new")
    typed = {"status": "pns", "nip": "199102032015032001", "name": "Ani", "rank": "III/a"}
    team.post(form.action, form.data(**typed))
    page = admin.get("/admin/slips")
    assert "0 akun belum diaktifkan, 1 pegawai belum mempunyai akun" in page.text
    page = admin.submit(page.form("/admin/slips"))
    assert len(page.all("//section[@class='slip']")) == 1
    assert "Ani" in page.text
    assert "1 akun belum diaktifkan, 0 pegawai" in admin.get("/admin/slips").text


def test_slips_of_one_unit_leave_the_codes_of_others_alone(
    app: Flask, office: SmallOffice, admin: Browser
) -> None:
    with app.app_context():
        other = Unit(name="UPTD Puskesmas", parent_id=office.unit_id)
        db.session.add(other)
        db.session.flush()
        db.session.execute(sa.delete(Account).where(Account.employee_id == office.ids["yuli"]))
        for nick in ("yuli", "iwan"):
            db.session.execute(
                sa.update(Posting)
                .where(Posting.employee_id == office.ids[nick])
                .values(unit_id=other.id)
            )
        db.session.execute(
            sa.update(Account)
            .where(Account.employee_id.in_([office.ids["iwan"], office.ids["stranger"]]))
            .values(password_hash=None)
        )
        db.session.commit()
        here = f"/admin/slips?unit={other.id}"
    assert "2 akun belum diaktifkan, 1 pegawai" in admin.get("/admin/slips").text
    page = admin.get(here)
    assert "1 akun belum diaktifkan, 1 pegawai" in page.text
    made = admin.submit(page.form("/admin/slips"))  # those without an account only
    assert [slip.text_content().split()[0] for slip in made.all("//section")] == ["Yuli"]
    made = admin.submit(admin.get(here).form("/admin/slips"), who="all")
    assert {slip.text_content().split()[0] for slip in made.all("//section")} == {"Iwan", "Yuli"}
    page = admin.get(f"/admin/slips?unit={office.unit_id}")  # with everything below it
    assert "3 akun belum diaktifkan, 0 pegawai" in page.text


def test_officials_without_nip_get_no_account(admin: Browser, office: SmallOffice) -> None:
    page = admin.get(f"/admin/employees/{office.ids['bupati']}")
    assert "tanpa NIP tidak masuk" in page.text
    path = f"/admin/employees/{office.ids['bupati']}/code"
    admin.post(path, {"csrf_token": admin.token()}, 409)
