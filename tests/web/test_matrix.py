"""The matriks pembagian peran dan hasil: who stands in it, filling, what happens on revision."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.matrix import RoleCell, RoleResult
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Rhk
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.desk import Desk

ROLE = "Berkas permohonan terverifikasi paling lambat satu hari kerja"


class Matrix(Desk):
    """The section head's matrix: two RHK across, Iwan and Yuli down."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        super().__init__(app, office)
        with app.app_context():
            self.skp_id = records.approved_skp(office, "kasi", "camat")
            self.keys = [rhk.key for rhk in records.rows(self.skp_id)]
        self.path = f"/matrix/{self.skp_id}/"

    def cell(self, who: str = "iwan", column: int = 0) -> str:
        """Address of a cell."""
        return f"{self.path}cell/{self.office.ids[who]}/{self.keys[column]}"

    def name(self, who: str = "iwan", column: int = 0) -> str:
        """How its field is called."""
        return f"text-{self.office.ids[who]}-{self.keys[column]}"

    def fill(self, text: str = ROLE, who: str = "iwan", column: int = 0, status: int = 200) -> Page:
        """The leader fills one cell."""
        form = self.kasi.get(self.cell(who, column)).form(self.cell(who, column))
        return self.kasi.post(form.action, form.data() | {self.name(who, column): text}, status)

    def lines(self) -> list[str]:
        """All roles there are."""
        with self.app.app_context():
            query = sa.select(RoleResult.text).order_by(RoleResult.cell_id, RoleResult.order)
            return list(db.session.scalars(query))


@pytest.fixture
def matrix(app: Flask, office: SmallOffice) -> Matrix:
    return Matrix(app, office)


def test_the_leaders_results_stand_across_and_his_people_down(matrix: Matrix) -> None:
    page = matrix.kasi.get(matrix.path)
    heads = [" ".join(h.text_content().split()) for h in page.all("//thead//th")]
    assert heads[0] == "Pegawai" and "RHK 1 Terverifikasinya berkas" in heads[1]
    names = [h.text_content().split()[0] for h in page.all("//th[@scope='row']")]
    assert names == ["Iwan", "Yuli"]
    assert "Belum ada yang mendukung" in page.text and "Belum punya peran" in page.text


def test_a_heads_indicators_stand_across(matrix: Matrix) -> None:
    with matrix.app.app_context():
        db.session.execute(sa.update(Posting).where(
            Posting.employee_id == matrix.office.ids["camat"]).values(leads_unit=True))  # fmt: skip
        db.session.commit()
        skp_id = records.approved_skp(matrix.office, "camat", "bupati")
    page = matrix.camat.get(f"/matrix/{skp_id}/")
    assert len(page.all("//thead//th")) == 4  # two RHK with three indicators
    assert "Indikator 2 Verifikasi tanpa koreksi" in page.text
    assert "Memimpin tim" in page.text  # the section head has a matrix of his own


def test_the_leader_is_told_when_the_person_sees_a_role(matrix: Matrix) -> None:
    told = "Pegawai melihat perannya setelah"
    page = matrix.fill()
    assert told in page.text and "Jadikan RHK untuk Iwan Permadanu" in page.text
    assert told not in matrix.fill().text  # nothing new
    assert told not in matrix.fill("").text
    matrix.fill()
    path = f"{matrix.path}person/{matrix.office.ids['iwan']}"
    matrix.kasi.submit(matrix.kasi.get(path).form(f"{path}/propose"))
    assert told not in matrix.fill("Rekap layanan tersedia").text


def test_several_lines_are_several_results(matrix: Matrix) -> None:
    page = matrix.fill(f"• {ROLE}\n\n2. Arsip permohonan tertata")
    assert matrix.lines() == [ROLE, "Arsip permohonan tertata"]
    assert "Tersimpan" in page.text and "Belum di SKP" in page.text
    for reader in (matrix.iwan, matrix.camat, matrix.team):
        assert ROLE in reader.get(matrix.path).text
        reader.get(matrix.cell(), 404)
    matrix.stranger.get(matrix.path, 404)
    with matrix.app.app_context():
        event = db.session.scalars(
            sa.select(AuditEvent).where(AuditEvent.action == "matrix.write")
        ).one()
        assert event.owner_id == matrix.office.ids["iwan"] and event.after["text"].startswith(ROLE)


def test_the_form_of_a_cell_stands_under_its_row(matrix: Matrix) -> None:
    page = matrix.kasi.get(matrix.cell())
    row = f"//tbody[@id='baris-{matrix.office.ids['iwan']}']"
    assert page.all(f"{row}/tr[2]//textarea[@name='{matrix.name()}']")
    assert len(page.all("//textarea")) == 1
    links = matrix.kasi.get(matrix.path).all(f"{row}//a[@hx-get='{matrix.cell()}']")
    assert links[0].get("hx-target") == f"#baris-{matrix.office.ids['iwan']}"


def test_a_stale_cell_shows_both_texts_and_can_be_forced(matrix: Matrix) -> None:
    old = matrix.kasi.get(matrix.cell()).form(matrix.cell())
    matrix.fill("Berkas A terverifikasi")
    page = matrix.kasi.post(old.action, old.data() | {matrix.name(): "Berkas B terarsip"}, 409)
    assert "Berkas A terverifikasi" in page.text and "Berkas B terarsip" in page.text
    assert matrix.lines() == ["Berkas A terverifikasi"]
    matrix.kasi.submit(page.form(matrix.cell(), "Timpa"))
    assert matrix.lines() == ["Berkas B terarsip"]


def test_what_is_too_long_is_told_and_kept(matrix: Matrix) -> None:
    page = matrix.fill("n" * 2001, status=422)
    assert "Satu peran paling panjang 2.000 huruf" in page.text and "n" * 2001 in page.source
    assert matrix.lines() == []


def test_by_person_and_by_column(matrix: Matrix) -> None:
    person = f"{matrix.path}person/{matrix.office.ids['iwan']}"
    form = matrix.kasi.get(person).form(person)
    typed = {matrix.name("iwan", 0): "Melayani loket", matrix.name("iwan", 1): "Rekap tersusun"}
    page = matrix.kasi.post(form.action, form.data() | typed)
    assert "tampak sebagai kegiatan" in page.text
    column = f"{matrix.path}column/{matrix.keys[1]}"
    form = matrix.kasi.get(column).form(column)
    page = matrix.kasi.post(form.action, form.data() | {matrix.name("yuli", 1): "Data tercetak"})
    assert matrix.lines() == ["Melayani loket", "Rekap tersusun", "Data tercetak"]
    assert "Belum punya peran" not in page.text and "Belum ada yang mendukung" not in page.text
    # of a sheet only what is stale and changed is a conflict
    page = matrix.kasi.post(form.action, form.data() | {matrix.name("yuli", 1): "Lain"}, 409)
    assert page.all("//section[@id='beda']//dt") and "Data tercetak" in page.text


def test_a_dropped_result_leaves_its_cells_marked(matrix: Matrix) -> None:
    matrix.fill()
    with matrix.app.app_context():
        db.session.execute(sa.update(Rhk).where(Rhk.key == matrix.keys[0]).values(key="b" * 32))
        db.session.commit()
    page = matrix.kasi.get(matrix.path)
    assert ROLE in page.text and "Sudah tidak ada di SKP pimpinan" in page.text
    assert matrix.lines() == [ROLE]
    matrix.fill("")  # its leader can still move the words elsewhere and empty it
    assert "Sudah tidak ada di SKP pimpinan" not in matrix.kasi.get(matrix.path).text


def test_somebody_from_another_unit_is_recorded_where_he_helps(matrix: Matrix) -> None:
    people, who = f"{matrix.path}people", str(matrix.office.ids["stranger"])
    page = matrix.kasi.submit(matrix.kasi.get(people).form(people), 422)
    assert "Pilih pegawai" in page.text
    form = page.form(people)
    matrix.kasi.submit(form, employee=who, basis="ST-12, disetujui 5 Januari", is_team_lead="y")
    assert matrix.stranger.get(matrix.path).status == 200
    matrix.fill("Data perencanaan siap pakai", who="stranger")
    page = matrix.kasi.get(people)
    assert "ST-12" in page.text
    action = f"{people}/{who}"
    page = matrix.kasi.submit(page.form(action), 422, ("do", "remove"))
    assert "masih punya peran" in page.text
    matrix.fill("", who="stranger")
    matrix.kasi.submit(matrix.kasi.get(people).form(action), button=("do", "remove"))
    matrix.stranger.get(matrix.path, 404)
    assert matrix.path not in matrix.stranger.get("/matrix/").links()


def test_an_atasan_penilai_of_former_months_is_not_offered_what_he_cannot_open(
    matrix: Matrix,
) -> None:
    with matrix.app.app_context():
        post = db.session.scalars(sa.select(Posting).where(
            Posting.employee_id == matrix.office.ids["kasi"])).one()  # fmt: skip
        post.senior_assessor_id = matrix.office.ids["stranger"]
        db.session.commit()
        assert matrix.path in matrix.stranger.get("/matrix/").links()
        post.ends_on = date(2026, 6, 30)
        db.session.add(Posting(
            employee_id=post.employee_id, unit_id=post.unit_id, position_name="Kepala Seksi",
            position_kind=post.position_kind, starts_on=date(2026, 7, 1),
            assessor_id=post.assessor_id,
        ))  # fmt: skip
        db.session.commit()
    matrix.stranger.get(matrix.path, 404)
    assert matrix.path not in matrix.stranger.get("/matrix/").links()


def test_a_page_of_many_costs_no_more_than_a_page_of_few(matrix: Matrix) -> None:
    matrix.fill()
    few = matrix.kasi.get(matrix.path).queries
    with matrix.app.app_context():
        for number in range(40):
            one = Employee(nip=f"{number:018d}", name=f"Pegawai {number}", status="pns")
            db.session.add(one)
            db.session.flush()
            db.session.add(
                Posting(
                    employee_id=one.id, unit_id=matrix.office.unit_id, position_name="Staf",
                    position_kind="executor", starts_on=date(2026, 1, 1),
                    assessor_id=matrix.office.ids["kasi"],
                )
            )  # fmt: skip
            db.session.add(RoleCell(
                skp_id=matrix.skp_id, employee_id=one.id,
                column_key=matrix.keys[1], rhk_key=matrix.keys[1],
                results=[RoleResult(text="Data tersusun")],
            ))  # fmt: skip
        db.session.commit()
    many = matrix.kasi.get(matrix.path)
    assert many.text.count("Data tersusun") == 40
    assert many.queries == few <= 12


def test_the_focus_goes_into_the_open_cell_and_back_to_it(matrix: Matrix) -> None:
    page = matrix.kasi.get(matrix.cell())
    field = page.all("//*[@data-focus]")
    assert [one.get("name") for one in field] == [matrix.name()]
    hint = page.all(f"//*[@id='{field[0].get('aria-describedby')}']")
    assert "Tulis hasil, bukan kegiatan" in hint[0].text_content()
    row = f"//tbody[@id='baris-{matrix.office.ids['iwan']}']"
    left = page.all(f"{row}//a[.='Batal']/@href")[0]
    for after in (matrix.kasi.get(left), matrix.fill()):
        cells = after.all("//*[@data-focus]")
        assert [one.tag for one in cells] == ["td"] and after.all(f"{row}//td[@data-focus]")
        assert "RHK" not in cells[0].text_content().replace("SKP", "")
    assert ROLE in cells[0].text_content()
    assert not matrix.kasi.get(matrix.path).all("//*[@data-focus]")
