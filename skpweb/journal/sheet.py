"""The field sheet to take along: for Excel, and on paper."""

from flask import Response, g
from flask_login import current_user

from skpweb.documents import field_sheet
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.journal import bp, list_queries, queries
from skpweb.journal.imports import attachment
from skpweb.office import journal_sheet
from skpweb.web import clock
from skpweb.web.access import allow


@bp.get("/import/lembar-lapangan.xlsx")
@allow(people.is_employee)
def sheet_file() -> Response:
    """Filled in Excel, imported later."""
    me, statements = _mine()
    content = journal_sheet.build(me.full_name, me.nip or "", g.office.name, statements)
    return attachment(content, "lembar-lapangan.xlsx")


@bp.get("/import/lembar-lapangan.pdf")
@allow(people.is_employee)
def sheet_paper() -> Response:
    """Filled by hand, copied later."""
    me, statements = _mine()
    facts = me.full_name, g.office.name, g.office.paper
    db.session.rollback()  # drawing must keep nobody waiting
    content = field_sheet.draw(*facts, statements)
    return attachment(content, "lembar-lapangan.pdf", "application/pdf")


def _mine() -> tuple[list_queries.Employee, list[str]]:
    """Who I am, and my rencana aksi in the order of their numbers."""
    skp = queries.skp_on(current_user, clock.today())
    steps = queries.steps(skp.id) if skp is not None else []
    me = list_queries.me(current_user)
    assert me is not None  # an employee asks
    return me, [step.statement for step in steps]
