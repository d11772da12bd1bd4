"""What is typed too late into an SKP is told and kept to copy; only what works is offered."""

import pytest
from flask import Flask

from tests.browser import Form, Page
from tests.office import SmallOffice
from tests.web.desk import Desk

PATHS = ("results", "behaviours", "appendix")
LATE = "Terlambat ditulis"


@pytest.fixture
def desk(app: Flask, office: SmallOffice) -> Desk:
    """Iwan's complete draft."""
    desk = Desk(app, office)
    desk.drafted()
    return desk


def forms(desk: Desk) -> dict[str, Form]:
    """The forms of a draft, as another tab still shows them."""
    actions = ("/planning/rhk/1/", "/planning/1/behaviours", "/planning/1/appendix")
    return {
        action: desk.iwan.get(f"/planning/1/{path}").form(action)
        for path, action in zip(PATHS, actions, strict=True)
    }


def late(desk: Desk, form: Form) -> Page:
    """The form with one text more."""
    name = form.element.xpath(".//textarea/@name")[0]
    page = desk.iwan.post(form.action, form.data() | {name: LATE}, 409)
    assert "Isian Anda yang belum tersimpan" in page.text and LATE in page.text
    assert "Timpa dengan isian saya" not in page.text
    assert not page.all("//main//textarea")  # no card that could not be saved
    return page


def test_while_it_waits_for_the_penilai_it_can_be_taken_back(desk: Desk) -> None:
    found = forms(desk)
    desk.submit()
    for form in found.values():
        page = late(desk, form)
        assert "sudah diajukan" in page.text
    desk.iwan.submit(page.form("/planning/1/withdraw"))
    assert desk.states() == [(1, "draft")]


def test_once_it_is_agreed_it_can_be_revised(desk: Desk) -> None:
    found = forms(desk)
    desk.submit()
    desk.approve()
    for form in found.values():
        page = late(desk, form)
        assert "sudah ditetapkan" in page.text and "Tarik kembali" not in page.text
        assert page.all("//a[.='Ubah SKP']/@href") == ["/planning/1/revise"]


def test_the_penilai_writes_expectations_only_while_it_lies_with_him(desk: Desk) -> None:
    desk.submit()
    path = "/planning/1/behaviours"
    form = desk.kasi.get(path).form(path)
    desk.send_back("Lengkapi")
    page = desk.kasi.submit(form, 409, loyal=LATE)
    assert "sedang tidak dapat Anda ubah" in page.text and LATE in page.text
