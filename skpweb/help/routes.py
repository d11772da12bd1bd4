"""Help, the privacy notice and the health check."""

import secrets

import sqlalchemy as sa
from flask import Response, jsonify

from skpweb.extensions import db
from skpweb.help import bp
from skpweb.models.audit import Heartbeat
from skpweb.web.access import public
from skpweb.web.page import page

#: the guides, one for each kind of reader; their texts are templates/help/<guide>.html
GUIDES = {
    "employee": ("Untuk pegawai", "Jurnal, SKP, laporan realisasi, dan hasil evaluasi"),
    "assessor": ("Untuk penilai", "Menyetujui SKP dan jurnal, memberi umpan balik, menilai"),
    "team": (
        "Untuk tim pengelola kinerja",
        "Tahun kinerja, capaian organisasi, pemantauan, mutasi",
    ),
    "admin": ("Untuk admin", "Unit, pegawai, akun, kode masuk, dan cadangan"),
}


@bp.get("/help/")
@public
def index() -> Response:
    """Where to read what, and how to get in."""
    return page("help/index.html", guides=GUIDES)


@bp.get("/help/<any(employee, assessor, team, admin):guide>")
@public
def show(guide: str) -> Response:
    """The guide for one kind of reader."""
    title, about = GUIDES[guide]
    return page(f"help/{guide}.html", title=title, about=about)


@bp.get("/help/privacy")
@public
def privacy() -> Response:
    """Pemberitahuan privasi."""
    return page("help/privacy.html")


@bp.get("/healthz")
@public
def health() -> tuple[Response, int]:
    """200 only after a real write and read of the database; 503 otherwise."""
    try:
        alive = _beats()
    except sa.exc.SQLAlchemyError:
        alive = False
    return jsonify(status="ok" if alive else "down"), 200 if alive else 503


def _beats() -> bool:
    """Write a fresh value and read it back on another transaction."""
    beat = secrets.token_hex(16)
    table = Heartbeat.__table__
    with db.engine.connect().execution_options(writes=True) as connection, connection.begin():
        if not connection.execute(sa.update(table).values(beat=beat)).rowcount:
            connection.execute(sa.insert(table).values(id=1, beat=beat))
    with db.engine.connect() as connection:
        return bool(connection.scalar(sa.select(table.c.beat)) == beat)
