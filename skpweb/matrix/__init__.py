"""Matriks pembagian peran dan hasil (A.1.5), and the tree of results that grows from it."""

from flask import Blueprint

bp = Blueprint("matrix", __name__, url_prefix="/matrix")
