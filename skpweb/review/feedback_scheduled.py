"""Umpan balik berkala: the pimpinan's duty (p.69 no. 6), for many people on one page."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Response, flash, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.domain import people
from skpweb.domain.feedback import DutyState, FeedbackTiming, FeedbackWay
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.models.people import Posting
from skpweb.office import feedback_duty
from skpweb.review import bp
from skpweb.review.feedback import record
from skpweb.review.queries import feedback as queries
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.fields import too_long
from skpweb.web.page import page

LONGEST = 2000
STALE = (
    "Umpan balik berkala untuk {} sudah tersimpan sejak halaman ini dibuka. Kosongkan barisnya "
    "bila isinya sama; simpan lagi hanya bila memang ada tambahan."
)
NOTHING = "Isi umpan balik paling sedikit satu orang."


@dataclass(frozen=True)
class Typed:
    """What stands in one person's row."""

    about: str
    tone: str
    text: str
    subjects: dict[str, str]
    stale: str = ""  # what to say where this person got another since the page was shown

    @property
    def problem(self) -> str:
        """What is wrong with it; empty where nothing is or where it is left empty."""
        if not self.text:
            return ""
        if self.about not in self.subjects:
            return "Pilih hal yang dibahas."
        if self.tone not in tuple(FeedbackTone):
            return "Pilih jenisnya."
        return too_long(self.text, LONGEST) or self.stale


@bp.get("/feedback/scheduled/")
@allow(people.is_employee)
def scheduled() -> Response:
    """My people: who got scheduled feedback in this period, who waits."""
    return show(mine())


@bp.post("/feedback/scheduled/")
@allow(people.is_employee)
def give_scheduled() -> Response | BaseResponse:
    """Save the rows that are filled; with a mistake in one nothing is saved and all stays."""
    found = mine()
    rows = typed(found)
    filled = {skp_id: one for skp_id, one in rows.items() if one.text}
    way = request.form.get("way", "")
    if not filled or way not in tuple(FeedbackWay) or any(one.problem for one in filled.values()):
        return show(found, rows, refusal(filled.values()))
    for one in found:
        if one.skp_id in filled:
            values = {
                "about": filled[one.skp_id].about,
                "under": filled[one.skp_id].about,
                "tone": FeedbackTone(filled[one.skp_id].tone),
                "text": filled[one.skp_id].text,
                "timing": FeedbackTiming.SCHEDULED,
                "way": FeedbackWay(way),
                "source": FeedbackSource.LEADER,
            }
            record(one.skp_id, one.employee_id, values)
    flash(f"Umpan balik berkala untuk {len(filled)} orang tersimpan.", "ok")
    return done(url_for("review.scheduled"))


def refusal(filled: Iterable[Typed]) -> int:
    """The status: a second sending from an older page is a conflict, all else a mistake."""
    return 409 if any(one.stale and one.problem == one.stale for one in filled) else 422


def mine() -> list[feedback_duty.Person]:
    """The people whose penilai I am, those who wait longest first."""
    order = [DutyState.LATE, DutyState.DUE, DutyState.DONE]
    day = clock.today()
    found = feedback_duty.people(
        feedback_duty.periods(g.office, day),
        day,
        Posting.assessor_id == current_user.employee_id,
        Posting.employee_id != current_user.employee_id,
    )
    return sorted(found, key=lambda one: order.index(one.state))


def typed(found: list[feedback_duty.Person]) -> dict[int, Typed]:
    """Every row as it was sent, or empty."""
    subjects = queries.subjects_of([one.skp_id for one in found])
    form = request.form
    return {
        one.skp_id: Typed(
            form.get(f"about-{one.skp_id}", ""),
            form.get(f"tone-{one.skp_id}", FeedbackTone.APPRECIATION.value),
            form.get(f"text-{one.skp_id}", "").strip(),
            subjects.get(one.skp_id, {}),
            ""
            if form.get(f"seen-{one.skp_id}", "0") == str(one.newest_id)
            else STALE.format(one.name),
        )
        for one in found
    }


def show(
    found: list[feedback_duty.Person], rows: dict[int, Typed] | None = None, status: int = 200
) -> Response:
    """The page."""
    rows = rows or typed(found)
    problem = NOTHING if status != 200 and not any(one.text for one in rows.values()) else ""
    return page(
        "review/scheduled.html", status, people=found, rows=rows, problem=problem,
        way=request.form.get("way", FeedbackWay.DIRECT.value), ways=list(FeedbackWay),
        tones=list(FeedbackTone), rhythm=g.office.feedback_rhythm,
        failed=status != 200,
    )  # fmt: skip
