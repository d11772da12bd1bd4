"""What a file really is: by its first bytes and its parts, never by its name alone."""

import io
import unicodedata
import zipfile
from dataclasses import dataclass
from enum import StrEnum

from skpweb.evidence import packs
from skpweb.evidence.refusal import Unfit

LONGEST_NAME = 120  #: letters of a stored name, ending included
END_OF_PDF = 2048  #: bytes at the end of a PDF in which its end mark stands


class Kind(StrEnum):
    """The kinds of file that prove something; the value is the ending."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    WEBP = "webp"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def mimetype(self) -> str:
        """What the browser is told."""
        return MIMETYPES[self]

    @property
    def is_photo(self) -> bool:
        """Whether it is drawn anew before storing."""
        return self in PHOTOS


PHOTOS = (Kind.JPG, Kind.PNG, Kind.WEBP)
_OFFICE = "application/vnd.openxmlformats-officedocument."
MIMETYPES = {
    Kind.PDF: "application/pdf",
    Kind.JPG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WEBP: "image/webp",
    Kind.DOCX: f"{_OFFICE}wordprocessingml.document",
    Kind.XLSX: f"{_OFFICE}spreadsheetml.sheet",
}
ENDINGS = {kind.value: kind for kind in Kind} | {"jpeg": Kind.JPG, "jfif": Kind.JPG}
ALLOWED = "PDF, JPG, PNG, WEBP, DOCX, XLSX"
#: ending -> what to do about a file that people often have
KNOWN = {
    "heic": "Foto HEIC belum dapat diterima. Kirim foto itu sebagai JPG.",
    "heif": "Foto HEIF belum dapat diterima. Kirim foto itu sebagai JPG.",
    "doc": "Format Word lama (.doc) tidak diterima. Simpan sebagai DOCX atau PDF.",
    "xls": "Format Excel lama (.xls) tidak diterima. Simpan sebagai XLSX atau PDF.",
    "docm": "Berkas dengan makro tidak diterima. Simpan sebagai DOCX atau PDF.",
    "xlsm": "Berkas dengan makro tidak diterima. Simpan sebagai XLSX atau PDF.",
}


@dataclass(frozen=True)
class FileName:
    """A file's name without what could mislead: path, control and direction marks."""

    stem: str
    ending: str

    def with_ending(self, kind: Kind) -> str:
        """The name as stored and offered for saving."""
        return f"{self.stem[: LONGEST_NAME - 5]}.{kind.value}"


def file_name(sent: str) -> FileName:
    """Take a sent name apart. What is drawn backwards or not at all is dropped first."""
    text = unicodedata.normalize("NFC", sent.replace("\\", "/")).rpartition("/")[2]
    shown = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")
    stem, _, ending = " ".join(shown.split()).rpartition(".")
    stem = "".join("_" if sign in '<>:"|?*' else sign for sign in stem).strip(" .")
    return FileName(stem or "bukti", ending.strip().lower())


def recognise(name: FileName, content: bytes) -> Kind:
    """The kind of a file. Raises :class:`Unfit` unless name and content agree on an allowed one."""
    wanted = ENDINGS.get(name.ending)
    if wanted is None:
        raise Unfit(KNOWN.get(name.ending, f"Jenis berkas ini tidak diterima. Kirim {ALLOWED}."))
    if not content:
        raise Unfit("Berkas ini kosong. Pilih berkas lain.")
    found = _sniffed(content)
    if found is None:
        raise Unfit(f"Ini bukan {wanted.name}: isinya {_described(content)}. Kirim {ALLOWED}.")
    if found is not wanted:
        raise Unfit(
            f"Ini bukan {wanted.name}: isinya {found.name}. Ubah akhiran namanya menjadi "
            f".{found.value}, lalu kirim lagi."
        )
    return found


def _sniffed(content: bytes) -> Kind | None:
    if content.startswith(b"%PDF-"):
        return _pdf(content)
    if content.startswith(b"\xff\xd8\xff"):
        return Kind.JPG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Kind.WEBP
    if content.startswith(b"PK\x03\x04"):
        return {"docx": Kind.DOCX, "xlsx": Kind.XLSX}.get(packs.office_kind(content))
    return None


def _pdf(content: bytes) -> Kind:
    """A PDF that is whole, and nothing else besides."""
    if b"%%EOF" not in content[-END_OF_PDF:]:
        raise Unfit("Berkas PDF ini terpotong. Buka dulu untuk memeriksanya, lalu kirim lagi.")
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise Unfit("Berkas PDF ini memuat berkas lain. Cetak ulang sebagai PDF, lalu kirim lagi.")
    return Kind.PDF


DESCRIBED = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"PK", "arsip ZIP"),
    (b"Rar!", "arsip RAR"),
    (b"GIF8", "gambar GIF"),
    (b"\xd0\xcf\x11\xe0", "berkas Office lama atau berkata sandi"),
    (b"{\\rtf", "teks RTF"),
)


def _described(content: bytes) -> str:
    for start, words in DESCRIBED:
        if content.startswith(start):
            return words
    if content[4:8] == b"ftyp":
        return "foto HEIC atau video"
    if b"\0" not in content[:1024]:
        return "teks atau halaman web"
    return "berkas yang tidak dikenal"
