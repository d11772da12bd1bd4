"""The first set-up: who may do it, and its two steps that must be done."""

import hmac
import os
import secrets
from pathlib import Path

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Office
from skpweb.models.people import Account
from skpweb.office import changes
from skpweb.office.changes import Values

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  #: no 0/O, no 1/I
LENGTH = 8  #: 40 bits


def setup_code(data_dir: str | Path) -> str:
    """The code that opens the set-up, made on first call and readable by the owner only."""
    path = Path(data_dir) / "setup_code"
    if not path.exists():
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(f"{code[:4]}-{code[4:]}")
    return path.read_text().strip()


def fits(data_dir: str | Path, typed: str) -> bool:
    """Whether a typed code is the one; small letters, spaces and dashes do not matter."""
    return hmac.compare_digest(_plain(typed).encode(), _plain(setup_code(data_dir)).encode())


def is_ready() -> bool:
    """Whether the first set-up is finished."""
    query = sa.select(Office.id).where(Office.ready_at.is_not(None)).limit(1)
    return db.session.scalar(query) is not None


def set_office(actor: Witness, office: Office | None, values: Values) -> Office:
    """Name, address, zone and paper: the first time, or a later change."""
    if office is None:
        office = Office(**values)
        db.session.add(office)
        audit.record(actor, "office.add", office, after=changes.plain(values))
        return office
    before, after = changes.apply(office, values)
    if after:
        audit.record(actor, "office.change", office, before=before, after=after)
    return office


def finish(actor: Witness, office: Office, username: str, password_hash: str) -> Account:
    """Make the first admin and close the set-up. The caller removes the code after commit."""
    account = Account(
        username=username,
        password_hash=password_hash,
        password_changed_at=utc_now(),
        is_admin=True,
    )
    db.session.add(account)
    office.ready_at = utc_now()
    audit.record(actor, "account.first_admin", account, after={"username": username})
    return account


def forget_code(data_dir: str | Path) -> None:
    """The code has done its work."""
    (Path(data_dir) / "setup_code").unlink(missing_ok=True)


class Founder:
    """Whoever sets the installation up, before anybody has an account."""

    account_id: int | None = None
    display_name = "Penyiapan awal"
    capacity = "Penyiapan awal"

    def __init__(self, address: str) -> None:
        self.address = address


def _plain(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())
