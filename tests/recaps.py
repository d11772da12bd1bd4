"""Attendance recaps for tests: a whole month, and the ways in which machines write them."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import Flask

from skpweb.extensions import db
from skpweb.models.people import Employee
from skpweb.models.presence import Attendance
from skpweb.office.attendance_columns import COLUMNS, COUNTS
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.sheets import workbook

HEADS = [column.heading for column in COLUMNS]
IWAN, YULI = SmallOffice.NIPS["iwan"], SmallOffice.NIPS["yuli"]
OCTOBER = date(2026, 10, 1)


def row(nip: Any = IWAN, name: str | None = None, **counts: Any) -> list[Any]:
    """A row of the template; counts that are not named are empty."""
    return [nip, name, *(counts.get(key) for key in COUNTS)]


def send(
    team: Browser,
    rows: Sequence[Sequence[Any]] | bytes,
    status: int = 200,
    month: str = "2026-10-01",
    heads: Sequence[Any] = HEADS,
) -> Page:
    """Upload a recap; bytes go as they are."""
    content = rows if isinstance(rows, bytes) else workbook(rows, heads)
    form = team.get("/admin/attendance/").form("/admin/attendance/")
    data = form.data(month=month) | {"file": (io.BytesIO(content), "rekap.xlsx")}
    return team.post("/admin/attendance/", data, status, content_type="multipart/form-data")


def stored(app: Flask, nip: str = IWAN, month: date = OCTOBER) -> dict[str, int] | None:
    """What the database says of a person's month."""
    with app.app_context():
        found = db.session.scalar(
            sa.select(Attendance)
            .join(Attendance.employee)
            .where(Employee.nip == nip, Attendance.month == month)
        )
        return {key: getattr(found, key) for key in COUNTS} if found is not None else None
