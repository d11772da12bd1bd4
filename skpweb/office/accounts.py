"""Accounts and their roles. Passwords are not this module's business."""

import sqlalchemy as sa

from skpweb import audit
from skpweb.audit import Witness
from skpweb.domain.lifecycle import Refused
from skpweb.domain.people import Actor
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.people import Account, Employee, UserSession


class Keeper(Actor, Witness):
    """Somebody with rights who acts: the signed-in person."""


def open_for(actor: Witness, employee: Employee) -> Account:
    """The employee's account, made if there is none. Needs ``account`` loaded."""
    if employee.left_on is not None:
        raise Refused("Pegawai ini sudah nonaktif. Aktifkan dulu datanya.")
    if employee.nip is None:
        raise Refused("Pejabat tanpa NIP tidak dapat masuk dengan NIP. Isi NIP-nya lebih dulu.")
    if employee.account is not None:
        return employee.account
    account = Account(employee_id=employee.id)
    employee.account = account
    db.session.add(account)
    audit.record(actor, "account.open", account, owner_id=employee.id)
    return account


def set_roles(actor: Keeper, account: Account, is_team: bool, is_admin: bool) -> None:
    """Give or take roles. Only an admin gives or takes the admin role; one admin stays."""
    if is_admin != account.is_admin and not actor.is_admin:
        raise Refused("Hanya admin teknis yang dapat memberi atau mencabut peran admin teknis.")
    if account.is_admin and not is_admin:
        refuse_last_admin(account)
    before = {"is_team": account.is_team, "is_admin": account.is_admin}
    after = {"is_team": is_team, "is_admin": is_admin}
    if before == after:
        return
    account.is_team, account.is_admin = is_team, is_admin
    audit.record(
        actor, "account.roles", account, before=before, after=after, owner_id=account.employee_id
    )


def refuse_last_admin(account: Account) -> None:
    """Somebody must remain who can run the installation."""
    if not account.is_admin:
        return
    others = sa.select(Account.id).where(
        Account.is_admin, Account.id != account.id, Account.disabled_at.is_(None)
    )
    if db.session.scalar(others.limit(1)) is None:
        raise Refused("Ini satu-satunya admin teknis. Beri peran itu kepada orang lain lebih dulu.")


def close(account: Account) -> None:
    """No more sign-in with this account, and its sessions end now."""
    now = utc_now()
    account.disabled_at = now
    db.session.execute(
        sa.update(UserSession)
        .where(UserSession.account_id == account.id, UserSession.ended_at.is_(None))
        .values(ended_at=now)
    )
