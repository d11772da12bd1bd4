"""Finding a bimbingan with what follows it."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain.states import GuidanceState
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.guidance import Guidance
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp


def record(guidance_id: int) -> Guidance | None:
    """A coaching or mentoring with its dossier, who guides, and its papers. Two queries."""
    query = (
        sa.select(Guidance)
        .where(Guidance.id == guidance_id)
        .options(
            joinedload(Guidance.papers),
            joinedload(Guidance.guide).joinedload(Employee.postings).joinedload(Posting.unit),
        )
        .execution_options(populate_existing=True)
    )
    found = db.session.scalars(query).unique().one_or_none()
    if found is not None:
        set_committed_value(found, "skp", evaluations.dossier(found.skp_id))
        _tell(found)
    return found


def signed(dossiers: Collection[Skp]) -> Sequence[Guidance]:
    """The signed bimbingan of these dossiers with their papers, in order. One query."""
    by_id = {skp.id: skp for skp in dossiers}
    query = (
        sa.select(Guidance)
        .where(Guidance.skp_id.in_(by_id), Guidance.state == GuidanceState.SIGNED)
        .options(joinedload(Guidance.papers))
        .order_by(Guidance.signed_on, Guidance.id)
    )
    found = db.session.scalars(query).unique().all()
    for one in found:
        set_committed_value(one, "skp", by_id[one.skp_id])
        _tell(one)
    return found


def _tell(found: Guidance) -> None:
    """Each paper knows its bimbingan without another query."""
    for one in found.papers:
        set_committed_value(one, "guidance", found)
