"""The audit trail, the health page and the backup, for those who may see them."""

import csv
import inspect
import io
import re
import zipfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from wtforms.fields.core import UnboundField

import skpweb
from skpweb import audit
from skpweb.admin import trail_detail, trail_words
from skpweb.admin.forms.absences import StudyForm
from skpweb.admin.forms.employees import PostingForm
from skpweb.admin.forms.office import ResultForm, SettingsForm
from skpweb.documents import spreadsheet
from skpweb.domain import bias
from skpweb.extensions import db
from skpweb.models.audit import AuditEvent
from skpweb.models.people import Employee
from skpweb.office import employees, postings
from tests.browser import Browser
from tests.office import SmallOffice


class Actor:
    """Somebody who does things in a test."""

    account_id = 1
    display_name = "=HYPERLINK(0)"
    capacity = "Camat Contohsari"
    address = "10.0.0.9"


class Secret:
    """A feedback, as far as the trail looks at it."""

    __tablename__ = "feedback"
    id = 7


@pytest.fixture
def browsers(app: Flask, office: SmallOffice) -> dict[str, Browser]:
    made = {}
    for nick in ("team", "admin"):
        made[nick] = Browser(app)
        made[nick].sign_in(office.NIPS.get(nick, nick))
    with app.app_context():
        iwan = db.session.get(Employee, office.ids["iwan"])
        audit.record(Actor(), "employee.change", iwan, after={"rank": "III/a"}, owner_id=iwan.id)
        audit.record(
            Actor(),
            "feedback.give",
            Secret(),
            after={"text": "rahasia penilaian"},
            reason="alasan rahasia",
            owner_id=iwan.id,
        )
        db.session.commit()
    return made


def test_the_admin_sees_no_content_of_evaluations(browsers: dict[str, Browser]) -> None:
    team, admin = browsers["team"].get("/admin/trail/"), browsers["admin"].get("/admin/trail/")
    assert "rahasia penilaian" in team.text
    assert "alasan rahasia" in team.text
    assert "memberi umpan balik milik Iwan Permadanu" in admin.text
    assert "rahasia" not in admin.text
    assert "III/a" in admin.text


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("kind=feedback", 1),
        ("kind=employee", 1),
        ("actor=hyperlink", 2),
        ("actor=%25", 0),
        ("since=1/1/2020&until=2/1/2020", 0),
        ("since=1/1/2020", None),
        ("since=omong&page=99", 0),
    ],
)
def test_the_trail_is_filtered(browsers: dict[str, Browser], asked: str, count: int | None) -> None:
    page = browsers["team"].get(f"/admin/trail/?{asked}")
    found = len(page.all("//tbody/tr"))
    assert found == count if count is not None else found > 2


def test_integrity_is_checked_by_a_button(app: Flask, browsers: dict[str, Browser]) -> None:
    team = browsers["team"]
    with app.app_context():
        last = db.session.scalar(sa.select(sa.func.max(AuditEvent.number)))
    page = team.submit(team.get("/admin/trail/").form("/admin/trail/verify"))
    assert f"Rantai catatan utuh s.d. nomor {last}." in page.text
    with app.app_context():
        head = db.session.scalars(sa.select(audit.AuditHead)).one()
        head.hash = "0" * 64
        db.session.commit()
    page = team.submit(team.get("/admin/trail/").form("/admin/trail/verify"))
    assert "Rantai catatan tidak utuh" in page.text


def test_the_export_is_neutral_recorded_and_hides_the_same(
    app: Flask, browsers: dict[str, Browser]
) -> None:
    tables = {}
    for nick, browser in browsers.items():
        form = browser.get("/admin/trail/").form("/admin/trail/jejak-audit.csv")
        answer = browser.client.post(form.action, data=form.data())
        assert answer.headers["Content-Disposition"] == "attachment; filename=jejak-audit.csv"
        text = answer.data.decode("utf-8-sig")
        tables[nick] = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert "'=HYPERLINK(0)" in [row[2] for row in tables["team"]]
    assert "rahasia penilaian" in str(tables["team"])
    assert "rahasia" not in str(tables["admin"])
    with app.app_context():
        assert audit.verify() is None
        exports = sa.select(sa.func.count()).where(AuditEvent.action == "audit.export")
        assert db.session.scalar(exports) == 2


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "\ra"])
def test_formulas_never_leave(text: str) -> None:
    assert spreadsheet.neutral(text) == f"'{text}"
    (sheet,) = spreadsheet.read(spreadsheet.write([("A", [[text.strip() or "x", 5]])]), 10)
    assert sheet.rows[0][1][1] == 5


def test_a_text_like_a_formula_is_written_as_text() -> None:
    content = spreadsheet.write([("A", [["=1+1", "\x00kosong", -3]])])
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        xml = pack.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert "=1+1" in xml


def test_every_action_and_field_of_the_office_has_words(app: Flask) -> None:
    source = "".join(path.read_text() for path in Path(skpweb.__file__).parent.rglob("*.py"))
    actions = set(re.findall(r"""["']([a-z_]+\.[a-z_]+)["'],""", source))
    kinds = {action: action.partition(".") for action in actions}
    named = {a for a, (k, _, verb) in kinds.items() if k in trail_words.KINDS and verb != "html"}
    named -= set(app.view_functions)  # pages are named alike
    assert named - set(trail_words.VERBS) == set()
    fields = {*employees.FIELDS, *postings.FIELDS}
    for form in (PostingForm, ResultForm, SettingsForm, StudyForm):
        fields |= {name for name in dir(form) if isinstance(getattr(form, name), UnboundField)}
    fields -= {"assessor", "reason", "senior", "version"}  # typed, and not stored by that name
    assert fields - set(trail_detail.FIELDS) == set()
    asked = inspect.getsource(bias)
    assert set(re.findall(r'Question\(\s*"(\w+)"', asked)) == set(trail_detail.QUESTIONS)


def test_details_are_words(app: Flask) -> None:
    lines = trail_detail.words(
        {"state": "rated", "predicate": "good", "starts_on": "2026-07-01", "is_team": True,
         "rank": "", "counts": {"new": 2}, "2026-08-17": "Hari Kemerdekaan", "gpa": 340,
         "questions": "late, alike", "tags": ["writing", "finance"]},
        "evaluation.rate",
    )  # fmt: skip
    assert lines == [
        "keadaan: Ditetapkan",
        "predikat: Baik",
        "mulai: 1 Juli 2026",
        "tim pengelola kinerja: ya",
        "golongan: –",
        "jumlah: 2 baru",
        "17 Agustus 2026: Hari Kemerdekaan",
        "IPK: 3,40",
        "pertanyaan yang tampil: umpan balik hanya dari hari terakhir, ketujuh nilai dasar sejenis",
        "kompetensi: Naskah dinas dan arsip, Keuangan dan pengadaan",
    ]
    assert trail_detail.words(None, "x.y") == []


def test_health_names_what_matters(browsers: dict[str, Browser]) -> None:
    admin = browsers["admin"]
    page = admin.get("/admin/health/")
    for words in ("Versi", "Basis data", "Sisa ruang simpan", "Jam server", "Gagal masuk"):
        assert words in page.text
    assert "Belum ada cadangan" in page.text
    assert "Jejak audit" in admin.submit(page.form("/admin/health/")).text


def test_a_backup_is_made_sent_and_listed(browsers: dict[str, Browser]) -> None:
    admin = browsers["admin"]
    form = admin.get("/admin/health/").form("/admin/health/backup")
    answer = admin.client.post(form.action, data=form.data())
    assert zipfile.is_zipfile(io.BytesIO(answer.get_data()))
    assert "attachment" in answer.headers["Content-Disposition"]
    answer.close()
    page = admin.get("/admin/health/")
    assert "cadangan-2" in page.text
    browsers["team"].post("/admin/health/backup", {"csrf_token": browsers["team"].token()}, 404)
