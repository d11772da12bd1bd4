"""Who has filled the journal of a week, who has not, and who need not: per person and unit."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from skpweb.domain.lifecycle import EntryState
from skpweb.domain.periods import Period, dates_in_words
from skpweb.domain.recap import Exemption, Filling, Tally
from skpweb.domain.reminder import Lack
from skpweb.extensions import db
from skpweb.labels import label
from skpweb.models.journal import JournalEntry
from skpweb.models.organisation import Unit
from skpweb.models.planning import Skp
from skpweb.office import journal_days
from skpweb.office.journal_days import Calendar, Member

FEW = 5  #: fewer people than this get no percentage: one person would move it too far

#: in the address -> its words, and who is shown
SHOWN: Mapping[str, tuple[str, frozenset[Filling]]] = {
    "": ("Semua", frozenset(Filling)),
    "lacking": ("Belum lengkap", frozenset({Filling.PARTIAL, Filling.EMPTY})),
    "complete": ("Lengkap", frozenset({Filling.COMPLETE})),
    "excluded": ("Tidak dihitung", frozenset({Filling.EXCLUDED})),
}


@dataclass(frozen=True)
class Watched:
    """A person in a week."""

    member: Member
    unit: str
    tally: Tally

    @property
    def filling(self) -> Filling:
        """His state."""
        return self.tally.filling

    @property
    def lack(self) -> Lack:
        """The days he has not filled."""
        return Lack(self.member.name, self.tally.missing)

    @property
    def words(self) -> str:
        """His state in words: which days are missing, or why none counts."""
        if self.filling is Filling.EXCLUDED:
            return self._reason()
        days = dates_in_words(self.tally.missing)
        return f"Belum terisi: {days}" if days else "Semua hari terisi"

    def _reason(self) -> str:
        reason = self.tally.reason
        if reason is Exemption.NOT_OVER:
            return "Belum ada hari kerja yang berakhir"
        days = [day for day, why in self.tally.exempt.items() if why is Exemption.ABSENT]
        kind = self.member.service.absence_on(days[0]) if days else None
        if reason is Exemption.ABSENT and kind is not None:
            return label(kind)
        return label(reason) if reason is not None else ""


@dataclass
class Count:
    """How many people of a unit have filled; only those who should are counted."""

    unit_id: int
    name: str
    states: Counter[Filling] = field(default_factory=Counter)

    @property
    def people(self) -> int:
        """Those with a day that counts."""
        return sum(self.states.values()) - self.states[Filling.EXCLUDED]

    @property
    def filled(self) -> int:
        """Those who filled at least one such day."""
        return self.states[Filling.COMPLETE] + self.states[Filling.PARTIAL]

    @property
    def complete(self) -> int:
        """Those who filled all of them."""
        return self.states[Filling.COMPLETE]

    @property
    def excluded(self) -> int:
        """Those without a day that counts."""
        return self.states[Filling.EXCLUDED]

    @property
    def words(self) -> str:
        """``12 dari 15 pegawai mengisi (80%)``; the per cent from FEW people on."""
        if not self.people:
            return "Tidak ada pegawai yang dihitung"
        share = f" ({100 * self.filled // self.people}%)" if self.people >= FEW else ""
        return f"{self.filled} dari {self.people} pegawai mengisi{share}"


@dataclass(frozen=True)
class Written:
    """The last entry of somebody, and how many of the week were sent back."""

    last_on: date | None
    returned: int = 0


def watch(people: Sequence[Member], period: Period, calendar: Calendar) -> list[Watched]:
    """Everybody with his days: who lacks most first, who is not counted last. Two queries."""
    names = unit_names()
    days = journal_days.written_days([one.employee_id for one in people], period)
    tallies = journal_days.tallies(people, period, calendar.rules, days)
    found = [Watched(one, names.get(one.unit_id, ""), tallies[one.employee_id]) for one in people]
    return sorted(found, key=_urgency)


def counts(found: Iterable[Watched]) -> list[Count]:
    """A line for each unit with people in it, by name."""
    lines: dict[int, Count] = {}
    for one in found:
        line = lines.setdefault(one.member.unit_id, Count(one.member.unit_id, one.unit))
        line.states[one.filling] += 1
    return sorted(lines.values(), key=lambda line: line.name.casefold())


def total(found: Iterable[Watched]) -> Count:
    """All of them in one line."""
    return Count(0, "", Counter(one.filling for one in found))


def written(people: Iterable[Watched], period: Period) -> dict[int, Written]:
    """The last entry of each, and what was returned in the period. One query."""
    is_returned = sa.and_(
        JournalEntry.state == EntryState.RETURNED,
        JournalEntry.day.between(period.first, period.last),
    )
    query = (
        sa.select(
            Skp.employee_id,
            sa.func.max(JournalEntry.day),
            sa.func.sum(sa.case((is_returned, 1), else_=0)),
        )
        .join(JournalEntry, JournalEntry.skp_id == Skp.id)
        .where(Skp.employee_id.in_([one.member.employee_id for one in people]))
        .group_by(Skp.employee_id)
    )
    return {key: Written(last, count) for key, last, count in db.session.execute(query)}


def unit_names() -> dict[int, str]:
    """All units by id. One query."""
    return {key: name for key, name in db.session.execute(sa.select(Unit.id, Unit.name))}


def _urgency(one: Watched) -> tuple[bool, int, str]:
    return one.filling is Filling.EXCLUDED, -len(one.tally.missing), one.member.name.casefold()
