"""The drawing of photos, with the picture library; loaded when the first one comes."""

import io

from PIL import Image, ImageOps

from skpweb.evidence.kinds import Kind

LONGEST_SIDE = 1600  #: pixels
QUALITY = 80
MOST_PIXELS = 51_000_000  #: what phones of 50 megapixels make
MOST_LOSSLESS_PIXELS = 25_000_000  #: PNG and WEBP cannot be read smaller than they are
LARGEST_PNG = 400 * 1024  #: bytes; above that a PNG is a photo, and kept as one
FORMATS = {Kind.JPG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}


class TooLarge(Exception):
    """More pixels than a small server draws."""


def redrawn(kind: Kind, content: bytes) -> tuple[Kind, bytes]:
    """The picture drawn anew. Raises :class:`TooLarge`, or anything where it is broken."""
    try:
        return _encode(kind, _picture(kind, content))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge from error


def _picture(kind: Kind, content: bytes) -> Image.Image:
    """The picture, upright, with its longest side at most as long as allowed."""
    with Image.open(io.BytesIO(content), formats=(FORMATS[kind],)) as sent:
        most = MOST_PIXELS if kind is Kind.JPG else MOST_LOSSLESS_PIXELS
        if sent.width * sent.height > most:
            raise TooLarge
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
