"""Konseling kinerja: who is named may open it, nobody else learns of it (p.85-88)."""

import json
import re
from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.documents import archive
from skpweb.domain.states import CounsellingState
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.counselling import Counselling
from skpweb.models.documents import Document
from tests.browser import Page
from tests.documents.reading import whole_text
from tests.office import SmallOffice
from tests.web.scene import Scene

SECRET = "Datang terlambat pada tiga rapat"
TYPED = {"receiver": "Yuli", "problem": SECRET, "is_shared": "no", "done_so_far": "Dibicarakan"}
CASE = "/guidance/counselling/1/"
EVERYBODY = ("iwan", "kasi", "camat", "team", "yuli", "stranger", "admin")


class Secret(Scene):
    """A report of kasi on Iwan, to yuli; the konselor is the stranger."""

    def __init__(self, app: Flask, office: SmallOffice) -> None:
        super().__init__(app, office)
        self.new = f"/guidance/counselling/skp/{self.skp_id}/"

    def draft(self, status: int = 200, **typed: str) -> Page:
        form = self.kasi.get(self.new).form(self.new)
        return self.kasi.submit(form, status, **(TYPED | typed))

    def report(self, status: int = 200, **typed: str) -> Page:
        form = self.kasi.get(CASE).form(CASE)
        return self.kasi.submit(form, status, button=("do", "report"), **typed)

    def arrange(self, kind: str = "independent", status: int = 200, **typed: str) -> Page:
        form = self.yuli.get(CASE).form(f"{CASE}arrange")
        values = {"counsellor": "Farhan", "counsellor_kind": kind, "meets_on": "24/11/2026"}
        return self.yuli.submit(form, status, **(values | typed))

    def close(self, status: int = 200, text: str = "Sepakat hadir tepat waktu") -> Page:
        form = self.stranger.get(CASE).form(f"{CASE}close")
        return self.stranger.submit(form, status, result=text)

    def stored(self) -> set[tuple[str, str]]:
        """The archive: form and hash."""
        with self.app.app_context():
            return {
                (row[0], row[1])
                for row in db.session.execute(sa.select(Document.form_code, Document.sha256))
            }

    def openers(self, path: str = CASE) -> set[str]:
        found = {nick: getattr(self, nick).client.get(path).status_code for nick in EVERYBODY}
        assert set(found.values()) <= {200, 404}
        return {nick for nick, status in found.items() if status == 200}


@pytest.fixture
def case(app: Flask, office: SmallOffice) -> Secret:
    return Secret(app, office)


def test_only_the_named_open_it_at_every_step(case: Secret) -> None:
    assert case.openers(case.new) == {"kasi"}
    case.draft()
    assert case.openers() == {"kasi"}
    case.report()
    assert case.openers() == {"iwan", "kasi", "yuli"}
    assert case.openers(f"{CASE}formulir.pdf") == {"iwan", "kasi", "yuli"}
    case.arrange()
    assert case.openers() == {"iwan", "kasi", "yuli", "stranger"}
    case.close()
    assert case.openers() == {"iwan", "kasi", "yuli", "stranger"}
    assert "Sepakat hadir" in case.iwan.get(CASE).text
    assert "Sepakat hadir" not in case.kasi.get(CASE).text  # an independent konselor (p.88)


def test_the_atasan_is_told_of_the_result_only_and_only_where_the_text_says_so(
    case: Secret,
) -> None:
    case.draft()
    case.report()
    case.arrange("official")
    case.camat.get(CASE, 404)
    case.close()
    page = case.camat.get(CASE)
    assert "Sepakat hadir" in page.text and SECRET not in page.text
    case.camat.get(f"{CASE}formulir.pdf", 404)
    assert "Sepakat hadir" in case.kasi.get(CASE).text
    case.team.get(CASE, 404)


def test_nothing_else_tells_of_it(case: Secret) -> None:
    case.draft()
    case.report()
    case.arrange()
    words = re.compile(r"konseling|counselling|rahasia|pertemuan terjadwal", re.I)
    for path in ("/", "/guidance/", f"/guidance/skp/{case.skp_id}/", "/review/"):
        for nick in ("camat", "team"):
            page = getattr(case, nick).get(path)
            assert not words.search(page.text.replace("pelatihan, dan konseling", "")), path
    assert "Tindak lanjuti" not in case.yuli.get("/").text  # done already
    assert "Pertemuan terjadwal" in case.iwan.get("/").text
    with case.app.app_context():
        events = db.session.scalars(
            sa.select(AuditEvent).where(AuditEvent.action.like("confidential%"))
        ).all()
        assert len(events) == 3
        for one in events:
            assert (one.subject_kind, one.subject_id, one.owner_id) == ("", None, None)
            assert (one.before, one.after, one.reason) == (None, None, "")
        everything = db.session.scalars(sa.select(AuditEvent)).all()
        trail = json.dumps([[e.action, e.reason, e.subject_kind, e.after] for e in everything])
        assert SECRET not in trail and "counsel" not in trail
    assert SECRET not in case.team.get("/admin/trail/").text


def test_the_paper_has_a_neutral_name_and_holds_the_form(case: Secret) -> None:
    case.draft()
    case.report()
    answer = case.kasi.client.get(f"{CASE}formulir.pdf")
    assert answer.headers["Content-Disposition"] == "inline; filename=formulir.pdf"
    paper = whole_text(answer.data)
    assert "Format B.1.10" in paper and SECRET in paper and "Dedi Pranasuta" in paper


def test_the_paper_is_kept_nowhere_and_has_no_code(case: Secret) -> None:
    """Nobody but those named could tell what stands behind a code; so there is none (p.85)."""
    before = case.stored()
    case.draft()
    case.report()
    case.arrange()
    case.close()
    for nick in ("iwan", "kasi", "yuli"):
        pdf = getattr(case, nick).client.get(f"{CASE}formulir.pdf").data
        assert "Format B.1.10" in whole_text(pdf) and "Kode verifikasi" not in whole_text(pdf)
    assert case.stored() == before
    package = f"/results/skp/{case.skp_id}/berkas-kinerja.pdf?annexes=1"
    for nick in ("iwan", "kasi", "camat", "team"):
        text = whole_text(getattr(case, nick).client.get(package).data)
        assert "B.1.10" not in text and SECRET not in text and "PERMASALAHAN" not in text
    assert {form for form, _ in case.stored()} <= {"A.1.7", "A.1.8"}
    with pytest.raises(KeyError), case.app.app_context():
        archive.find(db.session.scalars(sa.select(Counselling)).one(), "B.1.10")


def test_a_report_is_complete_and_never_goes_to_the_one_it_is_about(case: Secret) -> None:
    page = case.draft(422, receiver="Iwan")
    assert "tidak dapat menjadi penerima" in page.text and SECRET in page.source
    case.draft(problem="")
    page = case.report(422, expectation="Tepat waktu", done_so_far="", is_shared="")
    assert "Isi permasalahan" in page.text and "Tepat waktu" in page.source
    named = set(page.all("//div[@id='galat']//a/@href"))
    assert named == {"#problem", "#is_shared-0", "#done_so_far"}
    sent = {"problem": SECRET, "done_so_far": "Dibicarakan", "is_shared": "no"}
    assert "terkirim. Penerimanya menetapkan konselor" in case.report(**sent).text
    assert (
        "tidak dapat menjadi penerima laporan atau konselornya"
        in case.arrange(status=422, counsellor="Iwan").text
    )
    assert "hanya untuk penilai yang menulis" in case.arrange("assessor", 422).text
    for kind in ("independent", "official"):  # else his atasan would not be told
        assert "bukan konselor independen" in case.arrange(kind, 422, counsellor="Dedi").text
    assert "sudah lewat" in case.arrange(status=422, meets_on="23/11/2026").text
    case.arrange(meets_on="1/12/2026")
    assert "setelah tanggal konseling" in case.close(422).text


HOME = r"catatan rahasia|pertemuan"


def told(case: Secret, nick: str) -> list[str]:
    """What home says of a konseling: no name, no subject."""
    words = getattr(case, nick).get("/").all("//main//a/text()")
    return [str(one) for one in words if re.search(HOME, str(one), re.I)]


def test_home_follows_a_konseling_to_its_end(case: Secret) -> None:
    case.draft()
    case.report()
    case.arrange(meets_on="25/11/2026")
    assert told(case, "stranger") == told(case, "iwan") == ["Pertemuan terjadwal"]
    case.app.config["TODAY"] = date(2026, 11, 26)
    assert told(case, "stranger") == ["Isi hasil pertemuan"] and told(case, "iwan") == []
    case.close()
    assert told(case, "yuli") == ["Tetapkan tindak lanjut catatan rahasia"]
    assert told(case, "kasi") == told(case, "iwan") == ["Catatan rahasia sudah selesai"]
    assert told(case, "stranger") == told(case, "camat") == told(case, "team") == []
    page = case.yuli.get(CASE)
    page = case.yuli.submit(page.form(f"{CASE}follow-up"), follow_up="Pelatihan komunikasi")
    assert "Tindak lanjut tersimpan" in page.text
    assert told(case, "yuli") == []
    assert "Pelatihan komunikasi" in case.iwan.get(CASE).text
    assert "Pelatihan komunikasi" not in case.kasi.get(CASE).text  # nor the result (p.88 d.3)
    assert told(case, "kasi") != []
    case.app.config["TODAY"] = date(2027, 1, 20)
    assert told(case, "kasi") == []


def test_the_follow_up_is_set_by_whom_the_result_was_reported_to(case: Secret) -> None:
    case.draft()
    case.report()
    case.arrange("official")
    early = {"follow_up": "Terlalu awal", "version": "3", "csrf_token": case.yuli.token()}
    assert "setelah hasil konseling" in case.yuli.post(f"{CASE}follow-up", early, 422).text
    case.close()
    assert told(case, "camat") == ["Tetapkan tindak lanjut catatan rahasia"]
    assert told(case, "yuli") == ["Catatan rahasia sudah selesai"]
    assert not case.yuli.get(CASE).all(f"//form[@action='{CASE}follow-up']")
    case.camat.submit(case.camat.get(CASE).form(f"{CASE}follow-up"), follow_up="Bimbingan")
    for nick in ("kasi", "iwan", "yuli", "camat"):
        assert "Bimbingan" in getattr(case, nick).get(CASE).text
    form = case.camat.get(CASE).form(f"{CASE}follow-up").data(follow_up="Bukan hak saya")
    form["csrf_token"] = case.kasi.token()
    page = case.kasi.post(f"{CASE}follow-up", form, 422)
    assert "ditetapkan oleh orang yang menerima" in page.text


def test_a_declined_report_says_why(case: Secret) -> None:
    case.draft()
    case.report()
    form = case.yuli.get(CASE).form(f"{CASE}decline")
    case.yuli.submit(form, reason="Sudah ada perubahan")
    for nick in ("kasi", "iwan"):
        assert told(case, nick) == ["Catatan rahasia tidak dilanjutkan"]
    assert "Sudah ada perubahan" in case.iwan.get(CASE).text
    with case.app.app_context():
        found = db.session.scalars(sa.select(Counselling)).one()
        assert found.state is CounsellingState.DECLINED


def test_what_is_stale_is_kept_on_the_page(case: Secret) -> None:
    case.draft()
    form = case.kasi.get(CASE).form(CASE)
    case.kasi.submit(form, expectation="Pertama")
    page = case.kasi.submit(form, 409, kunci="lain", expectation="Kedua")
    assert "berubah sejak halaman dibuka" in page.text and "Kedua" in page.source
