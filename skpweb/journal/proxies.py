"""Writing in somebody's place: declared, with both names, until the owner confirms.

A colleague of the same unit, or the tim pengelola kinerja. Of the owner's own
journal nobody sees anything here.
"""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from flask import Response, flash, request, url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain.lifecycle import SkpState
from skpweb.extensions import db
from skpweb.journal import bp, context, drafts, writing
from skpweb.journal.forms import NO_STEP, EntryForm
from skpweb.journal.offers import Offer
from skpweb.models.people import Employee, Posting, held_between
from skpweb.models.planning import Skp, SkpVersion
from skpweb.web import clock, formats
from skpweb.web.access import own, signed_in
from skpweb.web.answer import done
from skpweb.web.page import page

MANY = 50  #: names on one page; the search finds the others


def colleague(person: object, employee_id: int) -> Employee | None:
    """Somebody I may write for today: of my unit, or anybody for the team. Never myself."""
    return db.session.scalar(_people(clock.today()).where(Employee.id == employee_id))


@bp.get("/for/")
@signed_in
def choose_person() -> Response:
    """Whom I may write for."""
    search = request.args.get("q", "").strip()
    return page("journal/for.html", search=search, people=people_found(search))


@bp.get("/for/<int:employee_id>/")
@own(colleague)
def write_for(colleague: Employee) -> Response:
    """A form in somebody's place."""
    return show(colleague)


@bp.post("/for/<int:employee_id>/")
@own(colleague)
def add_for(colleague: Employee) -> Response | BaseResponse:
    """Write it down; the owner is asked to confirm."""
    form = EntryForm()
    on = form.day.value or clock.today()
    known = context.surroundings(colleague.id, on, on)
    form.offer(offered(known, on))
    if not form.validate() or form.refuse(objections(form, colleague, known)):
        return show(colleague, form, 422)
    writing.keep(form.work(), colleague.id, known=known)
    drafts.drop(f"for-{colleague.id}")
    flash(
        f"Tersimpan untuk {colleague.full_name} pada {formats.tanggal(on)}. "
        "Kegiatan ini diteruskan kepada penilai setelah pemiliknya mengonfirmasi.",
        "ok",
    )
    return done(url_for("journal.write_for", employee_id=colleague.id))


def objections(form: EntryForm, owner: Employee, known: context.Surroundings) -> dict[str, str]:
    """What is wrong; on a day in another unit a colleague writes nothing."""
    work = form.work()
    if not db.session.scalar(_people(work.day).where(Employee.id == owner.id)):
        return {"day": f"Anda tidak satu unit kerja dengan {owner.full_name} pada tanggal ini."}
    return writing.objections(work, known.on(work.day), is_own=False)


def offered(known: context.Surroundings, on: date) -> Offer:
    """The owner's plan, for those who may read his SKP; a colleague may not."""
    return known.offer_on(on) if current_user.is_team else Offer((), {})


def show(owner: Employee, form: EntryForm | None = None, status: int = 200) -> Response:
    """The page with the form."""
    on = clock.today()
    memory = drafts.memory(f"for-{owner.id}")
    draft = memory.draft if form is None else None
    if form is None:
        form = drafts.refilled(EntryForm, memory) or EntryForm(formdata=None, data={"day": on})
        form.offer(offered(context.surroundings(owner.id, on, on), on))
        form.step.data = form.step.data or NO_STEP
    form.activity.label.text = "Apa yang dikerjakan?"
    return page("journal/for_one.html", status, owner=owner, form=form, draft=draft)


def people_found(search: str) -> Sequence[Employee]:
    """Those whose name fits, with their posts."""
    query = _people(clock.today()).options(joinedload(Employee.postings)).limit(MANY)
    if search:
        query = query.where(Employee.name.ilike(f"%{search}%"))
    return db.session.scalars(query.order_by(Employee.name)).unique().all()


def _people(day: date) -> sa.Select[tuple[Employee]]:
    """Others with an SKP in force on ``day``; of my unit, unless I am of the team."""
    query = sa.select(Employee).where(
        Employee.id != (current_user.employee_id or 0),
        sa.exists().where(
            Skp.employee_id == Employee.id,
            Skp.starts_on <= day,
            Skp.ends_on >= day,
            Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
        ),
    )
    if current_user.is_team:
        return query
    mine = _units(day).where(Posting.employee_id == (current_user.employee_id or 0))
    theirs = _posted(day, Posting.employee_id == Employee.id, Posting.unit_id.in_(mine))
    return query.where(sa.exists().where(*theirs))


def _units(day: date) -> sa.Select[tuple[int]]:
    return sa.select(Posting.unit_id).where(*_posted(day))


def _posted(day: date, *more: sa.ColumnElement[bool]) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions on a post held on ``day``."""
    return held_between(day, day), *more
