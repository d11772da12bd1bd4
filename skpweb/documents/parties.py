"""From frozen facts to what forms print: the pieces that SKP and evaluations share."""

from typing import Any

from skpweb import storage
from skpweb.documents.content import Party
from skpweb.models.organisation import Office

NOBODY = {"name": "", "nip": "", "rank": "", "position": "", "unit": ""}


def party(facts: dict[str, str] | None) -> Party:
    """One person of a snapshot; a head of region prints "-" for what he has not."""
    known = facts or NOBODY
    return Party(
        name=known["name"],
        nip=known["nip"] or "-",
        rank=known["rank"] or "-",
        position=known["position"] or "-",
        unit=known["unit"] or "-",
    )


def office_facts(office: Office) -> dict[str, Any]:
    """What every form takes from the office's settings."""
    return {
        "institution": office.parent_name or office.name,
        "place": office.place,
        "paper": office.paper,
    }


def emblem(office: Office) -> bytes | None:
    """The Garuda that the office uploaded, for the D forms; without it its place is marked."""
    return storage.get(office.emblem_sha256) if office.emblem_sha256 else None
