"""Umpan balik as the person reads it who received it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from skpweb import labels
from skpweb.domain.behaviour import CoreValue
from skpweb.extensions import db
from skpweb.models.planning import Indicator, Rhk, Skp
from skpweb.models.review import Feedback

LIMIT = 25  #: the newest; older ones stand in the Dokumen Evaluasi


@dataclass(frozen=True)
class Remark:
    """A piece of feedback and, in words, what it is about."""

    feedback: Feedback
    subject: str


def received(dossiers: Iterable[Skp]) -> list[Remark]:
    """Feedback on these dossiers, the newest first. Three queries."""
    query = (
        sa.select(Feedback)
        .where(Feedback.skp_id.in_([skp.id for skp in dossiers]))
        .options(joinedload(Feedback.giver))
        .order_by(Feedback.given_on.desc(), Feedback.id.desc())
        .limit(LIMIT)
    )
    found = db.session.scalars(query).all()
    words = _subjects(found)
    return [Remark(one, words.get(one.about, "Hasil kerja versi sebelumnya")) for one in found]


def _subjects(found: Sequence[Feedback]) -> dict[str, str]:
    """Words for everything that feedback can be about."""
    words = {f"value:{value.value}": labels.label(value) for value in CoreValue}
    for prefix, row in (("rhk", Rhk), ("indicator", Indicator)):
        keys = {one.about.partition(":")[2] for one in found if one.about.startswith(prefix)}
        stored = db.session.execute(
            sa.select(row.key, row.statement).where(row.key.in_(keys)).order_by(row.id)
        )
        words |= {f"{prefix}:{key}": statement for key, statement in stored}
    return words
