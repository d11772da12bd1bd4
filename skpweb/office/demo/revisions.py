"""Revisions of this year's SKP in every state: a draft, one submitted, one returned."""

from datetime import date, timedelta

import sqlalchemy as sa

from skpweb.domain.lifecycle import Action
from skpweb.extensions import db
from skpweb.models import evaluations, versions
from skpweb.models.base import utc_now
from skpweb.models.parts import RowNote
from skpweb.models.planning import Skp, SkpVersion
from skpweb.moves import move
from skpweb.office.demo import skps
from skpweb.office.demo.closed_year import ASSESSOR
from skpweb.office.demo.people import Actor
from skpweb.office.demo.years import Year

#: person -> why, which result is changed, its new target
CHANGES = {
    "KTR": ("Penambahan wilayah patroli", 0, "110 kali"),
    "PPK3": ("Loket kedua dibuka", 0, "4.200 antrean"),
    "PLK": ("Desa menambah data keluarga penerima bantuan", 2, "162 KK"),
}


def build(actors: dict[str, Actor], year: Year, today: date) -> None:
    """KTR drafts, PPK3 waits for the penilai, PLK got his back with two notes."""
    for who, (reason, place, target) in CHANGES.items():
        _revise(actors[who], year, reason, place, target)
    for who in ("PPK3", "PLK"):
        skps.submit(dossier(actors[who], year).id, actors[who], today - timedelta(days=2))
    _send_back(actors["PLK"], actors[ASSESSOR["PLK"]], year, today)


def dossier(actor: Actor, year: Year) -> Skp:
    """Somebody's SKP of a year with its parties."""
    skp_id = db.session.scalar(
        sa.select(Skp.id).where(Skp.employee_id == actor.employee_id, Skp.year_id == year.id)
    )
    return evaluations.dossier(skp_id)


def _revise(actor: Actor, year: Year, reason: str, place: int, target: str) -> None:
    skp = dossier(actor, year)
    versions.with_rows(skp.current)
    version = versions.revise(skp, reason)
    version.rhks[place].indicators[0].target = target
    db.session.flush()


def _send_back(owner: Actor, assessor: Actor, year: Year, today: date) -> None:
    skp = dossier(owner, year)
    version = versions.with_rows(skp.current)
    for row, text in _notes(version):
        version.notes.append(RowNote(row=row, text=text, author_id=assessor.employee_id))
    move(version, Action.RETURN, assessor, today)
    for note in version.notes:
        note.sent_at = utc_now()
    version.returned_content = versions.content(version)
    db.session.flush()


def _notes(version: SkpVersion) -> list[tuple[str, str]]:
    first, third = version.rhks[0], version.rhks[2]
    return [
        (f"indicator:{first.indicators[2].key}", "Target waktu perlu bisa diukur per berkas."),
        (f"rhk:{third.key}", "Sesuaikan target dengan data desa terbaru."),
    ]
