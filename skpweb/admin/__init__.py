"""The office: units, people, years, imports, health; and the first set-up."""

from flask import Blueprint

bp = Blueprint("admin", __name__, url_prefix="/admin")
setup_bp = Blueprint("setup", __name__, url_prefix="/setup")
