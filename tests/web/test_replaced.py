"""A penilai who is replaced after he signed: who hands over, explains and decides (p.114-119)."""

from datetime import date

import pytest
from flask import Flask

from tests.office import SmallOffice
from tests.web.rated import Rated


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Rated:
    """Signed on 24 November 2026."""
    return Rated(app, office)


@pytest.fixture
def received(case: Rated) -> Rated:
    """Received on 12 January 2026; today is the 20th."""
    case.received(date(2026, 1, 12))
    case.on(date(2026, 1, 20))
    return case


def replaced(case: Rated, **typed: str) -> None:
    """Another penilai of Iwan, as the team records it."""
    path = f"/admin/employees/{case.office.ids['iwan']}/transfer"
    case.team.submit(case.team.get(path).form(path), **typed)


def test_whoever_signed_hands_over_and_reports_also_after_he_was_replaced(case: Rated) -> None:
    case.on(date(2026, 11, 25))
    replaced(case, starts_on="25/11/2026", assessor="Farhan Adiwijanarko")
    assert not case.stranger.get(case.way).all(f"//form[@action='{case.way}deliver']")
    assert case.way not in case.stranger.get("/review/?kind=papers").links()
    assert case.way in case.kasi.get("/review/?kind=papers").links()
    board = case.team.get("/admin/clocks/").text
    assert "Dedi Pranasuta" in board and "Farhan Adiwijanarko" not in board
    case.hand("kasi", "deliver")
    assert not case.stranger.get(case.way).all(f"//form[@action='{case.way}report_up']")
    assert "Pelaporan kepada PyB tercatat" in case.hand("kasi", "report_up").text
    assert case.evaluation().reported_up_on == date(2026, 11, 25)


def test_whoever_signed_explains_also_after_he_was_replaced(received: Rated) -> None:
    received.file()
    received.on(date(2026, 1, 22))
    replaced(received, starts_on="22/01/2026", assessor="Nur Azkiawati")
    assert received.about in received.kasi.get("/review/?kind=explanations").links()
    assert received.about not in received.team.get("/review/?kind=explanations").links()
    assert not received.team.get(received.about).all(f"//form[@action='{received.about}explain']")
    assert "Target semester dua tidak tercapai" in received.explain().text
    received.on(date(2026, 1, 28))
    received.hear()
    received.decide()
    assert "Keputusan keberatan Iwan Permadanu" in received.kasi.get("/").text
    assert "Keputusan keberatan Iwan Permadanu" not in received.team.get("/").text


def test_the_atasan_decides_also_where_he_is_the_penilai_since(received: Rated) -> None:
    received.file()
    received.on(date(2026, 1, 22))
    names = {"assessor": "Arif Setiawarman", "senior": "Bupati Contoh Raya"}
    replaced(received, starts_on="22/01/2026", **names)
    assert received.about in received.camat.get("/review/?kind=objections").links()
    received.on(date(2026, 1, 28))
    received.hear()
    assert "Hasil dikuatkan" in received.decide().text
    found = received.objection()
    assert found is not None and found.decider["name"] == "Drs. Arif Setiawarman"
