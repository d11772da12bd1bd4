"""The papers of a rated evaluation, from its snapshot: C.1.1 to C.1.3, D.1.1 to D.1.3."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import g

from skpweb import labels
from skpweb.documents import archive, content, form_codes
from skpweb.documents.content import (
    Behaviour,
    DocumentContent,
    EvaluationContent,
    Remark,
    SeniorDocumentContent,
)
from skpweb.documents.parties import emblem, office_facts, party
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.ratings import OrganisationLevel
from skpweb.domain.terms import Aspect, FeedbackSource, Perspective, RhkKind
from skpweb.models import evaluations
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.review import Evaluation

#: whose note it is; it stands where the regulation lets feedback stand
TAKEN_OVER = "Pimpinan (catatan pengambilalihan)"


def make_all(skp_id: int, window_id: int) -> None:
    """Render and store both papers right after the predicate was set."""
    for paper in (result, document):
        skp = evaluations.dossier(skp_id)
        evaluation = evaluations.evaluation_of(skp, window_id) if skp else None
        if evaluation is not None:
            paper(evaluation)


def result(evaluation: Evaluation) -> bytes:
    """Hasil Evaluasi Kinerja Pegawai."""
    made = result_content(evaluation)
    return archive.finished(evaluation, form_codes.forms_for(made)[0], lambda: made)


def document(evaluation: Evaluation) -> bytes:
    """Dokumen Evaluasi Kinerja Pegawai: D.1.1, or D.1.2 where the atasan penilai rated."""
    made = document_content(evaluation)
    return archive.finished(evaluation, form_codes.forms_for(made)[0], lambda: made)


def result_content(evaluation: Evaluation) -> EvaluationContent:
    """What the C forms print."""
    facts = evaluation.snapshot
    return EvaluationContent(
        **_common(evaluation),
        form=evaluation.skp.form,
        approach=evaluation.skp.approach,
        signed_on=evaluation.signed_on,
        rhks=tuple(rhk(one, facts) for one in facts["rhks"]),
        behaviours=tuple(behaviour(value, facts) for value in CoreValue),
        result_rating=evaluation.first_judgement.result,
        behaviour_rating=evaluation.first_judgement.behaviour,
        senior=party(facts["parties"]["senior_assessor"]) if evaluation.rated_by_senior else None,
    )


def document_content(evaluation: Evaluation) -> DocumentContent:
    """What D.1.1 or D.1.2 prints."""
    form = SeniorDocumentContent if evaluation.rated_by_senior else DocumentContent
    return form(
        **document_facts(evaluation),
        signed_on=evaluation.signed_on,
        senior_assessor=party(evaluation.snapshot["parties"]["senior_assessor"]),
        employee_signed_on=evaluation.returned_on,
    )


def document_facts(evaluation: Evaluation) -> dict[str, Any]:
    """What the D forms share."""
    return {
        **_common(evaluation),
        "notes": evaluation.first_judgement.recommendation,
        "employee_place": g.office.place,
        "emblem": emblem(g.office),
    }


def period_name(window: EvaluationWindow) -> str:
    """As the forms name it: "TRIWULAN III", "MARET", "AKHIR"."""
    if window.is_annual:
        return "AKHIR"
    return window.name.rsplit(" ", 1)[0].upper()


def _common(evaluation: Evaluation) -> dict[str, Any]:
    facts, skp = evaluation.snapshot, evaluation.skp
    return {
        **office_facts(g.office),
        "starts_on": skp.starts_on,
        "ends_on": skp.ends_on,
        "employee": party(facts["parties"]["owner"]),
        "assessor": party(facts["parties"]["assessor"]),
        "period_name": period_name(evaluation.window),
        "organisation_level": OrganisationLevel(facts["organisation_level"]),
        "organisation_from": facts.get("organisation_from", ""),
        "predicate": evaluation.first_judgement.predicate,
    }


def rhk(row: dict[str, Any], facts: Mapping[str, Any]) -> content.Rhk:
    """An RHK of a snapshot with what was said of it."""
    return content.Rhk(
        kind=RhkKind(row["kind"]),
        statement=row["statement"],
        intervened=row["intervened"],
        assigner=row["assigner"],
        indicators=tuple(_indicator(one, facts) for one in row["indicators"]),
        feedback=taken_over(row["key"], facts) + _remarks(facts, [f"rhk:{row['key']}"]),
    )


def taken_over(key: str, facts: Mapping[str, Any]) -> tuple[Remark, ...]:
    """The note with which an RHK was taken over (p.70 no. 14), before all other feedback."""
    notes = facts.get("takeovers", ())  # snapshots of former versions have none
    return tuple(Remark(TAKEN_OVER, one["text"]) for one in notes if one["rhk"] == key)


def _indicator(one: dict[str, Any], facts: Mapping[str, Any]) -> content.Indicator:
    return content.Indicator(
        statement=one["statement"],
        target=one["target"],
        aspect=labels.label(Aspect(one["aspect"])) if one["aspect"] else "",
        perspective=labels.label(Perspective(one["perspective"])) if one["perspective"] else "",
        realisation=one["realisation"],
        feedback=_remarks(facts, [f"indicator:{one['key']}"]),
    )


def behaviour(value: CoreValue, facts: Mapping[str, Any]) -> Behaviour:
    """A value of a snapshot with what was said of it."""
    return Behaviour(
        value=value,
        expectation=facts["expectations"].get(value.value, ""),
        feedback=_remarks(facts, [f"value:{value.value}"]),
    )


def _remarks(facts: Mapping[str, Any], about: Iterable[str]) -> tuple[Remark, ...]:
    """What was said on these rows; the name stands behind all but the penilai's role."""
    wanted, parties = set(about), facts["parties"]
    return tuple(
        Remark(source=_source(one, parties), text=one["text"])
        for one in facts["feedback"]
        if one["about"] in wanted
    )


def _source(one: dict[str, Any], parties: Mapping[str, Any]) -> str:
    """``Pimpinan``, ``Pegawai (nama)``, ``Rekan kerja setingkat (nama)`` (p.192).

    Whoever else spoke as pimpinan is named: his words are not the penilai's.
    """
    source = FeedbackSource(one["source"])
    above = (parties.get(role) or {} for role in ("assessor", "senior_assessor"))
    is_above = one["name"] in {party.get("name") for party in above}
    if source is FeedbackSource.LEADER and is_above and not one.get("outside"):
        return labels.label(source)
    below = source is FeedbackSource.SUBORDINATE
    return f"{'Pegawai' if below else labels.label(source)} ({one['name']})"
