"""Keberatan: filed, explained, heard, decided (art. 29, p.117-118). The caller commits."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from babel.dates import format_date

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain import deadlines, people
from skpweb.domain.clocks import Workdays
from skpweb.domain.handover import Judgement
from skpweb.domain.lifecycle import Action, NotYours, ObjectionState, Refused
from skpweb.domain.objection import FINAL, Case, Chance
from skpweb.extensions import db
from skpweb.models import snapshots
from skpweb.models.people import Employee
from skpweb.models.review import Evaluation, Objection
from skpweb.moves import move


def case(evaluation: Evaluation, day: date) -> Case:
    """What the law looks at: the post of the signing, whose penilai must be loaded."""
    post = evaluation.charge_on(evaluation.signed_on or day) or evaluation.skp.posting
    return Case(
        position_kind=post.position_kind,
        leads_unit=post.leads_unit,
        assessor_status=post.assessor.status if post.assessor else None,
        has_senior=people.has_decider(evaluation.parties(day)),
        rated_by_senior=evaluation.rated_by_senior,
    )


def chance(evaluation: Evaluation, workdays: Workdays) -> Chance:
    """Whether the Pegawai may object today."""
    received, today = evaluation.received_on, workdays.today
    ends_on = workdays.ends_on(deadlines.OBJECTION, received) if received else None
    return Chance(case(evaluation, today).final, received, ends_on, today)


def file(
    actor: Witness, evaluation: Evaluation, workdays: Workdays,
    parts: Sequence[str], reason: str, evidence_url: str = "",
) -> Objection:  # fmt: skip
    """An objection of today. Raises ``Refused`` where there is none or its time is over."""
    problem = why_not(evaluation, chance(evaluation, workdays))
    if problem is not None:
        raise Refused(problem)
    made = Objection(
        evaluation_id=evaluation.id,
        state=ObjectionState.FILED,
        filed_on=workdays.today,
        parts=list(parts),
        reason=reason,
        evidence_url=evidence_url,
        due_on=workdays.ends_on(deadlines.OBJECTION_DECISION, workdays.today),
    )
    db.session.add(made)
    after = {"due_on": made.due_on.isoformat()}
    owner_id = evaluation.skp.employee_id
    audit.record(actor, "objection.file", made, after=after, owner_id=owner_id)
    return made


def why_not(evaluation: Evaluation, found: Chance) -> str | None:
    """Why no objection can be filed, in words."""
    if evaluation.objection is not None:
        return "Keberatan atas evaluasi ini sudah diajukan."
    if found.final is not None:
        return FINAL[found.final]
    if found.received_on is None:
        return "Keberatan dapat diajukan setelah Anda menyatakan menerima dokumennya."
    if found.is_late:
        return (
            f"Batas mengajukan keberatan berakhir pada {_day(found.ends_on)}: 14 hari kerja "
            f"sejak dokumen diterima pada {_day(found.received_on)}."
        )
    return None


def decider_of(evaluation: Evaluation, day: date) -> Employee | None:
    """The atasan penilai of that day, who decides (p.117 B 2); nobody about his own rating."""
    skp, parties = evaluation.skp, evaluation.parties(day)
    posting = skp.employee.posting_on(min(day, skp.ends_on))
    if posting is None or not people.has_decider(parties):
        return None
    took_over = posting.assessor_id == parties.senior_assessor_id  # he is the penilai since
    return posting.assessor if took_over else posting.senior_assessor


def explain(actor: Any, objection: Objection, text: str, day: date) -> None:
    """The penilai's explanation."""
    objection.explanation, objection.explained_on = text, day
    move(objection, Action.EXPLAIN, actor, day)


def hear(
    actor: Any, objection: Objection, day: date, on: date | None,
    heard: tuple[bool, bool], notes: str,
) -> None:  # fmt: skip
    """The hearing: when, whether the Pegawai and the penilai were heard, and what was said."""
    if not people.decides_objection(actor, objection.parties(day)):
        raise NotYours("Hanya atasan pejabat penilai yang memeriksa keberatan.")
    if objection.state is ObjectionState.DECIDED:
        raise Refused("Keberatan ini sudah diputuskan.")
    if on is None or not objection.filed_on <= on <= day:
        raise Refused("Tulis tanggal pemeriksaan: sejak keberatan diajukan sampai hari ini.")
    objection.heard_on, objection.hearing = on, notes
    objection.heard_owner, objection.heard_assessor = heard
    after = {"heard_on": on.isoformat(), "heard_owner": heard[0], "heard_assessor": heard[1]}
    owner_id = objection.evaluation.skp.employee_id
    audit.record(actor, "objection.hear", objection, after=after, owner_id=owner_id)


def uphold(actor: Any, objection: Objection, text: str, day: date) -> None:
    """The result stays (dikuatkan)."""
    _decide(objection, text, day, is_upheld=True)
    move(objection, Action.UPHOLD, actor, day)


def change(actor: Any, objection: Objection, text: str, day: date, new: Judgement) -> None:
    """Other ratings, their predicate and a new recommendation; the old ones are kept beside.

    The D.1.3 that follows is reported upward anew (p.119).
    """
    evaluation = objection.evaluation
    with db.session.no_autoflush:
        _keep(objection, evaluation.judgement)
        evaluation.result_rating, evaluation.behaviour_rating = new.result, new.behaviour
        if new.result and new.behaviour:
            evaluation.predicate = evaluation.predicate_for(new.result, new.behaviour)
        evaluation.recommendation, evaluation.reported_up_on = new.recommendation, None
        _decide(objection, text, day, is_upheld=False)
        move(objection, Action.CHANGE, actor, day, after=_words(objection, evaluation.judgement))


def _keep(objection: Objection, former: Judgement) -> None:
    objection.old_result_rating, objection.old_behaviour_rating = former.result, former.behaviour
    objection.old_predicate = former.predicate
    objection.old_recommendation = former.recommendation


def _decide(objection: Objection, text: str, day: date, *, is_upheld: bool) -> None:
    senior = decider_of(objection.evaluation, day)
    objection.decision, objection.is_upheld, objection.decided_on = text, is_upheld, day
    objection.decider = snapshots.of_person(senior, senior.posting_on(day)) if senior else None


def _words(objection: Objection, now: Judgement) -> dict[str, str]:
    """What the trail remembers of a change: the predicate before, and all that holds now."""
    chosen = {
        "former": objection.old_predicate,
        "result": now.result,
        "behaviour": now.behaviour,
        "predicate": now.predicate,
    }
    return {name: value.value for name, value in chosen.items() if value is not None}


def _day(day: date) -> str:
    return format_date(day, "d MMMM y", "id")
