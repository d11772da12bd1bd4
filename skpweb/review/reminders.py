"""What home asks beside the desk: feedback wanted from me, documents the team has to report."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import url_for

from skpweb.domain import deadlines
from skpweb.domain.people import Actor
from skpweb.domain.states import RequestState
from skpweb.models.feedback import FeedbackRequest
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.people import Employee
from skpweb.models.planning import Skp
from skpweb.models.review import Evaluation
from skpweb.office.waiting import Row, Task, line
from skpweb.review.queries import followup
from skpweb.web.workdays import workdays

ASKED = ("Diminta umpan balik", "info", "orang")


def rows(person: Actor, _day: date) -> Sequence[sa.Select[Any]]:
    """What waits for me, for the one query of home; a penilai finds reports on his desk."""
    reports = person.is_team and not person.is_superior
    return (_asked(person), _unreported(person)) if reports else (_asked(person),)


def task(row: Row, _day: date) -> Task:
    """A line of home."""
    if row.kind == "report_up":
        due = workdays().ends_on(deadlines.REPORT_UP, row.day)
        text = f"{row.id} dokumen evaluasi belum dilaporkan kepada PyB"
        return Task(url_for("admin.clock_list"), text, due=due)
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


def _unreported(person: Actor) -> sa.Select[Any]:
    """One line: how many, and when the first of their windows closed."""
    count = sa.func.count(sa.distinct(Evaluation.id))
    counted = line("report_up", count, sa.func.min(EvaluationWindow.closes_on))
    return followup.unreported_of(person, counted).having(count > 0)
