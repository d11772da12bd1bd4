"""The papers of pembinaan: drafts with today's names, then once and for all from the snapshot.

B.1.6 to B.1.9 are kept like every final form once they are signed. B.1.10 is not: a konseling
is held "dengan memperhatikan prinsip kerahasiaan" (p.85), the regulation names its readers
(``domain.counselling``) and no archive. It is drawn on request, carries no verification code,
since anybody may ask for one, and lies in no store that packages or exports are made from.
"""

from datetime import date
from typing import Any

from flask import g

from skpweb.documents import archive, render
from skpweb.documents.guidance_content import (
    GuidanceContent,
    GuidancePaperContent,
    ProblemReportContent,
)
from skpweb.documents.parties import office_facts, party
from skpweb.domain.guidance_forms import GuidanceKind, PaperKind
from skpweb.models import guidances, snapshots
from skpweb.models.counselling import Counselling
from skpweb.models.guidance import Guidance, GuidancePaper
from skpweb.models.planning import Skp

RECORDS = {GuidanceKind.COACHING: "B.1.6", GuidanceKind.MENTORING: "B.1.7"}
PAPERS = {PaperKind.FEEDBACK: "B.1.8", PaperKind.COMPETENCE: "B.1.9"}
REPORT = "B.1.10"


def record(found: Guidance, today: date) -> bytes:
    """B.1.6 or B.1.7. Ends the session's transaction once it is signed."""
    made, code = record_content(found, today), RECORDS[found.kind_of]
    return render.render(made, code) if made.draft else archive.finished(found, code, lambda: made)


def paper(found: GuidancePaper, today: date) -> bytes:
    """B.1.8 or B.1.9. Ends the session's transaction once it is signed."""
    made, code = paper_content(found, today), PAPERS[found.kind_of]
    return render.render(made, code) if made.draft else archive.finished(found, code, lambda: made)


def make(guidance_id: int, today: date, kind: PaperKind | None = None) -> bytes:
    """Render and store what was signed: the bimbingan itself, or the paper of that kind."""
    found = guidances.record(guidance_id)
    assert found is not None
    if kind is None:
        return record(found, today)
    one = found.paper(kind)
    assert one is not None
    return paper(one, today)


def content(found: Guidance | GuidancePaper, today: date) -> GuidanceContent | GuidancePaperContent:
    """What the form of a bimbingan, or of what followed it, prints."""
    if isinstance(found, Guidance):
        return record_content(found, today)
    return paper_content(found, today)


def report(found: Counselling, today: date) -> bytes:
    """B.1.10, drawn afresh for whoever may read it: never by way of the archive."""
    return render.render(report_content(found, today), REPORT)


def record_content(found: Guidance, today: date) -> GuidanceContent:
    """What B.1.6 or B.1.7 prints."""
    facts = found.snapshot or snapshots.of_guidance(found, today)
    return GuidanceContent(
        **_common(found.skp, facts, found.signed_on),
        kind=found.kind_of,
        body=found.body,
        guide=party(facts["guide"]),
    )


def paper_content(found: GuidancePaper, today: date) -> GuidancePaperContent:
    """What B.1.8 or B.1.9 prints."""
    facts = found.snapshot or snapshots.of_guidance(found.guidance, today)
    return GuidancePaperContent(
        **_common(found.guidance.skp, facts, found.signed_on),
        body=found.body,
        guide=party(facts["guide"]),
    )


def report_content(found: Counselling, today: date) -> ProblemReportContent:
    """What B.1.10 prints."""
    facts = found.snapshot or snapshots.of_parties(found.skp, today)
    return ProblemReportContent(
        **_common(found.skp, facts, found.reported_on),
        expectation=found.expectation,
        problem=found.problem,
        is_shared=found.is_shared,
        done_so_far=found.done_so_far,
    )


def _common(skp: Skp, facts: dict[str, Any], signed_on: date | None) -> dict[str, Any]:
    return {
        **office_facts(g.office),
        "starts_on": skp.starts_on,
        "ends_on": skp.ends_on,
        "employee": party(facts["owner"]),
        "assessor": party(facts["assessor"]),
        "signed_on": signed_on,
        "draft": signed_on is None,
    }
