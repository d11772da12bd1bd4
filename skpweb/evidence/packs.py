"""Office documents are ZIP files: judged by their directory, never unpacked."""

import io
import zipfile

from skpweb.evidence.refusal import Unfit

MOST_PARTS = 2000
MOST_UNPACKED = 100 * 1024 * 1024  #: bytes of all parts together
MOST_RATIO = 200  #: how much larger the parts may be than the file
MOST_TYPES = 512 * 1024  #: bytes of the list of content types
TYPES = "[Content_Types].xml"
MAIN = {
    "docx": (b"wordprocessingml.document.main+xml", "word/"),
    "xlsx": (b"spreadsheetml.sheet.main+xml", "xl/"),
}


def office_kind(content: bytes) -> str:
    """``docx``, ``xlsx``, or "" for another ZIP. Raises :class:`Unfit` for a dangerous one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            parts = pack.infolist()
            _refuse_bomb(parts, len(content))
            types = _types(pack)
    # a broken directory or part surfaces in many ways
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, KeyError) as error:
        raise _damaged() from error
    names = [part.filename for part in parts]
    _refuse_macros(names, types)
    for kind, (main, folder) in MAIN.items():
        if main in types and any(name.startswith(folder) for name in names):
            return kind
    return ""


def _damaged() -> Unfit:
    return Unfit("Berkas ini rusak. Buka dulu untuk memeriksanya, simpan ulang, lalu kirim lagi.")


def _refuse_bomb(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > min(MOST_UNPACKED, packed * MOST_RATIO):
        raise Unfit("Isi berkas ini terlalu besar setelah dibuka. Simpan sebagai PDF, lalu kirim.")


def _types(pack: zipfile.ZipFile) -> bytes:
    """The list of content types, as much of it as is reasonable; empty where there is none."""
    if TYPES not in pack.namelist():
        return b""
    with pack.open(TYPES) as part:
        return part.read(MOST_TYPES)


def _refuse_macros(names: list[str], types: bytes) -> None:
    has_code = any(name.lower().endswith(("vbaproject.bin", ".bas", ".exe")) for name in names)
    if has_code or b"macroEnabled" in types:
        raise Unfit("Berkas ini memuat makro atau program. Simpan tanpa makro, atau sebagai PDF.")
