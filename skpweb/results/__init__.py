"""Home, results, documents and their verification."""

from flask import Blueprint

bp = Blueprint("results", __name__, url_prefix=None)
