"""Umpan balik as the person reads it who received it."""

from collections.abc import Iterable
from dataclasses import dataclass

from skpweb.models import feedbacks
from skpweb.models.feedback import Feedback
from skpweb.models.planning import Skp

LIMIT = 25  #: the newest; older ones stand on the page of all feedback


@dataclass(frozen=True)
class Remark:
    """A piece of feedback and, in words, what it is about."""

    feedback: Feedback
    subject: str


def received(dossiers: Iterable[Skp]) -> list[Remark]:
    """Feedback on these dossiers, the newest first. At most five queries."""
    found = feedbacks.standing(Feedback.skp_id.in_([skp.id for skp in dossiers]), limit=LIMIT)
    words = feedbacks.subjects(found)
    return [Remark(one, words.get(one.about, feedbacks.GONE)) for one in found]
