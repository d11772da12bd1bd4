"""Files to send as evidence, made from real bytes."""

import io
import zipfile
from collections.abc import Mapping

from PIL import Image

DOCX_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PDF = b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
GPS = 0x8825
ORIENTATION = 0x0112


def photo(
    kind: str = "JPEG", size: tuple[int, int] = (2400, 1200), *, located: bool = False,
    turned: bool = False,
) -> bytes:  # fmt: skip
    """A picture, red at the left and blue at the right."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    if located:
        exif[GPS] = {1: "S", 2: (7.0, 25.0, 0.0), 3: "E", 4: (112.0, 30.0, 0.0)}
        exif[0x010F] = "Ponsel Contoh"
    if turned:
        exif[ORIENTATION] = 6  # to be turned a quarter to the right
    target = io.BytesIO()
    picture.save(target, kind, exif=exif)
    return target.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP with these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in parts.items():
            pack.writestr(name, content)
    return target.getvalue()


def docx(more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A document of a word processor, with more parts if wanted."""
    parts = {"[Content_Types].xml": DOCX_TYPES, "word/document.xml": "<document/>"}
    return packed(parts | dict(more or {}))
