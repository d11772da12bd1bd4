"""What the pages about a post load."""

from typing import Any

from sqlalchemy.orm.attributes import set_committed_value

from skpweb.admin.queries.employees import employee
from skpweb.extensions import db
from skpweb.models.people import Posting


def posting(person: Any, posting_id: int) -> Posting | None:
    """A post with its whole employee."""
    bare = db.session.get(Posting, posting_id)
    whole = employee(person, bare.employee_id) if bare is not None else None
    if bare is not None:
        set_committed_value(bare, "employee", whole)
    return bare
