"""What the papers of rencana aksi look at: steps, and the journal of a window in sums."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.documents.content import Done
from skpweb.documents.step_papers import Place
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.evidence import Evidence, entry_evidence
from skpweb.models.journal import ActionStep, JournalEntry
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.planning import Rhk, Skp
from skpweb.models.review import Evaluation

#: rows of the same three belong to one place
PLACE = (JournalEntry.step_id, JournalEntry.rhk_key, JournalEntry.duty)


def dossier(person: Actor, skp_id: int) -> Skp | None:
    """An SKP in force, with its parties."""
    found = evaluations.dossier(skp_id)
    return found if found is not None and found.in_force is not None else None


def evaluation(person: Actor, skp_id: int, window_id: int) -> Evaluation | None:
    """A window of such an SKP."""
    found = dossier(person, skp_id)
    return evaluations.evaluation_of(found, window_id) if found is not None else None


def all_steps(skp_id: int) -> Sequence[ActionStep]:
    """The rencana aksi of an SKP, archived ones too, with their targets. One query."""
    query = (
        sa.select(ActionStep)
        .where(ActionStep.skp_id == skp_id)
        .options(joinedload(ActionStep.targets))
        .order_by(ActionStep.order, ActionStep.id)
    )
    return db.session.scalars(query).unique().all()


def done(skp_id: int, window: EvaluationWindow) -> dict[Place, Done]:
    """The journal of a window by what it was done for. Two queries, whatever its length."""
    counts: dict[Place, dict[EntryState, int]] = defaultdict(lambda: defaultdict(int))
    amounts: dict[Place, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in db.session.execute(_sums(skp_id, window)):
        counts[_place(row)][row.state] += row.entries
        if row.state is EntryState.APPROVED and row.total is not None:
            amounts[_place(row)][row.unit] += row.total
    evidence = _evidence(skp_id, window)
    return {
        place: Done(
            approved=states[EntryState.APPROVED],
            waiting=states[EntryState.SUBMITTED],
            returned=states[EntryState.RETURNED],
            amounts=tuple(sorted(amounts[place].items())),
            evidence=tuple(evidence.get(place, ())),
        )
        for place, states in counts.items()
    }


def reported(rhks: Iterable[Rhk], skp_id: int, window_id: int) -> dict[str, list[str]]:
    """What was reported of each RHK's indicators, in their order. One query."""
    rows = {row.indicator_key: row for row in evaluations.realisations(skp_id, window_id)}
    return {
        rhk.key: [
            f"{one.statement}: {rows[one.key].text} {rows[one.key].evidence_url}".strip()
            for one in rhk.indicators
            if one.key in rows
        ]
        for rhk in rhks
    }


def _sums(skp_id: int, window: EvaluationWindow) -> sa.Select[Any]:
    return (
        sa.select(
            *PLACE,
            JournalEntry.unit,
            JournalEntry.state,
            sa.func.count().label("entries"),
            sa.func.sum(JournalEntry.realisation).label("total"),
        )
        .where(_in(skp_id, window), JournalEntry.state != EntryState.UNCONFIRMED)
        .group_by(*PLACE, JournalEntry.unit, JournalEntry.state)
    )


def _evidence(skp_id: int, window: EvaluationWindow) -> dict[Place, list[str]]:
    """Links and names of files of approved entries, each once, the newest first. One query."""
    chosen = sa.and_(_in(skp_id, window), JournalEntry.state == EntryState.APPROVED)
    newest = sa.func.max(JournalEntry.day).label("newest")
    links = (
        sa.select(*PLACE, JournalEntry.evidence_url.label("said"), newest)
        .where(chosen, JournalEntry.evidence_url != "")
        .group_by(*PLACE, JournalEntry.evidence_url)
    )
    files = (
        sa.select(*PLACE, Evidence.name.label("said"), newest)
        .join(entry_evidence, entry_evidence.c.entry_id == JournalEntry.id)
        .join(Evidence, Evidence.id == entry_evidence.c.evidence_id)
        .where(chosen)
        .group_by(*PLACE, Evidence.id, Evidence.name)
    )
    both = sa.union_all(links, files).subquery()
    found: dict[Place, list[str]] = defaultdict(list)
    rows = sa.select(both).order_by(both.c.newest.desc(), both.c.said)
    for row in db.session.execute(rows):
        found[_place(row)].append(row.said)
    return found


def _in(skp_id: int, window: EvaluationWindow) -> sa.ColumnElement[bool]:
    inside = JournalEntry.day.between(window.starts_on, window.ends_on)
    return sa.and_(JournalEntry.skp_id == skp_id, inside)


def _place(row: Any) -> Place:
    if row.step_id is not None:
        return ("step", str(row.step_id))
    return ("rhk", row.rhk_key) if row.rhk_key else ("duty", row.duty.value)
