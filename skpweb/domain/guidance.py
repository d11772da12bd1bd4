"""Pembinaan kinerja: who writes which part, who may read it, and the moves (p.78-85)."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from skpweb.domain import people
from skpweb.domain.guidance_forms import (
    COUNT,
    FIXED,
    SECTIONS,
    Body,
    GuidanceKind,
    PaperKind,
    Section,
    Side,
)
from skpweb.domain.lifecycle import Move, Moves
from skpweb.domain.people import Actor, Parties, Rule
from skpweb.domain.states import Action, GuidanceState, PaperState


class Guided(Protocol):
    """A coaching or mentoring, as far as the checks look at it."""

    @property
    def kind_of(self) -> GuidanceKind:
        """Coaching or mentoring."""

    @property
    def body(self) -> Body:
        """What is written, by section."""


def is_guide(actor: Actor, parties: Parties) -> bool:
    """The coach or mentor: the pimpinan, or somebody specially assigned (p.78); never oneself."""
    me = actor.employee_id
    return me is not None and me == parties.guide_id and me != parties.owner_id


def may_begin(actor: Actor, parties: Parties) -> bool:
    """The pimpinan does or proposes pembinaan (p.78); the Pegawai may ask for it himself."""
    return people.is_assessor(actor, parties) or people.is_owner(actor, parties)


def may_see(actor: Actor, parties: Parties) -> bool:
    """Both sides and the penilai at any time; signed, the record is reported upward (p.85 i-k).

    The penilai hears of what another person did (i), the atasan of the penilai (j) and the
    office's personnel (k) of the result: nobody of them reads a draft.
    """
    if any(rule(actor, parties) for rule in (people.is_owner, is_guide, people.is_assessor)):
        return True
    told = people.is_senior_assessor(actor, parties) or people.is_team_of_others(actor, parties)
    return parties.is_signed and told


def may_see_feedback(actor: Actor, parties: Parties) -> bool:
    """B.1.8 is the Pegawai's; signed, it is handed to the atasan of the pimpinan (p.83 g).

    Whoever guided does not read it, even where he is that atasan.
    """
    is_told = people.is_senior_assessor(actor, parties) and not is_guide(actor, parties)
    return people.is_owner(actor, parties) or (parties.is_signed and is_told)


def may_see_competence(actor: Actor, parties: Parties) -> bool:
    """B.1.9 is written by whoever guided; signed, it is told as the record itself (p.84-85)."""
    return is_guide(actor, parties) or (parties.is_signed and may_see(actor, parties))


#: who opens which of the papers that follow a bimbingan
MAY_OPEN: Mapping[PaperKind, Rule] = {
    PaperKind.FEEDBACK: may_see_feedback,
    PaperKind.COMPETENCE: may_see_competence,
}


def sides(actor: Actor, parties: Parties) -> frozenset[Side]:
    """Which parts of a form are somebody's."""
    if people.is_owner(actor, parties):
        return frozenset({Side.OWNER, Side.BOTH})
    return frozenset({Side.GUIDE, Side.BOTH}) if is_guide(actor, parties) else frozenset()


def writable(
    kind: GuidanceKind, state: GuidanceState, actor: Actor, parties: Parties
) -> tuple[Section, ...]:
    """The sections that somebody may write now."""
    open_now = {
        GuidanceState.OPEN: {Side.OWNER},
        GuidanceState.FILLED: {Side.GUIDE, Side.BOTH},
    }.get(state, set())
    mine = sides(actor, parties) & open_now
    return tuple(section for section in SECTIONS[kind] if section.by in mine)


def needs_new_targets(body: Body) -> bool:
    """Whether a coaching asks for other measures or targets: then the SKP changes (p.80)."""
    return any(row.get("adjust") == "YA" for row in body.get("steps", ()))


#: the sections without which a form is not sent or signed
NEEDED: Mapping[GuidanceKind, tuple[str, ...]] = {
    GuidanceKind.COACHING: ("goals", "facts", "steps"),
    GuidanceKind.MENTORING: ("goals", "journal"),
}


def has_goals(record: Guided, _day: date) -> str | None:
    """The Pegawai's part says what he wants to reach."""
    if not record.body.get("goals"):
        return "Isi tabel tujuan lebih dulu, paling sedikit satu baris."
    if record.kind_of is GuidanceKind.COACHING and not record.body.get("facts"):
        return "Isi tabel fakta lebih dulu, paling sedikit satu baris."
    return None


def has_way_ahead(record: Guided, _day: date) -> str | None:
    """Whoever guides has written what follows."""
    if record.kind_of is GuidanceKind.MENTORING:
        filled = record.body.get("journal")
        return None if filled else "Isi jurnal mentoring lebih dulu, paling sedikit satu baris."
    steps = record.body.get("steps")
    if not steps:
        return "Isi langkah ke depan lebih dulu, paling sedikit satu baris."
    chosen = all(row.get("adjust") for row in steps)
    return None if chosen else "Pilih YA atau TIDAK pada setiap baris langkah ke depan."


GUIDANCE_MOVES: Moves = {
    Action.SUBMIT: Move(
        frozenset({GuidanceState.OPEN}),
        GuidanceState.FILLED,
        people.is_owner,
        checks=(has_goals,),
    ),
    Action.RETURN: Move(
        frozenset({GuidanceState.FILLED}), GuidanceState.OPEN, is_guide, needs_reason=True
    ),
    Action.OFFER: Move(
        frozenset({GuidanceState.FILLED}),
        GuidanceState.OFFERED,
        is_guide,
        checks=(has_way_ahead,),
        stamps="guide_signed_at",
    ),
    Action.REOPEN: Move(
        frozenset({GuidanceState.OFFERED}),
        GuidanceState.FILLED,
        people.is_owner,
        clears="guide_signed_at",
        needs_reason=True,
    ),
    Action.CONFIRM: Move(
        frozenset({GuidanceState.OFFERED}),
        GuidanceState.SIGNED,
        people.is_owner,
        stamps="owner_signed_at",
    ),
    Action.WITHDRAW: Move(
        frozenset({GuidanceState.OPEN, GuidanceState.FILLED}),
        GuidanceState.CANCELLED,
        people.is_assessor,
        needs_reason=True,
    ),
}


class Paper(Protocol):
    """B.1.8 or B.1.9, as far as the checks look at it."""

    @property
    def kind_of(self) -> PaperKind:
        """Which of the two."""

    @property
    def body(self) -> Body:
        """What is written."""


def gaps(kind: PaperKind, body: Body) -> tuple[int, ...]:
    """The rows of B.1.8 or B.1.9 that still lack something, counted from 0."""
    if kind is PaperKind.FEEDBACK:
        answers = [row["text"] for row in body.get("answers", ())]
        return tuple(at for at in range(COUNT) if not answers[at : at + 1] or not answers[at])
    rows = body.get("values", ())
    wrong = (
        at for at, row in enumerate(rows) if not (row["name"] and row["value"] and row["reason"])
    )
    return (*wrong, *range(len(rows), len(FIXED)))


def is_complete(paper: Paper, _day: date) -> str | None:
    """Every statement answered; every competence of the form valued with its reason."""
    if not gaps(paper.kind_of, paper.body):
        return None
    if paper.kind_of is PaperKind.FEEDBACK:
        return "Isi umpan balik untuk kesembilan pernyataan."
    return "Pilih nilai dan tulis alasan untuk setiap kompetensi."


PAPER_MOVES: Mapping[PaperKind, Moves] = {
    kind: {
        Action.SIGN: Move(
            frozenset({PaperState.DRAFT}),
            PaperState.SIGNED,
            rule,
            checks=(is_complete,),
            stamps="signed_at",
        )
    }
    for kind, rule in (
        (PaperKind.FEEDBACK, people.is_owner),
        (PaperKind.COMPETENCE, is_guide),
    )
}
