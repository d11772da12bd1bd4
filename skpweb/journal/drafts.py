"""What is being typed and not yet sent: kept on the server, shown again on the next visit.

A draft belongs to an account and a form ("journal" for a new entry, "entry-12",
"for-7"). It is no entry: only its writer sees it, and it goes when the entry is saved.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from flask import Response, abort, flash, request, url_for
from flask_login import current_user
from sqlalchemy.exc import IntegrityError
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.domain.terms import EntrySource
from skpweb.extensions import db
from skpweb.journal import bp
from skpweb.journal.forms import EntryForm
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from skpweb.models.people import Account
from skpweb.models.planning import Skp
from skpweb.models.shortcuts import Draft
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

NEW = "journal"
NAMES = re.compile(r"journal|(entry|for)-([1-9]\d{0,8})")
#: what is kept, and how much of it at most
KEPT = {
    "activity": 3000, "day": 60, "step": 40, "realisation": 60, "unit": 200, "starts_at": 60,
    "ends_at": 60, "evidence_url": 1000,
}  # fmt: skip
WORDS = ("activity", "realisation", "unit", "starts_at", "ends_at", "evidence_url")
FORGOTTEN_AFTER = timedelta(days=60)
MOST = 20  #: drafts of one account
RECENT = timedelta(days=366)


@dataclass(frozen=True)
class Memory:
    """What a form starts from: its draft, and the entry written last."""

    draft: Draft | None = None
    last: JournalEntry | None = None


@bp.post("/draft")
@allow(people.is_employee)
def save_draft() -> Response:
    """Keep what is typed so far, whatever is still missing."""
    name = _name()
    fields = {key: request.form.get(key, "")[:most] for key, most in KEPT.items()}
    draft = db.session.scalar(_mine(name))
    if any(fields[word].strip() for word in WORDS):
        draft = _keep(draft, name, fields)
    elif draft is not None:
        db.session.delete(draft)
        draft = None
    try:
        db.session.commit()
    except IntegrityError:  # another tab began the same draft just now
        db.session.rollback()
        draft = None
    return page("journal/draft.html", draft=draft, back=page_of(name))


@bp.post("/draft/discard")
@allow(people.is_employee)
def discard_draft() -> BaseResponse:
    """Throw a draft away."""
    name = _name()
    drop(name)
    flash("Draf dibuang.", "ok")
    return done(page_of(name))


def memory(name: str, employee_id: int | None = None) -> Memory:
    """The draft of my form, and the entry that a person (I) wrote last. One query."""
    asked = {
        "me": employee_id or current_user.employee_id, "account": current_user.account_id,
        "since": clock.today() - RECENT, "form": name,
    }  # fmt: skip
    return Memory(*db.session.execute(_memory(), asked).one())


@cache
def _memory() -> sa.Select[Any]:
    last = (
        sa.select(JournalEntry.id)
        .join(JournalEntry.skp)
        .where(Skp.employee_id == sa.bindparam("me"))
        .where(Skp.ends_on > sa.bindparam("since"), JournalEntry.proxy_id.is_(None))
        .where(JournalEntry.source == EntrySource.TYPED)  # what was chosen, not repeated
        # a plain id would tempt PostgreSQL to walk everybody's entries from the newest on
        .order_by((JournalEntry.id + 0).desc())
        .limit(1)
        .scalar_subquery()
    )
    kept = sa.and_(Draft.account_id == Account.id, Draft.form == sa.bindparam("form"))
    return (
        sa.select(Draft, JournalEntry)
        .select_from(Account)
        .outerjoin(Draft, kept)
        .outerjoin(JournalEntry, JournalEntry.id == last)
        .where(Account.id == sa.bindparam("account"))
    )


def refilled(kind: type[EntryForm], memory: Memory) -> EntryForm | None:
    """The form as it was when its draft was kept."""
    if memory.draft is None:
        return None
    return kind(formdata=MultiDict(memory.draft.fields))


def drop(name: str) -> None:
    """Forget my draft of a form: what it held is saved, or no longer wanted."""
    db.session.execute(
        sa.delete(Draft).where(Draft.account_id == current_user.account_id, Draft.form == name)
    )


def page_of(name: str) -> str:
    """Where the form of a draft stands."""
    kind, _, number = name.partition("-")
    if kind == "entry":
        return url_for("journal.edit", entry_id=int(number))
    if kind == "for":
        return url_for("journal.write_for", employee_id=int(number))
    return url_for("journal.day")


def _name() -> str:
    """The name of the form that is posted; nothing is there under another."""
    name = request.form.get("form", NEW)
    return name if NAMES.fullmatch(name) else abort(404)


def _mine(name: str) -> sa.Select[tuple[Draft]]:
    return sa.select(Draft).where(Draft.account_id == current_user.account_id, Draft.form == name)


def _keep(draft: Draft | None, name: str, fields: dict[str, str]) -> Draft:
    """The draft with what is typed now; a first one makes room by forgetting old ones."""
    if draft is None:
        mine = Draft.account_id == current_user.account_id
        newest = sa.select(Draft.id).where(mine).order_by(Draft.saved_at.desc()).limit(MOST - 1)
        is_old = Draft.saved_at < utc_now() - FORGOTTEN_AFTER
        old = sa.or_(is_old, Draft.id.not_in(newest.scalar_subquery()))
        db.session.execute(sa.delete(Draft).where(mine, old))
        draft = Draft(account_id=current_user.account_id, form=name)
        db.session.add(draft)
    draft.fields, draft.saved_at = fields, utc_now()
    return draft
