"""Proving who one is, by password or code, and what follows from it.

Every proof counts the try, lets the database go, and only then computes one
argon2 hash. An unknown, disabled or new account costs the same queries and the same hash.
"""

from dataclasses import dataclass

from flask import flash, request
from flask_login import current_user

from skpweb import audit
from skpweb.accounts import codes, passwords, throttle
from skpweb.extensions import db
from skpweb.login import queries
from skpweb.models.base import utc_now
from skpweb.models.people import AccessCode, Account
from skpweb.web import sessions
from skpweb.web.clock import local
from skpweb.web.formats import tanggal


@dataclass(frozen=True)
class Visitor:
    """Somebody at the door, as the audit trail remembers him."""

    account_id: int | None
    display_name: str
    address: str
    capacity: str = ""


def by_password(name: str, password: str) -> Account | None:
    """The account, if name and password fit. Raises TooMany. Commits the try."""
    return _prove(queries.account_named(name), name, password)


def by_own_password(password: str) -> Account | None:
    """The signed-in person's account, if the password is his. Raises TooMany. Commits the try."""
    return _prove(queries.account(current_user.account_id), "", password)


def by_code(name: str, typed: str) -> AccessCode | None:
    """The open code of the named account, if it fits. Raises TooMany. Commits the try."""
    account = queries.account_named(name)
    account_id = account.id if account else None
    code = queries.open_code(account_id)
    usable = account is not None and account.disabled_at is None
    stored = code.code_hash if code and usable else None
    key = codes.key(account_id) if account_id else throttle.name_key("code", _plain(name))
    throttle.reserve(key, address(), queries.signed_in_from(account_id, address()))
    if passwords.matches(stored, codes.plain(typed)):
        return code
    _refused("account.refuse_code", account_id)
    return None


def welcome(account: Account, password: str) -> None:
    """Begin a session after a right password, and say what the person must know."""
    key = password_key(account.id, "")
    before = queries.last_sign_in(account.id)
    failed = throttle.failures_since(key, before) - 1  # this try was counted too
    throttle.forget(key, address())
    if passwords.is_outdated(str(account.password_hash)):
        account.password_hash = passwords.hashed(password)
    audit.record(_visitor(account), "account.sign_in", account, owner_id=account.employee_id)
    if current_user.is_authenticated:
        sessions.end(current_user.session_id)
    sessions.begin(account)
    if account.notice:
        flash(account.notice, "warn")
        account.notice = ""
    if failed > 0:
        flash(f"{failed} percobaan gagal sejak Anda terakhir masuk.", "warn")


def set_by_code(account: Account, code: AccessCode, password: str) -> bool:
    """Give the account a new password for a code; False when it was just used up."""
    if not codes.take(code.id):
        return False
    day = tanggal(local(utc_now()).date())
    verb = "diaktifkan" if code.is_activation else "direset"
    what = "Akun" if code.is_activation else "Kata sandi"
    account.notice = f"{what} {verb} dengan kode dari {code.issued_by} pada {day}."
    _set(account, password)
    codes.void(account.id)
    sessions.end_all(account.id)
    throttle.forget(codes.key(account.id))
    throttle.forget(password_key(account.id, ""))
    action = "account.activate" if code.is_activation else "account.reset_password"
    audit.record(_visitor(account), action, account, owner_id=account.employee_id)
    return True


def change(account: Account, password: str) -> None:
    """The signed-in person gives himself a new password; his other sessions end."""
    _set(account, password)
    codes.void(account.id)
    sessions.end_all(account.id, but=current_user.session_id)
    throttle.forget(password_key(account.id, ""), address())
    audit.record(current_user, "account.change_password", account, owner_id=account.employee_id)


def address() -> str:
    """Where the request comes from."""
    return request.remote_addr or ""


def password_key(account_id: int | None, name: str) -> str:
    """Under which wrong passwords are counted: the account, else the name as typed."""
    return throttle.name_key("password", f"#{account_id}" if account_id else _plain(name))


def _prove(account: Account | None, name: str, password: str) -> Account | None:
    usable = account is not None and account.disabled_at is None
    stored = account.password_hash if account and usable else None
    account_id = account.id if account else None
    is_known = queries.signed_in_from(account_id, address())
    throttle.reserve(password_key(account_id, name), address(), is_known)
    if passwords.matches(stored, password) and account_id is not None:
        return queries.account(account_id)
    _refused("account.refuse_password", account_id)
    return None


def _set(account: Account, password: str) -> None:
    account.password_hash = passwords.hashed(password)
    account.password_changed_at = utc_now()


def _refused(action: str, account_id: int | None) -> None:
    """Note the wrong try; what was typed is nobody's business."""
    account = db.session.get(Account, account_id or 0)  # asks for an unknown one too: same time
    owner_id = account.employee_id if account else None
    visitor = Visitor(None, "Tidak dikenal", address())
    audit.record(visitor, action, account, owner_id=owner_id)
    db.session.commit()


def _visitor(account: Account) -> Visitor:
    name = account.employee.full_name if account.employee else str(account.username)
    return Visitor(account.id, name, address())


def _plain(name: str) -> str:
    return "".join(name.split())[:200]
