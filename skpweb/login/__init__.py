"""Signing in and out, passwords and one-time codes."""

from flask import Blueprint

bp = Blueprint("login", __name__, url_prefix=None)
