"""The list of matrices, and each as a grid."""

from flask import Response
from flask_login import current_user

from skpweb.domain import people
from skpweb.matrix import bp, grid, queries
from skpweb.matrix import filling as _filling  # noqa: F401  (each module adds its views)
from skpweb.matrix import members as _members  # noqa: F401
from skpweb.matrix import papers as _papers  # noqa: F401
from skpweb.matrix import taking as _taking  # noqa: F401
from skpweb.matrix import tree as _tree  # noqa: F401
from skpweb.models.matrices import RoleMatrix
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/")
@allow(people.is_employee)
def index() -> Response:
    """Mine, those I have a role in, and those below me."""
    found = queries.listed(current_user, clock.today())
    return page(
        "matrix/index.html",
        mine=[one for one in found if one.is_mine],
        member=[one for one in found if one.is_member and not one.is_mine],
        below=[one for one in found if not one.is_member and not one.is_mine],
    )


@bp.get("/<int:skp_id>/")
@allow(people.may_read_matrix, queries.matrix)
def show(matrix: RoleMatrix) -> Response:
    """The whole grid; his own for writing."""
    return grid.show(matrix)
