"""Staff lists for tests: good ones, and the ways in which they come broken."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook

from skpweb.office.import_columns import COLUMNS

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
