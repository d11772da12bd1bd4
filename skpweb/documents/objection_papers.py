"""The Dokumen Evaluasi after an objection that changed the result: D.1.3 (p.118)."""

from skpweb import labels
from skpweb.documents import archive
from skpweb.documents.content import ChangedDocumentContent
from skpweb.documents.evaluation_papers import document_facts
from skpweb.documents.parties import party
from skpweb.models import evaluations
from skpweb.models.review import Evaluation, Objection

CHANGED = "D.1.3"


def make(skp_id: int, window_id: int) -> None:
    """Render and store D.1.3 right after the decision."""
    skp = evaluations.dossier(skp_id)
    evaluation = evaluations.evaluation_of(skp, window_id) if skp else None
    if evaluation is not None:
        changed(evaluation)


def changed(evaluation: Evaluation) -> bytes:
    """D.1.3; ask only where an objection changed the result."""
    return archive.finished(evaluation, CHANGED, lambda: changed_content(evaluation))


def changed_content(evaluation: Evaluation) -> ChangedDocumentContent:
    """What D.1.3 prints: what was set first, what was objected, explained and decided.

    The days on which Pegawai and penilai sign it are left to be written by hand.
    """
    objection = evaluation.objection
    return ChangedDocumentContent(
        **document_facts(evaluation),
        senior_assessor=party(objection.decider),
        objection=objection.reason,
        explanation=objection.explanation,
        decision=decision_words(evaluation, objection),
        decided_on=objection.decided_on,
    )


def decision_words(evaluation: Evaluation, objection: Objection) -> str:
    """The decision with the ratings that hold now, and the new recommendation."""
    now = evaluation.judgement
    lines = (
        objection.decision,
        f"Rating hasil kerja: {labels.label(now.result)}",
        f"Rating perilaku kerja: {labels.label(now.behaviour)}",
        f"Predikat kinerja pegawai: {labels.label(now.predicate)}",
        f"Rekomendasi: {now.recommendation}",
    )
    return "\n".join(lines)
