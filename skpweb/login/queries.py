"""What signing in looks up."""

import sqlalchemy as sa

from skpweb.extensions import db
from skpweb.login import passwords
from skpweb.models.people import Account, Employee


def account_for(name: str, password: str) -> Account | None:
    """The account of a NIP or user name, if the password is right.

    Takes the same time for an unknown name.
    """
    name = name.strip()
    digits = name.replace(" ", "")
    account = db.session.scalar(
        sa.select(Account)
        .outerjoin(Account.employee)
        .where(sa.or_(Account.username == name, Employee.nip == digits))
        .where(Account.disabled_at.is_(None))
    )
    fits = passwords.matches(account.password_hash if account else None, password)
    return account if fits else None
