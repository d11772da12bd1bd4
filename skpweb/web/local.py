"""Where a form may lead on to: only a path on this site."""

from flask import request


def is_local(target: str) -> bool:
    """Whether a text is a path on this site and nothing cleverer."""
    plain = target.isprintable() and "\\" not in target and " " not in target
    return plain and target.startswith("/") and not target.startswith("//")


def next_page() -> str:
    """The page to go on to that a form or link names; empty where it is none of ours."""
    target = request.values.get("next", "")
    return target if len(target) <= 500 and is_local(target) else ""
