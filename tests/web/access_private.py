"""A confidential record of the owner, for the walk over all views."""

from datetime import date

import sqlalchemy as sa

from skpweb.documents.parties import NOBODY
from skpweb.domain.counselling import CounsellorKind
from skpweb.domain.states import CounsellingState
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.counselling import Counselling
from skpweb.models.people import Employee
from tests.web.access_ids import EXAMPLES, ROLES

#: what the owner keeps for himself: a list of journal rows, a favourite
OWNERS_FORMS = {
    "/journal/import/": {"rows": "24/11/2026\tRapat", "file": None},
    "/journal/patterns/new": {"activity": "Apel pagi"},
}


def confidential() -> Counselling:
    """A konseling of the owner, reported by his penilai and arranged."""
    ids = {nip: id_ for id_, nip in db.session.execute(sa.select(Employee.id, Employee.nip))}
    head = ids["197809222005012902"]  # the secretary
    return Counselling(
        skp_id=db.session.scalar(EXAMPLES["skp_id"]), state=CounsellingState.SCHEDULED,
        writer_id=ids[ROLES["assessor"]], receiver_id=head, counsellor_id=head,
        senior_id=ids[ROLES["senior"]], counsellor_kind=CounsellorKind.OFFICIAL,
        meets_on=date(2026, 11, 27), reported_at=utc_now(), reported_on=date(2026, 11, 20),
        snapshot={"owner": None, "assessor": NOBODY, "senior_assessor": None},
    )  # fmt: skip
