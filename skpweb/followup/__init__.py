"""Tindak lanjut: the way of a Dokumen Evaluasi after the predicate, and keberatan."""

from flask import Blueprint

bp = Blueprint("followup", __name__, url_prefix="/results/skp/<int:skp_id>/<int:window_id>")
