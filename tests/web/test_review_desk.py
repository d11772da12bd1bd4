"""The approval desk: every kind of waiting on one page, the oldest first; the same on home."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.lifecycle import EvaluationState, SkpState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.journal import ActionStep
from skpweb.models.organisation import Holiday, Unit
from skpweb.models.people import Posting
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation, Objection
from tests import records
from tests.browser import Page
from tests.office import SmallOffice
from tests.web.pile import MONDAY, Pile, clock_of

TODAY = date(2026, 11, 24)


@pytest.fixture
def pile(app: Flask, office: SmallOffice) -> Pile:
    """Nothing waits yet."""
    return Pile(app, office)


def lines(page: Page) -> list[str]:
    """The lines of the desk, in order."""
    return [
        " ".join(" ".join(one.itertext()).split()) for one in page.all("//main//li[@class='go']")
    ]


def everything(app: Flask, pile: Pile) -> None:
    """One of each kind, each with its own day."""
    pile.add(day=date(2026, 11, 20))
    with app.app_context():
        version = db.session.scalar(
            sa.select(SkpVersion).where(SkpVersion.skp_id == pile.skps["yuli"])
        )
        db.session.execute(
            sa.update(SkpVersion)
            .where(SkpVersion.id == version.id)
            .values(
                state=SkpState.SUBMITTED,
                approved_at=None,
                submitted_at=clock_of(date(2026, 11, 18)),
            )
        )
        db.session.execute(
            sa.update(ActionStep)
            .where(ActionStep.id == pile.steps["iwan"])
            .values(state="proposed", decided_at=None, proposed_at=clock_of(date(2026, 11, 19)))
        )
        db.session.add(
            Evaluation(
                skp_id=pile.skps["iwan"], window_id=records.window(3),
                state=EvaluationState.REPORTED, reported_at=clock_of(date(2026, 11, 23)),
            )
        )  # fmt: skip
        db.session.commit()


def objection(app: Flask, pile: Pile) -> None:
    """Iwan objects to his second quarter."""
    with app.app_context():
        evaluation = Evaluation(
            skp_id=pile.skps["iwan"], window_id=records.window(2), state=EvaluationState.OPEN
        )
        db.session.add(evaluation)
        db.session.flush()
        db.session.add(
            Objection(
                evaluation_id=evaluation.id, filed_on=date(2026, 11, 17), reason="Tidak sesuai",
                due_on=date(2026, 11, 26),
            )
        )  # fmt: skip
        db.session.commit()


def test_every_kind_on_one_page_the_oldest_first(app: Flask, pile: Pile) -> None:
    everything(app, pile)
    page = pile.kasi.get("/review/")
    assert lines(page) == [
        "Yuli Anggrawati SKP 2026 menunggu 4 hari kerja",
        "Iwan Permadanu 1 rencana aksi menunggu 3 hari kerja",
        "Iwan Permadanu Jurnal 16–22 November 2026, 1 kegiatan menunggu 2 hari kerja",
        "Iwan Permadanu Evaluasi Triwulan III 2026, realisasi dilaporkan menunggu 1 hari kerja",
    ]
    late = page.all("//li[@class='go'][.//*[contains(@class, 'tag-warn')]]")
    assert len(late) == 2  # more than two working days
    for link in page.links():
        pile.kasi.get(link)


def test_holidays_do_not_count_as_waiting(app: Flask, pile: Pile) -> None:
    pile.add(day=date(2026, 11, 20))
    with app.app_context():
        db.session.add(Holiday(day=date(2026, 11, 23), name="Libur"))
        db.session.commit()
    assert "menunggu 1 hari kerja" in pile.kasi.get("/review/").text


def test_an_objection_waits_for_the_atasan_penilai(app: Flask, pile: Pile) -> None:
    objection(app, pile)
    page = pile.camat.get("/review/?kind=objections")
    assert lines(page) == [
        "Iwan Permadanu Keberatan atas evaluasi Triwulan II 2026 paling lambat "
        "Kamis, 26 November 2026 (2 hari kerja lagi)"
    ]
    assert any(link.endswith("/objection/") for link in page.links())
    assert "1 keberatan menunggu Anda" in pile.camat.get("/").text
    assert lines(pile.kasi.get("/review/?kind=objections")) == []


def test_home_says_the_same_with_a_reminder(app: Flask, pile: Pile) -> None:
    everything(app, pile)
    page = pile.kasi.get("/")
    box = " ".join(" ".join(page.all("//section[@aria-labelledby='h-meja']//text()")).split())
    assert "1 catatan jurnal menunggu Anda 1 SKP menunggu Anda Yang paling lama menunggu 4" in box
    assert "1 rencana aksi menunggu Anda Yang paling lama menunggu 3 hari kerja" in box
    assert box.endswith("1 evaluasi siap dinilai")
    assert page.queries <= 12


def test_only_one_kind_or_one_unit(app: Flask, pile: Pile) -> None:
    everything(app, pile)
    pile.add("yuli")
    assert len(lines(pile.kasi.get("/review/?kind=journal"))) == 2
    assert len(lines(pile.kasi.get("/review/?kind=nonsense"))) == 5
    with app.app_context():
        unit = Unit(name="Seksi Lain", parent_id=pile.office.unit_id)
        db.session.add(unit)
        db.session.flush()
        owner = Posting.employee_id == pile.office.ids["yuli"]
        db.session.execute(sa.update(Posting).where(owner).values(unit_id=unit.id))
        db.session.commit()
        unit_id = unit.id
    page = pile.kasi.get(f"/review/?unit={unit_id}")
    assert [line.split(" ")[0] for line in lines(page)] == ["Yuli", "Yuli"]
    assert page.all("//select[@name='unit']/option[@selected]/text()") == ["Seksi Lain"]
    assert len(lines(pile.kasi.get(f"/review/?unit={pile.office.unit_id}"))) == 5  # and below
    assert "Tidak ada di saringan ini" in pile.kasi.get("/review/?kind=objections").text


@pytest.mark.parametrize("who", ["iwan", "stranger", "team"])
def test_others_have_nothing_here(app: Flask, pile: Pile, who: str) -> None:
    everything(app, pile)
    assert "Semua beres" in getattr(pile, who).get("/review/").text


def test_who_stands_in_sees_journals_and_rencana_aksi_only(app: Flask, pile: Pile) -> None:
    everything(app, pile)
    pile.stand_in("stranger")
    page = pile.stranger.get("/review/")
    assert [line.split(" menunggu")[0] for line in lines(page)] == [
        "Iwan Permadanu 1 rencana aksi",
        "Iwan Permadanu Jurnal 16–22 November 2026, 1 kegiatan",
    ]
    assert "Plh. Kepala Seksi Pelayanan" in page.text
    home = pile.stranger.get("/").text
    assert "1 catatan jurnal menunggu Anda" in home and "SKP menunggu Anda" not in home


def test_one_query_plan(app: Flask, pile: Pile) -> None:
    everything(app, pile)
    one = [pile.kasi.get(path).queries for path in ("/review/", "/")]
    for number in range(40):
        pile.add(("iwan", "yuli")[number % 2], MONDAY - timedelta(weeks=number))
    many = [pile.kasi.get(path).queries for path in ("/review/", "/")]
    assert one == many and max(many) <= 12


def test_the_desk_says_how_many_more(pile: Pile) -> None:
    for number in range(103):
        pile.add(day=MONDAY - timedelta(weeks=number % 52), who=("iwan", "yuli")[number // 52])
    page = pile.kasi.get("/review/")
    assert "103 hal menunggu Anda" in page.text and "Masih ada 3 lagi" in page.text
    assert len(lines(page)) == 100


def test_a_mended_entry_waits_since_it_was_mended(app: Flask, pile: Pile) -> None:
    entry_id = pile.add(day=date(2026, 11, 2), return_note="Perjelas.", updated_at=utc_now())
    assert pile.entry(entry_id).return_note
    assert "baru masuk" in pile.kasi.get("/review/").text
