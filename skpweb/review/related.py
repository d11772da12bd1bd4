"""What belongs to an evaluation and is opened only when asked for.

The journal of an RHK, and who else works for the same results (p.98).
"""

from flask import Response, abort

from skpweb.domain import people
from skpweb.models import evaluations
from skpweb.models.review import Evaluation
from skpweb.models.roles import contributions
from skpweb.review import bp
from skpweb.review.evaluations import PATH
from skpweb.review.queries import evaluations as queries
from skpweb.web.access import allow
from skpweb.web.page import page

MOST = 60  #: entries on the page, the newest first


@bp.get(f"{PATH}/journal/<int:number>")
@allow(people.may_review, queries.evaluation)
def journal_of_rhk(evaluation: Evaluation, number: int) -> Response:
    """The journal entries under one RHK in the period of the window."""
    rhks = evaluations.content(evaluation.skp).rhks
    if not 1 <= number <= len(rhks):
        abort(404)
    rhk = rhks[number - 1]
    found = queries.journal_under(evaluation, rhk.key, MOST)
    return page("review/journal.html", evaluation=evaluation, rhk=rhk, number=number,
                entries=found, most=MOST)  # fmt: skip


@bp.get(f"{PATH}/contribution")
@allow(people.may_review, queries.evaluation)
def contribution(evaluation: Evaluation) -> Response:
    """The roles of all people under the columns where this Pegawai has one (p.47-49, 98)."""
    roles = contributions(evaluation.skp.employee_id, evaluation.skp.year_id)
    columns = {(one.leader, one.column_key): one.column for one in roles}
    return page("review/contribution.html", evaluation=evaluation, columns=columns, roles=roles)
