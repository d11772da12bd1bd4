"""Finding a journal entry, for its writer and for who decides on it."""

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from skpweb.models.people import Employee
from skpweb.models.planning import Skp


def entry(person: Actor, entry_id: int) -> JournalEntry | None:
    """A journal entry with its dossier's parties."""
    query = (
        sa.select(JournalEntry)
        .join(JournalEntry.skp)
        .options(
            contains_eager(JournalEntry.skp).options(
                joinedload(Skp.year),
                joinedload(Skp.versions),
                joinedload(Skp.employee).joinedload(Employee.postings),
            ),
            joinedload(JournalEntry.step),
            selectinload(JournalEntry.files),
        )
        .where(JournalEntry.id == entry_id)
    )
    return db.session.scalars(query).unique().one_or_none()
