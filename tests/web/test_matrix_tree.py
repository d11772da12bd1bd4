"""The pohon kinerja of a head, and the matrix as files."""

import pytest
from flask import Flask

from skpweb.extensions import db
from skpweb.models.matrix import RoleMember
from tests import records
from tests.browser import Page
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.test_matrix import ROLE, Matrix


@pytest.fixture
def matrix(app: Flask, office: SmallOffice) -> Matrix:
    """Iwan takes one role on his SKP, which hangs under that of the section head."""
    made = Matrix(app, office)
    made.fill()
    return made


def agreed(matrix: Matrix, who: str, by: str = "kasi") -> None:
    """Somebody's SKP in force whose first RHK intervenes the section head's."""
    with matrix.app.app_context():
        skp_id = records.approved_skp(matrix.office, who, by)
        records.rows(skp_id)[0].intervened_key = matrix.keys[0]
        db.session.commit()


def test_the_tree_names_supporters_gaps_and_what_hangs_on_nothing(matrix: Matrix) -> None:
    tree = f"{matrix.path}tree"
    few = matrix.kasi.get(tree)
    assert "Belum ada yang mendukung" in few.text and "Belum tertaut (0)" in few.text
    agreed(matrix, "iwan")
    page = matrix.kasi.get(tree)
    assert "1 pegawai mendukung" in page.text and "Belum tertaut (1)" in page.text
    assert page.all("//section//ul//b[contains(., 'Iwan')]") and page.queries == few.queries <= 12
    agreed(matrix, "stranger", "team")  # he works for somebody else
    page = matrix.kasi.get(tree)
    assert "Dari luar" in page.text and "Kontribusi dari luar (1)" in page.text
    assert "Belum tertaut (1)" in page.text
    matrix.camat.get(tree)
    matrix.iwan.get(tree, 404)


def test_the_matrix_as_files(matrix: Matrix) -> None:
    for name, begins in (("matriks.pdf", b"%PDF"), ("matriks-tim.pdf", b"%PDF"),
                         ("matriks.xlsx", b"PK")):  # fmt: skip
        answer = matrix.kasi.client.get(f"{matrix.path}{name}")
        assert answer.data.startswith(begins), name
    assert matrix.yuli.client.get(f"{matrix.path}matriks.pdf").status_code == 200


def test_many_teams_cost_no_more_than_one(matrix: Matrix) -> None:
    with matrix.app.app_context():
        for who, member in (("iwan", "stranger"), ("yuli", "camat")):
            ids, skp_id = matrix.office.ids, records.approved_skp(matrix.office, who)
            db.session.add(RoleMember(skp_id=skp_id, employee_id=ids[member]))
        leads = [RoleMember(skp_id=matrix.skp_id, employee_id=ids[who], is_team_lead=True)
                 for who in ("iwan", "yuli")]  # fmt: skip
        db.session.add(leads[0])
        db.session.commit()
        one = teams(matrix)
        db.session.add(leads[1])
        db.session.commit()
    two = teams(matrix)
    text = whole_text(two.response.data)
    assert text.count("PEGAWAI JABATAN") == 3 and "Farhan" in text and "Arif" in text
    assert one.queries == two.queries <= 16


def teams(matrix: Matrix) -> Page:
    """The two-level form, its drawing and all."""
    return Page(matrix.kasi.client.get(f"{matrix.path}matriks-tim.pdf"))


def test_the_list_names_mine_and_those_i_stand_in(matrix: Matrix) -> None:
    mine = matrix.kasi.get("/matrix/")
    assert "Matriks saya sebagai pimpinan" in mine.text and matrix.path in mine.links()
    assert "Matriks yang memuat saya" in matrix.yuli.get("/matrix/").text
    assert "Matriks pegawai lain" in matrix.camat.get("/matrix/").text
    assert matrix.path in matrix.team.get("/matrix/").links()
    assert "Belum ada matriks" in matrix.stranger.get("/matrix/").text
    assert ROLE not in matrix.stranger.get("/matrix/").text
