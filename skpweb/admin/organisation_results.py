"""Pages of capaian kinerja organisasi per unit and window (p.94)."""

from typing import Any

from flask import Response, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.office import ResultForm
from skpweb.admin.queries import years as queries
from skpweb.admin.queries.years import window as find_window
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.organisation import EvaluationWindow, Unit
from skpweb.office import organisation_results, units
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.page import page


def target(person: Any, window_id: int, unit_id: int) -> tuple[EvaluationWindow, Unit] | None:
    """A window and a unit."""
    window, unit = find_window(person, window_id), db.session.get(Unit, unit_id)
    return (window, unit) if window is not None and unit is not None else None


@bp.get("/windows/<int:window_id>")
@allow(people.is_team, find_window)
def organisation_results_of(window: EvaluationWindow) -> Response:
    """All units with what is recorded for a window."""
    branches = [b for b in units.tree(units.all_units()) if b.unit.archived_at is None]
    return page(
        "admin/results.html",
        window=window,
        branches=branches,
        results=queries.results_of(window.id),
    )


@bp.get("/windows/<int:window_id>/units/<int:unit_id>")
@allow(people.is_team, target)
def edit_result(target: tuple[EvaluationWindow, Unit]) -> Response:
    """The form of one unit's result."""
    window, unit = target
    stored = organisation_results.of(unit, window)
    form = ResultForm(formdata=None, obj=stored).of_window(window.is_annual)
    if stored is None:
        form.decided_on.data = clock.today()
    return _page(form, window, unit)


@bp.post("/windows/<int:window_id>/units/<int:unit_id>")
@allow(people.is_team, target)
def set_result(target: tuple[EvaluationWindow, Unit]) -> BaseResponse:
    """Record or change one unit's result."""
    window, unit = target
    form = ResultForm().of_window(window.is_annual)
    return attempt(
        form,
        lambda: organisation_results.record(
            current_user, unit, window, form.values(), form.reason.data or ""
        ),
        lambda: _page(form, window, unit, 422),
        url_for("admin.organisation_results_of", window_id=window.id),
        f"Capaian kinerja {unit.name} dicatat.",
    )


def _page(form: ResultForm, window: EvaluationWindow, unit: Unit, status: int = 200) -> Response:
    return page(
        "admin/result.html",
        status,
        form=form,
        window=window,
        unit=unit,
        stored=organisation_results.of(unit, window),
        is_rated=organisation_results.is_rated(window),
    )
