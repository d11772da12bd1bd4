"""Finding feedback, and words for what it is about."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from babel.dates import format_date
from sqlalchemy.orm import joinedload

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

    One query.
    """
    query = (
        sa.select(Feedback)
        .where(*conditions)
        .options(joinedload(Feedback.giver), joinedload(Feedback.tags))
        .order_by(Feedback.given_on.desc(), Feedback.id.desc())
        .limit(limit)
    )
    return db.session.scalars(query).unique().all()


def standing(*conditions: Any, limit: int = 200) -> Sequence[Feedback]:
    """The same without what was taken back."""
    return listed(Feedback.withdrawn_at.is_(None), *conditions, limit=limit)


def subjects(found: Iterable[Any]) -> dict[str, str]:
    """Words for everything that these records are about. One query, or none."""
    words = {f"value:{value.value}": labels.label(value) for value in CoreValue}
    keys: dict[str, set[str]] = {}
    for one in found:
        prefix, _, key = one.about.partition(":")
        keys.setdefault(prefix, set()).add(key)
    parts = [part(keys[prefix]) for prefix, part in _SUBJECTS.items() if prefix in keys]
    if not parts:
        return words
    both = sa.union_all(*parts).subquery()
    rows = db.session.execute(sa.select(both).order_by(both.c.id))
    return words | {
        f"{prefix}:{key}": _words(day, text) if day else text for prefix, _, key, text, day in rows
    }


def entry(skp_id: int, about: str) -> JournalEntry | None:
    """The journal entry of an SKP that ``about`` names, with its rencana aksi. One query."""
    prefix, _, number = about.partition(":")
    if prefix != "entry":
        return None
    query = sa.select(JournalEntry).where(
        sa.cast(JournalEntry.id, sa.String) == number, JournalEntry.skp_id == skp_id
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
    """What was said on journal entries, by entry. One query, or none without entries."""
    abouts = {f"entry:{number}": number for number in ids}
    found: dict[int, list[Feedback]] = {}
    for one in standing(Feedback.about.in_(abouts)) if abouts else ():
        found.setdefault(abouts[one.about], []).append(one)
    return found


def _rows(prefix: str, row: Any) -> Callable[[Collection[str]], sa.Select[Any]]:
    def of(keys: Collection[str]) -> sa.Select[Any]:
        day = sa.cast(sa.null(), sa.Date)
        columns = _columns(prefix, row.id, row.key, row.statement, day)
        return sa.select(*columns).where(row.key.in_(keys))

    return of


def _entries(ids: Collection[str]) -> sa.Select[Any]:
    row, key = JournalEntry, sa.cast(JournalEntry.id, sa.String)
    columns = _columns("entry", row.id, key, row.activity, row.day)
    return sa.select(*columns).where(row.id.in_([int(one) for one in ids]))


def _columns(prefix: str, id_: Any, key: Any, text: Any, day: Any) -> tuple[Any, ...]:
    return (
        sa.literal(prefix).label("prefix"), id_.label("id"), key.label("key"),
        text.label("text"), day.label("day"),
    )  # fmt: skip


def _words(day: Any, activity: str) -> str:
    return f"Jurnal {format_date(day, 'd MMMM y', 'id')}: {activity[:120]}"


_SUBJECTS = {
    "rhk": _rows("rhk", Rhk), "indicator": _rows("indicator", Indicator), "entry": _entries
}  # fmt: skip
