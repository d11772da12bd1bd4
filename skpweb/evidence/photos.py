"""Photos are drawn anew before storing: smaller, upright, and without what they tell in secret.

Nothing of the sent file is copied but its picture, so the place, the device
and the time of a photo, a hidden thumbnail and anything behind its end are gone.
"""

import io
import re
import threading

from PIL import Image, ImageOps

from skpweb.evidence.kinds import Kind
from skpweb.evidence.refusal import Unfit

LONGEST_SIDE = 1600  #: pixels
QUALITY = 80
MOST_PIXELS = 51_000_000  #: what phones of 50 megapixels make
MOST_LOSSLESS_PIXELS = 25_000_000  #: PNG and WEBP cannot be read smaller than they are
LARGEST_PNG = 400 * 1024  #: bytes; above that a PNG is a photo, and kept as one
FORMATS = {Kind.JPG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}
MOST_SCANS = 64  #: cameras and editors write about ten, each is a pass over the whole picture
MOST_SEGMENTS = 5_000
ONE_AT_A_TIME = threading.Lock()  #: a picture in the memory of a small server is enough
PATIENCE = 10.0  #: seconds
BUSY = "Server sedang mengolah foto lain. Coba lagi sebentar."

#: what a part of a JPEG begins with; others stand alone or are data
_MARKER = re.compile(rb"\xff[\xc0-\xcf\xd9-\xfe]")
_END, _SCAN = b"\xff\xd9", b"\xff\xda"


def redrawn(kind: Kind, content: bytes) -> tuple[Kind, bytes]:
    """The picture as stored. Raises :class:`Unfit` for a broken or a giant one."""
    if kind is Kind.JPG and _is_endless(content):
        raise _giant()
    if not ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise Unfit(BUSY)
    try:
        return _encode(kind, _picture(kind, content))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _giant() from error
    except Unfit:
        raise
    # the library has no common error class: a broken picture surfaces as anything
    except Exception as error:
        raise Unfit(f"Gambar {kind.name} ini rusak. Buka dulu untuk memeriksanya.") from error
    finally:
        ONE_AT_A_TIME.release()


def _giant() -> Unfit:
    return Unfit("Gambar ini terlalu besar. Perkecil di galeri ponsel, lalu kirim lagi.")


def _is_endless(content: bytes) -> bool:
    """Whether a JPEG is made of so many scans that drawing it takes minutes.

    Counted part by part up to its end: a thumbnail inside it and a film behind
    it have scans of their own.
    """
    position = scans = 0
    for _ in range(MOST_SEGMENTS):
        marker = _MARKER.search(content, position)
        if marker is None or marker[0] == _END:
            return False
        scans += marker[0] == _SCAN
        if scans > MOST_SCANS:
            return True
        length = int.from_bytes(content[marker.end() : marker.end() + 2])
        position = marker.end() + max(length, 2)
    return True


def _picture(kind: Kind, content: bytes) -> Image.Image:
    """The picture, upright, with its longest side at most as long as allowed."""
    with Image.open(io.BytesIO(content), formats=(FORMATS[kind],)) as sent:
        most = MOST_PIXELS if kind is Kind.JPG else MOST_LOSSLESS_PIXELS
        if sent.width * sent.height > most:
            raise _giant()
        sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read smaller at once
        upright = ImageOps.exif_transpose(sent)
    picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    picture.info.clear()
    return picture


def _encode(kind: Kind, picture: Image.Image) -> tuple[Kind, bytes]:
    if kind is Kind.WEBP:
        return kind, _written(picture, "WEBP", quality=QUALITY)
    if kind is Kind.PNG:
        content = _written(picture, "PNG", optimize=True)
        if len(content) <= LARGEST_PNG:
            return kind, content
    return Kind.JPG, _written(_on_white(picture), "JPEG", quality=QUALITY, optimize=True)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    page = Image.new("RGB", picture.size, "white")
    page.paste(picture, mask=picture.getchannel("A"))
    return page


def _written(picture: Image.Image, name: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, name, **options)
    return target.getvalue()
