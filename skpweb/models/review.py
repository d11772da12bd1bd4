"""Realisations, evaluations and objections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from skpweb.domain import charge, lifecycle, people, ratings
from skpweb.domain.bias import Question
from skpweb.domain.handover import Judgement
from skpweb.domain.lifecycle import EvaluationState, ObjectionState
from skpweb.domain.people import Parties
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.extensions import db
from skpweb.models.base import LONG_TEXT, Versioned, choice
from skpweb.models.feedback import Feedback as Feedback  # beside what it is judged with
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Posting
from skpweb.models.planning import Skp


class Realisation(Versioned, db.Model):
    """What an indicator reached in a window, reported by the Pegawai with evidence."""

    __tablename__ = "realisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    window_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation_window.id"))
    indicator_key: Mapped[str] = mapped_column(sa.String(32))
    text: Mapped[str] = mapped_column(sa.String(2000))
    evidence_url: Mapped[str] = mapped_column(sa.String(500), default="")

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (sa.UniqueConstraint("skp_id", "window_id", "indicator_key"),)


class Evaluation(Versioned, db.Model):
    """The periodic or yearly evaluation of an SKP in a window (art. 23-25), never computed."""

    __tablename__ = "evaluation"
    moves = lifecycle.EVALUATION_MOVES
    kind = "evaluation"

    id: Mapped[int] = mapped_column(primary_key=True)
    skp_id: Mapped[int] = mapped_column(sa.ForeignKey("skp.id"), index=True)
    window_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation_window.id"), index=True)
    state: Mapped[EvaluationState] = mapped_column(
        choice(EvaluationState, "state"), default=EvaluationState.OPEN
    )
    reported_at: Mapped[datetime | None]
    result_rating: Mapped[Rating | None] = mapped_column(choice(Rating, "result_rating"))
    behaviour_rating: Mapped[Rating | None] = mapped_column(choice(Rating, "behaviour_rating"))
    predicate: Mapped[Predicate | None] = mapped_column(choice(Predicate, "predicate"))
    recommendation: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    #: where a head's rating differs from the organisation's result, or the pattern is left
    reason: Mapped[str] = mapped_column(sa.String(2000), default="")
    rated_at: Mapped[datetime | None]
    signed_on: Mapped[date | None]
    delivered_on: Mapped[date | None]  # handed to the Pegawai, <= 14 working days (p.114)
    received_on: Mapped[date | None]  # starts the objection clock (p.117)
    returned_on: Mapped[date | None]  # signed by the Pegawai and given back (p.114, 116)
    reported_up_on: Mapped[date | None]  # reported to the PyB, <= 30 working days (p.115, 117)
    rated_by_senior: Mapped[bool] = mapped_column(default=False)  # the penilai let it pass (p.90)
    #: parties, organisation result, rows, realisations and feedback as they were when rated
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)

    skp: Mapped[Skp] = relationship(lazy="raise_on_sql")
    window: Mapped[EvaluationWindow] = relationship(lazy="raise_on_sql")
    rhk_ratings: Mapped[list[RhkRating]] = relationship(
        cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    objection: Mapped[Objection | None] = relationship(
        back_populates="evaluation", lazy="raise_on_sql"
    )

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.UniqueConstraint("skp_id", "window_id"),
        sa.CheckConstraint("(state = 'rated') = (rated_at IS NOT NULL)", name="rated_has_date"),
        sa.CheckConstraint(
            "state <> 'rated' OR (result_rating IS NOT NULL AND behaviour_rating IS NOT NULL"
            " AND predicate IS NOT NULL AND snapshot IS NOT NULL)",
            name="rated_is_complete",
        ),
        sa.CheckConstraint("predicate IS NULL OR state = 'rated'", name="predicate_is_final"),
        *(
            sa.CheckConstraint(
                f"{later} IS NULL OR ({former} IS NOT NULL AND {later} >= {former})",
                name=later.removesuffix("_on"),
            )
            for later, former in (
                ("delivered_on", "signed_on"),
                ("received_on", "delivered_on"),
                ("returned_on", "received_on"),
                ("reported_up_on", "delivered_on"),
            )
        ),
    )

    #: what the checks look at; the page's query fills them in (never stored here)
    __allow_unmapped__ = True
    organisation_level: OrganisationLevel | None = None  # unit led by the penilai (p.94)
    organisation_from: str = ""  # another year's, where this year's came too late (p.94)
    dropped_out: bool = False  # of tugas belajar that the window looks at (p.100)
    adopted: str = ""  # the former unit's result is used; says whose agreement (p.91)
    own_unit_level: OrganisationLevel | None = None  # unit led by the Pegawai himself
    realisations: Sequence[Realisation] = ()
    feedback: Sequence[Feedback] = ()
    questions: Sequence[Question] = ()  # asked before the predicate was set, and kept with it

    def parties(self, day: date) -> Parties:
        """As the dossier says; after the window the atasan penilai rates (p.90).

        A penilai who moved while the window was open keeps it (p.91); whoever signed
        hands over, explains and reports it, also after another took his place (p.114-117).
        """
        now, is_rated = self.skp.parties(day), self.state is EvaluationState.RATED
        post = self.charge_on(self.signed_on if is_rated and self.signed_on else day)
        parties = now if post is None else replace(now, assessor_id=post.assessor_id)
        if is_rated:
            above = post.senior_assessor_id if post is not None else None
            is_penilai_now = above is not None and above == now.assessor_id
            return replace(
                parties, senior_stands_in=self.rated_by_senior,
                senior_assessor_id=above if is_penilai_now else parties.senior_assessor_id,
                rated_by_id=None if self.rated_by_senior else parties.assessor_id,
            )  # fmt: skip
        has_passed = day > self.window.closes_on and people.has_senior(parties)
        return replace(parties, senior_stands_in=has_passed)

    def charge_on(self, day: date) -> Posting | None:
        """The owner's post whose penilai rates this window. Needs ``employee.postings``."""
        window, skp = self.window, self.skp
        span = charge.Span(window.opens_on, window.closes_on, window.is_annual)
        return charge.post_for(skp.employee.postings, span, min(day, skp.ends_on))

    def predicate_for(self, result: Rating | None, behaviour: Rating | None) -> Predicate | None:
        """What two ratings give here, once both are chosen. Needs ``dropped_out``."""
        if result is None or behaviour is None:
            return None
        return ratings.predicate(result, behaviour, dropped_out=self.dropped_out)

    @property
    def judgement(self) -> Judgement:
        """What holds now: after a changing decision, that of the atasan penilai."""
        return Judgement(
            self.result_rating, self.behaviour_rating, self.predicate, self.recommendation
        )

    @property
    def first_judgement(self) -> Judgement:
        """What was set at first, as C.1.1-C.1.3 and D.1.1 print it. Needs ``objection``."""
        objection = self.objection
        return objection.former if objection and objection.former else self.judgement


class RhkRating(db.Model):
    """The penilai's view of a single RHK, an aid to the rating hasil kerja."""

    __tablename__ = "rhk_rating"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation.id"), index=True)
    rhk_key: Mapped[str] = mapped_column(sa.String(32))
    rating: Mapped[Rating] = mapped_column(choice(Rating, "rating"))

    __table_args__ = (sa.UniqueConstraint("evaluation_id", "rhk_key"),)


class Objection(Versioned, db.Model):
    """Keberatan against an evaluation, to the atasan penilai (art. 29, p.117)."""

    __tablename__ = "objection"
    moves = lifecycle.OBJECTION_MOVES
    kind = "objection"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(sa.ForeignKey("evaluation.id"), unique=True)
    state: Mapped[ObjectionState] = mapped_column(
        choice(ObjectionState, "state"), default=ObjectionState.FILED
    )
    filed_on: Mapped[date]
    #: what is disputed: "predicate", "rhk:<key>", "value:<core value>"
    parts: Mapped[list[str]] = mapped_column(sa.JSON, default=list)
    reason: Mapped[str] = mapped_column(sa.String(LONG_TEXT))
    evidence_url: Mapped[str] = mapped_column(sa.String(500), default="")
    due_on: Mapped[date]  # decision within 7 working days
    explanation: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    explained_on: Mapped[date | None]
    heard_on: Mapped[date | None]  # the hearing of penilai and Pegawai (p.117)
    heard_assessor: Mapped[bool] = mapped_column(default=False)
    heard_owner: Mapped[bool] = mapped_column(default=False)
    hearing: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")  # what was said
    decision: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")
    is_upheld: Mapped[bool | None]  # the result is upheld (dikuatkan) or changed
    decided_on: Mapped[date | None]
    decider: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)  # who signs D.1.3, frozen
    #: what was set before the decision changed it
    old_result_rating: Mapped[Rating | None] = mapped_column(choice(Rating, "old_result_rating"))
    old_behaviour_rating: Mapped[Rating | None] = mapped_column(
        choice(Rating, "old_behaviour_rating")
    )
    old_predicate: Mapped[Predicate | None] = mapped_column(choice(Predicate, "old_predicate"))
    old_recommendation: Mapped[str] = mapped_column(sa.String(LONG_TEXT), default="")

    evaluation: Mapped[Evaluation] = relationship(back_populates="objection", lazy="raise_on_sql")

    __mapper_args__ = {"version_id_col": Versioned.version_id}
    __table_args__ = (
        sa.CheckConstraint("(state = 'decided') = (decided_on IS NOT NULL)", name="decided"),
        sa.CheckConstraint("state <> 'decided' OR is_upheld IS NOT NULL", name="verdict"),
        sa.CheckConstraint("state <> 'explained' OR explained_on IS NOT NULL", name="explained"),
        sa.CheckConstraint(
            "is_upheld IS NULL OR is_upheld OR old_predicate IS NOT NULL", name="old"
        ),
        sa.CheckConstraint(
            "explained_on >= filed_on AND decided_on >= filed_on AND heard_on >= filed_on",
            name="dates",
        ),
    )

    def parties(self, day: date) -> Parties:
        """As the dossier says."""
        return self.evaluation.parties(day)

    @property
    def former(self) -> Judgement | None:
        """What was set before the decision; None while nothing was changed."""
        if self.old_predicate is None:
            return None
        return Judgement(
            self.old_result_rating, self.old_behaviour_rating, self.old_predicate,
            self.old_recommendation,
        )  # fmt: skip
