"""The office's own settings."""

from flask import Response, g, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb.admin import bp
from skpweb.admin.attempt import attempt
from skpweb.admin.forms.office import SettingsForm
from skpweb.domain import people
from skpweb.office import setup
from skpweb.web.access import allow
from skpweb.web.page import page


@bp.get("/office/")
@allow(people.runs_office)
def edit_office() -> Response:
    """Name, address, zone, paper, work days, and the rules of the journal."""
    return page("admin/office.html", form=SettingsForm(formdata=None, obj=g.office))


@bp.post("/office/")
@allow(people.runs_office)
def change_office() -> BaseResponse:
    """Save the settings."""
    form = SettingsForm()
    return attempt(
        form,
        lambda: setup.set_office(current_user, g.office, form.values()),
        lambda: page("admin/office.html", 422, form=form),
        url_for("admin.edit_office"),
        "Pengaturan kantor disimpan.",
    )
