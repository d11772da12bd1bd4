"""The office: units, people, years, imports, health."""

from flask import Blueprint

bp = Blueprint("admin", __name__, url_prefix="/admin")
