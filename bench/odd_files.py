"""Files that nobody sends by accident: small ones that cost much, and names of any letters."""

import io
import random
import zipfile
from datetime import datetime

from openpyxl import Workbook
from PIL import Image

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
PDF = b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
NAMES = (
    "Nota dinas – 24 Nov", "😀", "سند", "Résumé", "a\r\nX-Jahat: 1", 'a"; filename="b.html',
    "../../etc/passwd", "a\u202egpj.exe", "x" * 300, "", ".", "a;b='c%0d%0a", "\ufffe\uffff",
    "<img src=x>", "=cmd|calc!A0",
)  # fmt: skip


def sent(dice: random.Random) -> tuple[io.BytesIO, str]:
    """A file with an ending that mostly fits."""
    ending, content = dice.choice(FILES)
    return io.BytesIO(content + b"\n" * dice.randrange(3)), f"{dice.choice(NAMES)}.{ending}"


def book() -> bytes:
    """A list of journal rows whose dates are at the ends of time."""
    made = Workbook()
    made.worksheets[0].append(["Tanggal", "Kegiatan", "Ditulis pada"])
    for year in (1901, 2026, 9999):
        made.worksheets[0].append([datetime(2026, 11, 24), "uji \ufffd", datetime(year, 1, 1)])
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def altered(part: str, before: bytes, after: bytes) -> bytes:
    """The list with one thing changed in one part."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book())) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(before, after) if name == part else content)
    return target.getvalue()


def photo(scans: int) -> bytes:
    """A progressive photo whose last scan comes again and again."""
    target = io.BytesIO()
    Image.effect_noise((64, 48), 60).save(target, "JPEG", progressive=True)
    content = target.getvalue()
    return content[:-2] + content[content.rindex(b"\xff\xda") : -2] * scans + content[-2:]


FAR = b'<row r="2000000000"><c><v>1</v></c></row></sheetData>'
FILES = (
    ("xlsx", book()),
    ("xlsx", altered(SHEET, b"</sheetData>", FAR)),
    ("xlsx", altered(SHEET, b"</sheetData>", FAR.replace(b'"2', b'"&#50;'))),
    ("xlsx", altered(SHEET, b"<row ", b"<!DOCTYPE x><row ")),
    ("xlsx", altered(STYLES, b"</cellXfs>", b"<xf/>" * 300_000 + b"</cellXfs>")),
    ("xlsx", book()[:-300]),
    ("xlsx", b"skpweb pasted rows\n\xff"),
    ("xlsx", b"PK\3\4"),
    ("jpg", photo(0)),
    ("jpg", photo(500)),
    ("jpg", photo(0)[:700]),
    ("png", photo(0)),
    ("pdf", PDF),
    ("pdf", PDF + b"\xff\xfe"),
    ("pdf", b"%PDF-1.4<script>alert(1)</script>"),
    ("txt", b"a;b\n\xff;\0"),
    ("csv", b""),
)
