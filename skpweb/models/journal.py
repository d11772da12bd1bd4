"""Rencana aksi, daily journal entries, and keys against double submission."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import lifecycle
from skpweb.domain.lifecycle import EntryState, StepState
from skpweb.domain.people import Parties
from skpweb.domain.terms import Duty, EntrySource, LinkState
from skpweb.extensions import db
from skpweb.models.base import Versioned, choice, utc_now
from skpweb.models.evidence import Evidence, entry_evidence
from skpweb.models.planning import Skp


class ActionStep(Versioned, db.Model):
    """A rencana aksi under an RHK, with a target for each window (p.66-67)."""

    __tablename__ = "action_step"
    moves = lifecycle.STEP_MOVES
    kind = "step"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    rhk_key: Mapped[str] = mapped_column(sa.String(32))
    statement: Mapped[str] = mapped_column(sa.String(500))
    unit: Mapped[str] = mapped_column(sa.String(60), default="")  # satuan
    order: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[datetime | None]
    state: Mapped[StepState] = mapped_column(choice(StepState, "state"), default=StepState.PROPOSED)
    proposed_at: Mapped[datetime] = mapped_column(default=utc_now)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(sa.String(300))  # name and capacity
    return_note: Mapped[str] = mapped_column(sa.String(1000), default="")

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    targets: Mapped[list[ActionTarget]] = relationship(
        back_populates="step", cascade="all, delete-orphan", lazy="raise_on_sql"
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.Index("ix_action_step_state_skp_id", "state", "skp_id"),
        sa.CheckConstraint("state = 'proposed' OR decided_at IS NOT NULL", name="decided"),
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says."""
        return self.skp.parties(day)


class ActionTarget(db.Model):
    """What a rencana aksi shall reach in one window."""

    __tablename__ = "action_target"

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(sa.ForeignKey("action_step.id"), index=True)
    window_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation_window.id"))
    target: Mapped[str] = mapped_column(sa.String(200))

    step: Mapped[ActionStep] = relationship(back_populates="targets", lazy="raise_on_sql")

    __table_args__ = (sa.UniqueConstraint("step_id", "window_id"),)


class JournalEntry(Versioned, db.Model):
    """A catatan harian (progres harian): what was done on a day."""

    __tablename__ = "journal_entry"
    moves = lifecycle.ENTRY_MOVES
    kind = "entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"))
    step_id: Mapped[int | None] = mapped_column(sa.ForeignKey("action_step.id"), index=True)
    #: the RHK it works for where there is no rencana aksi
    rhk_key: Mapped[str] = mapped_column(sa.String(32), default="")
    duty: Mapped[Duty] = mapped_column(choice(Duty, "duty"), default=Duty.OTHER)
    day: Mapped[date]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    activity: Mapped[str] = mapped_column(sa.String(1000))
    realisation: Mapped[int | None]  # whole number, 0 is allowed
    unit: Mapped[str] = mapped_column(sa.String(60), default="")
    evidence_url: Mapped[str] = mapped_column(sa.String(500), default="")
    link_state: Mapped[LinkState] = mapped_column(
        choice(LinkState, "link_state"), default=LinkState.UNCHECKED
    )
    link_checked_at: Mapped[datetime | None]
    source: Mapped[EntrySource] = mapped_column(
        choice(EntrySource, "source"), default=EntrySource.TYPED
    )
    noted_at: Mapped[datetime | None]  # when it was written down on the field sheet
    #: who wrote it in the owner's place; both names stay
    proxy_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    proxy_name: Mapped[str] = mapped_column(sa.String(200), default="")
    confirmed_at: Mapped[datetime | None]
    late_note: Mapped[str] = mapped_column(sa.String(300), default="")  # why it came after the end
    batch_id: Mapped[int | None] = mapped_column(sa.ForeignKey("import_batch.id"), index=True)
    copied_at: Mapped[datetime | None]  # carried into the national application
    #: when its words last changed; decisions and checks of links do not count
    written_at: Mapped[datetime] = mapped_column(default=utc_now)
    state: Mapped[EntryState] = mapped_column(
        choice(EntryState, "state"), default=EntryState.SUBMITTED
    )
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(sa.String(300))  # name and capacity
    return_note: Mapped[str] = mapped_column(sa.String(1000), default="")

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    step: Mapped[ActionStep | None] = relationship(lazy="raise_on_sql")
    files: Mapped[list[Evidence]] = relationship(
        secondary=entry_evidence, order_by=Evidence.id, lazy="raise_on_sql"
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.Index("ix_journal_entry_skp_id_day", "skp_id", "day"),
        sa.Index("ix_journal_entry_state_skp_id", "state", "skp_id"),
        sa.Index(  # the same link elsewhere; most entries have none
            "ix_journal_entry_evidence_url",
            "evidence_url",
            sqlite_where=sa.text("evidence_url <> ''"),
            postgresql_where=sa.text("evidence_url <> ''"),
        ),
        sa.CheckConstraint("realisation >= 0", name="realisation"),
        sa.CheckConstraint("ends_at > starts_at", name="times"),
        sa.CheckConstraint(
            "state IN ('unconfirmed', 'submitted') OR decided_at IS NOT NULL", name="decided"
        ),
        {"sqlite_autoincrement": True},  # the id of a deleted row never names another
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says, and who wrote it in the owner's place."""
        return replace(self.skp.parties(day), writer_id=self.proxy_id)

    def seconds_since_decision(self) -> float:
        """Seconds since it was approved or returned."""
        return (utc_now() - self.decided_at).total_seconds() if self.decided_at else 0.0


#: what the national application asks of an entry
WORDS = (
    "step_id", "day", "starts_at", "ends_at", "activity", "realisation", "unit", "evidence_url",
)  # fmt: skip


@sa.event.listens_for(JournalEntry, "before_update")
def _note_rewriting(_mapper: object, _connection: object, entry: JournalEntry) -> None:
    attributes = sa.inspect(entry).attrs
    if any(attributes[name].history.has_changes() for name in WORDS):
        entry.written_at = utc_now()


class FormKey(db.Model):
    """The key of a submitted form and where it led: a repeat leads there again."""

    __tablename__ = "form_key"

    key: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    location: Mapped[str] = mapped_column(sa.String(500))
    used_at: Mapped[datetime] = mapped_column(default=utc_now, index=True)
