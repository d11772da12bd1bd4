"""What is being typed stays: on the server, until it is saved or thrown away."""

import pytest
from flask import Flask

from tests import records
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.diary import Diary

TEXT = "Menyusun laporan yang panjang"


@pytest.fixture
def diary(app: Flask, office: SmallOffice) -> Diary:
    return Diary(app, office)


def type_in(browser: Browser, path: str = "/journal/", action: str = "", **typed: str) -> Page:
    """Type into a form and let it be kept, as the script or the button does."""
    data = browser.get(path).form(action or path).data(**({"activity": TEXT} | typed))
    return browser.post("/journal/draft", data)


def typed_text(page: Page) -> str:
    return str(page.all("string(//textarea[@name='activity'])")).strip()


def test_a_draft_comes_back_until_it_is_saved(diary: Diary) -> None:
    page = type_in(diary.iwan, realisation="sembilan", day="23 Nov 2026", step="order")
    assert "Draf tersimpan" in page.all("string(//*[@id='draf'])")
    assert diary.entries() == []
    for path in ("/journal/", "/"):
        page = diary.iwan.get(path)
        assert typed_text(page) == TEXT and "Draf dipulihkan dari" in page.text
        assert page.all("//input[@name='realisation']/@value") == ["sembilan"]  # as typed
        assert page.all("//input[@name='day']/@value") == ["23 Nov 2026"]
        assert page.all("//select[@name='step']//option[@selected]/@value") == ["order"]
    diary.iwan.submit(page.form("/journal/"), realisation="9")
    assert diary.drafts() == [] and len(diary.entries()) == 1
    page = diary.iwan.get("/journal/")
    assert typed_text(page) == "" and page.all("//*[@data-found][@hidden]")


def test_a_draft_survives_the_session(diary: Diary) -> None:
    form = diary.iwan.get("/journal/").form("/journal/")
    type_in(diary.iwan)
    diary.iwan.client = diary.app.test_client()  # the cookie is gone
    headers = {"HX-Request": "true"}
    answer = diary.iwan.client.post("/journal/draft", data=form.data(), headers=headers)
    assert answer.status_code == 401 and "Location" not in answer.headers
    diary.iwan.sign_in(SmallOffice.NIPS["iwan"])
    assert typed_text(diary.iwan.get("/journal/")) == TEXT


def test_a_draft_can_be_thrown_away(diary: Diary) -> None:
    type_in(diary.iwan)
    page = diary.iwan.get("/journal/")
    page = diary.iwan.submit(page.form("/journal/draft/discard"))
    assert diary.drafts() == [] and typed_text(page) == "" and "Draf dibuang" in page.text


def test_an_emptied_form_leaves_no_draft(diary: Diary) -> None:
    type_in(diary.iwan)
    type_in(diary.iwan, activity="  ")
    assert diary.drafts() == []


def test_a_changed_entry_has_its_own_draft(diary: Diary) -> None:
    diary.write()
    path = diary.path()
    type_in(diary.iwan, path)
    type_in(diary.iwan, activity="Kegiatan baru")
    assert [draft.form for draft in diary.drafts()] == [f"entry-{diary.entries()[0].id}", "journal"]
    page = diary.iwan.get(path)
    assert typed_text(page) == TEXT and "Draf dipulihkan" in page.text
    assert diary.entries()[0].activity == "Verifikasi berkas KK"  # a draft is no change
    diary.iwan.submit(page.form(path))
    assert [draft.form for draft in diary.drafts()] == ["journal"]
    assert diary.entries()[0].activity == TEXT
    type_in(diary.iwan, path)
    diary.iwan.submit(diary.iwan.get(path).form(f"{path}delete"))
    assert [draft.form for draft in diary.drafts()] == ["journal"]


def test_a_late_draft_does_not_bring_a_saved_text_back(diary: Diary) -> None:
    form = diary.iwan.get("/journal/").form("/journal/")
    diary.iwan.submit(form, activity=TEXT)
    diary.iwan.post("/journal/draft", form.data(activity=TEXT))  # sent before, arrived after
    assert diary.drafts() == []


def test_only_the_writer_has_his_draft(diary: Diary, app: Flask) -> None:
    type_in(diary.iwan)
    with app.app_context():
        records.approved_skp(diary.office, "yuli")
    assert typed_text(diary.yuli.get("/journal/")) == ""
    data = {"csrf_token": diary.yuli.token(), "form": "journal"}
    diary.yuli.post("/journal/draft/discard", data)
    assert len(diary.drafts()) == 1


@pytest.mark.parametrize("name", ["entry-0", "entry-x", "x" * 80, "for-", "entry-12345678901"])
def test_other_names_hold_nothing(diary: Diary, name: str) -> None:
    data = {"csrf_token": diary.iwan.token(), "form": name, "activity": TEXT}
    diary.iwan.post("/journal/draft", data, 404)
    assert diary.drafts() == []


def test_a_draft_is_bounded(diary: Diary) -> None:
    type_in(diary.iwan, activity="x" * 50_000, starts_at="9" * 5000)
    (draft,) = diary.drafts()
    assert sum(map(len, draft.fields.values())) < 5000


def test_a_mistake_keeps_what_was_typed_and_the_draft(diary: Diary) -> None:
    type_in(diary.iwan)
    page = diary.write(422, activity=TEXT, realisation="banyak")
    assert typed_text(page) == TEXT and len(diary.drafts()) == 1


def test_twenty_drafts_are_enough(diary: Diary) -> None:
    """A program that keeps drafts under many names fills no disk."""
    form = diary.iwan.get("/journal/").form("/journal/").data(activity=TEXT)
    for number in range(1, 31):
        diary.iwan.post("/journal/draft", form | {"form": f"for-{number}"})
    assert [one.form for one in diary.drafts()] == [f"for-{number}" for number in range(11, 31)]
