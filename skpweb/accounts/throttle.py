"""Slow down guessing without locking anybody out.

Per account and address five tries are free, then each must wait twice as long,
up to a quarter of an hour. Per account 50 tries a day; from an address where
the owner signed in before he goes on. Per address a loose limit only: a whole
office may sit behind one. Every name is treated alike, known or not.
"""

import hashlib
import hmac
from datetime import datetime, timedelta

import sqlalchemy as sa
from flask import current_app

from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Office
from skpweb.models.people import SignInAttempt

FREE = 5
LONGEST_WAIT = timedelta(minutes=15)
PER_DAY = 50
PER_ADDRESS = 200  #: failed tries in a quarter of an hour
DAY = timedelta(days=1)
KEPT = timedelta(days=30)


class TooMany(Exception):
    """Not now; ``wait`` tells how long, None when only a code or another day helps."""

    def __init__(self, wait: timedelta | None) -> None:
        self.wait = wait

    def advice(self, office: Office | None) -> str:
        """What to do now, as a sentence."""
        helper = f"admin ({office.contact})" if office and office.contact else "admin kantor Anda"
        if self.wait is None:
            return f"Terlalu banyak percobaan hari ini. Minta kode sekali pakai kepada {helper}."
        seconds = int(self.wait.total_seconds()) + 1
        long = f"{-(-seconds // 60)} menit" if seconds > 60 else f"{seconds} detik"
        return f"Terlalu banyak percobaan. Coba lagi dalam {long} atau hubungi {helper}."


def name_key(purpose: str, name: str) -> str:
    """What the table keeps of a name: nobody can tell whose it was."""
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, f"{purpose}:{name}".encode(), hashlib.sha256).hexdigest()


def reserve(key: str, address: str, is_known: bool) -> None:
    """Count a try before it is looked at, so that parallel tries count too; commits.

    ``is_known`` tells that the owner signed in from this address before.
    Raises TooMany when it must not be looked at now.
    """
    now = utc_now()
    _check_address(address, now)
    tries = db.session.execute(
        sa.select(SignInAttempt.address, SignInAttempt.at).where(
            SignInAttempt.name_hash == key, SignInAttempt.at > now - DAY
        )
    ).all()
    here = [at for where, at in tries if where == address]
    _check_pair(here, now)
    if len(tries) >= PER_DAY and not is_known:
        raise TooMany(None)
    db.session.add(SignInAttempt(name_hash=key, address=address, at=now))
    db.session.execute(sa.delete(SignInAttempt).where(SignInAttempt.at < now - KEPT))
    # frees the database while argon2 computes
    db.session.commit()


def forget(key: str, address: str | None = None) -> None:
    """The name proved right: its tries count no more (from one address, or all)."""
    query = sa.delete(SignInAttempt).where(SignInAttempt.name_hash == key)
    db.session.execute(query.where(SignInAttempt.address == address) if address else query)


def failures_since(key: str, moment: datetime | None) -> int:
    """Tries that are not forgotten, after a moment."""
    query = sa.select(sa.func.count(SignInAttempt.id)).where(SignInAttempt.name_hash == key)
    if moment is not None:
        query = query.where(SignInAttempt.at > moment)
    return db.session.scalar(query) or 0


def _check_address(address: str, now: datetime) -> None:
    since = now - LONGEST_WAIT
    count = db.session.scalar(
        sa.select(sa.func.count(SignInAttempt.id)).where(
            SignInAttempt.address == address, SignInAttempt.at > since
        )
    )
    if (count or 0) >= PER_ADDRESS:
        raise TooMany(LONGEST_WAIT)


def _check_pair(here: list[datetime], now: datetime) -> None:
    if len(here) < FREE:
        return
    pause = min(timedelta(seconds=2 ** (len(here) - FREE + 1)), LONGEST_WAIT)
    wait = max(here) + pause - now
    if wait > timedelta(0):
        raise TooMany(wait)
