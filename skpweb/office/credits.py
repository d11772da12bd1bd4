"""Angka kredit of a person, from the predicates that are in force."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain import credit
from skpweb.domain.credit import Conversion
from skpweb.domain.credit_rows import Rated, of_skp
from skpweb.domain.lifecycle import EvaluationState
from skpweb.domain.people import Parties
from skpweb.domain.terms import JobLevel
from skpweb.extensions import db
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation


@dataclass(frozen=True)
class Collector:
    """A person with his posts; he, his superiors and the team may look."""

    employee: Employee

    def parties(self, day: date) -> Parties:
        """As his post of the day says."""
        post = self.employee.posting_on(day)
        return Parties(
            owner_id=self.employee.id,
            assessor_id=post.assessor_id if post else None,
            senior_assessor_id=post.senior_assessor_id if post else None,
        )


@dataclass(frozen=True)
class Account:
    """What was collected in the present jenjang, up to and including the newest year."""

    level: JobLevel
    rows: Sequence[Conversion] = ()
    former: Sequence[Conversion] = field(default=())  #: of another jenjang: counted from zero

    @property
    def year(self) -> int | None:
        """The newest year with a conversion."""
        return max((row.year for row in self.rows), default=None)

    @property
    def before(self) -> Fraction:
        """Lama: all but the newest year."""
        return credit.total(row for row in self.rows if row.year != self.year)

    @property
    def now(self) -> Fraction:
        """Baru: the newest year."""
        return self.total - self.before

    @property
    def total(self) -> Fraction:
        """Jumlah."""
        return credit.total(self.rows)

    def lack(self, minimum: int | None) -> Fraction | None:
        """What is missing to a minimum; None where there is none."""
        return None if minimum is None else credit.shortage(self.total, minimum)


def collector(employee_id: int) -> Collector | None:
    """A person with his posts. One query."""
    query = sa.select(Employee).where(Employee.id == employee_id)
    found = db.session.scalars(query.options(joinedload(Employee.postings))).unique().one_or_none()
    return Collector(found) if found is not None else None


def account(employee: Employee, day: date) -> Account:
    """His conversions. Raises ``NoCredit``, with the reason, for who collects none. One query."""
    post = employee.posting_on(day) or (employee.postings[-1] if employee.postings else None)
    if post is None:
        raise credit.NoCredit("Belum ada penempatan yang tercatat.")
    credit.require_entitled(employee.status, post.position_kind)
    if post.job_level is None:
        raise credit.NoCredit(
            "Jenjang jabatan fungsional belum tercatat. Minta tim pengelola kinerja melengkapinya."
        )
    found = _rated(employee.id)
    rows = [
        row
        for (skp, rated), former in zip(found, [None, *found], strict=False)
        for row in _rows(skp, rated, _since(skp, rated, former))
    ]
    mine = [row for row in rows if row.level is post.job_level]
    return Account(post.job_level, mine, [row for row in rows if row.level is not post.job_level])


def _rows(skp: Skp, rated: Sequence[Evaluation], since: date) -> list[Conversion]:
    level = skp.posting.job_level
    return of_skp(since, skp.ends_on, level, [_of(one, since) for one in rated]) if level else []


def _of(one: Evaluation, since: date) -> Rated:
    skp, window = one.skp, one.window
    assert one.predicate is not None  # the query asks for rated ones
    first, last = max(since, window.starts_on), min(skp.ends_on, window.ends_on)
    return Rated(first, last, one.predicate, window.is_annual)


def _since(
    skp: Skp, rated: Sequence[Evaluation], former: tuple[Skp, list[Evaluation]] | None
) -> date:
    """From when an SKP counts: the window in which he moved is all the new unit's (p.91)."""
    if former is None or former[0].ends_on + timedelta(days=1) != skp.starts_on:
        return skp.starts_on
    done = {one.window_id for one in former[1]}
    whole = (one.window for one in rated if one.window_id not in done and not one.window.is_annual)
    return min([skp.starts_on, *(window.starts_on for window in whole)])


def _rated(employee_id: int) -> list[tuple[Skp, list[Evaluation]]]:
    query = (
        sa.select(Evaluation)
        .join(Evaluation.skp)
        .join(Evaluation.window)
        .join(Posting, Posting.id == Skp.posting_id)
        .options(
            contains_eager(Evaluation.skp).joinedload(Skp.posting),
            contains_eager(Evaluation.window),
        )
        .where(Skp.employee_id == employee_id, Evaluation.state == EvaluationState.RATED)
        .order_by(Skp.starts_on, Skp.id)
    )
    found: dict[int, tuple[Skp, list[Evaluation]]] = {}
    for one in db.session.scalars(query):
        found.setdefault(one.skp_id, (one.skp, []))[1].append(one)
    return list(found.values())
