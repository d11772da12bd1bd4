"""What an .xlsx holds, judged part by part before a library reads it.

A small file can unpack to much, and a part that is small in bytes can still cost
minutes: each element is an object to the library, each missing row one it makes up.
"""

import io
import re
import zipfile

MOST_PARTS = 300
MOST_RATIO = 200  #: how much larger the parts may be than the file
MOST_SHEETS = 16 * 1024 * 1024  #: bytes of all sheets, and of all their texts
MOST_OTHERS = 1024 * 1024  #: bytes of any other part: styles, the book, relations
MOST_ELEMENTS = 1_200_000  #: in all sheets and texts together
MOST_OTHER_ELEMENTS = 50_000  #: in any other part
FURTHEST_ROW = 99_999
MOST_ROWS = 150_000  #: of all sheets, empty ones between others counted

SAVE_AS = "Buka di Excel, pilih Simpan Sebagai, lalu pilih Buku Kerja Excel (.xlsx)."
ANEW = "Salin datanya saja ke buku kerja baru, lalu simpan sebagai .xlsx."
TOO_LARGE = f"Isi berkas ini terlalu besar setelah dibuka. {ANEW}"
TOO_FAR = f"Berkas ini memuat baris di bawah baris 99.999. {ANEW}"

_DATA = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml$", re.IGNORECASE)
_ROW_FAR_BELOW = re.compile(rb"<(?:\w{1,20}:)?row\b[^<>]*?\sr\s*=\s*[\"']\d{6}")
_DECLARED = re.compile(rb"encoding\s*=\s*[\"']([^\"']{0,40})")
#: how XML begins whose letters are not those of ASCII
_FOREIGN = (b"\xff\xfe", b"\xfe\xff", b"\0<", b"\0\0\0<", b"\x4c\x6f\xa7\x94")


class Unreadable(Exception):
    """The file cannot be used; the text says why and what to do, in Indonesian."""


def refuse_bombs(content: bytes) -> None:
    """Raise :class:`Unreadable` for a workbook that is dangerous or costly to read."""
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        parts = pack.infolist()
        _refuse_wrong_parts({part.filename for part in parts})
        _refuse_sizes(parts, len(content))
        elements = sum(_elements(part.filename, pack.read(part)) for part in parts)
    if elements > MOST_ELEMENTS:
        raise Unreadable(TOO_LARGE)


def _refuse_wrong_parts(names: set[str]) -> None:
    if "xl/vbaProject.bin" in names:
        raise Unreadable(f"Berkas ini memuat makro. {SAVE_AS}")
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise Unreadable(f"Berkas ini bukan buku kerja Excel (.xlsx). {SAVE_AS}")


def _refuse_sizes(parts: list[zipfile.ZipInfo], packed: int) -> None:
    """By the directory alone: no part unpacks to more than it says there."""
    sheets = sum(part.file_size for part in parts if _DATA.match(part.filename))
    everything = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or sheets > MOST_SHEETS or everything > packed * MOST_RATIO:
        raise Unreadable(TOO_LARGE)
    if everything - sheets > MOST_SHEETS:
        raise Unreadable(TOO_LARGE)


def _elements(name: str, content: bytes) -> int:
    """How many elements of data a part has at most. Pictures and the like have none."""
    if content.startswith(_FOREIGN):
        raise _unsafe()
    if not content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return 0
    _refuse_entities(content)
    count = content.count(b"<")
    if _DATA.match(name):
        if _ROW_FAR_BELOW.search(content):
            raise Unreadable(TOO_FAR)
        return count
    if len(content) > MOST_OTHERS or count > MOST_OTHER_ELEMENTS:
        raise Unreadable(f"Berkas ini memuat terlalu banyak format. {ANEW}")
    return 0


def _refuse_entities(xml: bytes) -> None:
    """XML that defines entities, or may in letters that are not looked through here."""
    declared = _DECLARED.search(_declaration(xml))
    foreign = declared and declared[1].lower() not in (b"utf-8", b"us-ascii")
    if foreign or b"\0" in xml or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise _unsafe()


def _declaration(xml: bytes) -> bytes:
    start = xml.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000]
    return start.partition(b"?>")[0] if start.startswith(b"<?xml") else b""


def _unsafe() -> Unreadable:
    return Unreadable(f"Berkas ini memuat bagian yang tidak aman. {SAVE_AS}")
