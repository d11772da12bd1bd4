"""Units and employees through the pages."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Employee
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.kept import account, events, posts

NIPS = SmallOffice.NIPS


def add_unit(team: Browser, name: str, parent: int | str, status: int = 200) -> str:
    form = team.get("/admin/units/new").form("/admin/units/new")
    return team.submit(form, status, name=name, parent_id=str(parent)).text


def test_units_grow_move_and_never_hang_below_themselves(app: Flask, team: Browser) -> None:
    assert "Unit Seksi A ditambahkan." in add_unit(team, " Seksi   A ", 1)
    add_unit(team, "Subseksi B", 2)
    assert "sudah ada di tempat itu" in add_unit(team, "seksi a", 1, 422)
    assert "Tulis nama unit kerja." in add_unit(team, "  ", 1, 422)
    page = team.get("/admin/units/2")
    offered = page.all("//select[@name='parent_id']/option/@value")
    assert "2" not in offered
    assert "3" not in offered
    page = team.submit(page.form("/admin/units/2"), 422, parent_id="3")
    assert "Pilih berada di bawah dari daftar." in page.text
    team.submit(team.get("/admin/units/3").form("/admin/units/3"), name="Subseksi C", parent_id="")
    with app.app_context():
        assert [(u.name, u.parent_id) for u in db.session.scalars(sa.select(Unit))][1:] == [
            ("Seksi A", 1),
            ("Subseksi C", None),
        ]
    assert events(app, "unit.change")[0].before == {"name": "Subseksi B", "parent_id": 2}


def test_a_unit_with_people_or_units_is_not_archived(app: Flask, team: Browser) -> None:
    add_unit(team, "Seksi A", 1)
    page = team.submit(team.get("/admin/units/1").form("/admin/units/1/archive"), 422)
    assert "Masih ada unit di bawahnya" in page.text
    team.submit(team.get("/admin/units/2").form("/admin/units/2/archive"))
    page = team.submit(team.get("/admin/units/1").form("/admin/units/1/archive"), 422)
    assert "Masih ada 7 pegawai di unit ini" in page.text
    assert "2" not in team.get("/admin/employees/4/transfer").all("//select[@id='unit_id']//@value")
    team.submit(team.get("/admin/units/2").form("/admin/units/2/reopen"))
    assert "Diarsipkan" not in team.get("/admin/units/").text


def add(team: Browser, expected: int = 200, **typed: str) -> Page:
    """Fill in the form of a new employee ("status" is a field of it)."""
    good = {"status": "pns", "nip": "199102032015032001", "name": "Ani Lestari", "rank": "III/a"}
    form = team.get("/admin/employees/new").form("/admin/employees/new")
    return team.post(form.action, form.data(**(good | typed)), expected)


def test_an_employee_is_added_found_and_changed(app: Flask, team: Browser) -> None:
    page = add(team, nip="19910203 201503 2 001", back_title="S.E.")
    assert "Ani Lestari ditambahkan" in page.text
    assert page.all("string(//h1)") == "Catat penempatan"
    page = team.submit(page.form("/admin/employees/8/transfer"), 422, starts_on="1/2/2026")
    for problem in ("Pilih unit kerja dari daftar.", "Pilih jenis jabatan dari daftar."):
        assert problem in page.all("string(//*[@id='galat'])")
    assert "Belum ada penempatan" in team.get("/admin/employees/8").text
    page = team.get("/admin/employees/8/edit")
    page = team.submit(page.form("/admin/employees/8/edit"), rank="III/b")
    assert "Penata Muda Tingkat I, III/b" in page.text
    assert events(app, "employee.change")[0].after == {"rank": "III/b"}
    found = {"q=lestari": 1, "q=19910203+2015": 1, "q=%25": 0, "filter=left": 0}
    for asked, count in found.items():
        page = team.get(f"/admin/employees/?{asked}")
        assert len(page.all("//tbody/tr")) == count, asked


WRONG = [
    ({"nip": NIPS["iwan"]}, "NIP itu sudah dipakai oleh Iwan Permadanu"),
    ({"nip": ""}, "Tulis NIP, 18 digit angka."),
    ({"nip": "123"}, "18 digit"),
    ({"name": " "}, "Tulis nama tanpa gelar."),
    ({"rank": "IX"}, "Golongan PNS ditulis seperti III/c."),
    ({"status": "pppk", "rank": "III/a"}, "angka Romawi"),
    ({"status": "honorer"}, "Pilih status pegawai dari daftar."),
    ({"contract_starts_on": "31/02/2026"}, "bukan tanggal yang ada"),
    ({"contract_starts_on": "2/3/2026", "contract_ends_on": "1 Maret 2026"}, "sebelum mulai"),
]


@pytest.mark.parametrize(("typed", "problem"), WRONG)
def test_wrong_data_is_refused_and_kept(
    app: Flask, team: Browser, typed: dict[str, str], problem: str
) -> None:
    page = add(team, 422, **typed)
    assert problem in page.all("string(//*[@id='galat'])")
    for name, text in typed.items():
        if name != "status":
            kept = page.all(f"//input[@name='{name}']/@value")
            assert (kept[0] if kept else "").strip() == text.strip()


def test_odd_numbers_are_allowed_with_a_warning(team: Browser) -> None:
    page = add(team, status="pppk", nip="200102032015032001", rank="IX")
    assert "sebelum berumur 18 tahun" in page.text
    assert "tidak sesuai dengan status pegawai" in page.text


def test_two_people_change_one_employee(app: Flask, team: Browser) -> None:
    first = team.get("/admin/employees/4/edit").form("/admin/employees/4/edit")
    second = team.get("/admin/employees/4/edit").form("/admin/employees/4/edit")
    team.submit(first, rank="III/a")
    page = team.submit(second, 409, name="Iwan Permadana")
    assert "Isian Anda belum disimpan" in page.text
    assert page.all("//ins[contains(., 'Iwan Permadana')]")
    assert "Data pegawai disimpan." in team.submit(page.form("/admin/employees/4/edit")).text
    with app.app_context():
        employee = db.session.get(Employee, 4)
        assert employee is not None
        assert (employee.name, employee.rank) == ("Iwan Permadana", "II/d")


def test_leaving_ends_the_post_and_the_account(app: Flask, team: Browser) -> None:
    iwan = Browser(app)
    iwan.sign_in(NIPS["iwan"])
    page = team.get("/admin/employees/4")
    page = team.submit(page.form("/admin/employees/4/leave"), 422, left_on="", left_reason="")
    assert "Tulis hari terakhir bekerja." in page.text
    page = team.submit(
        page.form("/admin/employees/4/leave"), left_on="31/10/2026", left_reason="pensiun"
    )
    assert "dinonaktifkan" in page.text
    assert posts(app, 4)[0].ends_on == date(2026, 10, 31)
    assert account(app, 4).disabled_at is not None
    assert "Masuk" in iwan.get("/").all("string(//title)")
    assert "Iwan" in team.get("/admin/employees/?filter=left").text
    assert "Iwan" not in team.get("/admin/employees/").text
    team.submit(team.get("/admin/employees/4").form("/admin/employees/4/resume"))
    assert account(app, 4).disabled_at is None
    assert events(app, "employee.leave")[0].reason == "pensiun"


def test_whoever_still_assesses_others_is_named(team: Browser) -> None:
    page = team.get("/admin/employees/3")
    assert "Masih menjadi penilai 2 pegawai" in page.text
    page = team.submit(
        page.form("/admin/employees/3/leave"), left_on="31/10/2026", left_reason="pindah"
    )
    assert "penilai 2 pegawai" in page.text
    assert "Penilainya sudah nonaktif (2)" in team.get("/admin/monitoring/").text
