"""What documents print is frozen when it is decided: people are promoted later."""

from datetime import date
from typing import Any

from skpweb.models.feedback import Feedback
from skpweb.models.guidance import Guidance
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Indicator, Rhk, Skp, SkpVersion
from skpweb.models.review import Evaluation


def of_parties(skp: Skp, day: date, charge: Posting | None = None) -> dict[str, Any]:
    """Names, NIP, pangkat, posts and units of owner, penilai and atasan penilai.

    Needs the postings of the three loaded; ``day`` is clipped to the SKP's period.
    ``charge`` is the post whose penilai counts, if not that of the day: he signs as
    what he then was.
    """
    on = min(day, skp.ends_on)
    posting = skp.employee.posting_on(on) or skp.posting
    rated = charge or posting
    return {
        "owner": of_person(skp.employee, posting),
        "assessor": _superior(rated.assessor, min(on, rated.ends_on or on)),
        "senior_assessor": _superior(posting.senior_assessor, on),
    }


def of_person(employee: Employee, posting: Posting | None) -> dict[str, str]:
    """One party as the forms print it."""
    return {
        "name": employee.full_name,
        "nip": employee.nip or "",
        "rank": employee.rank_text,
        "position": posting.title if posting else "",
        "unit": posting.unit.name if posting else "",
    }


def of_guidance(guidance: Guidance, day: date) -> dict[str, Any]:
    """The parties of the SKP, and whoever guides, as they are on a day."""
    guide = guidance.guide
    return of_parties(guidance.skp, day) | {"guide": of_person(guide, guide.posting_on(day))}


def of_evaluation(evaluation: Evaluation, version: SkpVersion, day: date) -> dict[str, Any]:
    """All that a set predicate rests on: parties, result, rows, realisations, feedback."""
    level = evaluation.organisation_level
    return {
        "parties": of_parties(evaluation.skp, day, evaluation.charge_on(day)),
        "organisation_level": level.value if level else None,
        "organisation_from": evaluation.organisation_from,
        "adopted": evaluation.adopted,
        "dropped_out": evaluation.dropped_out,
        "version": version.number,
        "rhks": [_of_rhk(rhk, evaluation) for rhk in version.rhks],
        "expectations": {item.value.value: item.text for item in version.expectations},
        "feedback": [_said(one) for one in evaluation.feedback],
        "own_unit_level": evaluation.own_unit_level.value if evaluation.own_unit_level else None,
        "reason": evaluation.reason,
        "questions": [{"code": one.code, "text": one.text} for one in evaluation.questions],
        "takeovers": takeovers(evaluation.skp, day),
    }


def _said(feedback: Feedback) -> dict[str, Any]:
    return {
        "about": feedback.under,
        "source": feedback.source.value,
        "name": feedback.speaker,
        "outside": bool(feedback.outsider),
        "text": feedback.text,
    }


def takeovers(skp: Skp, day: date) -> list[dict[str, str]]:
    """The notes with which RHK were taken over (p.70 no. 14)."""
    return [
        {"rhk": note.rhk_key, "text": note.text}
        for note in skp.takeovers
        if note.recorded_on <= day
    ]


def _of_rhk(rhk: Rhk, evaluation: Evaluation) -> dict[str, Any]:
    reported = {row.indicator_key: row for row in evaluation.realisations}
    return {
        "key": rhk.key,
        "kind": rhk.kind.value,
        "statement": rhk.statement,
        "intervened": rhk.intervened_text,
        "assigner": rhk.assigner,
        "indicators": [_of_indicator(one, reported) for one in rhk.indicators],
    }


def _of_indicator(indicator: Indicator, reported: dict[str, Any]) -> dict[str, Any]:
    realisation = reported.get(indicator.key)
    return {
        "key": indicator.key,
        "aspect": indicator.aspect.value if indicator.aspect else None,
        "perspective": indicator.perspective.value if indicator.perspective else None,
        "statement": indicator.statement,
        "target": indicator.target,
        "realisation": realisation.text if realisation else "",
        "evidence": realisation.evidence_url if realisation else "",
    }


def _superior(employee: Employee | None, day: date) -> dict[str, str] | None:
    if employee is None:
        return None
    return of_person(employee, employee.posting_on(day))
