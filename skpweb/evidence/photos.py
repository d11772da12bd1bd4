"""Photos are drawn anew before storing: smaller, upright, and without what they tell in secret.

Nothing of the sent file is copied but its picture, so the place, the device
and the time of a photo, a hidden thumbnail and anything behind its end are gone.
"""

import re
import threading

from skpweb.evidence.kinds import Kind
from skpweb.evidence.refusal import Unfit

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
    from skpweb.evidence import pictures  # with the picture library, which few processes need

    if not ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise Unfit(BUSY)
    try:
        return pictures.redrawn(kind, content)
    except pictures.TooLarge as error:
        raise _giant() from error
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
