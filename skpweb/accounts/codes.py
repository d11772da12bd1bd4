"""One-time codes for a first or forgotten password: the admin gives them, never a password."""

import secrets
from datetime import timedelta

import sqlalchemy as sa

from skpweb import audit
from skpweb.accounts import passwords, throttle
from skpweb.audit import Witness
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import AccessCode, Account

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  #: no 0/O, no 1/I
LENGTH = 8  #: 40 bits
RESET_LIFE = timedelta(minutes=15)
ACTIVATION_LIFE = timedelta(days=7)


def issue(account: Account, by: Witness, is_activation: bool) -> str:
    """A new code such as ``K7QM-4TXP`` to show once; older ones of the account are void.

    Lives 7 days for a first password, else 15 minutes. Only its hash is kept.
    ``account`` must be in the session; the caller commits.
    """
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    stored = passwords.hashed(code)
    db.session.flush()
    void(account.id)
    throttle.forget(key(account.id))
    now = utc_now()
    db.session.add(
        AccessCode(
            account_id=account.id,
            code_hash=stored,
            is_activation=is_activation,
            issued_by=by.display_name,
            issued_at=now,
            expires_at=now + (ACTIVATION_LIFE if is_activation else RESET_LIFE),
        )
    )
    audit.record(
        by,
        "account.issue_code",
        account,
        after={"is_activation": is_activation},
        owner_id=account.employee_id,
    )
    return f"{code[:4]}-{code[4:]}"


def void(account_id: int) -> None:
    """End what codes the account still has."""
    now = utc_now()
    db.session.execute(
        sa.update(AccessCode)
        .where(AccessCode.account_id == account_id, AccessCode.used_at.is_(None))
        .where(AccessCode.expires_at > now)
        .values(expires_at=now)
    )


def take(code_id: int) -> bool:
    """Use a code up; False when somebody else just did."""
    result = db.session.execute(
        sa.update(AccessCode)
        .where(AccessCode.id == code_id, AccessCode.used_at.is_(None))
        .values(used_at=utc_now())
    )
    return bool(result.rowcount)


def plain(typed: str) -> str:
    """A typed code without spaces, dashes and small letters."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def key(account_id: int) -> str:
    """Under which wrong codes of an account are counted."""
    return throttle.name_key("code", f"#{account_id}")
