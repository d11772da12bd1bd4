"""SKP: writing, submitting, approving, revising."""

from flask import Blueprint

bp = Blueprint("planning", __name__, url_prefix="/planning")
