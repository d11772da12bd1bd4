"""Who may open a view: marks on the views, one guard, and a check at start.

``public``, ``signed_in``, ``own(find)`` and ``allow(rule, find)`` mark a view. The guard
reads the mark before anything else (CSRF included), loads the record through
the person and hands it to the view. What you may not see does not exist: 404.
"""

import inspect
from collections.abc import Callable
from typing import Any

from flask import Flask, abort, current_app, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from skpweb.web import clock

Finder = Callable[..., Any]


class Mark:
    """What a view asks of whoever opens it."""

    def __init__(self, rule: Callable[[Any, Any], bool] | None, find: Finder | None) -> None:
        self.rule = rule
        self.find = find


PUBLIC = Mark(None, None)


def public(view: Callable[..., Any]) -> Callable[..., Any]:
    """Anybody, also without signing in."""
    return _mark(view, PUBLIC)


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Anybody who is signed in; the view shows only his own things."""
    return _mark(view, Mark(None, None))


def allow(rule: Callable[[Any, Any], bool], find: Finder | None = None) -> Callable[..., Any]:
    """Whoever passes ``rule(person, parties)`` on the record that ``find`` loads.

    ``find(person, **ids)`` takes the URL arguments it names and answers the
    record or None; the view receives the record under the finder's name
    (``def skp(person, skp_id)`` gives ``skp=``). Without a finder the rule
    looks at the person alone.
    """

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        return _mark(view, Mark(rule, find))

    return decorate


def own(find: Finder) -> Callable[..., Any]:
    """Whoever is signed in, on a record that ``find`` only finds among his own."""

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        return _mark(view, Mark(None, find))

    return decorate


def guard() -> ResponseReturnValue | None:
    """Before every request: let in, send to sign-in, or say that nothing is there."""
    view = current_app.view_functions.get(request.endpoint or "")
    mark: Mark | None = getattr(view, "access", None)
    if view is None or mark is PUBLIC:
        return None
    if not current_user.is_authenticated:
        return abort(401)
    assert mark is not None
    _admit(mark)
    return None


def check_every_view(app: Flask) -> None:
    """Refuse to start with a view that says nothing about access."""
    bare = sorted(name for name, view in app.view_functions.items() if _is_bare(view))
    if bare:
        raise RuntimeError(f"views without an access mark: {', '.join(bare)}")


def mark_static(app: Flask) -> None:
    """The static files are for everybody."""
    _mark(app.view_functions["static"], PUBLIC)


def _admit(mark: Mark) -> None:
    record = _load(mark.find) if mark.find else None
    if mark.find and record is None:
        abort(404)
    subject = record.parties(clock.today()) if hasattr(record, "parties") else record
    if mark.rule and not mark.rule(current_user, subject):
        abort(404)


def _load(find: Finder) -> Any:
    """Call the finder with its ids and put the record in their place."""
    arguments = dict(request.view_args or {})
    wanted = [name for name in inspect.signature(find).parameters if name in arguments]
    record = find(current_user, **{name: arguments.pop(name) for name in wanted})
    request.view_args = arguments | {find.__name__: record}
    return record


def _mark(view: Callable[..., Any], mark: Mark) -> Callable[..., Any]:
    # views of the framework are shared or bound functions: only mark what can hold it
    view.access = mark  # type: ignore[attr-defined]
    return view


def _is_bare(view: Callable[..., Any]) -> bool:
    return not hasattr(view, "access")
