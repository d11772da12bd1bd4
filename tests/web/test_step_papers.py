"""B.1.1 and B.1.2 over HTTP: what the journal says, who reads it, workbooks, many rows."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.documents import spreadsheet
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.terms import Duty
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.evidence import Evidence, entry_evidence
from skpweb.models.journal import ActionStep, ActionTarget, JournalEntry
from skpweb.models.planning import Skp
from skpweb.models.review import Realisation
from tests import records
from tests.browser import Browser
from tests.documents.reading import missing_in_order, whole_text
from tests.office import SmallOffice
from tests.web.carried import entry, iwans_skp, signed_in

OK = EntryState.APPROVED


@pytest.fixture
def skp_id(app: Flask, office: SmallOffice) -> int:
    """Iwan's SKP in force, with one rencana aksi and its target of the fourth quarter."""
    skp_id = iwans_skp(app, office)
    with app.app_context():
        step_id = db.session.scalar(sa.select(ActionStep.id))
        window_id = records.window(4)
        db.session.add(ActionTarget(step_id=step_id, window_id=window_id, target="500"))
        db.session.commit()
    return skp_id


@pytest.fixture
def iwan(app: Flask, skp_id: int) -> Browser:
    """Iwan's browser."""
    return signed_in(app, "iwan")


def documented(app: Flask, skp_id: int, number: int = 4, kind: str = "pdf") -> str:
    with app.app_context():
        return f"/journal/skp/{skp_id}/{records.window(number)}/pendokumentasian.{kind}"


def text_of(browser: Browser, path: str) -> str:
    answer = browser.get(path)
    assert answer.headers["Content-Type"] == "application/pdf"
    return whole_text(answer.response.data)


def test_rencana_aksi_stand_under_their_rhk(iwan: Browser, skp_id: int) -> None:
    text = text_of(iwan, f"/journal/skp/{skp_id}/rencana-aksi.pdf")
    expected = [
        *("RENCANA AKSI", "KABUPATEN CONTOH RAYA", "1 JANUARI SD 31 DESEMBER TAHUN 2026"),
        *("Iwan Permadanu", "Dedi Pranasuta", "HASIL KERJA", "1", "Terverifikasinya berkas"),
        *("Rencana Aksi:", "1. Memverifikasi berkas", "Target TW IV: 500 berkas"),
        *("2", "Tersedianya rekapitulasi", "Rencana Aksi:", "-", "Pegawai yang Dinilai"),
    ]
    assert missing_in_order(text, expected) == []


def test_only_approved_entries_of_the_window_are_summed(
    app: Flask, iwan: Browser, skp_id: int
) -> None:
    entry(app, skp_id, state=OK, realisation=9)
    entry(app, skp_id, state=OK, realisation=1000)
    entry(app, skp_id, state=OK, realisation=77, day=date(2026, 9, 30))
    entry(app, skp_id, realisation=500, evidence_url="https://belum.example.invalid/")
    entry(app, skp_id, state=EntryState.RETURNED, realisation=50)
    entry(app, skp_id, state=EntryState.UNCONFIRMED, realisation=50)
    text = text_of(iwan, documented(app, skp_id))
    expected = [
        *("1 OKTOBER SD 31 DESEMBER TAHUN 2026", "1. Memverifikasi", "Target TW IV: 500 berkas"),
        *("1. 1.009 berkas, dari 2 kegiatan yang disetujui.", "1 kegiatan menunggu persetujuan"),
        *("1 kegiatan dikembalikan", "- https://bukti.example.invalid/0203"),
    ]
    assert missing_in_order(text, expected) == []
    assert text.count("bukti.example.invalid") == 1 and "belum.example" not in text
    assert "1.086 berkas" in text_of(iwan, documented(app, skp_id, 0))


def test_files_and_work_beside_the_plan_are_named(app: Flask, iwan: Browser, skp_id: int) -> None:
    number = entry(app, skp_id, state=OK, evidence_url="")
    with app.app_context():
        key = records.rows(skp_id)[1].key
        owner = db.session.get(Skp, skp_id).employee_id
        file = Evidence(
            owner_id=owner, sha256="a" * 64, source_sha256="b" * 64, name="foto kegiatan.jpg",
            mimetype="image/jpeg", size=10,
        )  # fmt: skip
        db.session.add(file)
        db.session.flush()
        db.session.execute(sa.insert(entry_evidence).values(entry_id=number, evidence_id=file.id))
        db.session.commit()
    beside = {"step_id": None, "state": OK, "evidence_url": ""}
    entry(app, skp_id, rhk_key=key, **beside)
    entry(app, skp_id, duty=Duty.ORDER, **beside)
    expected = [
        *("1. Memverifikasi berkas", "- foto kegiatan.jpg", "2", "Tersedianya rekapitulasi"),
        *("Di luar rencana aksi", "9 berkas", "Di luar rencana hasil kerja"),
        "Perintah langsung",
    ]
    assert missing_in_order(text_of(iwan, documented(app, skp_id)), expected) == []


def test_a_report_in_the_making_is_the_owners_alone(app: Flask, iwan: Browser, skp_id: int) -> None:
    with app.app_context():
        key = records.rows(skp_id)[0].indicators[0].key
        db.session.add(
            Realisation(
                skp_id=skp_id, window_id=records.window(4), indicator_key=key, text="1.480 berkas"
            )
        )
        db.session.commit()
    path = documented(app, skp_id)
    assert "Berkas diverifikasi: 1.480 berkas" in text_of(iwan, path)
    assert "1.480" not in text_of(signed_in(app, "kasi"), path)


@pytest.mark.parametrize(("nick", "status"), [("kasi", 200), ("camat", 200), ("yuli", 404)])
def test_who_reads_them(app: Flask, skp_id: int, nick: str, status: int) -> None:
    browser = signed_in(app, nick)
    browser.get(f"/journal/skp/{skp_id}/rencana-aksi.pdf", status)
    browser.get(documented(app, skp_id, kind="xlsx"), status)


def test_an_skp_that_is_not_agreed_has_no_papers(app: Flask, office: SmallOffice) -> None:
    with app.app_context():
        skp_id = records.draft_skp(office)
    browser = signed_in(app, "iwan")
    browser.get(f"/journal/skp/{skp_id}/rencana-aksi.pdf", 404)
    browser.get(documented(app, skp_id), 404)


def test_workbooks_hold_the_same_and_no_formula(app: Flask, iwan: Browser, skp_id: int) -> None:
    evil = "=1+1"
    with app.app_context():
        db.session.scalar(sa.select(ActionStep)).statement = evil
        db.session.commit()
    entry(app, skp_id, state=OK, realisation=9)
    entry(app, skp_id, state=OK, realisation=2, unit="laporan")
    entry(app, skp_id)
    plan = spreadsheet.read(iwan.get(f"/journal/skp/{skp_id}/rencana-aksi.xlsx").response.data, 99)
    values = [row for _, row in plan[0].rows]
    assert [1, "Terverifikasinya berkas permohonan layanan secara benar", evil] in [
        row[:3] for row in values
    ]
    made = iwan.get(documented(app, skp_id, kind="xlsx"))
    assert made.headers["Content-Disposition"].endswith("=pendokumentasian-kinerja.xlsx")
    sums, evidence, _ = spreadsheet.read(made.response.data, 99)
    rows = [row[2:] for _, row in sums.rows if row[2:3] == [evil]]
    assert [row[2:7] for row in rows] == [
        [9, "berkas", 2, 1, 0], [2, "laporan", None, None, None],
    ]  # fmt: skip
    assert [row[3] for _, row in evidence.rows] == [
        "Bukti dukung", "https://bukti.example.invalid/0203",
    ]  # fmt: skip


def full_year(app: Flask, skp_id: int) -> None:
    """Two hundred rencana aksi and five thousand approved entries with a link each."""
    with app.app_context():
        keys = [rhk.key for rhk in records.rows(skp_id)]
        steps = [
            ActionStep(skp_id=skp_id, rhk_key=keys[n % 2], statement=f"aksi-{n}.", unit="berkas")
            for n in range(200)
        ]
        db.session.add_all(steps)
        db.session.flush()
        row = {"skp_id": skp_id, "activity": "Memeriksa", "unit": "berkas", "state": OK}
        row |= {"decided_at": utc_now(), "realisation": 2}
        places = [
            {
                "step_id": steps[n % 200].id,
                "day": date(2026, 10 + n % 3, 1 + n % 28),
                "evidence_url": f"https://bukti.example.invalid/{n}",
            }
            for n in range(5000)
        ]
        db.session.execute(sa.insert(JournalEntry), [row | place for place in places])
        db.session.commit()


def test_a_full_year_is_drawn_with_the_same_queries(app: Flask, iwan: Browser, skp_id: int) -> None:
    entry(app, skp_id, state=OK)
    few = iwan.get(documented(app, skp_id)).queries
    full_year(app, skp_id)
    answer = iwan.get(documented(app, skp_id))
    assert answer.queries == few <= 12
    text = whole_text(answer.response.data)
    assert text.count("50 berkas, dari 25 kegiatan yang disetujui.") == 200
    assert text.count("dan 15 bukti lain di jurnal") == 200
