"""The staff list through the pages: preview, import, undo, and every way it can be wrong."""

import io
from datetime import date

import sqlalchemy as sa
from flask import Flask
from openpyxl import Workbook, load_workbook

from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Account, Employee
from tests.browser import Browser
from tests.office import SmallOffice
from tests.sheets import HEADS, counted, nip, person, press, row, saved, stored, upload, workbook

ANI, BUDI = nip(1), nip(2)


def test_preview_saves_nothing_then_the_good_rows_come_in(app: Flask, team: Browser) -> None:
    before = counted(app)
    page = upload(
        team,
        workbook(
            [
                person(ANI, "Ani Lestari", unit="Kecamatan Contohsari > Seksi Umum"),
                person(BUDI, "Budi Hartono", assessor=ANI, back_title="S.E."),
                person(nip(3), "Citra Dewi", starts_on="31/02/2026"),
                row(nip=SmallOffice.NIPS["iwan"], name="Iwan Permadanu", rank="III/a"),
                row(nip=SmallOffice.NIPS["yuli"], name="Yuli Anggrawati"),
            ]
        ),
    )
    assert "2 baru, 1 berubah, 1 sama, 1 galat" in page.text
    assert "TMT “31/02/2026” bukan tanggal yang ada. Tulis seperti 31/01/2026." in page.text
    assert "Kecamatan Contohsari > Seksi Umum" in page.text
    assert counted(app) == before

    page = press(team, page, "Impor 3 baris")
    assert "3 baris diimpor" in page.text
    assert counted(app) == (before[0] + 2, before[1] + 2, before[2] + 1)
    budi, post = stored(app, BUDI)
    ani, ani_post = stored(app, ANI)
    assert budi.full_name == "Budi Hartono, S.E."
    assert (post.assessor_id, post.senior_assessor_id) == (ani.id, ani_post.assessor_id)
    assert post.starts_on == date(2026, 1, 1)
    assert stored(app, SmallOffice.NIPS["iwan"])[0].rank == "III/a"


def test_undo_brings_everything_back(app: Flask, team: Browser) -> None:
    before = counted(app)
    page = upload(
        team,
        workbook(
            [
                person(ANI, "Ani Lestari", unit="Seksi Baru"),
                row(nip=SmallOffice.NIPS["iwan"], name="Iwan Permadani", assessor=ANI),
                person(SmallOffice.NIPS["yuli"], "Yuli Anggrawati", rank=None, status="PPPK",
                       position_name="Arsiparis", starts_on="01/06/2026"),
            ]
        ),
    )  # fmt: skip
    page = press(team, page, "Impor 3 baris")
    assert stored(app, SmallOffice.NIPS["iwan"])[0].name == "Iwan Permadani"
    assert stored(app, SmallOffice.NIPS["yuli"])[1].position_name == "Arsiparis"
    page = press(team, page, "Batalkan impor ini")
    assert "Impor dibatalkan" in page.text
    assert counted(app) == before
    iwan, post = stored(app, SmallOffice.NIPS["iwan"])
    assert iwan.name == "Iwan Permadanu"
    assert post.assessor_id is not None
    yuli_post = stored(app, SmallOffice.NIPS["yuli"])[1]
    assert (yuli_post.position_name, yuli_post.ends_on) == ("Operator Layanan Operasional", None)
    assert "Batalkan impor ini" not in page.text


def test_no_undo_once_something_depends_on_it(app: Flask, team: Browser) -> None:
    page = press(team, upload(team, workbook([person(ANI, "Ani Lestari")])), "Impor 1 baris")
    with app.app_context():
        employee = db.session.scalar(sa.select(Employee).where(Employee.nip == ANI))
        assert employee is not None
        db.session.add(Account(employee_id=employee.id))
        db.session.commit()
    page = press(team, page, "Batalkan impor ini")
    assert "1 pegawainya sudah mempunyai akun" in page.text
    assert stored(app, ANI)


def test_no_undo_after_a_later_change_or_a_new_subordinate(app: Flask, team: Browser) -> None:
    page = press(team, upload(team, workbook([person(ANI, "Ani Lestari")])), "Impor 1 baris")
    second = press(team, upload(team, workbook([person(BUDI, "Budi", assessor=ANI)])), "Impor 1")
    page = press(team, page, "Batalkan impor ini")
    assert "sudah ada data lain" in page.text
    press(team, second, "Batalkan impor ini")
    assert "Impor dibatalkan" in press(team, page, "Batalkan impor ini").text


def test_importing_twice_changes_nothing(app: Flask, team: Browser) -> None:
    content = workbook([person(ANI, "Ani Lestari"), person(BUDI, "Budi", assessor=ANI)])
    press(team, upload(team, content), "Impor 2 baris")
    page = upload(team, content)
    assert "0 baru, 0 berubah, 2 sama, 0 galat" in page.text
    assert not page.all("//button[contains(., 'Impor')]")


def test_data_that_changed_since_the_preview_is_judged_again(app: Flask, team: Browser) -> None:
    content = workbook([person(ANI, "Ani Lestari")])
    first, second = upload(team, content), upload(team, content)
    press(team, first, "Impor 1 baris")
    page = press(team, second, "Impor 1 baris")
    assert "berubah sejak pratinjau" in page.text
    assert "0 baru" in press(team, page, "Periksa lagi").text


def test_nobody_comes_in_below_a_wrong_row(app: Flask, team: Browser) -> None:
    page = upload(
        team,
        workbook(
            [
                person(ANI, "Ani", starts_on="kemarin"),
                person(BUDI, "Budi", assessor=ANI),
                person(nip(3), "Citra", assessor=BUDI),
            ]
        ),
    )
    assert "0 baru, 0 berubah, 0 sama, 3 galat" in page.text
    assert "Baris 2 masih galat" in page.text
    assert "Baris 3 masih galat" in page.text


def test_the_file_of_wrong_rows_can_be_mended_and_sent_again(app: Flask, team: Browser) -> None:
    page = upload(team, workbook([person(ANI, "Ani"), person(BUDI, "+Budi", starts_on="besok")]))
    link = next(h for h in page.links() if h.endswith(".xlsx"))
    answer = team.client.get(link)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    sheet = load_workbook(io.BytesIO(answer.data))["Pegawai"]
    rows = list(sheet.values)
    assert rows[0] == (*HEADS, "Galat")
    assert len(rows) == 2
    assert "besok" in rows[1][-1]
    sheet.cell(2, HEADS.index("TMT") + 1).value = "01/02/2026"
    assert "1 baru, 0 berubah, 0 sama, 0 galat" in upload(team, saved(sheet.parent)).text


def test_headings_are_found_wherever_they_stand(app: Flask, team: Browser) -> None:
    heads = ["No", "Nama Pegawai", "NIP Baru", "Gol.", "Status", "Unit Organisasi", "Jabatan",
             "Jenis Jabatan", "TMT Jabatan", "Penilai", None]  # fmt: skip
    book = Workbook()
    sheet = book.active
    sheet.append(["DAFTAR URUT KEPANGKATAN"])
    sheet.append(["Kecamatan Contohsari", None, "per 1 Januari 2026"])
    sheet.append([])
    sheet.append(heads)
    sheet.append([None] * 9 + ["NIP", "Nama"])
    sheet.append([f"({n})" for n in range(1, 12)])
    for column in "ABCDEFGHI":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.merge_cells("J4:K4")
    sheet.append([1, "Ani", ANI, "III/a", "PNS", "Kecamatan Contohsari", "Analis", "Pelaksana",
                  "1 Januari 2026", SmallOffice.NIPS["kasi"], "Dedi"])  # fmt: skip
    page = upload(team, saved(book))
    assert "1 baru, 0 berubah, 0 sama, 0 galat" in page.text


def test_officials_without_nip_are_superiors_by_name(app: Flask, team: Browser) -> None:
    page = upload(
        team,
        workbook(
            [
                row(name="Wali Kota Contoh", status="Pejabat non-ASN"),
                person(ANI, "Ani", assessor="wali kota contoh", senior="Bupati Contoh Raya"),
            ]
        ),
    )
    press(team, page, "Impor 2 baris")
    _, post = stored(app, ANI)
    with app.app_context():
        mayor = db.session.get(Employee, post.assessor_id)
        assert mayor is not None
        assert (mayor.nip, mayor.name) == (None, "Wali Kota Contoh")


def test_two_units_of_one_name_need_their_path(app: Flask, team: Browser) -> None:
    with app.app_context():
        first = Unit(name="Wilayah", parent_id=1)
        second = Unit(name="Cabang", parent_id=1)
        db.session.add_all([first, second])
        db.session.flush()
        db.session.add_all(
            [Unit(name="Tata Usaha", parent_id=parent.id) for parent in (first, second)]
        )
        db.session.commit()
    page = upload(
        team,
        workbook(
            [
                person(ANI, "Ani", unit="Tata Usaha"),
                person(BUDI, "Budi", unit="Cabang > Tata Usaha"),
            ]
        ),
    )
    assert "Ada beberapa unit bernama “Tata Usaha”. Tulis jalurnya" in page.text
    assert "1 baru" in page.text


def test_the_template_comes_back_as_its_own_example(app: Flask, team: Browser) -> None:
    answer = team.client.get("/admin/imports/templat-pegawai.xlsx")
    book = load_workbook(io.BytesIO(answer.data))
    assert book.sheetnames == ["Pegawai", "Contoh", "Petunjuk"]
    assert [cell.value for cell in book["Pegawai"][1]] == HEADS
    assert all(cell.comment for cell in book["Pegawai"][1])
    assert book["Contoh"]["A3"].number_format == "@"
    del book["Pegawai"]
    page = upload(team, saved(book))
    assert "0 baru, 4 berubah, 0 sama, 0 galat" in page.text


def test_strangers_and_clerks_import_nothing(app: Flask, office: SmallOffice) -> None:
    clerk = Browser(app)
    clerk.sign_in(office.NIPS["iwan"])
    clerk.get("/admin/imports/", 404)
    clerk.post("/admin/imports/", {"csrf_token": clerk.token()}, 404)
