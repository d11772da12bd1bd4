"""Who is offered in a matrix, and how people are called in it."""

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import Employee, Posting
from tests.office import SmallOffice
from tests.web.test_matrix import Matrix


@pytest.fixture
def matrix(app: Flask, office: SmallOffice) -> Matrix:
    """The section head's matrix."""
    return Matrix(app, office)


def test_people_are_offered_with_their_posts(matrix: Matrix) -> None:
    page = matrix.kasi.get(f"{matrix.path}people")
    who = f"//select[@name='employee']/option[@value='{matrix.office.ids['stranger']}']"
    words = page.all(who)[0].text
    with matrix.app.app_context():
        post = db.session.scalars(sa.select(Posting).where(
            Posting.employee_id == matrix.office.ids["stranger"])).one()  # fmt: skip
    assert words.endswith(f" · {post.position_name}")
    with matrix.app.app_context():
        db.session.execute(sa.delete(Posting).where(Posting.id == post.id))
        db.session.commit()
    assert "·" not in matrix.kasi.get(f"{matrix.path}people").all(who)[0].text


def test_a_name_that_ends_in_a_dot_gets_no_second_one(matrix: Matrix) -> None:
    with matrix.app.app_context():
        yuli = sa.update(Employee).where(Employee.id == matrix.office.ids["yuli"])
        db.session.execute(yuli.values(back_title="A.Md.Kep."))
        db.session.commit()
    page = matrix.kasi.get(matrix.path)
    assert "A.Md.Kep." in page.text and ".." not in page.text
