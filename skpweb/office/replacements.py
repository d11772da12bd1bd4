"""A penilai who is gone for good: his people are assessed by his own superior (p.89)."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.people import Employee, Posting, held_between
from skpweb.office import postings


def hand_up(actor: Witness, gone: Employee, since: date, today: date) -> list[str]:
    """A new dated post with the atasan penilai for each of his people.

    Answers the names of those who have none and stay with him. Raises
    ``Refused`` where nobody is left to hand over, or nobody stands above him.
    """
    if since > today:
        raise Refused("Tanggalnya belum tiba. Tulis hari ini atau sebelumnya.")
    if gone.posting_on(today) is not None and gone.left_on is None:
        raise Refused("Nonaktifkan dulu pegawai ini, atau ganti penilainya satu per satu.")
    people = _assessed(gone.id, since)
    above = {one.id: _above(one, since) for one in people}
    left = [one.name for one in people if above[one.id] is None]
    if not people or len(left) == len(people):
        raise Refused("Tidak ada atasan pejabat penilai yang tercatat. Pilih penilai baru.")
    for one in people:
        if above[one.id] is not None:
            _hand(actor, one, above[one.id], since)
    return left


def _hand(actor: Witness, person: Employee, senior_id: int | None, since: date) -> None:
    post = person.posting_on(since)
    assert post is not None
    values = {name: getattr(post, name) for name in postings.FIELDS} | {
        "assessor_id": senior_id, "senior_assessor_id": None, "starts_on": since,
    }  # fmt: skip
    if post.starts_on == since:
        postings.correct(actor, person, post, values)
        return
    postings.transfer(actor, person, values | {"seconded_to": post.seconded_to})
    post.assessor_absent = True


def _assessed(employee_id: int, day: date) -> Sequence[Employee]:
    query = (
        sa.select(Employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .where(Posting.assessor_id == employee_id, held_between(day, day))
        .options(joinedload(Employee.postings))
    )
    return db.session.scalars(query).unique().all()


def _above(person: Employee, day: date) -> int | None:
    """The atasan penilai, or the next one upwards who is still there; never oneself."""
    post = person.posting_on(day)
    senior = db.session.get(Employee, post.senior_assessor_id or 0) if post else None
    seen = {person.id}
    while senior is not None and senior.id not in seen:
        if senior.left_on is None or senior.left_on >= day:
            return senior.id
        seen.add(senior.id)
        senior = _assessor_of(senior.id)
    return None


def _assessor_of(employee_id: int) -> Employee | None:
    query = (
        sa.select(Employee)
        .join(Posting, Posting.assessor_id == Employee.id)
        .where(Posting.employee_id == employee_id)
        .order_by(Posting.starts_on.desc())
        .limit(1)
    )
    return db.session.scalar(query)
