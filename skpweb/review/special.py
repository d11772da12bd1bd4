"""What is special about an evaluation: a secondment, tugas belajar, a former unit's result."""

from dataclasses import dataclass
from typing import Any

from skpweb.domain.terms import AbsenceKind
from skpweb.models.attendances import Presence
from skpweb.models.review import Evaluation
from skpweb.office import adoptions, studies
from skpweb.office.adoptions import Offer
from skpweb.review import bp
from skpweb.web import clock


@dataclass(frozen=True)
class Special:
    """What the page of an evaluation says beside it."""

    offer: Offer | None
    seconded_to: str
    guide: list[str]
    is_bound: bool = False  #: the guide is a rule: whoever dropped out (p.100)


def of(evaluation: Evaluation, presence: Presence | None = None) -> Special:
    """No query for most people; one for each special thing."""
    skp = evaluation.skp
    post = skp.employee.posting_on(min(clock.today(), skp.ends_on))
    away = presence.absences if presence is not None else ()
    studying = [one for one in away if one.kind is AbsenceKind.STUDY]
    study = studies.of(studying[-1]) if studying else None
    return Special(
        offer=adoptions.offer(evaluation),
        seconded_to=post.seconded_to if post else "",
        guide=studies.guide(study) if study is not None else [],
        is_bound=study is not None and study.dropped_out,
    )


@bp.context_processor
def words() -> dict[str, Any]:
    """The pages of an evaluation may ask what is special about it."""
    return {"special_of": of}
