"""Each kind of file with real bytes: taken, or refused with what to do."""

import io
import struct
import zlib

import pytest
from openpyxl import Workbook

from skpweb.evidence import intake, kinds
from skpweb.evidence.kinds import Kind
from skpweb.evidence.refusal import Unfit
from tests.proofs import DOCX_TYPES, PDF, docx, packed, photo


def xlsx() -> bytes:
    target = io.BytesIO()
    Workbook().save(target)
    return target.getvalue()


def giant_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A tiny file that says it is a giant picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("laporan.pdf", PDF, Kind.PDF),
        ("LAPORAN.PDF", PDF, Kind.PDF),
        ("foto.jpg", photo(), Kind.JPG),
        ("foto.jpeg", photo(), Kind.JPG),
        ("layar.png", photo("PNG"), Kind.PNG),
        ("foto.webp", photo("WEBP"), Kind.WEBP),
        ("surat.docx", docx(), Kind.DOCX),
        ("rekap.xlsx", xlsx(), Kind.XLSX),
    ],
)
def test_what_proves_something_is_taken(name: str, content: bytes, kind: Kind) -> None:
    made = intake.prepare(name, content)
    assert made.kind is kind and made.name.endswith(f".{kind.value}")
    if not kind.is_photo:
        assert made.content == content


HTML = b"<html><script>alert(1)</script></html>"
MACRO_TYPES = DOCX_TYPES.replace(
    "openxmlformats-officedocument.wordprocessingml.document.main",
    "ms-word.document.macroEnabled.main",
)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "tidak diterima"),
        ("halaman.html", HTML, "tidak diterima"),
        ("arsip.zip", packed({"a.txt": "a"}), "tidak diterima"),
        ("lama.doc", b"\xd0\xcf\x11\xe0", "Simpan sebagai DOCX"),
        ("makro.xlsm", docx(), "makro tidak diterima"),
        ("foto.heic", b"\0\0\0\x18ftypheic", "sebagai JPG"),
        ("tanpaakhiran", PDF, "tidak diterima"),
        ("laporan.pdf.exe", PDF, "tidak diterima"),
        ("kosong.pdf", b"", "kosong"),
        ("laporan.pdf", HTML, "Ini bukan PDF: isinya teks atau halaman web"),
        ("laporan.pdf", HTML + PDF, "Ini bukan PDF"),
        ("laporan.pdf", b"MZ" + PDF, "Ini bukan PDF: isinya program"),
        ("laporan.pdf", photo(), "Ini bukan PDF: isinya JPG"),
        ("foto.jpg", photo("PNG"), "Ubah akhiran namanya menjadi .png"),
        ("foto.jpg", b"GIF89a" + b"\0" * 20, "Ini bukan JPG: isinya gambar GIF"),
        ("foto.jpg", b"\0\0\0\x18ftypheic" + b"\0" * 20, "isinya foto HEIC"),
        ("foto.jpg", b"\xff\xd8\xff" + b"\0" * 300, "rusak"),
        ("foto.jpg", photo()[:3000], "rusak"),
        ("foto.png", giant_png(), "terlalu besar"),
        ("foto.png", giant_png(9000, 9000), "terlalu besar"),
        ("foto.png", giant_png(200, 200), "rusak"),
        ("laporan.pdf", PDF[:30], "terpotong"),
        ("laporan.pdf", PDF + packed({"a.exe": "MZ"}), "memuat berkas lain"),
        ("surat.docx", packed({"a.txt": "a"}), "Ini bukan DOCX: isinya arsip ZIP"),
        ("surat.docx", xlsx(), "Ini bukan DOCX: isinya XLSX"),
        ("surat.docx", docx({"word/vbaProject.bin": "x"}), "makro"),
        ("surat.docx", docx({"[Content_Types].xml": MACRO_TYPES}), "makro"),
        ("surat.docx", docx()[:-30], "rusak"),
        ("surat.docx", docx({"word/big.xml": "\0" * 30_000_000}), "terlalu besar setelah dibuka"),
        ("surat.docx", docx({f"word/{n}": "" for n in range(2100)}), "terlalu besar"),
        ("surat.docx", b"PK\x03\x04" + b"\0" * 200, "rusak"),
        ("rekap.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "berkata sandi"),
        ("foto.webp", b"RIFF\x10\0\0\0WEBPVP8 " + b"\0" * 30, "rusak"),
        ("besar.pdf", PDF + b"\0" * intake.LARGEST, "lebih dari 5 MB"),
    ],
)  # fmt: skip
def test_everything_else_is_refused_with_what_to_do(
    name: str, content: bytes, sentence: str
) -> None:
    with pytest.raises(Unfit, match=sentence.replace(".", r"\.")):
        intake.prepare(name, content)


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("Laporan Rapat.pdf", "Laporan Rapat.pdf"),
        ("C:\\Users\\Siti\\Dokumen\\laporan.pdf", "laporan.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("/var/tmp/..pdf", "bukti.pdf"),
        (".pdf", "bukti.pdf"),
        ("foto\u202egpj.pdf", "fotogpj.pdf"),
        ("a\0b\r\nc.pdf", "abc.pdf"),
        ('lap"oran<b>.pdf', "lap_oran_b_.pdf"),
        ("x" * 500 + ".pdf", "x" * 115 + ".pdf"),
        ("Cafe\u0301.pdf", "Caf\u00e9.pdf"),
        ("قائمة.pdf", "قائمة.pdf"),
        ("a.b.c.PDF", "a.b.c.pdf"),
    ],
)
def test_a_name_is_kept_without_what_misleads(sent: str, stored: str) -> None:
    assert kinds.file_name(sent).with_ending(Kind.PDF) == stored


def test_a_name_drawn_backwards_does_not_hide_its_ending() -> None:
    with pytest.raises(Unfit):
        intake.prepare("foto\u202egpj.exe", photo())
