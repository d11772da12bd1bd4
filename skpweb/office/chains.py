"""Who assesses whom, as a map, and whether it would run in a circle."""

from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.people import Employee, Posting, held_between


def assessors_on(day: date) -> dict[int, int | None]:
    """Employee id -> id of the penilai on ``day``, for everybody in a post. One query."""
    rows = db.session.execute(
        sa.select(Posting.employee_id, Posting.assessor_id)
        .where(
            held_between(day, day),
        )
        .order_by(Posting.starts_on)
    )
    return {row.employee_id: row.assessor_id for row in rows}


def circle(links: Mapping[int, int | None], start: int) -> list[int]:
    """The ids of a circle that runs through ``start``, beginning with it; [] if there is none."""
    path, current = [start], links.get(start)
    while current is not None and current not in path:
        path.append(current)
        current = links.get(current)
    return path if current == start else []


def refuse_circle(employee_id: int, assessor_id: int | None, day: date) -> None:
    """Raise ``Refused`` where the new penilai would, over others, be assessed by the Pegawai."""
    if assessor_id == employee_id:
        raise Refused("Pegawai tidak dapat menilai dirinya sendiri. Pilih penilai lain.")
    found = circle(assessors_on(day) | {employee_id: assessor_id}, employee_id)
    if found:
        people = sa.select(Employee.id, Employee.name).where(Employee.id.in_(found))
        names = dict(db.session.execute(people).all())
        chain = " → ".join(names[i] for i in [*found, employee_id])
        raise Refused(f"Rantai penilai berputar: {chain}. Pilih penilai lain.")


def circles(links: dict[int, int | None]) -> list[list[int]]:
    """All circles of a map in which everybody points at one other at most."""
    found: list[list[int]] = []
    done: set[int] = set()
    for start in links:
        path: dict[int, int] = {}
        current: int | None = start
        while current is not None and current not in done and current not in path:
            path[current] = len(path)
            current = links.get(current)
        if current is not None and current in path:
            found.append(list(path)[path[current] :])
        done |= path.keys()
    return found
