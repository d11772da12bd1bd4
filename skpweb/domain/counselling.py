"""Konseling kinerja: confidential, read only by those whom the regulation names (p.85-88).

"Layanan konseling kinerja dilaksanakan secara individual dengan memperhatikan prinsip
kerahasiaan dan tanggung jawab" (p.85, angka 5 huruf b). Named are

- the Pejabat Penilai Kinerja who writes the laporan permasalahan perilaku kerja, B.1.10
  (p.86 c.1.d): the one who wrote it, not whoever assesses the Pegawai later;
- the pimpinan unit kerja yang membidangi pengelolaan kepegawaian (or the PyB), who gets the
  report, decides, and sets konselor, time and place (p.86 c.1.d, p.87 c.2.a);
- the konselor, who records the result (p.87 c.2.b-c);
- the Pegawai himself: the penilai must tell him of the problem before (p.86 c.1.c), and the
  konseling is held with him (p.87 c.2.a.4);
- the atasan of the penilai, but only for the record of the result, and only where penilai or
  an official with that function counselled (p.87-88 d.1-2); an independent konselor reports to
  the PyB or pimpinan kepegawaian alone (p.88 d.3), so that the penilai does not read it either.

The tim pengelola kinerja is not named: it sees nothing, nor does the technical admin.
"""

from datetime import date
from enum import StrEnum
from typing import Protocol

from skpweb.domain import people
from skpweb.domain.guidance import is_guide
from skpweb.domain.lifecycle import Move, Moves
from skpweb.domain.people import Actor, Parties
from skpweb.domain.states import Action, CounsellingState


class CounsellorKind(StrEnum):
    """Who counsels (p.87): it decides who is told of the result (p.87-88)."""

    INDEPENDENT = "independent"
    ASSESSOR = "assessor"  # the penilai, trained for it
    OFFICIAL = "official"  # an official whose function it is


class Case(Protocol):
    """A konseling, as far as the checks look at it."""

    @property
    def problem(self) -> str:
        """What stands in the way (B.1.10)."""

    @property
    def is_shared(self) -> bool | None:
        """Whether others have the same problem (B.1.10)."""

    @property
    def done_so_far(self) -> str:
        """What the penilai did already (B.1.10)."""

    @property
    def counsellor_id(self) -> int | None:
        """Who counsels."""

    @property
    def meets_on(self) -> date | None:
        """The day of the konseling."""

    @property
    def result(self) -> str:
        """The record of the result."""


def is_receiver(actor: Actor, parties: Parties) -> bool:
    """To whom the report is addressed; never the Pegawai himself."""
    me = actor.employee_id
    return me is not None and me == parties.receiver_id and me != parties.owner_id


def may_see(actor: Actor, parties: Parties) -> bool:
    """Those whom the regulation names; ``Counselling.parties`` leaves out who is not yet told."""
    rules = (
        people.is_owner, people.is_assessor, is_receiver, is_guide, people.is_senior_assessor,
    )  # fmt: skip
    return (parties.is_signed or people.is_assessor(actor, parties)) and any(
        rule(actor, parties) for rule in rules
    )


def may_see_report(actor: Actor, parties: Parties) -> bool:
    """B.1.10 itself: not the atasan of the penilai, who is told of the result only."""
    rules = (people.is_owner, people.is_assessor, is_receiver, is_guide)
    return may_see(actor, parties) and any(rule(actor, parties) for rule in rules)


def may_see_result(
    actor: Actor, parties: Parties, kind: CounsellorKind | None, state: CounsellingState
) -> bool:
    """The record of the result: whoever writes it, the Pegawai, and whom it is reported to."""
    if is_guide(actor, parties):
        return True
    if state is not CounsellingState.CLOSED:
        return False
    if people.is_owner(actor, parties) or is_receiver(actor, parties):
        return True
    told = people.is_assessor(actor, parties) or people.is_senior_assessor(actor, parties)
    return told and kind in (CounsellorKind.ASSESSOR, CounsellorKind.OFFICIAL)


def sets_follow_up(actor: Actor, parties: Parties) -> bool:
    """Who decides what follows the result (p.88 e): whoever it was reported to.

    That is the atasan of the penilai; after an independent konselor, or where nobody
    stands above the penilai, the receiver of the report.
    """
    if parties.senior_assessor_id is not None:
        return people.is_senior_assessor(actor, parties)
    return is_receiver(actor, parties)


def is_reportable(case: Case, _day: date) -> str | None:
    """B.1.10 says what the problem is and what was tried."""
    if not case.problem or not case.done_so_far:
        return "Isi permasalahan dan apa yang sudah Anda lakukan, lalu kirim."
    return None if case.is_shared is not None else "Pilih YA atau TIDAK untuk pegawai lainnya."


def is_arranged(case: Case, _day: date) -> str | None:
    """A konselor and a day are set."""
    if case.counsellor_id is None or case.meets_on is None:
        return "Isi konselor dan tanggal konseling."
    return None


def has_result(case: Case, day: date) -> str | None:
    """The konseling was held and its result is recorded."""
    if case.meets_on is None or case.meets_on > day:
        return "Hasil dapat ditutup setelah tanggal konseling."
    return None if case.result else "Tulis hasil konseling."


COUNSELLING_MOVES: Moves = {
    Action.REPORT: Move(
        frozenset({CounsellingState.DRAFT}),
        CounsellingState.REPORTED,
        people.is_assessor,
        checks=(is_reportable,),
        stamps="reported_at",
    ),
    Action.SCHEDULE: Move(
        frozenset({CounsellingState.REPORTED, CounsellingState.SCHEDULED}),
        CounsellingState.SCHEDULED,
        is_receiver,
        checks=(is_arranged,),
    ),
    Action.DECLINE: Move(
        frozenset({CounsellingState.REPORTED}),
        CounsellingState.DECLINED,
        is_receiver,
        needs_reason=True,
    ),
    Action.CLOSE: Move(
        frozenset({CounsellingState.SCHEDULED}),
        CounsellingState.CLOSED,
        is_guide,
        checks=(has_result,),
        stamps="closed_at",
    ),
}
