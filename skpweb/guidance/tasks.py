"""What waits for a person in pembinaan: lines for the home page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from flask import url_for
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain.guidance_forms import PaperKind
from skpweb.domain.states import CounsellingState, GuidanceState, PaperState
from skpweb.extensions import db
from skpweb.guidance import confidential
from skpweb.labels import label
from skpweb.models.counselling import Counselling
from skpweb.models.guidance import Guidance
from skpweb.models.planning import Skp
from skpweb.web.formats import tanggal


@dataclass(frozen=True)
class Line:
    """One thing to do: where, what, and about what."""

    url: str
    text: str
    sub: str = ""


def waiting(employee_id: int) -> list[Line]:
    """Parts to write, signatures to give. Two queries."""
    found = [line for one in _records(employee_id) for line in _lines(one, employee_id)]
    return found + [
        line for one in confidential.of(employee_id) for line in _case(one, employee_id)
    ]


def _records(employee_id: int) -> Sequence[Guidance]:
    query = (
        sa.select(Guidance)
        .join(Guidance.skp)
        .where(
            sa.or_(Skp.employee_id == employee_id, Guidance.guide_id == employee_id),
            Guidance.state != GuidanceState.CANCELLED,
        )
        .options(contains_eager(Guidance.skp).joinedload(Skp.employee), joinedload(Guidance.papers))
        .order_by(Guidance.begun_on, Guidance.id)
        .limit(100)
    )
    return db.session.scalars(query).unique().all()


def _lines(one: Guidance, me: int) -> Iterator[Line]:
    is_owner, name = one.skp.employee_id == me, label(one.kind_of).lower()
    url, about = url_for("guidance.show", guidance_id=one.id), one.topic[:80]
    if is_owner and one.state is GuidanceState.OPEN:
        yield Line(url, f"Isi bagian Anda pada {name}", about)
    elif is_owner and one.state is GuidanceState.OFFERED:
        yield Line(url, f"Konfirmasi {name}", about)
    elif not is_owner and one.state is GuidanceState.FILLED:
        yield Line(url, f"Isi bagian Anda pada {name} {one.skp.employee.name}", about)
    elif one.state is GuidanceState.SIGNED:
        yield from _paper(one, is_owner)


def _paper(one: Guidance, is_owner: bool) -> Iterator[Line]:
    """B.1.8 from the Pegawai, B.1.9 from whoever guided."""
    kind = PaperKind.FEEDBACK if is_owner else PaperKind.COMPETENCE
    paper = one.paper(kind)
    if paper is not None and paper.state is PaperState.SIGNED:
        return
    url = url_for("guidance.show_paper", guidance_id=one.id, paper=kind.value)
    whose = "" if is_owner else f" {one.skp.employee.name}"
    yield Line(url, f"Isi {label(kind).lower()}{whose}", one.topic[:80])


def _case(one: Counselling, me: int) -> Iterator[Line]:
    """Without the subject of the konseling: home may be seen over a shoulder."""
    url = url_for("guidance.show_case", counselling_id=one.id)
    if one.state is CounsellingState.REPORTED and one.receiver_id == me:
        yield Line(url, "Tindak lanjuti catatan rahasia")
    elif one.state is CounsellingState.SCHEDULED and me in (one.counsellor_id, one.skp.employee_id):
        yield Line(url, "Pertemuan terjadwal", tanggal(one.meets_on) if one.meets_on else "")
