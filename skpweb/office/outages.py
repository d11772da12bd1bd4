"""Times without the application: noticed at the next start, or recorded by hand.

Journal deadlines move by the working days that they took (domain/journal.py).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain import journal
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.organisation import Office
from skpweb.models.presence import Outage
from skpweb.office import changes, heartbeat

SHORTEST = timedelta(minutes=15)  #: a restart is no outage
LONGEST = timedelta(days=31)  #: more is a mistyped date, or a clock that was wrong
OLDEST = timedelta(days=366)


class Program:
    """The application itself, as the audit trail names it."""

    account_id: int | None = None
    display_name = "Sistem"
    capacity = "Sistem"
    address = ""


def notice(folder: Path, now: datetime) -> Outage | None:
    """Record the time since the last heartbeat, if it was an outage. The caller commits.

    None where nothing was missed, and before the office existed.
    """
    alive = heartbeat.last(folder)
    office = db.session.scalar(sa.select(Office).where(Office.ready_at.is_not(None)).limit(1))
    if alive is None or office is None or office.ready_at is None:
        return None
    since = max(alive, office.ready_at)
    if not SHORTEST < now - since <= LONGEST:  # a clock set wrong is no outage either
        return None
    made = Outage(
        starts_at=since,
        ends_at=now,
        is_noticed=True,
        note="Kantor contoh tidak dijalankan" if office.is_demo else "Server tidak berjalan",
        recorded_by=Program.display_name,
    )
    db.session.add(made)
    audit.record(Program(), "outage.notice", made, after=_facts(made))
    return made


def add(actor: Witness, days: tuple[datetime, datetime], note: str, now: datetime) -> Outage:
    """Record an outage that the program could not notice: the network was down."""
    since, until = days
    if problem := _problem(since, until, now):
        raise Refused(problem)
    known = db.session.scalar(
        sa.select(Outage.id).where(Outage.starts_at < until, Outage.ends_at > since).limit(1)
    )
    if known is not None:
        raise Refused("Sebagian waktu itu sudah tercatat di daftar. Catat hanya sisanya.")
    made = Outage(starts_at=since, ends_at=until, note=note, recorded_by=actor.display_name)
    db.session.add(made)
    audit.record(actor, "outage.add", made, after=_facts(made))
    return made


def remove(actor: Witness, outage: Outage, now: datetime) -> None:
    """Take back what was recorded by mistake: by hand, or by a clock that was ahead."""
    if outage.is_noticed and outage.ends_at <= now:
        raise Refused("Gangguan yang dicatat sistem tidak dapat dihapus.")
    audit.record(actor, "outage.remove", outage, before=_facts(outage))
    db.session.delete(outage)


def since(moment: datetime) -> Sequence[Outage]:
    """The outages that ended after a moment, the newest first."""
    query = sa.select(Outage).where(Outage.ends_at >= moment)
    return db.session.scalars(query.order_by(Outage.starts_at.desc())).all()


def local(outages: Iterable[Outage], zone: str) -> list[journal.Outage]:
    """The same in the office's own time, as the rules of the journal want it."""
    own = ZoneInfo(zone)
    return [
        journal.Outage(
            *(at.astimezone(own).replace(tzinfo=None) for at in (one.starts_at, one.ends_at))
        )
        for one in outages
    ]


def _problem(since: datetime, until: datetime, now: datetime) -> str:
    if until <= since:
        return "Waktu selesai harus sesudah waktu mulai."
    if until > now:
        return "Waktu selesai belum tiba. Catat sesudah gangguannya berakhir."
    if until - since > LONGEST:
        return "Gangguan lebih dari 31 hari. Periksa tanggalnya."
    if now - since > OLDEST:
        return "Lebih dari setahun yang lalu. Periksa tanggalnya."
    return ""


def _facts(outage: Outage) -> changes.Values:
    return changes.plain({n: getattr(outage, n) for n in ("starts_at", "ends_at", "note")})
