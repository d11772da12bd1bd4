"""What waits for a person in pembinaan: parts to write, signatures to give."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from flask import url_for

from skpweb.domain.counselling import CounsellorKind
from skpweb.domain.guidance_forms import GuidanceKind, PaperKind
from skpweb.domain.people import Actor
from skpweb.domain.states import CounsellingState, GuidanceState, PaperState
from skpweb.guidance import queries
from skpweb.labels import label
from skpweb.models.counselling import Counselling
from skpweb.models.guidance import Guidance, GuidancePaper
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.office.clocks import held_on
from skpweb.office.waiting import NEW, NEWS_DAYS, Row, Task, line
from skpweb.web.formats import tanggal

SAID = "said"
#: what home says of a konseling
CASES = {
    "reported": "Tindak lanjuti catatan rahasia",
    "scheduled": "Pertemuan terjadwal",
    "held": "Isi hasil pertemuan",
    "follow_up": "Tetapkan tindak lanjut catatan rahasia",
    "closed": "Catatan rahasia sudah selesai",
    "declined": "Catatan rahasia tidak dilanjutkan",
}
MEETINGS = ("scheduled", "held")  #: told with their day
TOLD = ("named", "wished")  #: the Pegawai writes his part first (p.79 e.3.a)
OVER = ("closed", "declined")  #: ask for nothing more


def rows(person: Actor, day: date) -> Sequence[sa.Select[Any]]:
    """What waits for me, for the one query of home."""
    return *_records(person, day), _said(person, day), *_cases(person, day)


def task(row: Row, _day: date) -> Task:
    """A line of home; a konseling shows no name and no subject: home is seen over a shoulder."""
    if row.kind in CASES:
        on = tanggal(row.day) if row.kind in MEETINGS else ""
        return Task(_case(row), CASES[row.kind], on, is_news=row.kind in OVER)
    if row.kind == SAID:
        url = url_for("guidance.show_paper", guidance_id=row.id, paper=PaperKind.FEEDBACK.value)
        text = f"Umpan balik bimbingan dari {row.full_name}"
        return Task(url, text, tanggal(row.day), tag=NEW, is_news=True)
    if row.kind in tuple(PaperKind):
        return _paper(row)
    name = label(GuidanceKind(row.detail)).lower()
    text = {
        "fill": f"Isi bagian Anda pada {name}",
        "confirm": f"Konfirmasi {name}",
        "answer": f"Isi bagian Anda pada {name} {row.name}",
        "wished": f"{row.name} meminta {name}, menunggu isian pegawai",
        "named": f"Anda ditunjuk membimbing {row.name}: {name}, menunggu isian pegawai",
    }[row.kind]
    url = url_for("guidance.show", guidance_id=row.id)
    return Task(url, text, row.text[:80], is_news=row.kind in TOLD)


def _case(row: Row) -> str:
    return url_for("guidance.show_case", counselling_id=row.id)


def _paper(row: Row) -> Task:
    """B.1.8 from the Pegawai, B.1.9 from whoever guided."""
    kind = PaperKind(row.kind)
    url = url_for("guidance.show_paper", guidance_id=row.id, paper=kind.value)
    whose = "" if kind is PaperKind.FEEDBACK else f" {row.name}"
    return Task(url, f"Isi {label(kind).lower()}{whose}", row.text[:80])


def _records(person: Actor, day: date) -> list[sa.Select[Any]]:
    """Bimbingan whose next step is mine, or for which the penilai named me."""
    mine = Skp.employee_id == person.employee_id
    guided = sa.and_(Guidance.guide_id == person.employee_id, ~mine)
    assessed = sa.exists().where(
        Posting.employee_id == Skp.employee_id,
        Posting.assessor_id == person.employee_id,
        held_on(day),
    )
    steps = (
        ("fill", mine, Guidance.state == GuidanceState.OPEN),
        ("confirm", mine, Guidance.state == GuidanceState.OFFERED),
        ("answer", guided, Guidance.state == GuidanceState.FILLED),
        ("named", guided, Guidance.state == GuidanceState.OPEN, ~assessed),
        ("wished", guided, Guidance.state == GuidanceState.OPEN, _is_wished(), assessed),
        (PaperKind.FEEDBACK.value, mine, _lacks(PaperKind.FEEDBACK)),
        (PaperKind.COMPETENCE.value, guided, _lacks(PaperKind.COMPETENCE)),
    )
    detail = sa.cast(Guidance.kind_of, sa.String)
    return [
        line(step, Guidance.id, Guidance.begun_on, Guidance.topic, detail, Employee)
        .select_from(Guidance)
        .join(Guidance.skp)
        .join(Skp.employee)
        .where(*conditions)
        for step, *conditions in steps
    ]


def _is_wished() -> sa.ColumnElement[bool]:
    """Begun by the Pegawai himself (p.78), and not come back to him since."""
    back = sa.case((Employee.back_title == "", ""), else_=", " + Employee.back_title)
    whole = sa.func.trim(Employee.front_title + " " + Employee.name) + back
    return sa.and_(Guidance.begun_by == whole, Guidance.note == "")


def _lacks(kind: PaperKind) -> sa.ColumnElement[bool]:
    """Both have signed, and this paper is not signed yet."""
    signed = sa.select(GuidancePaper.id).where(
        GuidancePaper.guidance_id == Guidance.id,
        GuidancePaper.kind_of == kind,
        GuidancePaper.state == PaperState.SIGNED,
    )
    return sa.and_(Guidance.state == GuidanceState.SIGNED, ~signed.exists())


def _said(person: Actor, day: date) -> sa.Select[Any]:
    """B.1.8 of late that was handed to me as the atasan of the pimpinan (p.83 g)."""
    me = person.employee_id
    return (
        line(SAID, Guidance.id, GuidancePaper.signed_on, whose=Employee)
        .select_from(GuidancePaper)
        .join(Guidance, Guidance.id == GuidancePaper.guidance_id)
        .join(Guidance.skp)
        .join(Skp.employee)
        .where(
            GuidancePaper.signed_on > day - timedelta(days=NEWS_DAYS),
            *queries.handed_to(me, day),
        )
    )


def _cases(person: Actor, day: date) -> list[sa.Select[Any]]:
    """Konseling in which the next word is mine, or that ended of late."""
    me, state = person.employee_id, Counselling.state
    mine = Skp.employee_id == me
    counsels, over = Counselling.counsellor_id == me, Counselling.meets_on < day
    scheduled = state == CounsellingState.SCHEDULED
    told = sa.or_(mine, Counselling.writer_id == me, Counselling.receiver_id == me)
    follows = _follows_up(me)
    recent = datetime.combine(day - timedelta(days=NEWS_DAYS), time(), UTC)
    kinds = (
        ("reported", state == CounsellingState.REPORTED, Counselling.receiver_id == me),
        ("scheduled", scheduled, ~over, sa.or_(counsels, mine)),
        ("held", scheduled, over, counsels),
        ("follow_up", follows, Counselling.note == ""),
        ("closed", Counselling.closed_at > recent, told, ~follows),
        ("declined", state == CounsellingState.DECLINED, Counselling.updated_at > recent,
         sa.or_(mine, Counselling.writer_id == me)),
    )  # fmt: skip
    on = sa.func.coalesce(Counselling.meets_on, Counselling.reported_on)
    return [
        line(kind, Counselling.id, on).join(Counselling.skp).where(*conditions)
        for kind, *conditions in kinds
    ]


def _follows_up(me: Any) -> sa.ColumnElement[bool]:
    """As ``domain.counselling.sets_follow_up`` says: closed, and reported to me."""
    independent = Counselling.counsellor_kind == CounsellorKind.INDEPENDENT
    nobody_above = sa.or_(independent, Counselling.senior_id.is_(None))
    return sa.and_(
        Counselling.state == CounsellingState.CLOSED,
        sa.or_(
            sa.and_(nobody_above, Counselling.receiver_id == me),
            sa.and_(~independent, sa.func.coalesce(Counselling.senior_id, 0) == me),
        ),
    )
