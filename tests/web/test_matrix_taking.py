"""Roles become RHK: proposed by the leader, taken by the person, once."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models import roles
from skpweb.models.planning import Rhk, Skp, SkpVersion
from tests.browser import Page
from tests.office import SmallOffice
from tests.statements import noted
from tests.web.test_matrix import ROLE, Matrix

OWN = 2  #: Iwan's SKP beside the leader's


@pytest.fixture
def matrix(app: Flask, office: SmallOffice) -> Matrix:
    """Two roles in one cell, and Iwan's empty draft."""
    made = Matrix(app, office)
    made.fill(f"{ROLE}\nArsip permohonan tertata")
    made.create()
    return made


def take(matrix: Matrix, *places: int, status: int = 200, **typed: str) -> Page:
    """Iwan ticks some of what is offered."""
    path = f"/matrix/take/{OWN}"
    page = matrix.iwan.get(path)
    values = page.all("//input[@name='role']/@value")
    form = page.form(path)
    return matrix.iwan.submit(form, status, role=[values[place] for place in places], **typed)


def mine(matrix: Matrix) -> list[tuple[str, str | None, int]]:
    """Iwan's RHK: words, what they intervene, and in which version."""
    with matrix.app.app_context():
        query = sa.select(Rhk).join(Rhk.version).options(sa.orm.contains_eager(Rhk.version))
        query = query.where(Rhk.version.has(skp_id=OWN)).order_by(Rhk.id)
        return [
            (r.statement, r.intervened_key, r.version.number) for r in db.session.scalars(query)
        ]


def test_ticked_roles_become_rhk_under_the_leaders_and_only_once(matrix: Matrix) -> None:
    assert "Ambil dari matriks (2)" in matrix.iwan.get(f"/planning/{OWN}/results").text
    assert "Centang paling sedikit satu" in take(matrix, status=422).text
    page = take(matrix, 0)
    assert "1 peran menjadi RHK" in page.text
    assert mine(matrix) == [(ROLE, matrix.keys[0], 1)]
    again = matrix.iwan.get(f"/matrix/take/{OWN}")
    assert "Sudah di SKP" in again.text and len(again.all("//input[@name='role']")) == 1
    assert "Di draf SKP" in matrix.kasi.get(matrix.path).text
    take(matrix, 0)
    assert len(mine(matrix)) == 2 and not matrix.iwan.get(f"/matrix/take/{OWN}").all(
        "//input[@name='role']"
    )


def test_the_same_words_written_by_hand_are_linked_not_doubled(matrix: Matrix) -> None:
    with matrix.app.app_context():
        version_id = db.session.scalar(sa.select(SkpVersion.id).where(SkpVersion.skp_id == OWN))
        db.session.add(Rhk(version_ref=version_id, kind="main", statement=ROLE.upper()))
        db.session.commit()
    take(matrix, 0)
    assert mine(matrix) == [(ROLE.upper(), matrix.keys[0], 1)]
    assert "Sudah di SKP" in matrix.iwan.get(f"/matrix/take/{OWN}").text


def test_a_deleted_rhk_can_be_taken_again_and_a_reworded_role_stays_linked(matrix: Matrix) -> None:
    take(matrix, 0, 1)
    matrix.fill(f"{ROLE}\nArsip permohonan tertata tiap pekan")
    assert not matrix.iwan.get(f"/matrix/take/{OWN}").all("//input[@name='role']")
    with matrix.app.app_context():
        rhk_id = db.session.scalar(sa.select(Rhk.id).where(Rhk.statement == ROLE))
    page = matrix.iwan.get(f"/planning/{OWN}/results")
    matrix.iwan.submit(page.form(f"/planning/rhk/{rhk_id}/delete"))
    assert len(matrix.iwan.get(f"/matrix/take/{OWN}").all("//input[@name='role']")) == 1


def propose(matrix: Matrix) -> Page:
    """The leader asks Iwan to write his roles on his SKP."""
    action = f"{matrix.path}person/{matrix.office.ids['iwan']}/propose"
    return matrix.kasi.submit(matrix.kasi.get(matrix.path).form(action))


def test_the_leader_proposes_from_the_grid_and_from_the_sheet_of_a_person(matrix: Matrix) -> None:
    iwan, yuli = (matrix.office.ids[who] for who in ("iwan", "yuli"))
    actions = matrix.kasi.get(matrix.path).all("//main//form/@action")
    assert actions == [f"{matrix.path}person/{iwan}/propose"]  # Yuli has no role
    assert not matrix.iwan.get(matrix.path).all("//main//form")
    assert propose(matrix).all("//main//form") == []  # asked already
    matrix.fill("Data pemohon tercetak", who="yuli")
    action = f"{matrix.path}person/{yuli}/propose"
    matrix.kasi.submit(matrix.kasi.get(f"{matrix.path}person/{yuli}").form(action))
    assert matrix.kasi.get(matrix.path).all("//main//form") == []


def test_what_the_leader_proposes_is_ticked_already(matrix: Matrix) -> None:
    assert "Diusulkan ke pegawai" in propose(matrix).text
    offer = matrix.iwan.get(f"/matrix/take/{OWN}")
    assert "Diusulkan pimpinan" in offer.text
    assert len(offer.all("//input[@name='role'][@checked]")) == 2


def test_an_skp_in_force_takes_them_as_a_revision(matrix: Matrix) -> None:
    take(matrix, 0)
    with matrix.app.app_context():
        rhk_id, one = db.session.execute(
            sa.select(Rhk.id, sa.func.max(sa.text("indicator.id"))).join(Rhk.indicators)
            .where(Rhk.statement == ROLE).group_by(Rhk.id)
        ).one()  # fmt: skip
    form = matrix.iwan.get(f"/planning/{OWN}/results").form(f"/planning/rhk/{rhk_id}/")
    matrix.iwan.submit(form, **{f"statement__{one}": "Berkas", f"target__{one}": "12 berkas"})
    matrix.iwan.submit(matrix.iwan.get(f"/planning/{OWN}/").form(f"/planning/{OWN}/submit"))
    assert "sedang diajukan" in matrix.iwan.get(f"/matrix/take/{OWN}").text
    page = matrix.kasi.get(f"/planning/{OWN}/review")
    matrix.kasi.submit(page.form(f"/planning/{OWN}/approve"))
    assert "Sudah di SKP" in matrix.kasi.get(matrix.path).text
    assert "Tulis alasan" in take(matrix, 0, status=422).text
    take(matrix, 0, reason="Pembagian peran baru")
    assert [row[2] for row in mine(matrix)] == [1, 2, 2]


def test_a_role_in_another_units_matrix_names_who_assigned_it(matrix: Matrix) -> None:
    people = f"{matrix.path}people"
    form = matrix.kasi.get(people).form(people)
    matrix.kasi.submit(form, employee=str(matrix.office.ids["stranger"]))
    matrix.fill("Data perencanaan siap pakai", who="stranger")
    matrix.create("stranger")
    path = "/matrix/take/3"
    page = matrix.stranger.get(path)
    values = page.all("//input[@name='role']/@value")
    page = matrix.stranger.submit(page.form(path), role=values)
    assert page.all("//input[@name='assigner'][@value='Kepala Seksi Pelayanan']")
    chosen = page.all("//select[@name='intervened_key']/option[@selected]/@value")
    assert chosen == [matrix.keys[0]]


def test_who_supports_the_same_result_is_known_in_one_query(matrix: Matrix) -> None:
    matrix.fill("Data pemohon tercetak", who="yuli")
    matrix.fill("Rekap terkirim", who="yuli", column=1)
    with matrix.app.app_context():
        iwan, year_id = matrix.office.ids["iwan"], db.session.scalar(sa.select(Skp.year_id))
        with noted(db.engine) as asked:
            found = roles.contributions(iwan, year_id)
        assert len(asked) == 1
    assert [(one.name.split()[0], one.is_self, one.roles) for one in found] == [
        ("Iwan", True, (ROLE, "Arsip permohonan tertata")),
        ("Yuli", False, ("Data pemohon tercetak",)),
    ]
    assert found[0].leader.startswith("Dedi") and "Terverifikasinya" in found[0].column


def test_a_proposed_role_waits_on_home_until_it_is_taken(matrix: Matrix) -> None:
    line = "Ambil peran hasil ke SKP Anda"
    assert line not in matrix.iwan.get("/").text  # written, and not proposed yet
    propose(matrix)
    home = matrix.iwan.get("/")
    assert line in home.text and "Dari Dedi Pranasuta" in home.text
    assert f"/matrix/take/{OWN}" in home.links()
    assert line not in matrix.kasi.get("/").text
    take(matrix, 0)
    assert line in matrix.iwan.get("/").text  # one of two
    take(matrix, 0)
    assert line not in matrix.iwan.get("/").text


def test_a_proposed_role_does_not_wait_while_the_skp_is_with_the_penilai(matrix: Matrix) -> None:
    propose(matrix)
    submit(matrix)
    assert "Ambil peran hasil ke SKP Anda" not in matrix.iwan.get("/").text


def submit(matrix: Matrix) -> None:
    """Iwan's SKP is with the penilai."""
    with matrix.app.app_context():
        submitted = sa.update(SkpVersion).where(SkpVersion.skp_id == OWN)
        db.session.execute(submitted.values(state="submitted", submitted_at=sa.func.now()))
        db.session.commit()


def decline(matrix: Matrix, *places: int, status: int = 200, **typed: str) -> Page:
    """Iwan ticks some of what is offered and says that it is not his."""
    path = f"/matrix/take/{OWN}"
    page = matrix.iwan.get(path)
    values = page.all("//input[@name='role']/@value")
    ticked = [values[place] for place in places]
    return matrix.iwan.submit(page.form(path), status, ("do", "decline"), role=ticked, **typed)


def test_a_proposed_role_is_declined_with_a_reason_that_the_leader_reads(matrix: Matrix) -> None:
    assert "Tolak peran" not in matrix.iwan.get(f"/matrix/take/{OWN}").text  # nobody asked
    propose(matrix)
    assert "Tulis alasan Anda menolak" in decline(matrix, 0, status=422).text
    assert "Centang paling sedikit satu" in decline(matrix, status=422, word="Penuh").text
    assert "Paling panjang 300" in decline(matrix, 0, status=422, word="x" * 301).text
    page = decline(matrix, 0, word="Sudah bagian Yuli")
    assert "1 peran ditolak" in page.text and "Anda tolak: Sudah bagian Yuli" in page.text
    assert len(page.all("//input[@name='role'][@checked]")) == 1
    assert "Ditolak pegawai: Sudah bagian Yuli" in matrix.kasi.get(matrix.path).text
    home = matrix.kasi.get("/").text
    assert "Peran hasil ditolak Iwan Permadanu" in home and "Sudah bagian Yuli" in home
    assert "Peran hasil ditolak" not in matrix.iwan.get("/").text
    decline(matrix, 1, word="Bukan tugas saya")
    assert "Ambil peran hasil" not in matrix.iwan.get("/").text
    propose(matrix)  # both once more
    assert "Ditolak pegawai" not in matrix.kasi.get(matrix.path).text
    assert "Peran hasil ditolak" not in matrix.kasi.get("/").text
    assert "Ambil peran hasil" in matrix.iwan.get("/").text


def test_what_was_declined_may_be_reworded_or_taken_after_all(matrix: Matrix) -> None:
    propose(matrix)
    decline(matrix, 0, 1, word="Terlalu banyak")
    matrix.fill(f"{ROLE}\nArsip permohonan tertata tiap pekan")
    assert matrix.kasi.get(matrix.path).text.count("Ditolak pegawai") == 1
    take(matrix, 0)
    assert "Ditolak pegawai" not in matrix.kasi.get(matrix.path).text
    assert "Peran hasil ditolak" not in matrix.kasi.get("/").text


def test_a_role_is_declined_also_while_the_skp_is_with_the_penilai(matrix: Matrix) -> None:
    propose(matrix)
    submit(matrix)
    taken = take(matrix, 0, status=409)
    assert "Belum ada yang diambil" in taken.text and "sedang diajukan" in taken.text
    wordless = decline(matrix, 0, status=422)
    assert "Belum ada yang ditolak" in wordless.text
    assert "Belum ada yang diambil" not in wordless.text
    assert "1 peran ditolak" in decline(matrix, 0, word="Sudah bagian Yuli").text
    assert "Ditolak pegawai: Sudah bagian Yuli" in matrix.kasi.get(matrix.path).text
