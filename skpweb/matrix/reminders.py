"""What home says of the matrix: roles that I am asked to take, and those declined in mine."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import url_for
from sqlalchemy.orm import aliased

from skpweb.domain.lifecycle import SkpState
from skpweb.domain.people import Actor
from skpweb.models.matrix import RoleCell, RoleResult
from skpweb.models.people import Employee
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.office.waiting import Row, Task, line

PROPOSED = ("Diusulkan", "info", "info")
DECLINED = ("Ditolak", "warn", "seru")


def rows(person: Actor, day: date) -> Sequence[sa.Select[Any]]:
    """What waits for me, for the one query of home: one line for each leader and SKP of mine."""
    mine = aliased(Skp)
    proposed = (
        line("proposed", mine.id, mine.ends_on, whose=Employee)
        .select_from(RoleResult)
        .join(RoleResult.cell)
        .join(RoleCell.skp)
        .join(Skp.employee)
        .join(mine, sa.and_(mine.employee_id == RoleCell.employee_id, mine.year_id == Skp.year_id))
        .where(
            RoleCell.employee_id == person.employee_id,
            RoleCell.proposed_at.is_not(None),
            RoleResult.declined == "",
            sa.between(day, mine.starts_on, mine.ends_on),
            ~_has_rhk(mine.id),
            ~_is_submitted(mine.id),
        )
        .distinct()
    )
    return proposed, _declined(person, day)


def task(row: Row, _day: date) -> Task:
    """A line of home."""
    if row.kind == "declined":
        url = url_for("matrix.show", skp_id=row.id)
        return Task(url, f"Peran hasil ditolak {row.full_name}", row.text, tag=DECLINED)
    url = url_for("matrix.take", skp_id=row.id)
    return Task(url, "Ambil peran hasil ke SKP Anda", f"Dari {row.full_name}", tag=PROPOSED)


def _declined(person: Actor, day: date) -> sa.Select[Any]:
    """Of my own matrix, until I reword the role, drop it or propose it again."""
    return (
        line("declined", Skp.id, Skp.ends_on, RoleResult.declined, whose=Employee)
        .select_from(RoleResult)
        .join(RoleResult.cell)
        .join(RoleCell.skp)
        .join(RoleCell.employee)
        .where(
            Skp.employee_id == person.employee_id,
            RoleResult.declined != "",
            sa.between(day, Skp.starts_on, Skp.ends_on),
            RoleResult.rhk_key.is_(None),
        )
        .distinct()
    )


def _has_rhk(skp_id: Any) -> Any:
    """The role was taken already; an RHK that was deleted can be taken again."""
    return (
        sa.exists()
        .where(Rhk.key == RoleResult.rhk_key, Rhk.version_ref == SkpVersion.id)
        .where(SkpVersion.skp_id == skp_id)
    )


def _is_submitted(skp_id: Any) -> Any:
    """With the penilai: nothing can be taken now."""
    return sa.exists().where(SkpVersion.skp_id == skp_id, SkpVersion.state == SkpState.SUBMITTED)
