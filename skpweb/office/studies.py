"""Tugas belajar: what somebody studies, and how far he has come (p.62-65)."""

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain import study as rules
from skpweb.domain.lifecycle import Refused
from skpweb.domain.study import Course
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models.presence import Absence
from skpweb.models.special import Study
from skpweb.office import changes
from skpweb.office.changes import Values


def of(absence: Absence) -> Study | None:
    """What is recorded for an absence. One query."""
    return db.session.scalar(sa.select(Study).where(Study.absence_id == absence.id))


def record(actor: Witness, absence: Absence, values: Values) -> Study:
    """Set or change it. Raises ``Refused`` where the facts contradict each other."""
    _refuse(values)
    made = of(absence)
    if made is None:
        made = Study(absence_id=absence.id, **values)
        db.session.add(made)
        before, after = None, changes.plain(values)
    else:
        before, after = changes.apply(made, values)
    audit.record(actor, "study.set", made, before=before, after=after, owner_id=absence.employee_id)
    return made


def guide(study: Study) -> list[str]:
    """What the tables of p.63 say of it, in words for the penilai."""
    if study.dropped_out:
        return [rules.DROPPED]
    return [*_points(study), *_punctual(study)]


def _points(study: Study) -> list[str]:
    course = Course(study.degree, study.is_abroad, study.campus, study.programme)
    if study.gpa is None:
        return ["IPK belum tercatat."]
    found = rules.suggested(course, study.gpa)
    if found is None:
        return [
            f"IPK {rules.printed(study.gpa)}. Akreditasi program studinya di luar tabel panduan "
            f"({rules.TABLE_PAGE})."
        ]
    return [f"IPK {rules.printed(study.gpa)}: panduannya {label(found)} ({rules.TABLE_PAGE})."]


def _punctual(study: Study) -> list[str]:
    found = rules.graduation(study.due_on, study.graduated_on, study.is_extended)
    return [f"Ketepatan waktu kelulusan: {label(found).lower()} (halaman 63)."] if found else []


def _refuse(values: Values) -> None:
    if values["dropped_out"] and values["graduated_on"]:
        raise Refused("Pegawai yang tidak menyelesaikan studi tidak punya tanggal lulus.")
    if not values["is_abroad"] and not (values["campus"] and values["programme"]):
        raise Refused("Untuk studi di dalam negeri pilih akreditasi universitas dan program studi.")
