"""Pages of the times without the application, and what they do to the journal."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from flask import Response, current_app, flash, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.outages import OutageForm
from skpweb.domain import people
from skpweb.domain.calendar import WorkWeek
from skpweb.domain.journal import Rules, lost_days
from skpweb.domain.lifecycle import Refused
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.models.organisation import Holiday
from skpweb.models.presence import Outage
from skpweb.office import outages
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.formats import hari_tanggal, rentang
from skpweb.web.limits import number
from skpweb.web.page import page

PAGE = 25
LOOKS_BACK = timedelta(days=400)  #: no deadline of the journal is longer
MOST_NAMED = 5  #: days that are named one by one


@dataclass(frozen=True)
class Effect:
    """What the outages do to the journal: the office's rules, and the lost working days."""

    rules: Rules
    lost: frozenset[date]

    def words(self, outage: Outage) -> str:
        """Which working days do not count because of one outage; empty for none."""
        return in_words(sorted(self.lost & _lost([outage], least=1)))

    @property
    def all_words(self) -> str:
        """All lost working days of the last year."""
        return in_words(sorted(self.lost))


def outage(person: Any, outage_id: int) -> Outage | None:
    """An outage by its id."""
    return db.session.get(Outage, outage_id)


@bp.get("/outages/")
@allow(people.runs_office)
def outage_list() -> Response:
    """The outages, what they do to the journal, and a form for one more."""
    return _page(OutageForm(formdata=None))


@bp.post("/outages/")
@allow(people.runs_office)
def add_outage() -> BaseResponse:
    """Record one by hand."""
    form = OutageForm()
    return attempt(
        form,
        lambda: outages.add(
            current_user, form.days(g.office.timezone), form.note.data or "", _now()
        ),
        lambda: _page(form, 422),
        url_for("admin.outage_list"),
        "Gangguan dicatat. Batas mengisi jurnal langsung mengikuti.",
    )


@bp.post("/outages/<int:outage_id>/delete")
@allow(people.runs_office, outage)
def remove_outage(outage: Outage) -> BaseResponse:
    """Take back what was recorded by mistake."""
    try:
        outages.remove(current_user, outage, _now())
    except Refused as refusal:
        flash(str(refusal), "warn")
    else:
        flash("Catatan gangguan dihapus. Isinya tetap ada di jejak audit.", "ok")
    return done(url_for("admin.outage_list"))


def in_words(days: list[date]) -> str:
    """Days by name, or their number and span where there are many."""
    if len(days) > MOST_NAMED:
        return f"{len(days)} hari kerja, {rentang(days[0], days[-1])}"
    return "; ".join(hari_tanggal(day) for day in days)


def _page(form: OutageForm, status: int = 200) -> Response:
    asked = request.args.get("page", 1, type=number)
    query = sa.select(Outage).order_by(Outage.starts_at.desc(), Outage.id.desc())
    return page(
        "admin/outages.html",
        status,
        form=form,
        found=db.paginate(query, page=max(asked, 1), per_page=PAGE, error_out=False),
        effect=_effect(clock.today()),
        now=_now(),
    )


def _effect(today: date) -> Effect:
    """The journal's rules as they stand today. Two queries."""
    first = today - LOOKS_BACK
    holidays = db.session.execute(
        sa.select(Holiday.day, Holiday.name).where(Holiday.day >= first)
    ).all()
    lost = _lost(outages.since(datetime.combine(first, time(), ZoneInfo(g.office.timezone))))
    rules = Rules(
        today=today,
        backfill_days=g.office.backfill_days,
        week=WorkWeek(g.office.work_days),
        holidays={day: name for day, name in holidays},
        lost=lost,
    )
    counted = (day for day in lost if day <= today and rules.is_working_day(day))
    return Effect(rules, frozenset(counted))


def _lost(rows: Collection[Outage], **least: int) -> frozenset[date]:
    own = outages.local(rows, g.office.timezone)
    return lost_days(own, g.office.day_starts_at, g.office.day_ends_at, **least)


def _now() -> datetime:
    """This moment; where the clock is moved, the end of that day."""
    if current_app.config["TODAY"] is None:
        return utc_now()
    return datetime.combine(clock.today(), time.max, ZoneInfo(g.office.timezone))
