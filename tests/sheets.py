"""Staff lists for tests: good ones, and the ways in which they come broken."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from flask import Flask
from openpyxl import Workbook

from skpweb.extensions import db
from skpweb.models.organisation import Unit
from skpweb.models.people import Employee, Posting
from skpweb.office.import_columns import COLUMNS
from tests.browser import Browser, Page

HEADS = [column.heading for column in COLUMNS]
KEYS = [column.key for column in COLUMNS]


def row(**cells: Any) -> list[Any]:
    """A row by column keys; what is left out is empty."""
    return [cells.get(key) for key in KEYS]


def person(nip: str, name: str, **more: Any) -> list[Any]:
    """A whole new employee in the small office."""
    cells = {
        "status": "PNS",
        "rank": "III/a",
        "position_name": "Pengelola Data",
        "position_kind": "Pelaksana",
        "unit": "Kecamatan Contohsari",
        "starts_on": "01/01/2026",
        "assessor": "198203112008011903",
    }
    return row(nip=nip, name=name, **(cells | more))


def workbook(rows: Iterable[Sequence[Any]], heads: Sequence[Any] = HEADS, above: int = 0) -> bytes:
    """An .xlsx; ``above`` lines of a title stand over the heading."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Pegawai"
    for number in range(above):
        sheet.append([f"DAFTAR PEGAWAI {number}"])
    sheet.append(list(heads))
    for cells in rows:
        sheet.append(list(cells))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def nip(number: int) -> str:
    """A sound NIP for the n-th made-up person."""
    day, month = number % 28 + 1, number // 28 % 12 + 1
    return f"{1970 + number // 336:04d}{month:02d}{day:02d}2015031{number % 900 + 100:03d}"


def upload(team: Browser, content: bytes, status: int = 200, name: str = "daftar.xlsx") -> Page:
    form = team.get("/admin/imports/").form("/admin/imports/")
    data = form.data() | {"file": (io.BytesIO(content), name)}
    return team.post("/admin/imports/", data, status, content_type="multipart/form-data")


def counted(app: Flask) -> tuple[int, int, int]:
    with app.app_context():
        return tuple(
            db.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in (Employee, Posting, Unit)
        )  # type: ignore[return-value]


def stored(app: Flask, number: str) -> tuple[Employee, Posting]:
    with app.app_context():
        found = db.session.execute(
            sa.select(Employee, Posting)
            .join(Posting, Posting.employee_id == Employee.id)
            .where(Employee.nip == number)
            .order_by(Posting.starts_on.desc())
        ).first()
        assert found is not None
        return found[0], found[1]


def press(team: Browser, page: Page, words: str, status: int = 200) -> Page:
    return team.submit(page.form(containing=words), status)
