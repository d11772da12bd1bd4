"""Home in January: last year's papers, the right to object, what is to be reported upward."""

from datetime import date

import pytest
from flask import Flask

from tests.office import SmallOffice
from tests.web.rated import Rated


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Iwan's predicate of 2026, handed over and received on 12 January 2027."""
    made = Rated(app, office)
    day = date(2027, 1, 12)
    made.dated(signed_on=day, delivered_on=day, received_on=day)
    return made


def test_last_years_papers_wait_at_home_until_march(case: Rated) -> None:
    case.on(date(2027, 1, 13))
    page = case.iwan.get("/")
    assert "Tanda tangani dan kembalikan dokumen Triwulan III 2026" in page.text
    assert "Isi realisasi Tahunan 2026" in page.text and page.queries <= 12
    assert "Hasil tahun ini" not in page.text  # 2027 has none yet
    case.on(date(2027, 4, 1))
    assert "2026" not in case.iwan.get("/").text.replace("Susun SKP 2026", "")


def test_the_right_to_object_is_shown_while_it_lasts(case: Rated) -> None:
    words = "Hak keberatan atas evaluasi Triwulan III 2026"
    case.on(date(2027, 2, 1))  # 14 working days after 12 January
    page = case.iwan.get("/")
    assert words in page.text and case.about in page.links()
    assert "Paling lambat 1 Februari 2027" in page.text
    case.on(date(2027, 2, 2))
    assert words not in case.iwan.get("/").text
    case.on(date(2027, 2, 1))
    case.file()
    assert words not in case.iwan.get("/").text


def test_no_right_is_promised_where_the_result_is_final(case: Rated) -> None:
    case.dated(rated_by_senior=True)
    case.on(date(2027, 1, 13))
    assert "Hak keberatan" not in case.iwan.get("/").text


def test_penilai_and_team_are_reminded_to_report_upward(case: Rated) -> None:
    words = "1 dokumen evaluasi belum dilaporkan kepada PyB"
    case.on(date(2026, 12, 9))  # the window is open until today
    assert words not in case.kasi.get("/").text
    case.on(date(2027, 1, 13))
    page = case.kasi.get("/")
    assert words in page.text and "paling lambat Rabu, 20 Januari 2027" in page.text
    assert page.queries <= 12
    desk = case.kasi.get("/review/?kind=report_up")
    assert "Laporkan dokumen evaluasi Triwulan III 2026" in desk.text
    assert case.way in desk.links()
    team = case.team.get("/")
    assert words in team.text and team.queries <= 12
    assert words not in case.camat.get("/").text
    case.dated(reported_up_on=date(2027, 1, 13))
    assert words not in case.kasi.get("/").text + case.team.get("/").text
