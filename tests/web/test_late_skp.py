"""An SKP that nobody set in time stands on the desk of the atasan penilai too (p.65)."""

from datetime import date

import pytest
from flask import Flask

from tests.office import SmallOffice
from tests.web.special import Special

WORDS = "SKP 2026, belum ditetapkan penilai sampai batasnya"
HOME = "1 SKP belum ditetapkan penilai sampai batasnya, kini dapat Anda tetapkan"


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Special:
    """Iwan's SKP is set; Yuli's is a draft."""
    return Special(app, office)


def listed(case: Special, who: str) -> bool:
    """Whether desk and home of somebody name it as fallen to the atasan; both say the same."""
    browser = getattr(case, who)
    desk, home = browser.get("/review/"), browser.get("/")
    assert max(desk.queries, home.queries) <= 12
    assert (WORDS in desk.text) == (HOME in home.text) == (
        WORDS in browser.get("/review/?kind=senior_skp").text
    )  # fmt: skip
    return WORDS in desk.text


@pytest.mark.parametrize(("first", "last", "passed"), [
    (date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)),
    (date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1)),  # a later one has thirty days
])  # fmt: skip
def test_the_desk_of_the_atasan_names_it_once_its_time_has_passed(
    case: Special, first: date, last: date, passed: date
) -> None:
    path = case.submitted(first, first.replace(day=20))
    case.on(last)
    assert not listed(case, "camat")
    case.on(passed)
    assert listed(case, "camat") and f"{path}review" in case.camat.get("/review/").links()
    assert not any(listed(case, who) for who in ("kasi", "team", "stranger"))
    assert f"{path}review" in case.kasi.get("/review/?kind=skp").links()  # he may set it still


def test_once_set_or_returned_it_is_off_the_desk(case: Special) -> None:
    path = case.submitted()
    case.on(date(2026, 2, 2))
    form = case.camat.get(f"{path}review").form(f"{path}return")
    case.camat.submit(form, text="Lengkapi targetnya")
    assert not listed(case, "camat")
    case.yuli.submit(case.yuli.get(path).form(f"{path}submit"))
    assert listed(case, "camat")
    case.camat.submit(case.camat.get(f"{path}review").form(f"{path}approve"))
    assert not listed(case, "camat")


def test_a_revision_of_one_that_was_set_stays_with_the_penilai(case: Special) -> None:
    path = case.submitted()
    case.kasi.submit(case.kasi.get(f"{path}review").form(f"{path}approve"))
    case.on(date(2026, 3, 2))
    form = case.yuli.get(f"{path}revise").form(f"{path}revise")
    case.yuli.submit(form, reason="Target berubah")
    case.yuli.submit(case.yuli.get(path).form(f"{path}submit"))
    assert f"{path}review" in case.kasi.get("/review/?kind=skp").links()
    assert not listed(case, "camat")


def test_only_of_the_unit_that_is_asked_for(case: Special) -> None:
    case.submitted()
    case.on(date(2026, 2, 2))
    assert WORDS in case.camat.get(f"/review/?unit={case.office.unit_id}").text
    assert WORDS not in case.camat.get("/review/?unit=999").text
