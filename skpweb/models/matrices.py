"""A matriks pembagian peran dan hasil put together: columns, people, cells.

Nothing is copied when the leader revises: columns are always those of his SKP in force
(his draft before that), and cells of a column that is gone are shown apart.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
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
        ids = frozenset(row.employee.id for row in self.rows)
        return replace(self.skp.parties(day), member_ids=ids)

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

    def may_propose(self, employee_id: int) -> bool:
        """Whether a person has a role that he was not asked yet to take, or that he declined."""
        found = (self.cell(employee_id, one.key) for one in self.kept)
        return any(
            any(
                self.state(one) is None and (cell.proposed_at is None or one.declined)
                for one in cell.results
            )
            for cell in found
            if cell is not None
        )

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
    """A matrix with everything its pages show. Six queries."""
    return load_all([skp_id]).get(skp_id)


def load_all(skp_ids: Collection[int]) -> dict[int, RoleMatrix]:
    """Matrices by the id of their SKP. Six queries, however many."""
    skps = evaluations.dossiers(Skp.id.in_(skp_ids))
    if not skps:
        return {}
    ids = [skp.id for skp in skps]
    columns, people, live = _columns(skps), rows(skps), _live(ids)
    cells: dict[int, list[RoleCell]] = {skp_id: [] for skp_id in ids}
    for cell in _cells(ids):
        cells[cell.skp_id].append(cell)
    return {
        skp.id: RoleMatrix(
            skp, [*columns[skp.id], *_gone(columns[skp.id], cells[skp.id])], people[skp.id],
            {(one.employee_id, one.column_key): one for one in cells[skp.id]}, live,
        )
        for skp in skps
    }  # fmt: skip


def _columns(skps: Collection[Skp]) -> dict[int, list[Column]]:
    """For each SKP the columns of the version in force; of the draft before that."""
    versions = {(skp.in_force or skp.current).id: skp for skp in skps}
    rhks = db.session.scalars(
        sa.select(Rhk)
        .where(Rhk.version_ref.in_(versions))
        .options(joinedload(Rhk.indicators))
        .order_by(Rhk.kind.desc(), Rhk.order, Rhk.id)
    )
    pairs: dict[int, list[tuple[Indicator | Rhk, Rhk]]] = {skp.id: [] for skp in skps}
    for rhk in rhks.unique():
        skp = versions[rhk.version_ref]
        pairs[skp.id] += _heads(rhk, skp.form)
    return {skp_id: _numbered(found) for skp_id, found in pairs.items()}


def _numbered(pairs: Iterable[tuple[Indicator | Rhk, Rhk]]) -> list[Column]:
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


def _cells(skp_ids: Collection[int]) -> Iterable[RoleCell]:
    query = (
        sa.select(RoleCell)
        .where(RoleCell.skp_id.in_(skp_ids))
        .options(joinedload(RoleCell.results))
        .order_by(RoleCell.id)
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(query).unique()


def _live(skp_ids: Collection[int]) -> dict[str, SkpState]:
    """RHK made of roles, by key: approved wins over a draft beside it."""
    query = (
        sa.select(Rhk.key, SkpVersion.state)
        .join(Rhk.version)
        .join(RoleResult, RoleResult.rhk_key == Rhk.key)
        .join(RoleResult.cell)
        .where(RoleCell.skp_id.in_(skp_ids), SkpVersion.state != SkpState.SUPERSEDED)
        .order_by(SkpVersion.state == SkpState.APPROVED)
    )
    return {key: state for key, state in db.session.execute(query)}
