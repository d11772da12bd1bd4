"""Ready-made records for tests: an approved SKP, steps, entries, windows."""

from datetime import date

import sqlalchemy as sa

from skpweb.domain.ratings import OrganisationLevel
from skpweb.domain.terms import Approach, Aspect
from skpweb.extensions import db
from skpweb.models.journal import ActionStep
from skpweb.models.organisation import EvaluationWindow, OrganisationResult
from skpweb.models.people import Employee
from skpweb.office.demo import skps
from skpweb.office.demo.people import Actor
from skpweb.office.demo.plans import Plan, Result
from skpweb.office.demo.years import loaded
from tests.office import YEAR, SmallOffice

PLAN = Plan(
    "iwan",
    (
        Result("P1", None, "Terverifikasinya berkas permohonan layanan secara benar", (
            (Aspect.QUANTITY, "Berkas diverifikasi", "2.000 berkas", ""),
            (Aspect.QUALITY, "Verifikasi tanpa koreksi", "≥ 97 %", ""))),
        Result("P2", None, "Tersedianya rekapitulasi layanan bulanan", (
            (Aspect.QUANTITY, "Laporan", "12 laporan", ""),)),
    ),
)  # fmt: skip


def actor(office: SmallOffice, nick: str) -> Actor:
    """A person of the test office, as the verbs want him."""
    name = db.session.scalar(sa.select(Employee.name).where(Employee.id == office.ids[nick]))
    return Actor(office.ids[nick], None, name, "")


def draft_skp(office: SmallOffice, who: str = "iwan") -> int:
    """An SKP of the year, still to be submitted; its id. Commits."""
    version = skps.write(
        PLAN, actor(office, who), loaded(YEAR), (date(YEAR, 1, 1), date(YEAR, 12, 31)),
        Approach.QUANTITATIVE, {},
    )  # fmt: skip
    skp_id = version.skp_id
    db.session.commit()
    return skp_id


def approved_skp(office: SmallOffice, who: str = "iwan", by: str = "kasi") -> int:
    """An SKP of the year, submitted and approved; its id. Commits."""
    skp_id = draft_skp(office, who)
    skps.submit(skp_id, actor(office, who), date(YEAR, 1, 10))
    skps.approve(skp_id, actor(office, by), date(YEAR, 1, 12))
    db.session.commit()
    return skp_id


def step(skp_id: int, statement: str = "Memverifikasi berkas") -> int:
    """A rencana aksi under the first RHK; its id. Commits."""
    key = rows(skp_id)[0].key
    made = ActionStep(skp_id=skp_id, rhk_key=key, statement=statement, unit="berkas")
    db.session.add(made)
    db.session.commit()
    return made.id


def rows(skp_id: int) -> list[object]:
    """The RHK of an SKP with their indicators."""
    return list(skps.with_rows(skp_id).rhks)


def window(number: int) -> int:
    """Id of a window of the year: 1-4, 0 for the annual one."""
    found = db.session.scalar(
        sa.select(EvaluationWindow.id).where(EvaluationWindow.number == number)
    )
    assert found is not None
    return found


def organisation_result(office: SmallOffice, number: int) -> None:
    """The unit's result of a window: Baik. Commits."""
    db.session.add(
        OrganisationResult(
            unit_id=office.unit_id,
            window_id=window(number),
            level=OrganisationLevel.GOOD,
            basis="Keputusan Bupati",
            decided_on=date(YEAR, 9, 30),
        )  # fmt: skip
    )
    db.session.commit()
