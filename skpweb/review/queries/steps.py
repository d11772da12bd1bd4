"""Rencana aksi that wait for the penilai, or for who stands in for him."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from skpweb.domain.lifecycle import SkpState, StepState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.journal import ActionStep
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Rhk, Skp, SkpVersion
from skpweb.review.queries.charge import may_decide

LIMIT = 200  #: rencana aksi on the page; the oldest come first, so nothing is left behind


@dataclass
class Proposal:
    """What one person proposes for one SKP, in the order of its RHK."""

    skp: Skp
    windows: Sequence[EvaluationWindow] = ()
    #: the RHK in words ("" where the SKP in force has it no longer) with its rencana aksi
    results: list[tuple[str, list[ActionStep]]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many rencana aksi wait."""
        return sum(len(steps) for _, steps in self.results)


def waiting_steps(person: Actor, day: date) -> int:
    """How many rencana aksi wait for a person's decision. One query."""
    query = _waiting(person, day, sa.select(sa.func.count(sa.distinct(ActionStep.id))))
    return db.session.scalar(query) or 0


def waiting(person: Actor, day: date) -> Sequence[ActionStep]:
    """The rencana aksi that wait for a person's decision, the oldest first. Two queries."""
    query = (
        _waiting(person, day, sa.select(ActionStep))
        .options(
            contains_eager(ActionStep.skp).contains_eager(Skp.employee),
            joinedload(ActionStep.targets),
        )
        .order_by(ActionStep.proposed_at, ActionStep.id)
        .limit(LIMIT)
    )
    found = db.session.scalars(query).unique().all()
    _load_parties({step.skp_id for step in found})
    return found


def by_person(steps: Sequence[ActionStep]) -> list[Proposal]:
    """Grouped per SKP and RHK; whoever waits longest comes first. At most two queries."""
    found: dict[int, Proposal] = {}
    for step in steps:
        found.setdefault(step.skp_id, Proposal(step.skp))
    if not found:
        return []
    words = _results(found)
    windows = _windows({step.skp.year_id for step in steps})
    for skp_id, proposal in found.items():
        own = [step for step in steps if step.skp_id == skp_id]
        proposal.windows = [one for one in windows if one.year_id == proposal.skp.year_id]
        proposal.results = _by_result(own, words.get(skp_id, {}))
    return list(found.values())


def _by_result(
    steps: list[ActionStep], words: dict[str, str]
) -> list[tuple[str, list[ActionStep]]]:
    """The RHK in their order, each with its rencana aksi; those without an RHK last."""
    grouped = [
        (text, [step for step in steps if step.rhk_key == key]) for key, text in words.items()
    ]
    loose = [step for step in steps if step.rhk_key not in words]
    return [(text, own) for text, own in [*grouped, ("", loose)] if own]


def _waiting(person: Actor, day: date, query: sa.Select) -> sa.Select:
    """Proposed under a running SKP whose penilai the person is, or stands in for."""
    return (
        query.join(ActionStep.skp)
        .join(Skp.employee)
        .join(Posting, Posting.employee_id == Employee.id)
        .where(
            ActionStep.state == StepState.PROPOSED,
            ActionStep.archived_at.is_(None),
            Skp.ends_on >= day,
            *may_decide(person, day),
        )
    )


def _load_parties(ids: set[int]) -> None:
    """Postings and versions of the dossiers, so that rules can be asked."""
    if not ids:
        return
    db.session.scalars(
        sa.select(Skp)
        .where(Skp.id.in_(ids))
        .options(
            joinedload(Skp.year),
            joinedload(Skp.versions),
            joinedload(Skp.employee).joinedload(Employee.postings),
        )
        .execution_options(populate_existing=True)
    ).unique().all()


def _results(skp_ids: dict[int, Proposal]) -> dict[int, dict[str, str]]:
    """SKP id -> key of an RHK in force -> "2. its words", in order."""
    rows = db.session.execute(
        sa.select(SkpVersion.skp_id, Rhk.key, Rhk.statement)
        .join(Rhk.version)
        .where(SkpVersion.skp_id.in_(skp_ids), SkpVersion.state == SkpState.APPROVED)
        .order_by(SkpVersion.skp_id, Rhk.kind.desc(), Rhk.order, Rhk.id)
    )
    found: dict[int, dict[str, str]] = {}
    for skp_id, key, statement in rows:
        own = found.setdefault(skp_id, {})
        own[key] = f"{len(own) + 1}. {statement}"
    return found


def _windows(year_ids: set[int]) -> Sequence[EvaluationWindow]:
    """The periodic windows of some years, in order."""
    return db.session.scalars(
        sa.select(EvaluationWindow)
        .where(EvaluationWindow.year_id.in_(year_ids), EvaluationWindow.number > 0)
        .order_by(EvaluationWindow.year_id, EvaluationWindow.order)
    ).all()
