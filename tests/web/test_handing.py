"""Several documents handed over or reported in one go (p.114-115)."""

from datetime import date

import pytest
from flask import Flask

from tests.browser import Page
from tests.office import SmallOffice
from tests.web.rated import Rated

DELIVER, REPORT = "/review/papers/deliver/", "/review/papers/report/"


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Iwan's third quarter, signed by kasi on 24 November 2026."""
    return Rated(app, office)


def send(case: Rated, who: str, path: str, status: int = 200, **typed: object) -> Page:
    """The list with what is ticked."""
    browser = getattr(case, who)
    return browser.submit(browser.get(path).form(path), status, **typed)


def test_what_is_ticked_is_handed_over_today(case: Rated) -> None:
    paper = str(case.evaluation().id)
    assert DELIVER in case.kasi.get("/review/?kind=papers").links()
    page = case.kasi.get(DELIVER)
    assert "Iwan Permadanu" in page.text and case.way in page.links()
    assert not page.all("//input[@name='paper'][@checked]")  # handing over is said of each
    assert "Centang paling sedikit satu" in send(case, "kasi", DELIVER, 422).text
    assert case.evaluation().delivered_on is None
    old = page.form(DELIVER)
    page = send(case, "kasi", DELIVER, paper=paper)
    assert "1 dokumen tercatat diserahkan" in page.text and "Semua beres" in page.text
    assert case.evaluation().delivered_on == date(2026, 11, 24)
    assert case.trail()[-1] == "evaluation.deliver"
    again = case.kasi.submit(old, 422, kunci="lain", paper=paper)
    assert "tidak menunggu langkah ini lagi" in again.text
    assert case.trail().count("evaluation.deliver") == 1


def test_only_what_is_mine_is_on_the_list(case: Rated) -> None:
    paper = str(case.evaluation().id)
    page = case.camat.get(DELIVER)
    assert "Iwan Permadanu" not in page.text and "Semua beres" in page.text
    typed = {"csrf_token": case.camat.token(), "paper": paper}
    case.camat.post(DELIVER, typed, 422)
    assert case.evaluation().delivered_on is None


def test_the_team_reports_several_with_the_day_of_the_letter(case: Rated) -> None:
    paper = str(case.evaluation().id)
    case.dated(delivered_on=date(2026, 11, 24))
    case.on(date(2026, 12, 28))  # the window is over
    assert REPORT in case.team.get("/admin/clocks/").links()
    page = case.team.get(REPORT)
    assert page.all("//input[@name='on']/@value") == ["28 Desember 2026"]
    page = send(case, "team", REPORT, 422, paper=paper, on="kemarin")
    assert "Tulis tanggalnya" in page.text and "kemarin" in page.source
    assert page.all("//input[@name='paper'][@checked]")
    page = send(case, "team", REPORT, 422, paper=paper, on="20/11/2026")
    assert "mendahului langkah sebelumnya" in page.text and "20/11/2026" in page.source
    page = send(case, "team", REPORT, paper=paper, on="1/12/2026")
    assert "1 dokumen tercatat dilaporkan kepada PyB" in page.text
    assert case.evaluation().reported_up_on == date(2026, 12, 1)
