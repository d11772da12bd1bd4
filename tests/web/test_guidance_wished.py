"""A Pegawai asks for a bimbingan himself: the penilai knows before the form is filled (p.78-79)."""

import pytest
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import Employee
from tests.office import SmallOffice
from tests.web.guided import GOALS, Guided


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Guided:
    return Guided(app, office)


def test_the_penilai_is_told_at_once_of_a_bimbingan_that_the_pegawai_asked_for(
    case: Guided,
) -> None:
    words = "meminta coaching, menunggu isian pegawai"
    case.begin()
    assert words not in case.kasi.get("/").text  # begun by himself
    with case.app.app_context():
        iwan = db.session.get_one(Employee, case.office.ids["iwan"])
        iwan.front_title, iwan.back_title = "Drs.", "M.Si."
        db.session.commit()
    case.begin("iwan")
    home = case.kasi.get("/")
    assert home.text.count(words) == 1 and case.here in home.links()
    assert all(words not in who.get("/").text for who in (case.iwan, case.yuli, case.team))
    case.write("iwan", "submit", GOALS)
    assert words not in case.kasi.get("/").text  # now it is his turn
    case.take("kasi", "return", reason="Lengkapi baseline")
    assert words not in case.kasi.get("/").text
