"""The empty attendance recap, with the office's own people in it."""

import sqlalchemy as sa

from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.office import list_template
from skpweb.office.attendance_columns import COLUMNS

EXAMPLE = ("199001172015031907", "Iwan Permadanu", "19", "2", "1", "0", "1", "0", "0", "45")
WIDTHS = {"nip": 24, "name": 32, "lost_minutes": 34}


def build() -> bytes:
    """The template as .xlsx: NIP and name of everybody at work, the counts still empty."""
    query = sa.select(Employee.nip, Employee.name).where(
        Employee.nip.is_not(None), Employee.left_on.is_(None)
    )
    people = db.session.execute(query.order_by(Employee.name)).all()
    rows = [[nip, name] for nip, name in people]
    return list_template.build("Rekap", COLUMNS, rows, [EXAMPLE], WIDTHS)
