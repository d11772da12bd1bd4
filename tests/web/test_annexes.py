"""Signed papers of pembinaan in packages: for whoever may read them, and only if so asked."""

import io
import zipfile

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.documents import archive
from skpweb.extensions import db
from skpweb.models.documents import Document
from skpweb.models.people import Account
from skpweb.office import package_process, package_zip
from tests.browser import Page
from tests.documents import reading
from tests.office import SmallOffice
from tests.web.signed import Signed

PAPERS = {"B.1.6": "", "B.1.8": "feedback/", "B.1.9": "competence/"}
OFFICIAL = ["A.1.7", "A.1.8", "C.1.3", "D.1.1"]


@pytest.fixture
def case(app: Flask, office: SmallOffice, monkeypatch: pytest.MonkeyPatch) -> Signed:
    """Iwan's third quarter, rated, after a coaching with all its papers."""
    made = Signed(app, office)
    made.all_signed()
    made.judged()
    monkeypatch.setattr(package_process, "start", lambda job_id: None)
    return made


def package(case: Signed, who: str, asked: str = "?annexes=1") -> Page:
    path = f"/results/skp/{case.skp_id}/berkas-kinerja.pdf{asked}"
    page: Page = getattr(case, who).get(path)
    return page


def forms(pdf: bytes) -> list[str]:
    """The codes in the order of the pages, without the cover."""
    marks = [page.split("Format ", 1) for page in reading.page_texts(pdf)[1:]]
    codes = [mark[1].split()[0] for mark in marks if len(mark) > 1]
    return [code for at, code in enumerate(codes) if code != codes[at - 1] or not at]


@pytest.mark.parametrize(
    ("who", "more"),
    [("iwan", ["B.1.6", "B.1.8", "B.1.9"]), ("camat", ["B.1.6", "B.1.8", "B.1.9"]),
     ("kasi", ["B.1.6", "B.1.9"]), ("team", ["B.1.6", "B.1.9"])],
)  # fmt: skip
def test_they_follow_the_official_parts_for_their_readers(
    case: Signed, who: str, more: list[str]
) -> None:
    page = package(case, who)
    pdf, kept = page.response.data, case.kept()
    assert forms(pdf) == OFFICIAL + more
    assert package(case, who).queries <= 12  # all of it is in the archive by now
    texts = reading.page_texts(pdf)
    tail = [text for form in more for text in reading.page_texts(kept[form])]
    assert texts[-len(tail) :] == tail
    cover = ["Dokumen evaluasi Triwulan III 2026", "Pelaksanaan coaching, 24 November 2026"]
    assert reading.missing_in_order(texts[0], cover) == []
    assert ("Umpan balik bimbingan" in texts[0]) is ("B.1.8" in more)


def test_without_being_asked_for_they_stay_out(case: Signed) -> None:
    for asked in ("", "?annexes=", "?annexes=0", "?scope=annual"):
        assert not [
            code for code in forms(package(case, "iwan", asked).response.data) if "B" in code
        ]


def test_what_is_not_signed_is_not_in_it(case: Signed) -> None:
    case.begin(topic="Belum selesai")
    assert forms(package(case, "iwan").response.data) == [*OFFICIAL, *PAPERS]


def test_what_is_missing_in_the_archive_is_drawn_once(case: Signed) -> None:
    with case.app.app_context():
        db.session.execute(sa.delete(Document).where(Document.form_code.startswith("B.")))
        db.session.commit()
    made = package(case, "iwan")
    first = reading.page_texts(made.response.data)
    assert set(case.kept()) == set(PAPERS)
    assert reading.page_texts(package(case, "iwan").response.data) == first


def test_all_that_is_missing_is_kept_with_one_statement(case: Signed) -> None:
    package(case, "iwan")
    kept = package(case, "iwan").queries
    with case.app.app_context():
        db.session.execute(sa.delete(Document))
        db.session.commit()
        more = 2 if db.engine.dialect.name == "sqlite" else 1  # one INSERT; SQLite counts BEGIN
    drawn = package(case, "iwan")
    assert drawn.queries == kept + more <= 14  # for seven papers
    assert forms(drawn.response.data) == [*OFFICIAL, *PAPERS]
    assert package(case, "iwan").queries == kept


def test_who_is_second_gets_the_papers_of_the_first(
    case: Signed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with case.app.app_context():
        db.session.execute(sa.delete(Document).where(Document.form_code != "A.1.7"))
        db.session.commit()
    draw, camat = archive.render.render, case.camat
    address = f"/results/skp/{case.skp_id}/berkas-kinerja.pdf?annexes=1"

    def slow(content: object, form_code: str) -> bytes:
        monkeypatch.setattr(archive.render, "render", draw)
        camat.get(address)  # meanwhile
        return draw(content, form_code)

    monkeypatch.setattr(archive.render, "render", slow)
    second = package(case, "iwan").response.data
    assert reading.page_texts(second) == reading.page_texts(package(case, "iwan").response.data)


def test_many_papers_cost_no_more_queries(case: Signed) -> None:
    package(case, "iwan")
    before = package(case, "iwan").queries
    case.all_signed()
    package(case, "iwan")
    assert package(case, "iwan").queries == before <= 12
    assert forms(package(case, "iwan").response.data)[-6:] == [*PAPERS, *PAPERS]


def order(case: Signed, who: str, **more: str) -> None:
    unit = f"/results/units/{case.office.unit_id}/"
    browser = getattr(case, who)
    browser.submit(browser.get(unit).form(f"{unit}packages"), **more)
    work(case)


def work(case: Signed) -> None:
    """What the process does, in this one."""
    with case.app.app_context():
        package_zip.run(1, case.app.config["TODAY"])
        db.session.remove()


def unzipped(case: Signed, who: str) -> list[str]:
    """The forms in Iwan's package of the unit's ZIP."""
    browser = getattr(case, who)
    form = browser.get("/results/packages/1/").form("/results/packages/1/berkas-unit.zip")
    answer = browser.client.post(form.action, data=form.data(), buffered=True)
    made = zipfile.ZipFile(io.BytesIO(answer.data))
    (name,) = [name for name in made.namelist() if "Iwan" in name]
    return forms(made.read(name))


@pytest.mark.parametrize(
    ("who", "more"), [("team", ["B.1.6", "B.1.9"]), ("camat", ["B.1.6", "B.1.8", "B.1.9"])]
)
def test_the_zip_holds_what_its_orderer_may_read(case: Signed, who: str, more: list[str]) -> None:
    order(case, who, annexes="1")
    assert unzipped(case, who) == OFFICIAL + more


def test_a_zip_with_them_is_the_orderers_alone(case: Signed) -> None:
    order(case, "camat", annexes="1")
    unit, job = f"/results/units/{case.office.unit_id}/", "/results/packages/1/"
    assert case.camat.get(unit).all(f"//a[@href='{job}']")
    page = case.team.get(job)
    assert "hanya dapat dibuka oleh" in page.text and "hanya untuk Anda" not in page.text
    assert not page.all(f"//form[@action='{job}berkas-unit.zip']")
    case.team.post(f"{job}berkas-unit.zip", {"csrf_token": case.team.token()}, 404)
    assert "hanya untuk Anda" in case.camat.get(job).text


def test_whoever_keeps_the_unit_may_stop_it_since_all_others_wait_for_it(case: Signed) -> None:
    unit, job = f"/results/units/{case.office.unit_id}/", "/results/packages/1/"
    case.camat.submit(case.camat.get(unit).form(f"{unit}packages"), annexes="1")
    assert "sedang dibuat" in case.team.submit(
        case.team.get(unit).form(f"{unit}packages"), 409
    ).text  # fmt: skip
    assert case.team.get(unit).all(f"//a[@href='{job}']")
    assert "dibatalkan" in case.team.submit(case.team.get(job).form(f"{job}cancel")).text
    case.iwan.get(job, 404)
    case.iwan.post(f"{job}cancel", {"csrf_token": case.iwan.token()}, 404)
    case.team.submit(case.team.get(unit).form(f"{unit}packages"))


def test_a_zip_without_them_is_everybodys_as_before(case: Signed) -> None:
    order(case, "camat")
    assert unzipped(case, "team") == OFFICIAL


def test_a_role_that_ended_before_the_work_counts_no_more(case: Signed) -> None:
    unit = f"/results/units/{case.office.unit_id}/"
    case.team.submit(case.team.get(unit).form(f"{unit}packages"), annexes="1")
    role(case, False)
    work(case)
    role(case, True)
    assert unzipped(case, "team") == OFFICIAL


def role(case: Signed, is_team: bool) -> None:
    """The tim pengelola kinerja takes somebody in, or lets him go."""
    with case.app.app_context():
        mine = Account.employee_id == case.office.ids["team"]
        db.session.execute(sa.update(Account).where(mine).values(is_team=is_team))
        db.session.commit()


def test_my_results_list_mine_and_the_evaluation_lists_what_its_reader_may_open(
    case: Signed,
) -> None:
    rated = f"/results/skp/{case.skp_id}/{case.window}/"
    everything = {f"{case.here}{path}format.pdf" for path in PAPERS.values()}
    without = everything - {f"{case.here}feedback/format.pdf"}
    for who, path, expected in (
        ("iwan", "/results/", everything),
        ("iwan", rated, everything),
        ("camat", rated, everything),
        ("kasi", rated, without),
        ("team", rated, without),
    ):
        page = getattr(case, who).get(path)
        links = {link.get("href") for link in page.all("//a[contains(@href, 'format.pdf')]")}
        assert links == expected, (who, path)
        assert page.queries <= 12
        for href in links:
            assert getattr(case, who).client.get(href).status_code == 200
