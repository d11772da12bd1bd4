"""What waits for a person in pembinaan: parts to write, signatures to give."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import url_for

from skpweb.domain.guidance_forms import GuidanceKind, PaperKind
from skpweb.domain.people import Actor
from skpweb.domain.states import CounsellingState, GuidanceState, PaperState
from skpweb.labels import label
from skpweb.models.counselling import Counselling
from skpweb.models.guidance import Guidance, GuidancePaper
from skpweb.models.people import Employee
from skpweb.models.planning import Skp
from skpweb.office.waiting import Row, Task, line
from skpweb.web.formats import tanggal


def rows(person: Actor, _day: date) -> Sequence[sa.Select[Any]]:
    """What waits for me, for the one query of home."""
    return *_records(person), _reported(person), _scheduled(person)


def task(row: Row, _day: date) -> Task:
    """A line of home; a konseling shows no name and no subject: home is seen over a shoulder."""
    if row.kind == "reported":
        return Task(_case(row), "Tindak lanjuti catatan rahasia")
    if row.kind == "scheduled":
        return Task(_case(row), "Pertemuan terjadwal", tanggal(row.day))
    if row.kind in tuple(PaperKind):
        return _paper(row)
    name = label(GuidanceKind(row.detail)).lower()
    text = {
        "fill": f"Isi bagian Anda pada {name}",
        "confirm": f"Konfirmasi {name}",
        "answer": f"Isi bagian Anda pada {name} {row.name}",
    }[row.kind]
    return Task(url_for("guidance.show", guidance_id=row.id), text, row.text[:80])


def _case(row: Row) -> str:
    return url_for("guidance.show_case", counselling_id=row.id)


def _paper(row: Row) -> Task:
    """B.1.8 from the Pegawai, B.1.9 from whoever guided."""
    kind = PaperKind(row.kind)
    url = url_for("guidance.show_paper", guidance_id=row.id, paper=kind.value)
    whose = "" if kind is PaperKind.FEEDBACK else f" {row.name}"
    return Task(url, f"Isi {label(kind).lower()}{whose}", row.text[:80])


def _records(person: Actor) -> list[sa.Select[Any]]:
    """Bimbingan whose next step is mine."""
    mine = Skp.employee_id == person.employee_id
    guided = sa.and_(Guidance.guide_id == person.employee_id, ~mine)
    steps = (
        ("fill", mine, Guidance.state == GuidanceState.OPEN),
        ("confirm", mine, Guidance.state == GuidanceState.OFFERED),
        ("answer", guided, Guidance.state == GuidanceState.FILLED),
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


def _lacks(kind: PaperKind) -> sa.ColumnElement[bool]:
    """Both have signed, and this paper is not signed yet."""
    signed = sa.select(GuidancePaper.id).where(
        GuidancePaper.guidance_id == Guidance.id,
        GuidancePaper.kind_of == kind,
        GuidancePaper.state == PaperState.SIGNED,
    )
    return sa.and_(Guidance.state == GuidanceState.SIGNED, ~signed.exists())


def _reported(person: Actor) -> sa.Select[Any]:
    return line("reported", Counselling.id, Counselling.reported_on).where(
        Counselling.state == CounsellingState.REPORTED,
        Counselling.receiver_id == person.employee_id,
    )


def _scheduled(person: Actor) -> sa.Select[Any]:
    me = person.employee_id
    return (
        line("scheduled", Counselling.id, Counselling.meets_on)
        .join(Counselling.skp)
        .where(
            Counselling.state == CounsellingState.SCHEDULED,
            sa.or_(Counselling.counsellor_id == me, Skp.employee_id == me),
        )
    )
