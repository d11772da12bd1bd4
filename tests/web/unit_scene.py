"""A unit with one rated person and one whose SKP is only agreed."""

from flask import Flask

from tests import records
from tests.office import SmallOffice
from tests.web.scene import Scene


def rated_unit(app: Flask, office: SmallOffice) -> Scene:
    """Iwan's third quarter, rated, and Yuli's SKP without any evaluation."""
    made = Scene(app, office)
    made.judged()
    with app.app_context():
        records.approved_skp(office, "yuli")
    return made


def unit(scene: Scene) -> str:
    return f"/results/units/{scene.office.unit_id}/"
