"""Which official forms a content can be printed as."""

from collections.abc import Sequence

from skpweb.documents.content import (
    ChangedDocumentContent,
    Content,
    EvaluationContent,
    FeedbackContent,
    ProgressContent,
    SeniorDocumentContent,
    SkpContent,
    StepsContent,
)
from skpweb.domain.terms import Approach, Form


def forms_for(content: Content) -> Sequence[str]:
    """The codes of the forms a content can be printed as, in the regulation's order."""
    if isinstance(content, SkpContent):
        return _of_an_skp(content)
    if isinstance(content, StepsContent):
        return ("B.1.2" if isinstance(content, ProgressContent) else "B.1.1",)
    if isinstance(content, ChangedDocumentContent):
        return ("D.1.3",)
    return ("D.1.2" if isinstance(content, SeniorDocumentContent) else "D.1.1",)


def _of_an_skp(content: SkpContent) -> Sequence[str]:
    kind = content.form, content.approach
    if isinstance(content, FeedbackContent):
        return (_FEEDBACK[kind],)
    if isinstance(content, EvaluationContent):
        return (_EVALUATION[kind],)
    manual = ("A.1.3",) if content.manuals else ()
    return (_SKP[kind], *manual, "A.1.8")


_SKP = {
    (Form.LEADER, Approach.QUALITATIVE): "A.1.1",
    (Form.LEADER, Approach.QUANTITATIVE): "A.1.2",
    (Form.STAFF, Approach.QUALITATIVE): "A.1.6",
    (Form.STAFF, Approach.QUANTITATIVE): "A.1.7",
}
_FEEDBACK = {
    (Form.LEADER, Approach.QUALITATIVE): "B.1.3",
    (Form.LEADER, Approach.QUANTITATIVE): "B.1.4",
    (Form.STAFF, Approach.QUALITATIVE): "B.1.3",
    (Form.STAFF, Approach.QUANTITATIVE): "B.1.5",
}
_EVALUATION = {
    (Form.LEADER, Approach.QUALITATIVE): "C.1.1",
    (Form.LEADER, Approach.QUANTITATIVE): "C.1.2",
    (Form.STAFF, Approach.QUALITATIVE): "C.1.1",
    (Form.STAFF, Approach.QUANTITATIVE): "C.1.3",
}
