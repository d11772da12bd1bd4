"""Finding feedback, and words for what it is about."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from babel.dates import format_date
from sqlalchemy.orm import joinedload, selectinload

from skpweb import labels
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.lifecycle import EvaluationState
from skpweb.extensions import db
from skpweb.models.feedback import Feedback
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.planning import Indicator, Rhk, SkpVersion
from skpweb.models.review import Evaluation

GONE = "Hasil kerja versi sebelumnya"


def listed(*conditions: Any, limit: int = 200) -> Sequence[Feedback]:
    """Feedback with giver and tags, the newest first; what was taken back is told too.

    Two queries.
    """
    query = (
        sa.select(Feedback)
        .where(*conditions)
        .options(joinedload(Feedback.giver), selectinload(Feedback.tags))
        .order_by(Feedback.given_on.desc(), Feedback.id.desc())
        .limit(limit)
    )
    return db.session.scalars(query).all()


def standing(*conditions: Any, limit: int = 200) -> Sequence[Feedback]:
    """The same without what was taken back."""
    return listed(Feedback.withdrawn_at.is_(None), *conditions, limit=limit)


def subjects(found: Iterable[Any]) -> dict[str, str]:
    """Words for everything that these records are about. At most three queries."""
    words = {f"value:{value.value}": labels.label(value) for value in CoreValue}
    keys: dict[str, set[str]] = {}
    for one in found:
        prefix, _, key = one.about.partition(":")
        keys.setdefault(prefix, set()).add(key)
    for prefix, row in (("rhk", Rhk), ("indicator", Indicator)):
        if prefix in keys:
            stored = sa.select(row.key, row.statement).where(row.key.in_(keys[prefix]))
            rows = db.session.execute(stored.order_by(row.id))
            words |= {f"{prefix}:{key}": statement for key, statement in rows}
    return words | (_entries(keys["entry"]) if "entry" in keys else {})


def entry(skp_id: int, about: str) -> JournalEntry | None:
    """The journal entry of an SKP that ``about`` names, with its rencana aksi. One query."""
    prefix, _, number = about.partition(":")
    if prefix != "entry" or not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    query = sa.select(JournalEntry).where(
        JournalEntry.id == int(number), JournalEntry.skp_id == skp_id
    )
    return db.session.scalar(query.options(joinedload(JournalEntry.step)))


def entry_words(one: JournalEntry) -> str:
    """``Jurnal 5 Oktober 2026: Menyortir berkas``."""
    return _words(one.day, one.activity)


def row_of(version: SkpVersion, about: str, entry: JournalEntry | None) -> str:
    """Under which row of the SKP a feedback is read; empty for work beside the plan."""
    if entry is None:
        return about
    key = entry.step.rhk_key if entry.step else entry.rhk_key
    return f"rhk:{key}" if key in {rhk.key for rhk in version.rhks} else ""


def used(ids: Collection[int]) -> set[int]:
    """Which of these an evaluation was rated with. One query, or none without any."""
    query = (
        sa.select(Feedback.id)
        .join(Evaluation, Evaluation.skp_id == Feedback.skp_id)
        .join(Evaluation.window)
        .where(
            Feedback.id.in_(ids),
            Evaluation.state == EvaluationState.RATED,
            Evaluation.rated_at >= Feedback.recorded_at,
            EvaluationWindow.starts_on <= Feedback.given_on,
        )
    )
    return set(db.session.scalars(query)) if ids else set()


def on_entries(ids: Iterable[int]) -> dict[int, list[Feedback]]:
    """What was said on journal entries, by entry. Two queries, or none without entries."""
    abouts = {f"entry:{number}": number for number in ids}
    found: dict[int, list[Feedback]] = {}
    for one in standing(Feedback.about.in_(abouts)) if abouts else ():
        found.setdefault(abouts[one.about], []).append(one)
    return found


def _entries(ids: Iterable[str]) -> dict[str, str]:
    query = sa.select(JournalEntry.id, JournalEntry.day, JournalEntry.activity)
    rows = db.session.execute(query.where(JournalEntry.id.in_([int(one) for one in ids])))
    return {f"entry:{number}": _words(day, activity) for number, day, activity in rows}


def _words(day: Any, activity: str) -> str:
    return f"Jurnal {format_date(day, 'd MMMM y', 'id')}: {activity[:120]}"
