"""The pages of unfilled journals cost the same for few and for many people."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import Employee, Posting
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.watch_scene import PENILAI, TEAM, WEEK, both_agreed, fill, rows


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan and Yuli with an approved SKP."""
    return both_agreed(app, office)


def crowd(scene: Scene, count: int) -> None:
    """Many people under the section head, each in a post and without an SKP."""
    with scene.app.app_context():
        model = db.session.get_one(Posting, 1)
        post = {
            "unit_id": scene.office.unit_id, "position_name": "Pelaksana",
            "position_kind": model.position_kind, "starts_on": date(2020, 1, 1),
            "assessor_id": scene.office.ids["kasi"],
        }  # fmt: skip
        first = (db.session.scalar(sa.select(sa.func.max(Employee.id))) or 0) + 1
        ids = range(first, first + count)
        db.session.execute(sa.insert(Employee), [person(one) for one in ids])
        db.session.execute(sa.insert(Posting), [post | {"employee_id": one} for one in ids])
        db.session.commit()


def person(number: int) -> dict[str, object]:
    return {
        "id": number, "nip": f"1990010120150{number:05}", "name": f"Pegawai {number:05}",
        "status": "pns", "rank": "III/a",
    }  # fmt: skip


@pytest.mark.parametrize(("path", "who"), [(TEAM, "team"), (PENILAI, "kasi")])
def test_pages_cost_the_same_for_many_people(scene: Scene, path: str, who: str) -> None:
    fill(scene, 16)
    browser = getattr(scene, who)
    few = browser.get(f"{path}?{WEEK}")
    crowd(scene, 300)
    many = browser.get(f"{path}?{WEEK}")
    assert many.queries == few.queries <= 12
    assert len(rows(many)) == 25
    last = browser.get(f"{path}?{WEEK}&page=999&show=excluded")
    assert "Halaman 12 dari 12" in last.text or "Halaman 13 dari 13" in last.text
    assert browser.get(f"{path}?{WEEK}&page=x").status == 200
