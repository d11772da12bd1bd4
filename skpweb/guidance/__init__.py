"""Pembinaan kinerja: bimbingan (coaching, mentoring, training) and konseling."""

from flask import Blueprint

bp = Blueprint("guidance", __name__, url_prefix="/guidance")
