"""What the planning pages load, each through the person who asks."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain.lifecycle import SkpState
from skpweb.domain.people import Actor
from skpweb.domain.progress import REVISES
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models import evaluations, versions
from skpweb.models.dialogues import ProgressNote
from skpweb.models.matrix import RoleCell
from skpweb.models.organisation import PerformanceYear
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion


def skp(person: Actor, skp_id: int) -> Skp | None:
    """A dossier with its parties; the rows of its newest version and the one in force."""
    found = evaluations.dossier(skp_id)
    if found is not None:
        in_force = [found.in_force] if found.in_force is not None else []
        versions.with_rows(found.current, *in_force)
    return found


def version(person: Actor, skp_id: int, number: int) -> SkpVersion | None:
    """One version of a dossier with its rows, and those of the version in force."""
    found = evaluations.dossier(skp_id)
    matching = [one for one in found.versions if one.number == number] if found else []
    if found is None or not matching:
        return None
    # the page of a revision compares it with the version in force
    in_force = [found.in_force] if found.in_force is not None else []
    return versions.with_rows(matching[0], *in_force)


def rhk(person: Actor, rhk_id: int) -> Rhk | None:
    """An RHK of a newest version, with its dossier and all rows."""
    skp_id = db.session.scalar(
        sa.select(SkpVersion.skp_id).join(SkpVersion.rhks).where(Rhk.id == rhk_id)
    )
    dossier = skp(person, skp_id) if skp_id is not None else None
    found = [one for one in dossier.current.rhks if one.id == rhk_id] if dossier else []
    return found[0] if found else None


def indicator(person: Actor, indicator_id: int) -> Indicator | None:
    """An indicator of a newest version, with its dossier and all rows."""
    rhk_id = db.session.scalar(sa.select(Indicator.rhk_id).where(Indicator.id == indicator_id))
    owner = rhk(person, rhk_id) if rhk_id is not None else None
    found = [one for one in owner.indicators if one.id == indicator_id] if owner else []
    return found[0] if found else None


def mine(person: Actor) -> Sequence[Skp]:
    """My dossiers, the newest first."""
    return (
        db.session.scalars(
            sa.select(Skp)
            .where(Skp.employee_id == person.employee_id)
            .options(joinedload(Skp.versions), joinedload(Skp.posting), joinedload(Skp.year))
            .order_by(Skp.starts_on.desc())
        )
        .unique()
        .all()
    )


def years() -> Sequence[PerformanceYear]:
    """The performance years that have been prepared, the newest first."""
    return db.session.scalars(
        sa.select(PerformanceYear).order_by(PerformanceYear.year.desc())
    ).all()


def employee(person: Actor) -> Employee:
    """Myself with my posts, locked: two new SKP cannot slip past each other."""
    return (
        db.session.scalars(
            sa.select(Employee)
            .where(Employee.id == person.employee_id)
            .options(joinedload(Employee.postings))
            .with_for_update(of=Employee)
        )
        .unique()
        .one()
    )


def overlapping(employee_id: int, first: date, last: date, but: int | None = None) -> Skp | None:
    """An SKP of a person, other than ``but``, that touches some days."""
    query = sa.select(Skp).where(
        Skp.employee_id == employee_id, Skp.starts_on <= last, Skp.ends_on >= first
    )
    with db.session.no_autoflush:
        return db.session.scalar(query if but is None else query.where(Skp.id != but))


def last_day_planned(employee_id: int, year: PerformanceYear) -> date | None:
    """The last day of a year that an SKP of a person covers."""
    return db.session.scalar(
        sa.select(sa.func.max(Skp.ends_on)).where(
            Skp.employee_id == employee_id, Skp.year_id == year.id
        )
    )


def superior_rhks(skp: Skp, day: date) -> Sequence[Rhk]:
    """The RHK in force of my penilai and atasan penilai this year, with indicators.

    And those of leaders in whose matrix I have a role, in force or still a draft.
    """
    parties = skp.parties(day)
    superiors = [parties.assessor_id, parties.senior_assessor_id]
    return (
        db.session.scalars(
            sa.select(Rhk)
            .join(Rhk.version)
            .join(SkpVersion.skp)
            .join(Skp.employee)
            .options(
                contains_eager(Rhk.version)
                .contains_eager(SkpVersion.skp)
                .contains_eager(Skp.employee),
                joinedload(Rhk.indicators),
            )
            .where(Skp.year_id == skp.year_id, _is_above(skp, superiors))
            .order_by(Employee.id != parties.assessor_id, Rhk.kind.desc(), Rhk.order, Rhk.id)
        )
        .unique()
        .all()
    )


def _is_above(skp: Skp, superiors: Sequence[int | None]) -> sa.ColumnElement[bool]:
    """In force at a superior's, or supported by a role of the owner of ``skp``."""
    roles = sa.select(RoleCell.rhk_key).where(RoleCell.employee_id == skp.employee_id)
    is_first = sa.and_(SkpVersion.number == 1, SkpVersion.state != SkpState.SUPERSEDED)
    known = [one for one in superiors if one is not None]
    is_in_force = SkpVersion.state == SkpState.APPROVED
    return sa.or_(
        sa.and_(Skp.employee_id.in_(known), is_in_force),
        sa.and_(Rhk.key.in_(roles), sa.or_(is_in_force, is_first)),
    )


def sources(skp: Skp) -> Sequence[SkpVersion]:
    """What may be copied: my own earlier SKP, and approved ones of the same post."""
    query = (
        sa.select(SkpVersion)
        .join(SkpVersion.skp)
        .join(Skp.employee)
        .join(Skp.posting)
        .options(
            contains_eager(SkpVersion.skp).options(
                contains_eager(Skp.employee), contains_eager(Skp.posting)
            )
        )
        .where(
            SkpVersion.state == SkpState.APPROVED,
            Skp.id != skp.id,
            Skp.form == skp.form,
            sa.or_(
                Skp.employee_id == skp.employee_id,
                sa.func.lower(Posting.position_name) == skp.posting.position_name.lower(),
            ),
        )
        .order_by(Skp.employee_id != skp.employee_id, Skp.starts_on.desc())
        .limit(20)
    )
    return db.session.scalars(query).all()


def revision_reason(skp: Skp, progress_id: int) -> str:
    """Why an SKP is to change, as the penilai wrote with what he saw; empty without (p.70)."""
    note = db.session.get(ProgressNote, progress_id) if progress_id else None
    if note is None or note.skp_id != skp.id:
        return ""
    what = "; ".join(label(one) for one in note.follows if one in REVISES)
    return f"{what}: {note.plan}" if what else ""
