"""Finding a file of evidence, and who may open it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb.domain import people
from skpweb.domain.people import Actor, Parties
from skpweb.extensions import db
from skpweb.models.evidence import Evidence, entry_evidence
from skpweb.models.journal import JournalEntry
from skpweb.models.people import Employee
from skpweb.models.planning import Skp


@dataclass(frozen=True)
class Involved:
    """Whose file it is, and the parties of the entries it proves."""

    owner: Parties
    proven: Sequence[Parties]


@dataclass(frozen=True)
class Proof:
    """A file with the dossiers in which it proves something."""

    file: Evidence
    dossiers: Sequence[Skp]

    def parties(self, day: date) -> Involved:
        """Who is involved in it on a day."""
        return Involved(Parties(self.file.owner_id), [skp.parties(day) for skp in self.dossiers])


def evidence(_person: Actor, evidence_id: int) -> Proof | None:
    """A file by its id; ``may_open`` says to whom it is shown. Two queries."""
    found = db.session.get(Evidence, evidence_id)
    if found is None:
        return None
    proven = (
        sa.select(JournalEntry.skp_id)
        .join(entry_evidence, entry_evidence.c.entry_id == JournalEntry.id)
        .where(entry_evidence.c.evidence_id == evidence_id)
    )
    query = (
        sa.select(Skp)
        .where(Skp.id.in_(proven))
        .options(
            joinedload(Skp.year),
            joinedload(Skp.versions),
            joinedload(Skp.employee).joinedload(Employee.postings),
        )
    )
    return Proof(found, db.session.scalars(query).unique().all())


def may_open(actor: Actor, involved: Involved) -> bool:
    """The owner, whoever may read an SKP it belongs to, and whoever decides on the entry."""
    return people.is_owner(actor, involved.owner) or any(
        people.may_read(actor, parties) or people.decides_entries(actor, parties)
        for parties in involved.proven
    )


def files_of(entry_id: int) -> Sequence[Evidence]:
    """The files of an entry, the oldest first."""
    return db.session.scalars(
        sa.select(Evidence)
        .join(entry_evidence, entry_evidence.c.evidence_id == Evidence.id)
        .where(entry_evidence.c.entry_id == entry_id)
        .order_by(Evidence.id)
    ).all()


def earlier_files(owner_id: int, entry_id: int, most: int) -> Sequence[Evidence]:
    """The person's newest files that do not prove this entry yet."""
    here = sa.select(entry_evidence.c.evidence_id).where(entry_evidence.c.entry_id == entry_id)
    return db.session.scalars(
        sa.select(Evidence)
        .where(Evidence.owner_id == owner_id, Evidence.id.not_in(here))
        .order_by(Evidence.id.desc())
        .limit(most)
    ).all()
