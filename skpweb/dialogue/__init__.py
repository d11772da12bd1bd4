"""Dialog kinerja: meetings, what was agreed in them, and kemajuan with its consequences."""

from flask import Blueprint

bp = Blueprint("dialogue", __name__, url_prefix="/dialogue")
