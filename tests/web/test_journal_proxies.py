"""Writing in somebody's place: both names stay, the owner confirms, the penilai waits."""

from datetime import date

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Posting
from tests import records
from tests.office import SmallOffice
from tests.web.diary import Diary


@pytest.fixture
def diary(app: Flask, office: SmallOffice) -> Diary:
    return Diary(app, office)


def apart(diary: Diary, nick: str, since: date = date(2024, 1, 1)) -> None:
    """Post somebody to another unit from a day on."""
    with diary.app.app_context():
        unit = Unit(name="Puskesmas Contohsari")
        db.session.add(unit)
        db.session.flush()
        query = sa.select(Posting).where(Posting.employee_id == diary.office.ids[nick])
        old = db.session.scalars(query).one()
        if since > old.starts_on:
            old.ends_on = date.fromordinal(since.toordinal() - 1)
            values = {"position_name": "Pengadministrasi", "position_kind": old.position_kind}
            db.session.add(
                Posting(employee_id=old.employee_id, unit_id=unit.id, starts_on=since, **values)
            )
        else:
            old.unit_id = unit.id
        db.session.commit()


def test_both_names_stay_and_the_owner_is_asked(diary: Diary) -> None:
    assert "Iwan Permadanu" in diary.yuli.get("/journal/for/").text
    page = diary.write_for("iwan")
    assert "setelah pemiliknya mengonfirmasi" in page.text
    (entry,) = diary.entries()
    assert entry.state is EntryState.UNCONFIRMED and entry.proxy_name == "Yuli Anggrawati"
    assert diary.trail() == ["entry.proxy"]
    assert "Ditulis oleh Yuli Anggrawati" in diary.iwan.get("/").text
    assert "Ditulis oleh Yuli Anggrawati" in diary.iwan.get("/journal/").text


def test_the_penilai_reads_it_only_after_the_owner_confirmed(diary: Diary) -> None:
    diary.write_for("iwan")
    assert "Mengantar surat" not in diary.kasi.get("/review/entries/").text
    page = diary.iwan.get("/journal/")
    page = diary.iwan.submit(page.form(f"{diary.path()}confirm"))
    assert "dikonfirmasi" in page.text
    (entry,) = diary.entries()
    assert entry.state is EntryState.SUBMITTED and entry.confirmed_at is not None
    assert entry.proxy_name == "Yuli Anggrawati"
    assert "Mengantar surat" in diary.kasi.get("/review/entries/").text
    assert diary.trail() == ["entry.proxy", "entry.confirm"]
    diary.iwan.post(f"{diary.path()}confirm", {"csrf_token": diary.iwan.token()}, 409)


def test_a_day_is_confirmed_at_once(diary: Diary) -> None:
    for number in range(3):
        diary.write_for("iwan", activity=f"Kegiatan {number}")
    diary.write_for("iwan", day="23/11/2026")
    page = diary.iwan.get("/journal/")
    page = diary.iwan.submit(page.form("/journal/confirm"))
    assert "3 kegiatan dikonfirmasi" in page.text
    states = [entry.state for entry in diary.entries()]
    assert states == [EntryState.SUBMITTED] * 3 + [EntryState.UNCONFIRMED]


def test_changing_confirms_and_deleting_refuses(diary: Diary) -> None:
    diary.write_for("iwan")
    diary.write_for("iwan", activity="Bukan saya")
    path = diary.path()
    diary.iwan.submit(diary.iwan.get(path).form(path), activity="Mengantar dua surat")
    assert diary.entries()[0].state is EntryState.SUBMITTED
    page = diary.iwan.get("/journal/")
    diary.iwan.submit(page.form(f"{diary.path(1)}delete"))
    assert [entry.activity for entry in diary.entries()] == ["Mengantar dua surat"]


def test_what_the_office_asks_for_is_asked_of_the_owner(diary: Diary) -> None:
    diary.ask(requires_realisation=True)
    diary.write_for("iwan")
    diary.write_for("iwan", realisation="2", activity="Lengkap")
    page = diary.iwan.get("/journal/")
    page = diary.iwan.submit(page.form("/journal/confirm"))
    assert "1 kegiatan dikonfirmasi" in page.text and "Lengkapi isian yang" in page.text
    page = diary.iwan.submit(page.form(f"{diary.path()}confirm"))
    assert "Lengkapi isian" in page.text and "Ubah kegiatan" in page.text
    assert diary.entries()[0].state is EntryState.UNCONFIRMED


def test_nobody_sees_the_journal_of_the_owner_by_it(diary: Diary) -> None:
    diary.write(activity="Urusan pribadi saya", starts_at="08.00", ends_at="12.00", step="0")
    page = diary.write_for("iwan", starts_at="09.00", ends_at="10.00")
    assert "Urusan pribadi" not in page.text and "bertumpuk" not in page.text
    assert "Memverifikasi berkas" not in page.text  # nor his rencana aksi
    diary.yuli.get(diary.path(), 404)
    diary.yuli.get(diary.path(1), 404)
    assert (
        "Memverifikasi berkas" in diary.team.get(f"/journal/for/{diary.office.ids['iwan']}/").text
    )


def test_the_team_may_choose_the_step(diary: Diary) -> None:
    diary.write_for("iwan", by="team", step=str(diary.step_id))
    assert diary.entries()[0].step_id == diary.step_id


def test_only_colleagues_of_the_unit_and_the_team(diary: Diary) -> None:
    path = f"/journal/for/{diary.office.ids['iwan']}/"
    apart(diary, "stranger")
    diary.stranger.get(path, 404)
    assert "Iwan" not in diary.stranger.get("/journal/for/").text
    diary.stranger.post(path, {"csrf_token": diary.stranger.token(), "activity": "x"}, 404)
    diary.iwan.get(path, 404)  # never for oneself
    assert "Iwan" in diary.team.get("/journal/for/?q=iwan").text
    assert diary.entries() == []


def test_on_a_day_in_another_unit_nothing_is_written(diary: Diary) -> None:
    diary.write_for("iwan", day="20/11/2026")
    apart(diary, "yuli", date(2026, 11, 24))
    diary.yuli.get(f"/journal/for/{diary.office.ids['iwan']}/", 404)
    with diary.app.app_context():
        db.session.execute(sa.update(Posting).values(starts_on=date(2026, 11, 23)))
        home = sa.select(Posting.unit_id).where(Posting.employee_id == diary.office.ids["iwan"])
        db.session.execute(sa.update(Posting).values(unit_id=home.scalar_subquery(), ends_on=None))
        db.session.commit()
    page = diary.write_for("iwan", 422, day="20/11/2026")
    assert "tidak satu unit kerja" in page.text


def test_double_click_makes_one(diary: Diary) -> None:
    path = f"/journal/for/{diary.office.ids['iwan']}/"
    form = diary.yuli.get(path).form(path)
    for _ in range(2):
        diary.yuli.submit(form, activity="Sekali saja")
    assert len(diary.entries()) == 1


def test_mistakes_are_told_and_a_draft_is_kept(diary: Diary) -> None:
    page = diary.write_for("iwan", 422, activity=" ")
    assert "Tulis kegiatan" in page.text
    path = f"/journal/for/{diary.office.ids['iwan']}/"
    diary.yuli.post("/journal/draft", diary.yuli.get(path).form(path).data(activity="Setengah"))
    assert "Setengah" in diary.yuli.get(path).text
    diary.write_for("iwan")
    assert diary.drafts() == []


def test_the_report_counts_what_works_for_a_result_and_is_the_owners_word(diary: Diary) -> None:
    """A rencana aksi and an RHK count alike; what waits for the owner does not."""
    with diary.app.app_context():
        path = f"/review/skp/{diary.skp_id}/{records.window(4)}/report"
    diary.write(step=str(diary.step_id))
    diary.write(step=f"rhk:{diary.rhk[0]}", activity="Menyusun daftar berkas")
    diary.write_for("iwan", by="team", step=str(diary.step_id))
    assert diary.entries()[2].step_id == diary.step_id
    assert "2 catatan jurnal" in diary.iwan.get(path).text
    diary.iwan.submit(diary.iwan.get("/journal/").form(f"{diary.path(2)}confirm"))
    assert "3 catatan jurnal" in diary.iwan.get(path).text
