"""Headers on every answer, the Server-Timing figures and the request log."""

import logging
import time
import unicodedata
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from flask import Flask, Response, g, has_request_context, request
from sqlalchemy.engine import Engine

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
log = logging.getLogger("skpweb.requests")


def init_app(app: Flask) -> None:
    """Measure requests and dress the answers."""
    app.before_request(_start)
    app.after_request(_dress)
    app.after_request(_time)


def watch(engine: Engine) -> None:
    """Count the statements of a request and their time."""
    sa.event.listen(engine, "before_cursor_execute", _before)
    sa.event.listen(engine, "after_cursor_execute", _after)


def offer(response: Response, how: str, name: str) -> Response:
    """Name the file that is offered for saving, in any letters.

    Headers hold Latin letters alone: the plain name is for old programs, the other for all.
    """
    stem, dot, ending = name.rpartition(".")
    plain = f"{_ascii(stem) or 'berkas'}{dot}{_ascii(ending)}"
    more = {} if plain == name else {"filename*": f"UTF-8''{quote(name, safe='')}"}
    response.headers.set("Content-Disposition", how, filename=plain, **more)
    return response


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.split())


def _start() -> None:
    g.started = time.perf_counter()


def _dress(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.endpoint == "static" and response.status_code < 400:
        headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
    headers["Cache-Control"] = "no-store"
    response.vary.add("HX-Request")
    return response


def _time(response: Response) -> Response:
    spent = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
    queries, database = g.get("queries", 0), g.get("database_time", 0.0) * 1000
    if g.get("server_timing"):
        response.headers["Server-Timing"] = (
            f'db;dur={database:.1f};desc="{queries} queries", app;dur={spent:.1f}'
        )
    rule = request.url_rule.rule if request.url_rule else "-"
    # the rule, not the path: no identifier of a person reaches the log
    log.info(
        "%s %s %s %.0f ms %d queries", request.method, rule, response.status_code, spent, queries
    )
    return response


def _before(_conn: Any, _cursor: Any, _sql: str, _params: Any, context: Any, _many: bool) -> None:
    context.skpweb_started = time.perf_counter()


def _after(_conn: Any, _cursor: Any, _sql: str, _params: Any, context: Any, _many: bool) -> None:
    if has_request_context():
        g.queries = g.get("queries", 0) + 1
        spent = time.perf_counter() - context.skpweb_started
        g.database_time = g.get("database_time", 0.0) + spent
