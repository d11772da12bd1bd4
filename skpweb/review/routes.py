"""The approval desk and the list of evaluations."""

from flask import Response, request
from flask_login import current_user

from skpweb.domain import people
from skpweb.models.organisation import EvaluationWindow
from skpweb.review import adoptions as _adoptions  # noqa: F401
from skpweb.review import bp
from skpweb.review import calibration as _calibration  # noqa: F401
from skpweb.review import desk as waiting
from skpweb.review import entries as _entries  # noqa: F401  (each module adds its views)
from skpweb.review import evaluations as _evaluations  # noqa: F401
from skpweb.review import feedback as _feedback  # noqa: F401
from skpweb.review import feedback_own as _feedback_own  # noqa: F401
from skpweb.review import feedback_papers as _feedback_papers  # noqa: F401
from skpweb.review import feedback_requests as _feedback_requests  # noqa: F401
from skpweb.review import feedback_scheduled as _feedback_scheduled  # noqa: F401
from skpweb.review import handing as _handing  # noqa: F401
from skpweb.review import journal_watch as _journal_watch  # noqa: F401
from skpweb.review import private_notes as _private_notes  # noqa: F401
from skpweb.review import related as _related  # noqa: F401
from skpweb.review import reports as _reports  # noqa: F401
from skpweb.review import special as _special  # noqa: F401
from skpweb.review import stand_ins as _stand_ins  # noqa: F401
from skpweb.review import steps as _steps  # noqa: F401
from skpweb.review.queries import desk as desk_queries
from skpweb.review.queries import evaluations as queries
from skpweb.web import clock, limits
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/")
@allow(people.is_employee)
def desk() -> Response:
    """Everything that waits for my decision, the oldest first."""
    kind, unit = request.args.get("kind", ""), request.args.get("unit", type=limits.number)
    kind = kind if kind in waiting.KINDS else ""
    found = waiting.items(current_user, kind, unit)
    return page(
        "review/desk.html",
        items=found[: waiting.MOST],
        total=len(found),
        kinds=waiting.KINDS,
        units=desk_queries.units(current_user),
        kind=kind,
        unit=unit,
    )


@bp.get("/evaluations/")
@allow(people.is_employee)
def evaluation_list() -> Response:
    """The people whose penilai I am, with the state of one window."""
    year = request.args.get("year", type=limits.number) or clock.today().year
    windows = queries.windows(year)
    window = _chosen(list(windows))
    rows = queries.assessed_by(current_user, window) if window else []
    return page("review/evaluations.html", windows=windows, window=window, rows=rows, year=year)


def _chosen(windows: list[EvaluationWindow]) -> EvaluationWindow | None:
    """The window asked for, else the one that is open, else the newest begun."""
    wanted = request.args.get("window", type=int)
    day = clock.today()
    for window in windows:
        if window.id == wanted:
            return window
    begun = [window for window in windows if window.opens_on <= day]
    is_open = [window for window in begun if day <= window.closes_on]
    return (is_open or begun or windows or [None])[-1 if not is_open else 0]
