"""Who stands how to a record: pure questions that access and moves ask.

A record tells its :class:`Parties` for a day; a rule looks at the actor and
the parties and answers yes or no. Nobody decides on himself, whatever else he is.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """The signed-in person, as far as the rules look at him."""

    @property
    def employee_id(self) -> int | None:
        """Who he is on the staff list; None for a technical admin."""

    @property
    def account_id(self) -> int | None:
        """His sign-in; None where nobody signs in (the demo's own records)."""

    @property
    def stands_in_for(self) -> Collection[int]:
        """The penilai (employee ids) in whose place he decides on journals today."""

    @property
    def is_team(self) -> bool:
        """Whether he belongs to the tim pengelola kinerja."""

    @property
    def is_admin(self) -> bool:
        """Whether he keeps the application running."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who is involved in a record on a certain day (employee ids).

    ``senior_stands_in`` is true where the atasan penilai acts for the penilai:
    no SKP set by the end of January (p.65), an evaluation not made in its
    window (p.90). ``writer_id`` is the account that wrote in the owner's place,
    ``member_ids`` are those whose roles stand in a leader's matrix, ``asked_id``
    the employee whom the owner asked for feedback; ``rated_by_id`` set the predicate.
    In pembinaan ``guide_id`` is the coach, mentor or konselor, ``receiver_id`` to whom
    a report is addressed; what ``is_signed`` is told to the superiors (p.78-88).
    """

    owner_id: int
    assessor_id: int | None = None
    senior_assessor_id: int | None = None
    earlier_assessor_ids: frozenset[int] = frozenset()
    senior_stands_in: bool = False
    writer_id: int | None = None
    member_ids: frozenset[int] = frozenset()
    guide_id: int | None = None
    receiver_id: int | None = None
    is_signed: bool = False
    asked_id: int | None = None
    rated_by_id: int | None = None


Rule = Callable[[Actor, Parties], bool]


def is_owner(actor: Actor, parties: Parties) -> bool:
    """The Pegawai yang dinilai himself."""
    return actor.employee_id is not None and actor.employee_id == parties.owner_id


def is_assessor(actor: Actor, parties: Parties) -> bool:
    """The Pejabat Penilai Kinerja of that day; never oneself."""
    return _is_other(actor, parties) and actor.employee_id == parties.assessor_id


def decides_entries(actor: Actor, parties: Parties) -> bool:
    """The penilai, or who stands in for him (delegation, Plt., Plh.); never oneself.

    Nor whoever wrote it in the owner's place: he would decide on his own words.
    """
    stands_in = _is_other(actor, parties) and parties.assessor_id in actor.stands_in_for
    return (is_assessor(actor, parties) or stands_in) and not wrote_it(actor, parties)


def wrote_it(actor: Actor, parties: Parties) -> bool:
    """Whoever wrote a record in its owner's place."""
    return parties.writer_id is not None and actor.account_id == parties.writer_id


def is_senior_assessor(actor: Actor, parties: Parties) -> bool:
    """The Atasan Pejabat Penilai Kinerja of that day; never oneself."""
    return _is_other(actor, parties) and actor.employee_id == parties.senior_assessor_id


def was_assessor(actor: Actor, parties: Parties) -> bool:
    """A penilai of an earlier posting inside the same SKP."""
    return _is_other(actor, parties) and actor.employee_id in parties.earlier_assessor_ids


def may_set_skp(actor: Actor, parties: Parties) -> bool:
    """The penilai; the atasan penilai too once the deadline has passed (p.65)."""
    stands_in = parties.senior_stands_in and is_senior_assessor(actor, parties)
    return is_assessor(actor, parties) or stands_in


def has_senior(parties: Parties) -> bool:
    """Whether somebody stands above the penilai who is neither he nor the Pegawai."""
    return parties.senior_assessor_id not in (None, parties.assessor_id, parties.owner_id)


def may_rate(actor: Actor, parties: Parties) -> bool:
    """The penilai; once he let the window pass the atasan penilai in his place (p.90, 115).

    Not both: "maka evaluasi kinerja Pegawai dilakukan oleh atasan dari Pejabat
    Penilai Kinerja". Where nobody stands above, the penilai keeps the duty.
    """
    return (is_senior_assessor if parties.senior_stands_in else is_assessor)(actor, parties)


def may_adopt(actor: Actor, parties: Parties) -> bool:
    """The two who agree to use a former unit's result: Pegawai and penilai (p.91)."""
    return is_owner(actor, parties) or may_rate(actor, parties)


def has_decider(parties: Parties) -> bool:
    """Whether somebody stands above who did not set the predicate himself (p.117)."""
    return has_senior(parties) and parties.senior_assessor_id != parties.rated_by_id


def decides_objection(actor: Actor, parties: Parties) -> bool:
    """The atasan penilai; a penilai who became that meanwhile does not judge his own rating."""
    return is_senior_assessor(actor, parties) and has_decider(parties)


def may_see_objection(actor: Actor, parties: Parties) -> bool:
    """The two parties, the atasan penilai who decides and the tim pengelola kinerja."""
    rules = (is_owner, is_assessor, is_senior_assessor, is_team_of_others)
    return any(rule(actor, parties) for rule in rules)


def is_team_of_others(actor: Actor, parties: Parties) -> bool:
    """Tim pengelola kinerja, for anybody's record but one's own."""
    return actor.is_team and not is_owner(actor, parties)


def may_read(actor: Actor, parties: Parties) -> bool:
    """The owner, his superiors of that SKP and the tim pengelola kinerja.

    The technical admin is not among them.
    """
    return any(
        rule(actor, parties)
        for rule in (is_owner, is_assessor, is_senior_assessor, was_assessor, is_team_of_others)
    )


def may_read_matrix(actor: Actor, parties: Parties) -> bool:
    """Whoever may read the leader's SKP, and everybody with a row in his matrix."""
    return may_read(actor, parties) or actor.employee_id in parties.member_ids


def may_review(actor: Actor, parties: Parties) -> bool:
    """Whoever may see an evaluation in the making: all readers but the owner."""
    return may_read(actor, parties) and not is_owner(actor, parties)


def may_give_feedback(actor: Actor, parties: Parties) -> bool:
    """Anybody but the owner: leaders, peers, subordinates, others (p.69-70)."""
    return _is_other(actor, parties)


def may_note(actor: Actor, parties: Parties) -> bool:
    """Who may keep private notes on a Pegawai: his superiors of that SKP."""
    rules = (is_assessor, is_senior_assessor, was_assessor)
    return any(rule(actor, parties) for rule in rules)


def is_asked(actor: Actor, parties: Parties) -> bool:
    """Whom the Pegawai asked for feedback (p.70 no. 9)."""
    return _is_other(actor, parties) and actor.employee_id == parties.asked_id


def speaks_for_others(actor: Actor, parties: Parties) -> bool:
    """Who records what somebody without an account said: the superiors or the team."""
    rules = (is_assessor, is_senior_assessor, is_team_of_others)
    return actor.employee_id is not None and any(rule(actor, parties) for rule in rules)


def is_team(actor: Actor, _nothing: object = None) -> bool:
    """Tim pengelola kinerja."""
    return actor.is_team


def is_admin(actor: Actor, _nothing: object = None) -> bool:
    """The technical admin."""
    return actor.is_admin


def runs_office(actor: Actor, _nothing: object = None) -> bool:
    """Whoever keeps units, people and years: the team or the technical admin."""
    return actor.is_team or actor.is_admin


def is_employee(actor: Actor, _nothing: object = None) -> bool:
    """Anybody with an employee record (the technical admin may have none)."""
    return actor.employee_id is not None


def _is_other(actor: Actor, parties: Parties) -> bool:
    return actor.employee_id is not None and actor.employee_id != parties.owner_id
