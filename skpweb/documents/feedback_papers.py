"""Rekaman informasi umpan balik berkelanjutan: B.1.3 to B.1.5. Drawn on request, never archived.

Both sign it by hand; what an evaluation rests on is frozen in its own snapshot.
"""

from collections.abc import Mapping
from typing import Any

from skpweb.documents import evaluation_papers
from skpweb.documents.content import FeedbackContent
from skpweb.documents.parties import office_facts, party
from skpweb.domain.behaviour import CoreValue
from skpweb.models.organisation import EvaluationWindow, Office
from skpweb.models.planning import Skp


def content(
    skp: Skp, window: EvaluationWindow, facts: Mapping[str, Any], office: Office
) -> FeedbackContent:
    """What the form prints; ``facts`` are those of ``snapshots.of_evaluation``."""
    return FeedbackContent(
        **office_facts(office),
        starts_on=skp.starts_on,
        ends_on=skp.ends_on,
        employee=party(facts["parties"]["owner"]),
        assessor=party(facts["parties"]["assessor"]),
        form=skp.form,
        approach=skp.approach,
        rhks=tuple(evaluation_papers.rhk(one, facts) for one in facts["rhks"]),
        behaviours=tuple(evaluation_papers.behaviour(value, facts) for value in CoreValue),
        period_name=evaluation_papers.period_name(window),
    )
