"""The page of a tugas belajar, below its absence."""

from typing import Any

from flask import Response, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.absences import StudyForm
from skpweb.admin.queries.absences import absence as find_absence
from skpweb.domain import people
from skpweb.domain.terms import AbsenceKind
from skpweb.models.presence import Absence
from skpweb.office import studies
from skpweb.web.access import allow
from skpweb.web.page import page


def studying(person: Any, absence_id: int) -> Absence | None:
    """An absence for tugas belajar."""
    found = find_absence(person, absence_id)
    return found if found is not None and found.kind is AbsenceKind.STUDY else None


@bp.get("/absences/<int:absence_id>/study")
@allow(people.is_team, studying)
def edit_study(studying: Absence) -> Response:
    """What is studied where, the IPK so far, and how it ended."""
    return _page(StudyForm(formdata=None, obj=studies.of(studying)), studying)


@bp.post("/absences/<int:absence_id>/study")
@allow(people.is_team, studying)
def set_study(studying: Absence) -> BaseResponse:
    """Keep it."""
    form = StudyForm()
    return attempt(
        form,
        lambda: studies.record(current_user, studying, form.values()),
        lambda: _page(form, studying, 422),
        url_for("admin.show_absence", absence_id=studying.id),
        "Data tugas belajar disimpan. Panduannya tampil di halaman evaluasi.",
    )


def _page(form: StudyForm, absence: Absence, status: int = 200) -> Response:
    return page("admin/study.html", status, form=form, absence=absence)
