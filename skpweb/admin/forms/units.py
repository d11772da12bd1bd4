"""Form of a unit."""

from flask_wtf import FlaskForm
from wtforms import BooleanField

from skpweb.admin.forms.fields import IdField, text


class UnitForm(FlaskForm):
    """Name and place of a unit in the tree."""

    name = text("Nama unit kerja", 200, "Tulis nama unit kerja.")
    parent_id = IdField("Berada di bawah")
    is_independent = BooleanField("Unit kerja mandiri")
