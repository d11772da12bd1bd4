"""Who has not filled the journal of a week: figures, exclusions, reminders, and who sees whom."""

from datetime import UTC, date, datetime
from urllib.parse import unquote

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.terms import AbsenceKind
from skpweb.extensions import db
from skpweb.models.organisation import Holiday, Unit
from skpweb.models.people import Employee, Posting
from skpweb.models.presence import Absence, Outage
from tests import records
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.watch_scene import PENILAI, TEAM, WEEK, add, both_agreed, fill, rows


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """Iwan and Yuli with an approved SKP."""
    return both_agreed(app, office)


def test_a_penilai_sees_his_people_and_nobody_else(scene: Scene) -> None:
    fill(scene, 16, 17, 20)
    page = scene.kasi.get(f"{PENILAI}?{WEEK}")
    assert list(rows(page)) == ["Yuli Anggrawati", "Iwan Permadanu"]  # who lacks most is first
    assert "1 dari 2 pegawai mengisi" in page.text
    assert "%" not in page.text  # of so few people a percentage says nothing
    assert rows(page)["Iwan Permadanu"].startswith("3 dari 5 Belum lengkap")
    assert "Belum terisi: 18 dan 19 November 2026" in rows(page)["Iwan Permadanu"]
    assert rows(page)["Iwan Permadanu"].endswith("20 November 2026")
    assert rows(page)["Yuli Anggrawati"].startswith("0 dari 5 Belum mengisi")
    assert rows(page)["Yuli Anggrawati"].endswith("Belum ada")
    assert "Belum ada pegawai" in scene.iwan.get(PENILAI).text


def test_the_team_sees_all_with_reasons(scene: Scene) -> None:
    fill(scene, 16, 17, 18, 19, 20)
    page = scene.team.get(f"{TEAM}?{WEEK}")
    assert len(rows(page)) == 6
    assert rows(page)["Iwan Permadanu"].startswith("5 dari 5 Lengkap")
    assert rows(page)["Dedi Pranasuta"] == (
        "– Tidak dihitung Belum ada SKP yang ditetapkan Belum ada"
    )
    assert "1 dari 2 pegawai mengisi" in page.text
    assert "4 pegawai" in page.text


def test_from_five_people_on_there_is_a_percentage(scene: Scene) -> None:
    with scene.app.app_context():
        for nick, by in (("kasi", "camat"), ("team", "camat"), ("stranger", "team")):
            records.approved_skp(scene.office, nick, by)
    fill(scene, 16)
    assert "1 dari 5 pegawai mengisi (20%)" in scene.team.get(f"{TEAM}?{WEEK}").text


def absent(kind: AbsenceKind, first: int, last: int) -> Absence:
    return Absence(
        kind=kind, starts_on=date(2026, 11, first), ends_on=date(2026, 11, last), recorded_by="Tim"
    )


EXCLUDED = [
    (absent(AbsenceKind.MATERNITY, 1, 30), "– Tidak dihitung Cuti melahirkan"),
    (absent(AbsenceKind.STUDY, 16, 20), "– Tidak dihitung Tugas belajar"),
    (absent(AbsenceKind.SUSPENDED, 16, 20), "– Tidak dihitung Pemberhentian sementara"),
    (absent(AbsenceKind.ANNUAL, 16, 18), "0 dari 2 Belum mengisi"),
    ({"left_on": date(2026, 11, 15)}, "– Tidak dihitung Sudah tidak bertugas"),
    ({"left_on": date(2026, 11, 17)}, "0 dari 2 Belum mengisi"),
    ({"contract_ends_on": date(2026, 11, 1)}, "– Tidak dihitung Sudah tidak bertugas"),
    ({"contract_starts_on": date(2026, 11, 23)}, "– Tidak dihitung Belum mulai bertugas"),
    ({"contract_starts_on": date(2026, 11, 19)}, "0 dari 2 Belum mengisi"),
]


@pytest.mark.parametrize(("why", "words"), EXCLUDED)
def test_who_need_not_fill_is_listed_with_the_reason(
    scene: Scene, why: Absence | dict[str, date], words: str
) -> None:
    with scene.app.app_context():
        yuli = db.session.get(Employee, scene.office.ids["yuli"])
        assert yuli is not None
        if isinstance(why, dict):
            for name, day in why.items():
                setattr(yuli, name, day)
        else:
            db.session.add(
                Absence(
                    employee_id=yuli.id,
                    kind=why.kind,
                    recorded_by="Tim",
                    starts_on=why.starts_on,
                    ends_on=why.ends_on,
                )
            )
        db.session.commit()  # fmt: skip
    page = scene.kasi.get(f"{PENILAI}?{WEEK}")
    assert rows(page)["Yuli Anggrawati"].startswith(words)
    counted = 1 if words.startswith("–") else 2
    assert f"0 dari {counted} pegawai mengisi" in page.text


def test_holidays_and_lost_days_do_not_count(scene: Scene) -> None:
    down = Outage(
        starts_at=datetime(2026, 11, 17, 2, tzinfo=UTC),
        ends_at=datetime(2026, 11, 17, 5, tzinfo=UTC), recorded_by="Program",
    )  # fmt: skip
    add(scene, Holiday(day=date(2026, 11, 16), name="Hari jadi"), down)
    page = scene.kasi.get(f"{PENILAI}?{WEEK}")
    assert rows(page)["Iwan Permadanu"].startswith("0 dari 3")
    assert "Senin, 16 November 2026: libur, Hari jadi." in page.text
    assert "Selasa, 17 November 2026: aplikasi terganggu" in page.text


def test_an_entry_sent_back_does_not_fill_its_day(scene: Scene) -> None:
    fill(scene, 16, 17, state=EntryState.RETURNED)
    row = rows(scene.kasi.get(f"{PENILAI}?{WEEK}"))["Iwan Permadanu"]
    assert row.startswith("0 dari 5 Belum mengisi 2 dikembalikan")


def test_the_week_shown_first_says_something(scene: Scene) -> None:
    assert "23–29 November 2026" in scene.kasi.get(PENILAI).text  # today is a Tuesday
    scene.app.config["TODAY"] = date(2026, 11, 23)
    assert "16–22 November 2026" in scene.kasi.get(PENILAI).text
    running = scene.kasi.get(f"{PENILAI}?day=2026-11-23")
    assert "Belum ada hari kerja yang berakhir" in rows(running)["Iwan Permadanu"]


def test_reminders_are_ready_to_copy_and_to_send(scene: Scene) -> None:
    fill(scene, 16, 17, 18, 19)
    page = scene.kasi.get(f"{PENILAI}?{WEEK}")
    ids = scene.office.ids
    text = str(page.all(f"//*[@id='ingat-{ids['iwan']}']")[0].text_content())
    assert "Yth. Iwan Permadanu," in text
    assert "Batas pengisian: jurnal 20 November sampai Rabu, 25 November 2026." in text
    together = str(page.all("//*[@id='ingat-semua']")[0].text_content())
    assert "- Iwan Permadanu: 20 November 2026" in together
    assert "- Yuli Anggrawati: 19 dan 20 November 2026" in together
    links = page.all("//a[starts-with(@href, 'https://wa.me/?text=')]")
    assert [unquote(str(a.get("href")).split("text=")[1]) for a in links][0] == together
    assert all(a.get("rel") == "noreferrer" for a in links)
    assert len(page.all("//button[@data-copy]")) == len(links) == 3


def test_nobody_is_asked_to_fill_closed_days(scene: Scene) -> None:
    page = scene.kasi.get(f"{PENILAI}?day=2026-10-12")
    assert not page.all("//*[@id='ingat-semua']")
    assert "sudah ditutup" in page.text


def test_filters_stand_in_the_address(scene: Scene) -> None:
    fill(scene, 16, 17, 18, 19, 20)
    with scene.app.app_context():
        unit = Unit(name="Seksi Lain", parent_id=scene.office.unit_id)
        db.session.add(unit)
        db.session.flush()
        db.session.execute(
            sa.update(Posting)
            .where(Posting.employee_id == scene.office.ids["yuli"])
            .values(unit_id=unit.id)
        )
        db.session.commit()
        other = unit.id
    names = {
        asked: list(rows(scene.team.get(f"{TEAM}?{WEEK}&{asked}")))
        for asked in ("show=lacking", "show=complete", f"unit={other}", "unit=999", "show=?")
    }
    assert names["show=lacking"] == names[f"unit={other}"] == ["Yuli Anggrawati"]
    assert names["show=complete"] == ["Iwan Permadanu"]
    assert len(names["unit=999"]) == len(names["show=?"]) == 6
    whole = scene.team.get(f"{TEAM}?{WEEK}&unit={scene.office.unit_id}")
    assert len(rows(whole)) == 6  # units below belong to it
    assert "Seksi Lain" in whole.text
    empty = scene.team.get(f"{TEAM}?{WEEK}&unit={other}&show=complete")
    assert "Tidak ada pegawai untuk pilihan ini" in empty.text


def test_a_transfer_within_the_week_belongs_to_the_new_penilai(scene: Scene) -> None:
    with scene.app.app_context():
        ids = scene.office.ids
        old = db.session.query(Posting).filter_by(employee_id=ids["yuli"]).one()
        old.ends_on = date(2026, 11, 17)
        db.session.add(
            Posting(
                employee_id=ids["yuli"],
                unit_id=old.unit_id,
                position_name="Arsiparis",
                position_kind=old.position_kind,
                starts_on=date(2026, 11, 18),
                assessor_id=ids["camat"],
            )
        )
        db.session.commit()  # fmt: skip
    assert "Yuli Anggrawati" not in rows(scene.kasi.get(f"{PENILAI}?{WEEK}"))
    assert rows(scene.camat.get(f"{PENILAI}?{WEEK}"))["Yuli Anggrawati"].startswith("0 dari 5")


def test_the_head_finds_the_recap_of_his_unit(scene: Scene) -> None:
    links = scene.camat.get(f"{PENILAI}?{WEEK}").links()
    assert [link for link in links if "rekap-unit.pdf" in link]
    assert not [link for link in scene.kasi.get(PENILAI).links() if "rekap-unit" in link]


def test_days_before_the_skp_was_agreed_do_not_count(scene: Scene) -> None:
    before = rows(scene.kasi.get(f"{PENILAI}?day=2026-01-07"))["Iwan Permadanu"]
    assert before.startswith("– Tidak dihitung Belum ada SKP yang ditetapkan")
    after = rows(scene.kasi.get(f"{PENILAI}?day=2026-01-14"))["Iwan Permadanu"]
    assert after.startswith("0 dari 5")  # it was signed on Monday, 12 January
