"""Pages about the installation itself: health, backup. For the technical admin."""

from flask import Response, flash, send_file, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from skpweb import audit
from skpweb.admin import bp
from skpweb.admin.queries import health as queries
from skpweb.domain import people
from skpweb.extensions import db
from skpweb.models.base import utc_now
from skpweb.office import backup, doctor
from skpweb.version import __version__
from skpweb.web import clock
from skpweb.web.access import allow
from skpweb.web.answer import done
from skpweb.web.page import page


@bp.get("/health/")
@allow(people.is_admin)
def health() -> Response:
    """Version, sizes, clock, backups, failed sign-ins."""
    return _page([])


@bp.post("/health/")
@allow(people.is_admin)
def examine() -> Response:
    """Look at everything, as the command ``doctor`` does."""
    db.session.rollback()  # a long look must not keep writers waiting
    return _page(doctor.examine())


@bp.post("/health/backup")
@allow(people.is_admin)
def make_backup() -> BaseResponse:
    """Make a backup, keep it in the data folder and send it."""
    moment = clock.local(utc_now())
    path = queries.backup_folder() / f"cadangan-{moment:%Y-%m-%d-%H%M%S}.zip"
    path.parent.mkdir(exist_ok=True)
    audit.record(current_user, "backup.make", after={"file": path.name})
    db.session.commit()
    try:
        backup.backup(path)
    except backup.BackupFailed as problem:
        flash(str(problem), "bad")
        return done(url_for("admin.health"))
    return send_file(path, as_attachment=True, download_name=path.name)


def _page(findings: list[doctor.Finding]) -> Response:
    free, total = queries.free_space()
    return page(
        "admin/health.html",
        findings=findings,
        version=__version__,
        database=db.engine.dialect.name,
        database_mb=queries.database_size() / 1024**2,
        free_gb=free / 1024**3,
        is_full=free < total / 10,
        now=utc_now(),
        failed=queries.failed_sign_ins(),
        backups=queries.backups(),
    )
