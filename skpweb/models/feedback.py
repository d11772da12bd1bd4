"""Umpan balik berkelanjutan: what was said, what was asked for, what is for oneself alone."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import requests
from skpweb.domain.feedback import Competence, FeedbackTiming, FeedbackWay
from skpweb.domain.people import Parties
from skpweb.domain.states import RequestState
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models.base import Versioned, choice, utc_now
from skpweb.models.people import Employee
from skpweb.models.planning import Skp


class Feedback(Versioned, db.Model):
    """Umpan balik on an RHK, a behaviour or a journal entry, with its source (p.69-77)."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    #: "rhk:<key>", "indicator:<key>", "value:<core value>" or "entry:<id>"
    about: Mapped[str] = mapped_column(sa.String(60))
    #: the row of the SKP under which it is read and printed; empty for work beside the plan
    under: Mapped[str] = mapped_column(sa.String(60), default="")
    source: Mapped[FeedbackSource] = mapped_column(choice(FeedbackSource, "source"))
    tone: Mapped[FeedbackTone] = mapped_column(choice(FeedbackTone, "tone"))
    timing: Mapped[FeedbackTiming] = mapped_column(
        choice(FeedbackTiming, "timing"), default=FeedbackTiming.INCIDENTAL
    )
    way: Mapped[FeedbackWay] = mapped_column(
        choice(FeedbackWay, "way"), default=FeedbackWay.INDIRECT
    )
    text: Mapped[str] = mapped_column(sa.String(2000))
    giver_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    giver_title: Mapped[str] = mapped_column(sa.String(200), default="")  # post when given
    #: who really said it, where he has no account (p.70 no. 8); ``giver`` then recorded it
    outsider: Mapped[str] = mapped_column(sa.String(150), default="")
    outsider_post: Mapped[str] = mapped_column(sa.String(200), default="")
    given_on: Mapped[date] = mapped_column(index=True)
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    corrected_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]  # "Saya sudah membaca" of the Pegawai
    reply: Mapped[str] = mapped_column(sa.String(1000), default="")

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    giver: Mapped[Employee] = relationship(lazy="raise_on_sql")
    tags: Mapped[list[FeedbackTag]] = relationship(
        cascade="all, delete-orphan", order_by="FeedbackTag.competence", lazy="raise_on_sql"
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.CheckConstraint("outsider_post = '' OR outsider <> ''", name="outsider"),
        sa.CheckConstraint("reply = '' OR read_at IS NOT NULL", name="reply"),
    )

    @property
    def speaker(self) -> str:
        """Whose words they are: the giver, or the outsider with his post."""
        if not self.outsider:
            return self.giver.full_name
        return f"{self.outsider}, {self.outsider_post}" if self.outsider_post else self.outsider

    @property
    def competences(self) -> list[Competence]:
        """What the Pegawai should develop, as the giver marked it. Needs ``tags``."""
        marked = {tag.competence for tag in self.tags}
        return [one for one in Competence if one in marked]


class FeedbackTag(db.Model):
    """A competence that a feedback says should be developed."""

    __tablename__ = "feedback_tag"

    feedback_id: Mapped[int] = mapped_column(sa.ForeignKey("feedback.id"), primary_key=True)
    competence: Mapped[Competence] = mapped_column(
        choice(Competence, "competence"), primary_key=True
    )


class FeedbackRequest(db.Model):
    """The Pegawai asks somebody for feedback (p.70 no. 9)."""

    __tablename__ = "feedback_request"
    moves = requests.REQUEST_MOVES
    kind = "request"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    asked_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"), index=True)
    about: Mapped[str] = mapped_column(sa.String(60), default="")  # empty: the giver chooses
    question: Mapped[str] = mapped_column(sa.String(500), default="")
    state: Mapped[RequestState] = mapped_column(
        choice(RequestState, "state"), default=RequestState.OPEN
    )
    asked_on: Mapped[date]
    closed_at: Mapped[datetime | None]
    word: Mapped[str] = mapped_column(sa.String(300), default="")  # why it was declined
    feedback_id: Mapped[int | None] = mapped_column(sa.ForeignKey("feedback.id"))

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    asked: Mapped[Employee] = relationship(lazy="raise_on_sql")

    __table_args__ = (
        sa.CheckConstraint("(state = 'open') = (closed_at IS NULL)", name="closed"),
        sa.CheckConstraint("(state = 'answered') = (feedback_id IS NOT NULL)", name="answered"),
        sa.CheckConstraint("state <> 'declined' OR word <> ''", name="declined"),
    )

    def parties(self, _day: date) -> Parties:
        """The asker and the asked. Needs ``skp``."""
        return Parties(owner_id=self.skp.employee_id, asked_id=self.asked_id)


class PrivateNote(db.Model):
    """What a superior notes for himself alone: no page, paper or count of others has it.

    A table of its own, so that nothing which reads feedback can meet it.
    """

    __tablename__ = "private_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"))
    writer_id: Mapped[int] = mapped_column(sa.ForeignKey("employee.id"))
    text: Mapped[str] = mapped_column(sa.String(2000))
    written_on: Mapped[date]

    __table_args__ = (sa.Index(None, "skp_id", "writer_id"),)
