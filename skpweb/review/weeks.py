"""Waiting journal entries of one person and week, and what is worth a second look."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from skpweb.domain import doubts
from skpweb.domain.doubts import Reason, duration
from skpweb.domain.journal import Span
from skpweb.domain.terms import EntrySource
from skpweb.models.journal import JournalEntry
from skpweb.review.queries.entries import Surroundings
from skpweb.review.queries.weeks import WaitingWeek
from skpweb.web import clock


@dataclass(frozen=True)
class Row:
    """A waiting entry with the reasons to look at it."""

    entry: JournalEntry
    reasons: Sequence[Reason]

    @property
    def doubts(self) -> list[str]:
        """Why it deserves a second look, in words."""
        return [reason.text for reason in self.reasons if reason.is_doubt]

    @property
    def remarks(self) -> list[str]:
        """What is told and held against nobody."""
        return [reason.text for reason in self.reasons if not reason.is_doubt]

    @property
    def pair(self) -> str:
        """Its id and the version that is shown: ``12:3``."""
        return f"{self.entry.id}:{self.entry.version_id}"


@dataclass(frozen=True)
class Week:
    """The waiting entries of one person in one week, in order of time."""

    of: WaitingWeek
    rows: Sequence[Row]

    @property
    def facts(self) -> str:
        """``9 kegiatan · 8 dengan bukti · 36 jam 30 menit``."""
        entries = [row.entry for row in self.rows]
        proven = sum(map(has_evidence, entries))
        minutes = sum(span(entry).minutes for entry in entries)
        parts = [f"{len(entries)} kegiatan", f"{proven} dengan bukti", duration(minutes)]
        return " · ".join(part for part in parts if part)

    @property
    def reasons(self) -> list[str]:
        """Why the penilai should look before he approves, counted; empty for a plain week."""
        doubtful = (r.short for row in self.rows for r in row.reasons if r.is_doubt)
        return [f"{number} {short}" for short, number in Counter(doubtful).items()]


def judged(
    weeks: Iterable[WaitingWeek], entries: Sequence[JournalEntry], found: Surroundings
) -> list[Week]:
    """The entries in their weeks, each with its reasons: what needs a look first."""
    rows: dict[tuple[int, date], list[Row]] = {}
    for entry in entries:
        key = (entry.skp.employee_id, entry.day)
        reasons = doubts.reasons(seen_by_rules(entry), found.around(entry))
        rows.setdefault(key, []).append(Row(entry, reasons))
    made = [Week(week, list(_of(week, rows))) for week in weeks]
    return sorted((week for week in made if week.rows), key=lambda week: not week.reasons)


def seen_by_rules(entry: JournalEntry) -> doubts.Entry:
    """A stored entry as the rules want it."""
    return doubts.Entry(
        entry.day,
        entry.activity,
        span(entry),
        noted_on=clock.local(entry.recorded_at).date(),
        sheet_on=sheet_day(entry),
        realisation=entry.realisation,
        has_evidence=has_evidence(entry),
        link=entry.link_state,
        is_planned=bool(entry.step or entry.rhk_key),
        duty=entry.duty,
        late_note=entry.late_note,
        proxy_name=entry.proxy_name,
        return_note=entry.return_note,
    )


def sheet_day(entry: JournalEntry) -> date | None:
    """When it was written on the field sheet; what cannot be is not told."""
    if entry.noted_at is None or entry.source is not EntrySource.SHEET:
        return None
    noted = clock.local(entry.noted_at).date()
    return noted if noted >= entry.day else None


def has_evidence(entry: JournalEntry) -> bool:
    """Whether it points to a link or a file."""
    return bool(entry.evidence_url or entry.files)


def span(entry: JournalEntry) -> Span:
    """Its hours."""
    return Span(entry.starts_at, entry.ends_at)


def _of(week: WaitingWeek, rows: dict[tuple[int, date], list[Row]]) -> Iterable[Row]:
    for (owner, day), own in sorted(rows.items(), key=lambda item: item[0]):
        if owner == week.employee_id and week.monday <= day <= week.sunday:
            yield from own
