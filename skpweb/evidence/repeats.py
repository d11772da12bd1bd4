"""The same evidence used by several people or on several days, said in words."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from babel.dates import format_date

from skpweb.domain.lifecycle import EntryState
from skpweb.extensions import db
from skpweb.models.evidence import Evidence, entry_evidence
from skpweb.models.journal import JournalEntry
from skpweb.models.people import Employee
from skpweb.models.planning import Skp

NAMED = 3  #: people who are named; the rest are counted
KINDS = {"file": "Berkas", "link": "Tautan"}


@dataclass(frozen=True)
class Use:
    """Who uses a piece of evidence, from which day to which (one day: both the same)."""

    employee_id: int
    name: str
    first: date
    last: date


@dataclass(frozen=True)
class Proven:
    """An entry with one piece of its evidence: ``("file", sha256)`` or ``("link", url)``."""

    entry_id: int
    employee_id: int
    day: date
    evidence: tuple[str, str]


def seen_elsewhere(entry_ids: Collection[int], *, own_only: bool = False) -> dict[int, list[str]]:
    """For each entry whose evidence is used elsewhere too: sentences that say where.

    Elsewhere is an entry of another person, or one of the same person on another
    day. "Berkas yang sama dipakai Yuli Anggrawati pada 12 November." Entries without
    such evidence are not in the answer. At most two queries, however many entries.

    The sentences name colleagues: show them to whoever decides (the penilai or who
    stands in for him). With ``own_only`` they tell only of the person's own other
    days and can be shown to the writer himself.
    """
    if not entry_ids:
        return {}
    proven = _proven(entry_ids)
    uses = _uses({one.evidence for one in proven})
    told: dict[int, list[str]] = {}
    for one in proven:
        for text in _sentences(one, uses.get(one.evidence, []), own_only):
            if text not in told.setdefault(one.entry_id, []):
                told[one.entry_id].append(text)
    return {entry_id: texts for entry_id, texts in told.items() if texts}


def _sentences(one: Proven, uses: Iterable[Use], own_only: bool) -> Iterator[str]:
    what = KINDS[one.evidence[0]]
    others = []
    for use in uses:
        if use.employee_id != one.employee_id:
            others.append(use)
        elif use.first != use.last or use.first != one.day:
            day = use.last if use.last != one.day else use.first
            yield f"{what} yang sama dipakai juga pada {_day(day, one.day)}."
    if others and not own_only:
        yield f"{what} yang sama dipakai {_named(others, one.day)}."


def _named(uses: list[Use], near: date) -> str:
    """Who else, the latest first: three by name, the rest counted."""
    uses = sorted(uses, key=lambda use: (use.last, use.name), reverse=True)
    texts = [f"{use.name} pada {_day(use.last, near)}" for use in uses[:NAMED]]
    if len(uses) > NAMED:
        texts.append(f"{len(uses) - NAMED} orang lain")
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " dan " + texts[-1]


def _day(day: date, near: date) -> str:
    """The day; its year only where it is another one."""
    return format_date(day, "d MMMM" if day.year == near.year else "d MMMM y", "id")


def _proven(entry_ids: Collection[int]) -> list[Proven]:
    """The entries with each piece of their evidence. One query."""
    rows = db.session.execute(
        sa.select(
            JournalEntry.id,
            Skp.employee_id,
            JournalEntry.day,
            JournalEntry.evidence_url,
            Evidence.source_sha256,
        )
        .join(JournalEntry.skp)
        # table by table: a join over the pair would read all pairs there are
        .outerjoin(entry_evidence, entry_evidence.c.entry_id == JournalEntry.id)
        .outerjoin(Evidence, Evidence.id == entry_evidence.c.evidence_id)
        .where(JournalEntry.id.in_(entry_ids))
        .order_by(JournalEntry.id, Evidence.id)
    )
    found = []
    for entry_id, employee_id, day, url, digest in rows:
        pieces = [("file", digest), ("link", url)]
        found += [Proven(entry_id, employee_id, day, piece) for piece in pieces if piece[1]]
    return found


def _uses(pieces: Collection[tuple[str, str]]) -> dict[tuple[str, str], list[Use]]:
    """Who uses these pieces of evidence, and from when to when. One query, or none."""
    digests = [text for kind, text in pieces if kind == "file"]
    links = [text for kind, text in pieces if kind == "link"]
    queries = [query for query in (_of_files(digests), _of_links(links)) if query is not None]
    if not queries:
        return {}
    found: dict[tuple[str, str], list[Use]] = {}
    for kind, text, employee_id, name, first, last in db.session.execute(sa.union_all(*queries)):
        found.setdefault((kind, text), []).append(Use(employee_id, name, first, last))
    return found


def _of_files(digests: list[str]) -> sa.Select[tuple[object, ...]] | None:
    if not digests:
        return None
    return _grouped("file", Evidence.source_sha256).where(
        Evidence.source_sha256.in_(digests),
        entry_evidence.c.evidence_id == Evidence.id,
        entry_evidence.c.entry_id == JournalEntry.id,
    )


def _of_links(links: list[str]) -> sa.Select[tuple[object, ...]] | None:
    if not links:
        return None
    # "<> ''" is what the index of links asks for
    return _grouped("link", JournalEntry.evidence_url).where(
        JournalEntry.evidence_url.in_(links), JournalEntry.evidence_url != sa.literal_column("''")
    )


def _grouped(kind: str, key: sa.ColumnExpressionArgument[str]) -> sa.Select[tuple[object, ...]]:
    return (
        sa.select(
            sa.literal(kind),
            key,
            Employee.id,
            Employee.name,
            sa.func.min(JournalEntry.day),
            sa.func.max(JournalEntry.day),
        )
        .where(
            Skp.id == JournalEntry.skp_id,
            Employee.id == Skp.employee_id,
            # nobody answers for what another wrote in his place until he confirms it
            JournalEntry.state != EntryState.UNCONFIRMED,
        )
        .group_by(key, Employee.id, Employee.name)
    )
