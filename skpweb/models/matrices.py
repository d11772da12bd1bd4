"""A matriks pembagian peran dan hasil put together: columns, people, cells.

Nothing is copied when the leader revises: columns are always those of his SKP in force
(his draft before that), and cells of a column that is gone are shown apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.domain.lifecycle import SkpState
from skpweb.domain.people import Parties
from skpweb.domain.terms import Form
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.matrix import RoleCell, RoleResult
from skpweb.models.matrix_rows import Row, rows
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion


@dataclass(frozen=True)
class Column:
    """What people support: an indicator of a head, an RHK of a ketua tim."""

    key: str
    rhk_key: str
    number: int
    text: str
    rhk_text: str = ""  #: the RHK above an indicator
    is_gone: bool = False  #: the leader dropped it; only its cells remember it

    @property
    def words(self) -> str:
        """What a cell remembers of its column."""
        return self.text if self.text == self.rhk_text else f"{self.rhk_text}\n{self.text}"


@dataclass(frozen=True)
class RoleMatrix:
    """A leader's matrix for the period of his SKP."""

    skp: Skp
    columns: list[Column]
    rows: list[Row]
    cells: dict[tuple[int, str], RoleCell]
    live: dict[str, SkpState] = field(default_factory=dict)  #: RHK made of roles

    def parties(self, day: date) -> Parties:
        """As the leader's SKP says, and everybody who stands in the matrix."""
        known = self.skp.parties(day)
        ids = frozenset(row.employee.id for row in self.rows)
        return Parties(
            owner_id=known.owner_id,
            assessor_id=known.assessor_id,
            senior_assessor_id=known.senior_assessor_id,
            earlier_assessor_ids=known.earlier_assessor_ids,
            member_ids=ids,
        )

    @property
    def kept(self) -> list[Column]:
        """The columns there are."""
        return [one for one in self.columns if not one.is_gone]

    @property
    def is_leader(self) -> bool:
        """Whether the columns are indicators (a head), not RHK (a ketua tim)."""
        return self.skp.form is Form.LEADER

    def cell(self, employee_id: int, key: str) -> RoleCell | None:
        """A cell that says something."""
        found = self.cells.get((employee_id, key))
        return found if found is not None and found.results else None

    def row(self, employee_id: int) -> Row | None:
        """The row of a person."""
        return next((row for row in self.rows if row.employee.id == employee_id), None)

    def column(self, key: str) -> Column | None:
        """A column that is still there."""
        return next((one for one in self.kept if one.key == key), None)

    @property
    def unsupported(self) -> list[Column]:
        """Columns that nobody has a role under."""
        filled = {key for (_, key), cell in self.cells.items() if cell.results}
        return [one for one in self.kept if one.key not in filled]

    @property
    def idle(self) -> list[Row]:
        """People without any role under a column that is still there."""
        keys = [one.key for one in self.kept]
        return [row for row in self.rows if not any(self.cell(row.employee.id, k) for k in keys)]

    def state(self, result: RoleResult) -> SkpState | None:
        """How far the RHK is that was made of a role; None where there is none."""
        return self.live.get(result.rhk_key or "")


def load(skp_id: int) -> RoleMatrix | None:
    """A matrix with everything its pages show. Five queries."""
    skp = evaluations.dossier(skp_id)
    if skp is None:
        return None
    cells = _cells(skp_id)
    columns = _columns(skp)
    return RoleMatrix(
        skp, [*columns, *_gone(columns, cells)], rows(skp, cells),
        {(one.employee_id, one.column_key): one for one in cells}, _live(skp_id),
    )  # fmt: skip


def _columns(skp: Skp) -> list[Column]:
    version = skp.in_force or skp.current
    rhks = db.session.scalars(
        sa.select(Rhk)
        .where(Rhk.version_ref == version.id)
        .options(joinedload(Rhk.indicators))
        .order_by(Rhk.kind.desc(), Rhk.order, Rhk.id)
    )
    pairs = [pair for rhk in rhks.unique() for pair in _heads(rhk, skp.form)]
    return [
        Column(one.key, rhk.key, number, one.statement or rhk.statement, rhk.statement)
        for number, (one, rhk) in enumerate(pairs, start=1)
        if rhk.statement
    ]


def _heads(rhk: Rhk, form: Form) -> list[tuple[Indicator | Rhk, Rhk]]:
    """What of an RHK stands at the head of columns (steps a.1 and b.5 of p.47-48)."""
    if form is Form.LEADER and rhk.indicators:
        return [(one, rhk) for one in rhk.indicators]
    return [(rhk, rhk)]


def _gone(columns: Iterable[Column], cells: Iterable[RoleCell]) -> list[Column]:
    """Columns that only cells remember."""
    known = {one.key for one in columns}
    lost = {one.column_key: one for one in cells if one.results and one.column_key not in known}
    return [
        Column(key, one.rhk_key, 0, one.column_text, one.column_text, is_gone=True)
        for key, one in lost.items()
    ]


def _cells(skp_id: int) -> list[RoleCell]:
    query = (
        sa.select(RoleCell)
        .where(RoleCell.skp_id == skp_id)
        .options(joinedload(RoleCell.results))
        .order_by(RoleCell.id)
        .execution_options(populate_existing=True)
    )
    return list(db.session.scalars(query).unique())


def _live(skp_id: int) -> dict[str, SkpState]:
    """RHK made of roles, by key: approved wins over a draft beside it."""
    query = (
        sa.select(Rhk.key, SkpVersion.state)
        .join(Rhk.version)
        .join(RoleResult, RoleResult.rhk_key == Rhk.key)
        .join(RoleResult.cell)
        .where(RoleCell.skp_id == skp_id, SkpVersion.state != SkpState.SUPERSEDED)
        .order_by(SkpVersion.state == SkpState.APPROVED)
    )
    return {key: state for key, state in db.session.execute(query)}
