"""Dialog kinerja: meetings, each person's part in them, what was agreed; and progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import dialogue as rules
from skpweb.domain.dialogue import Doer, Purpose
from skpweb.domain.people import Parties
from skpweb.domain.progress import FollowUp, GuidanceWay, Seen, Verdict
from skpweb.domain.states import AgreementState, DialogueState
from skpweb.extensions import db
from skpweb.models.base import LONG_TEXT, Versioned, choice, utc_now
from skpweb.models.people import Employee
from skpweb.models.planning import Skp


class Meeting(Versioned, db.Model):
    """When and where: one for everybody who is invited. Times are the office's own."""

    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(sa.String(32), unique=True, default=lambda: uuid4().hex)
    sequence: Mapped[int] = mapped_column(default=0)  # of the invitation, RFC 5545
    purpose: Mapped[Purpose] = mapped_column(choice(Purpose, "purpose"))
    held_on: Mapped[date] = mapped_column(index=True)
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    place: Mapped[str] = mapped_column(sa.String(200), default="")
    link: Mapped[str] = mapped_column(sa.String(500), default="")  # online
    change_reason: Mapped[str] = mapped_column(sa.String(500), default="")  # moved, cancelled

    topics: Mapped[list[Topic]] = relationship(
        order_by="Topic.order", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    dialogues: Mapped[list[Dialogue]] = relationship(back_populates="meeting", lazy="raise_on_sql")

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (sa.CheckConstraint("ends_at > starts_at", name="times"),)

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place for anybody."""
        return all(one.state is DialogueState.CANCELLED for one in self.dialogues)


class Topic(db.Model):
    """A pokok bahasan of a meeting."""

    __tablename__ = "meeting_topic"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    order: Mapped[int]
    text: Mapped[str] = mapped_column(sa.String(300))


class Dialogue(Versioned, db.Model):
    """One person's dialogue with a pimpinan: the record that both confirm."""

    __tablename__ = "dialogue"
    moves = rules.DIALOGUE_MOVES
    kind = "dialogue"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    leader_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    leader_title: Mapped[str] = mapped_column(sa.String(200), default="")
    state: Mapped[DialogueState] = mapped_column(
        choice(DialogueState, "state"), default=DialogueState.PLANNED
    )
    notes: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    text_version: Mapped[int] = mapped_column(default=0)
    owner_version: Mapped[int] = mapped_column(default=0)  # what each confirmed last
    leader_version: Mapped[int] = mapped_column(default=0)
    owner_confirmed_at: Mapped[datetime | None]
    leader_confirmed_at: Mapped[datetime | None]
    recorded_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(back_populates="dialogues", lazy="raise_on_sql")
    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    leader: Mapped[Employee] = relationship(lazy="raise_on_sql")
    agreements: Mapped[list[Agreement]] = relationship(
        back_populates="dialogue", order_by="Agreement.id", cascade="all, delete-orphan",
        foreign_keys="Agreement.dialogue_id", lazy="raise_on_sql",
    )  # fmt: skip
    additions: Mapped[list[Addition]] = relationship(
        order_by="Addition.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "skp_id"),
        sa.CheckConstraint(
            "owner_version <= text_version AND leader_version <= text_version", name="versions"
        ),
        sa.CheckConstraint(
            "state <> 'confirmed' OR (confirmed_at IS NOT NULL AND text_version > 0"
            " AND owner_version = text_version AND leader_version = text_version)",
            name="confirmed_by_both",
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'cancelled') OR recorded_at IS NOT NULL", name="recorded"
        ),
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says, but the penilai of the record is who led it.

        He who is penilai today is among the earlier ones and so reads on.
        """
        return replace(self.skp.parties(day), assessor_id=self.leader_id)

    def version_of(self, employee_id: int | None) -> int:
        """Which text one of the two confirmed last."""
        return self.owner_version if employee_id == self.skp.employee_id else self.leader_version


class Addition(db.Model):
    """What one of the two wrote beneath the record; never changed."""

    __tablename__ = "dialogue_addition"

    id: Mapped[int] = mapped_column(primary_key=True)
    dialogue_id: Mapped[int] = mapped_column(sa.ForeignKey("dialogue.id"), index=True)
    author_name: Mapped[str] = mapped_column(sa.String(200))
    text: Mapped[str] = mapped_column(sa.String(2000))
    added_at: Mapped[datetime] = mapped_column(default=utc_now)


class Agreement(Versioned, db.Model):
    """A kesepakatan: what is done by whom until when. Open ones go on to the next meeting."""

    __tablename__ = "agreement"
    moves = rules.AGREEMENT_MOVES
    kind = "agreement"

    id: Mapped[int] = mapped_column(primary_key=True)
    dialogue_id: Mapped[int] = mapped_column(sa.ForeignKey("dialogue.id"), index=True)
    text: Mapped[str] = mapped_column(sa.String(500))
    side: Mapped[Doer] = mapped_column(choice(Doer, "side"))
    due_on: Mapped[date] = mapped_column(index=True)
    state: Mapped[AgreementState] = mapped_column(
        choice(AgreementState, "state"), default=AgreementState.OPEN
    )
    closed_on: Mapped[date | None]
    closed_by: Mapped[str] = mapped_column(sa.String(200), default="")
    closing_note: Mapped[str] = mapped_column(sa.String(500), default="")
    closed_in_id: Mapped[int | None] = mapped_column(sa.ForeignKey("dialogue.id"))

    dialogue: Mapped[Dialogue] = relationship(
        back_populates="agreements", foreign_keys=[dialogue_id], lazy="raise_on_sql"
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.CheckConstraint("(state = 'open') = (closed_on IS NULL)", name="closed"),
        sa.CheckConstraint("state <> 'dropped' OR closing_note <> ''", name="dropped_says_why"),
    )

    def parties(self, day: date) -> Parties:
        """Those of the SKP today: a new penilai closes what was agreed with the former."""
        return self.dialogue.skp.parties(day)


class ProgressNote(db.Model):
    """Kemajuan or none, of an RHK or the whole, and what follows (p.70 no. 10-14).

    Never changed but for the Pegawai's word on it, and a taking over withdrawn.
    ``guidance`` is a proposal that the pembinaan takes up.
    """

    __tablename__ = "progress_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    rhk_key: Mapped[str] = mapped_column(sa.String(32), default="")
    verdict: Mapped[Verdict] = mapped_column(choice(Verdict, "verdict"))
    text: Mapped[str] = mapped_column(sa.String(2000))
    follow_ups: Mapped[list[str]] = mapped_column(sa.JSON, default=list)
    plan: Mapped[str] = mapped_column(sa.String(2000), default="")  # what shall follow
    guidance: Mapped[GuidanceWay | None] = mapped_column(choice(GuidanceWay, "guidance"))
    takes_over: Mapped[bool] = mapped_column(default=False)
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"))
    author_title: Mapped[str] = mapped_column(sa.String(200), default="")
    recorded_on: Mapped[date] = mapped_column(index=True)
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    read_at: Mapped[datetime | None]  # by the Pegawai
    answer: Mapped[str] = mapped_column(sa.String(2000), default="")
    withdrawn_on: Mapped[date | None]  # a taking over that was a mistake, or is over
    withdrawal: Mapped[str] = mapped_column(sa.String(500), default="")

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    author: Mapped[Employee] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.CheckConstraint("NOT takes_over OR rhk_key <> ''", name="takes_over_rhk"),
        sa.CheckConstraint("answer = '' OR read_at IS NOT NULL", name="answer_is_read"),
        sa.CheckConstraint(
            "withdrawn_on IS NULL OR (takes_over AND withdrawal <> '')", name="withdrawn_says_why"
        ),
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says."""
        return self.skp.parties(day)

    @property
    def follows(self) -> list[FollowUp]:
        """What follows, in the regulation's order."""
        return [one for one in FollowUp if one.value in self.follow_ups]

    @property
    def seen(self) -> Seen:
        """As the rule of taking over looks at it."""
        follows = [] if self.withdrawn_on else self.follows
        return Seen(self.rhk_key, self.verdict, follows, self.recorded_on)


#: RHK that the pimpinan took over, each with his note (p.70 no. 14)
Skp.takeovers = relationship(
    ProgressNote,
    primaryjoin=sa.and_(
        ProgressNote.skp_id == Skp.id, ProgressNote.takes_over, ProgressNote.withdrawn_on.is_(None)
    ),
    order_by=ProgressNote.id,
    lazy="raise_on_sql",
    viewonly=True,
)
