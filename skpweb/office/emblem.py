"""The Garuda on the Dokumen Evaluasi: an image that the office uploads itself.

The state emblem is neither drawn nor shipped by this application; without an
image its place stays marked in words, as the regulation prints it.
"""

from skpweb import audit, storage
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.evidence import photos
from skpweb.evidence.kinds import Kind
from skpweb.evidence.refusal import Unfit
from skpweb.models.organisation import Office
from skpweb.office import changes

LARGEST = 1024 * 1024  #: bytes of what is sent
STARTS = {b"\x89PNG\r\n\x1a\n": Kind.PNG, b"\xff\xd8\xff": Kind.JPG}


def kind_of(content: bytes) -> Kind | None:
    """PNG or JPG by the first bytes, whatever the file is called."""
    return next((kind for start, kind in STARTS.items() if content.startswith(start)), None)


def set_emblem(actor: Witness, office: Office, content: bytes) -> None:
    """Store the picture, drawn anew. Raises ``Refused``; the caller commits."""
    kind = kind_of(content)
    if kind is None:
        raise Refused("Berkas ini bukan gambar PNG atau JPG.")
    if len(content) > LARGEST:
        raise Refused("Gambar lebih dari 1 MB. Perkecil dulu, lalu unggah lagi.")
    try:
        _, drawn = photos.redrawn(kind, content)
    except Unfit as problem:
        raise Refused(str(problem)) from problem
    _set(actor, office, storage.put(drawn))


def remove(actor: Witness, office: Office) -> None:
    """Back to the marked place; documents already made keep their picture."""
    _set(actor, office, "")


def _set(actor: Witness, office: Office, digest: str) -> None:
    before, after = changes.apply(office, {"emblem_sha256": digest})
    if after:
        audit.record(actor, "office.emblem", office, before=before, after=after)
