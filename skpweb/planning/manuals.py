"""Manual indikator kinerja of a head's indicators, form A.1.3 (p.37-38)."""

from enum import Enum

from flask import Response, flash, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.domain import people
from skpweb.domain.terms import ControlLevel, Form, ReportingPeriod
from skpweb.models.base import utc_now
from skpweb.models.planning import Indicator, IndicatorManual, Skp
from skpweb.planning import bp, pages, queries
from skpweb.planning.forms import ManualForm
from skpweb.web import versions
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page

TEXTS = ("purpose", "definition", "formula", "unit", "source")


@bp.get("/<int:skp_id>/manual")
@allow(people.may_read, queries.skp)
def manual_list(skp: Skp) -> Response:
    """All indicators with the state of their manual."""
    return page("planning/manual_list.html", skp=skp, v=skp.current, leader=Form.LEADER)


@bp.get("/indicator/<int:indicator_id>/manual")
@allow(people.is_owner, queries.indicator)
def manual(indicator: Indicator) -> Response:
    """The manual of one indicator."""
    stored = indicator.manual
    data = {} if stored is None else {
        name: getattr(stored, name) for name in ManualForm().data if hasattr(stored, name)
    }  # fmt: skip
    return show(indicator, ManualForm(formdata=None, data=data))


@bp.post("/indicator/<int:indicator_id>/manual")
@allow(people.is_owner, queries.indicator)
def save_manual(indicator: Indicator) -> Response | BaseResponse:
    """Keep it; half-filled is fine."""
    form, rhk = ManualForm(), indicator.rhk
    if not rhk.version.is_editable:
        texts = [(form[name].label.text, form[name].data or "") for name in TEXTS]
        return pages.closed(rhk.version.skp, texts)
    if versions.is_stale(rhk):
        return show(indicator, form, 409, "RHK ini berubah sejak halaman ini dibuka. Isian Anda "
                    "masih di bawah; periksa, lalu simpan lagi.")  # fmt: skip
    if not form.validate():
        return show(indicator, form, 422)
    stored = indicator.manual or IndicatorManual()
    for name in TEXTS:
        setattr(stored, name, (form[name].data or "").strip())
    stored.control_level = _member(ControlLevel, form.control_level.data)
    stored.reporting = _member(ReportingPeriod, form.reporting.data)
    indicator.manual = stored
    rhk.updated_at, rhk.updated_by = utc_now(), current_user.display_name
    audit.record(current_user, "manual.save", indicator, owner_id=rhk.version.skp.employee_id)
    flash("Manual indikator tersimpan.", "ok")
    return done(url_for("planning.manual_list", skp_id=rhk.version.skp_id))


def show(indicator: Indicator, form: ManualForm, status: int = 200, problem: str = "") -> Response:
    """The form page."""
    return page(
        "planning/manual.html", status, indicator=indicator, form=form, problem=problem,
        version=versions.shown(indicator.rhk),
    )  # fmt: skip


def _member(kind: type[Enum], value: str | None) -> Enum | None:
    return next((one for one in kind if one.value == value), None)
