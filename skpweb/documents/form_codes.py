"""Which official forms a content can be printed as."""

from collections.abc import Sequence

from skpweb.documents.content import (
    ChangedDocumentContent,
    Content,
    DocumentContent,
    EvaluationContent,
    FeedbackContent,
    ProgressContent,
    SeniorDocumentContent,
    SkpContent,
    StepsContent,
)
from skpweb.domain.terms import Approach, Form


def forms_for(content: Content) -> Sequence[str]:
    """The codes of the forms a content can be printed as, in the regulation's order.

    Raises ``TypeError`` for a content that no form is known for.
    """
    if isinstance(content, SkpContent):
        return _of_an_skp(content)
    for kind, code in _SINGLE:
        if isinstance(content, kind):
            return (code,)
    raise TypeError(f"no form is known for {type(content).__name__}")


def _of_an_skp(content: SkpContent) -> Sequence[str]:
    kind = content.form, content.approach
    if isinstance(content, FeedbackContent):
        return (_FEEDBACK[kind],)
    if isinstance(content, EvaluationContent):
        return (_EVALUATION[kind],)
    manual = ("A.1.3",) if content.manuals else ()
    return (_SKP[kind], *manual, "A.1.8")


#: contents that are one form, the narrower kinds before those they are made of
_SINGLE: tuple[tuple[type[Content], str], ...] = (
    (ProgressContent, "B.1.2"),
    (StepsContent, "B.1.1"),
    (ChangedDocumentContent, "D.1.3"),
    (SeniorDocumentContent, "D.1.2"),
    (DocumentContent, "D.1.1"),
)
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
