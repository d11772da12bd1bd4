"""Which days of a journal count for whom, and how many of them are filled.

One rule for recaps and monitoring, so that their figures agree. It knows no
money: what follows from a recap is decided elsewhere.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cached_property

from skpweb.domain.journal import Rules, Span
from skpweb.domain.lifecycle import EntryState
from skpweb.domain.periods import Period, Stretch
from skpweb.domain.terms import AbsenceKind

VERSION = 1
RULE = (
    f"Aturan rekap jurnal versi {VERSION}: "
    "Hari dihitung bila merupakan hari kerja kantor yang sudah berakhir, pegawai sedang menjabat "
    "(dan kontraknya berlaku), SKP-nya sudah ditetapkan, ia tidak sedang cuti, tugas belajar, "
    "diberhentikan sementara, atau dalam masa persiapan pensiun, dan aplikasi tidak terganggu "
    "dua jam kerja atau lebih. "
    "Hari terisi bila memuat paling sedikit satu kegiatan yang diajukan atau disetujui; kegiatan "
    "yang dikembalikan atau menunggu konfirmasi pemiliknya belum mengisi hari. "
    "Jam tercatat dijumlahkan dari jam kegiatan yang mengisi hari; jam yang bertumpuk dihitung "
    "satu kali. Jam tercatat bukan kehadiran."
)

#: what the owner stands for and nobody sent back
FILLS = frozenset({EntryState.SUBMITTED, EntryState.APPROVED})


class Exemption(StrEnum):
    """Why a day does not count for a person; the first that holds is named."""

    NOT_OVER = "not_over"
    FREE = "free"
    NOT_BEGUN = "not_begun"
    ENDED = "ended"
    ABSENT = "absent"
    LOST = "lost"
    NO_SKP = "no_skp"


#: the calendar's own reasons, the same for everybody
OF_ALL = frozenset({Exemption.NOT_OVER, Exemption.FREE, Exemption.LOST})


class Filling(StrEnum):
    """How far the days of a person that count are filled."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    EMPTY = "empty"
    EXCLUDED = "excluded"  # no day counts


@dataclass(frozen=True, slots=True)
class Service:
    """When somebody holds a post, is away, and has an SKP in force."""

    posts: tuple[Stretch, ...] = ()
    plans: tuple[Stretch, ...] = ()  #: from the day an SKP was agreed
    absences: tuple[tuple[AbsenceKind, Stretch], ...] = ()
    contract: Stretch = Stretch()
    left_on: date | None = None  #: the last day of service

    def is_before(self, day: date) -> bool:
        """Whether the (next) post or the contract has not begun on ``day``."""
        if self.contract.first is not None and day < self.contract.first:
            return True
        starts = [post.first for post in self.posts if post.first is not None]
        return not self._is_held(day) and any(day < start for start in starts)

    def is_over(self, day: date) -> bool:
        """Whether post, contract or service have ended before ``day``."""
        has_left = self.left_on is not None and day > self.left_on
        contract_ended = self.contract.last is not None and day > self.contract.last
        return has_left or contract_ended or not self._is_held(day)

    def absence_on(self, day: date) -> AbsenceKind | None:
        """Why the person is away on ``day``; None if at work."""
        return next((kind for kind, stretch in self.absences if stretch.covers(day)), None)

    def is_planned(self, day: date) -> bool:
        """Whether an SKP is in force on ``day``."""
        return any(plan.covers(day) for plan in self.plans)

    def _is_held(self, day: date) -> bool:
        return any(post.covers(day) for post in self.posts)


@dataclass(frozen=True)
class Tally:
    """The days of a period for one person, each counted or exempt."""

    counted: tuple[date, ...]
    exempt: dict[date, Exemption]
    written: frozenset[date] = frozenset()  #: days with an entry that fills, counted or not

    @cached_property
    def filled(self) -> tuple[date, ...]:
        """Days that count and have an entry."""
        return tuple(day for day in self.counted if day in self.written)

    @cached_property
    def missing(self) -> tuple[date, ...]:
        """Days that count and have none."""
        return tuple(day for day in self.counted if day not in self.written)

    @property
    def beside(self) -> tuple[date, ...]:
        """Days with an entry that do not count: a weekend, a leave, today."""
        return tuple(sorted(self.written & self.exempt.keys()))

    @property
    def filling(self) -> Filling:
        """The person's state in one word."""
        if not self.counted:
            return Filling.EXCLUDED
        if not self.missing:
            return Filling.COMPLETE
        return Filling.PARTIAL if self.filled else Filling.EMPTY

    @property
    def reason(self) -> Exemption | None:
        """Why no day counts: the person's own reason before the calendar's; None if one does."""
        if self.counted:
            return None
        reasons = list(self.exempt.values())
        own = [reason for reason in reasons if reason not in OF_ALL]
        others = [reason for reason in reasons if reason is not Exemption.FREE]
        return (own or others or reasons)[-1]


def exemption(day: date, service: Service, rules: Rules) -> Exemption | None:
    """Why ``day`` does not count for somebody; None if it does."""
    tests = (
        (Exemption.NOT_OVER, day >= rules.today),
        (Exemption.FREE, not rules.is_working_day(day)),
        (Exemption.NOT_BEGUN, service.is_before(day)),
        (Exemption.ENDED, service.is_over(day)),
        (Exemption.ABSENT, service.absence_on(day) is not None),
        (Exemption.LOST, day in rules.lost),
        (Exemption.NO_SKP, not service.is_planned(day)),
    )
    return next((reason for reason, holds in tests if holds), None)


def tally(period: Period, service: Service, rules: Rules, written: Collection[date] = ()) -> Tally:
    """The days of a period for somebody who filled the days ``written``."""
    found = {day: exemption(day, service, rules) for day in period.days}
    return Tally(
        counted=tuple(day for day, reason in found.items() if reason is None),
        exempt={day: reason for day, reason in found.items() if reason is not None},
        written=frozenset(written),
    )


def logged_minutes(spans: Iterable[tuple[date, Span]]) -> int:
    """Minutes of all spans; what two of a day share is counted once."""
    per_day: dict[date, list[tuple[time, time]]] = {}
    for day, span in spans:
        if span.starts_at is not None and span.ends_at is not None:
            per_day.setdefault(day, []).append((span.starts_at, span.ends_at))
    return sum(_union(sorted(pairs)) for pairs in per_day.values())


def duration(minutes: int) -> str:
    """``15 jam 15 menit``; ``0 menit`` for none."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{n} {word}" for n, word in ((hours, "jam"), (rest, "menit")) if n]
    return " ".join(parts) or "0 menit"


def _union(pairs: list[tuple[time, time]]) -> int:
    total, reached = 0, 0
    for start, end in ((_minute(one), _minute(other)) for one, other in pairs):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
