"""Photos as they are stored: smaller, upright, and silent about place and device."""

import io

import pytest
from PIL import Image

from skpweb.evidence import intake, photos, pictures
from skpweb.evidence.kinds import Kind
from skpweb.evidence.refusal import Unfit
from tests.proofs import photo


def stored(name: str, content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(intake.prepare(name, content).content))


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")]
)
def test_the_place_of_a_photo_is_gone(kind: str, name: str) -> None:
    content = photo(kind, located=True)
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)  # it was there
    kept = intake.prepare(name, content).content
    picture = Image.open(io.BytesIO(kept))
    assert dict(picture.getexif()) == {} and picture.getexif().get_ifd(0x8825) == {}
    for word in (b"Exif", b"eXIf", b"EXIF", b"Ponsel Contoh", b"ICC", b"http://ns.adobe"):
        assert word not in kept


def test_text_and_what_is_behind_the_end_are_gone() -> None:
    target = io.BytesIO()
    Image.new("RGB", (50, 50)).save(target, "JPEG", comment=b"rahasia")
    kept = intake.prepare("a.jpg", target.getvalue() + b"<script>alert(1)</script>").content
    assert b"rahasia" not in kept and b"script" not in kept


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_longest_side_is_shortened(kind: str) -> None:
    name = f"a.{ {'JPEG': 'jpg'}.get(kind, kind.lower()) }"
    assert stored(name, photo(kind)).size == (1600, 800)
    assert stored(name, photo(kind, (300, 200))).size == (300, 200)


def test_a_photo_stands_upright() -> None:
    kept = stored("a.jpg", photo(turned=True))
    assert kept.size == (800, 1600)
    red, green, blue = kept.convert("RGB").getpixel((400, 200))
    assert red > 200 > 60 > green and blue < 60  # what was left is on top


def test_a_photo_from_a_phone_shrinks() -> None:
    noise = Image.effect_noise((3000, 2000), 60).convert("RGB")
    target = io.BytesIO()
    noise.save(target, "JPEG", quality=75)
    sent = target.getvalue()
    assert len(intake.prepare("a.jpg", sent).content) < len(sent) / 3


def test_a_photo_as_png_is_kept_as_a_photo() -> None:
    target = io.BytesIO()
    Image.effect_noise((1200, 900), 60).convert("RGBA").save(target, "PNG")
    made = intake.prepare("foto.png", target.getvalue())
    assert made.kind is Kind.JPG and made.name == "foto.jpg"
    assert Image.open(io.BytesIO(made.content)).format == "JPEG"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "RGB", "I;16"])
def test_every_colour_mode_is_readable(mode: str) -> None:
    target = io.BytesIO()
    Image.new(mode, (40, 40)).save(target, "PNG")
    kind, content = photos.redrawn(Kind.PNG, target.getvalue())
    assert kind is Kind.PNG and Image.open(io.BytesIO(content)).size == (40, 40)


def test_a_photo_for_print_is_readable() -> None:
    target = io.BytesIO()
    Image.new("CMYK", (40, 40)).save(target, "JPEG")
    assert stored("a.jpg", target.getvalue()).mode == "RGB"


def in_scans(count: int, *, hidden: bytes = b"") -> bytes:
    """A progressive photo whose last scan is repeated until there are ``count``."""
    target = io.BytesIO()
    Image.effect_noise((64, 48), 60).save(target, "JPEG", progressive=True)
    content = target.getvalue()
    scan = content[content.rindex(b"\xff\xda") : -2]
    more = count - content.count(b"\xff\xda")
    return content[:2] + hidden + content[2:-2] + scan * more + content[-2:]


@pytest.mark.parametrize("count", [65, 3_000])
def test_a_photo_of_endless_scans_is_refused_before_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(pictures, "redrawn", None)
    with pytest.raises(Unfit, match="terlalu besar"):
        intake.prepare("a.jpg", in_scans(count))


def test_a_photo_of_endless_parts_is_refused() -> None:
    with pytest.raises(Unfit, match="terlalu besar"):
        intake.prepare("a.jpg", in_scans(20, hidden=b"\xff\xfe\0\2" * 6_000))


def test_scans_of_a_thumbnail_and_of_a_film_behind_the_photo_do_not_count() -> None:
    inside = b"\xff\xe5\x10\x00" + b"\xff\xda" * 2_047
    sent = in_scans(20, hidden=inside)
    assert stored("a.jpg", sent + b"\xff\xda" * 5_000).size == (64, 48)
    assert stored("a.jpg", in_scans(64)).size == (64, 48)


def test_one_photo_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "PATIENCE", 0.01)
    with photos.ONE_AT_A_TIME, pytest.raises(Unfit, match="Coba lagi sebentar"):
        intake.prepare("a.jpg", photo())
    with pytest.raises(Unfit):
        intake.prepare("a.jpg", photo()[:300])
    assert intake.prepare("a.jpg", photo())  # whatever happened, the next one gets its turn
