"""What home asks beside the desk: feedback wanted from me, documents the team has to report.

And what I wait for: feedback that I asked for.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from flask import url_for

from skpweb.domain import deadlines
from skpweb.domain.people import Actor
from skpweb.domain.states import RequestState
from skpweb.models.feedback import Feedback, FeedbackRequest
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Employee, Posting
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation, Objection
from skpweb.office.waiting import NEWS_DAYS, Row, Task, line
from skpweb.review.queries import followup
from skpweb.review.queries.charge import signed
from skpweb.web.formats import tanggal
from skpweb.web.workdays import workdays

ASKED = ("Diminta umpan balik", "info", "orang")
DECIDED = {
    "upheld": ("Hasil dikuatkan", "info", "info"),
    "changed": ("Hasil diubah", "warn", "seru"),
}
WANTED = ("Diminta", "info", "orang")


def rows(person: Actor, day: date) -> Sequence[sa.Select[Any]]:
    """What waits for me, for the one query of home; a penilai finds reports on his desk."""
    told = _said(person, day), _declined(person, day), _decided(person, day)
    mine = _asked(person), *told, _wanted(person)
    return (*mine, _unreported(person)) if person.is_team and not person.is_superior else mine


def task(row: Row, _day: date) -> Task:
    """A line of home."""
    if row.kind == "report_up":
        due = workdays().ends_on(deadlines.REPORT_UP, row.day)
        text = f"{row.id} dokumen evaluasi belum dilaporkan kepada PyB"
        return Task(url_for("admin.clock_list"), text, due=due)
    if row.kind == "said":
        said = f"{row.id} umpan balik baru untuk Anda"
        url = url_for("review.my_feedback")
        return Task(url, said, "Belum Anda tandai sudah dibaca", is_news=True)
    if row.kind == "declined":
        text = f"{row.full_name} tidak dapat memberi umpan balik"
        return Task(url_for("review.my_feedback"), text, row.text[:80], is_news=True)
    if row.kind in DECIDED:
        url = url_for("followup.objection", skp_id=row.id, window_id=int(row.detail))
        text = f"Keputusan keberatan {row.full_name}"
        return Task(url, text, tanggal(row.day), tag=DECIDED[row.kind], is_news=True)
    if row.kind == "wanted":
        url, since = url_for("review.my_feedback"), f"Diminta {tanggal(row.day)}"
        return Task(url, f"Umpan balik dari {row.full_name}", since, None, WANTED, True)
    url = url_for("review.show_request", request_id=row.id)
    return Task(url, f"Umpan balik untuk {row.full_name}", row.text[:80], tag=ASKED)


def _asked(person: Actor) -> sa.Select[Any]:
    request = FeedbackRequest
    return (
        line("asked", request.id, request.asked_on, request.question, whose=Employee)
        .select_from(request)
        .join(request.skp)
        .join(Skp.employee)
        .where(request.asked_id == person.employee_id, request.state == RequestState.OPEN)
    )


def _said(person: Actor, day: date) -> sa.Select[Any]:
    """One line: how much umpan balik of late I have not marked as read, and since when."""
    count = sa.func.count(Feedback.id)
    return (
        line("said", count, sa.func.min(Feedback.given_on))
        .select_from(Feedback)
        .join(Feedback.skp)
        .where(
            Skp.employee_id == person.employee_id,
            Feedback.read_at.is_(None),
            Feedback.withdrawn_at.is_(None),
            Feedback.given_on > day - timedelta(days=NEWS_DAYS),
        )
        .having(count > 0)
    )


def _declined(person: Actor, day: date) -> sa.Select[Any]:
    """Who said of late that he cannot give the umpan balik I asked for."""
    since = datetime.combine(day - timedelta(days=NEWS_DAYS), time(), UTC)
    return (
        line(
            "declined", FeedbackRequest.id, FeedbackRequest.asked_on, FeedbackRequest.word, "",
            Employee,
        )
        .join(FeedbackRequest.skp)
        .join(Employee, Employee.id == FeedbackRequest.asked_id)
        .where(
            Skp.employee_id == person.employee_id,
            FeedbackRequest.state == RequestState.DECLINED,
            FeedbackRequest.closed_at > since,
        )
    )  # fmt: skip


def _wanted(person: Actor) -> sa.Select[Any]:
    """What I asked for and nobody answered yet."""
    request = FeedbackRequest
    return (
        line("wanted", request.id, request.asked_on, whose=Employee)
        .select_from(request)
        .join(request.skp)
        .join(request.asked)
        .where(Skp.employee_id == person.employee_id, request.state == RequestState.OPEN)
    )


def _decided(person: Actor, day: date) -> sa.Select[Any]:
    """Decisions on keberatan of late: mine, and those about my own ratings."""
    me, verdict = person.employee_id, sa.case((Objection.is_upheld, "upheld"), else_="changed")
    window = sa.cast(Evaluation.window_id, sa.String)
    is_penilai = sa.exists().where(Posting.employee_id == Skp.employee_id, *signed(person))
    return (
        line(verdict, Skp.id, Objection.decided_on, "", window, Employee)
        .select_from(Objection)
        .join(Objection.evaluation)
        .join(Evaluation.skp)
        .join(Skp.employee)
        .where(
            Objection.decided_on > day - timedelta(days=NEWS_DAYS),
            sa.or_(Skp.employee_id == me, is_penilai),
        )
    )


def _unreported(person: Actor) -> sa.Select[Any]:
    """One line: how many, and when the first of their windows closed."""
    count = sa.func.count(sa.distinct(Evaluation.id))
    counted = line("report_up", count, sa.func.min(EvaluationWindow.closes_on))
    return followup.unreported_of(person, counted).having(count > 0)
