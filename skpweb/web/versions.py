"""Optimistic locking in forms: the version a page was made from, and the one that is."""

from typing import Any

from flask import request


def shown(record: Any) -> int:
    """The number a form carries; 0 for a record that is not stored yet."""
    return record.version_id if record.id is not None else 0


def is_stale(record: Any) -> bool:
    """Whether somebody saved since the posted form was made."""
    return request.form.get("version", "") != str(shown(record))
