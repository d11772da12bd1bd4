"""Answers leave compressed: most offices have a slow line and no proxy in front.

Safe against guessing a secret by an answer's length (BREACH): the session
cookie is SameSite=Lax, so another site cannot make a browser fetch pages with it.
"""

import gzip

from flask import Flask, Response, request

KINDS = {"text/html", "text/css", "text/javascript", "image/svg+xml", "text/calendar"}
SMALLEST = 500  #: bytes; below this the head of the answer outweighs the gain
LEVEL = 6


def init_app(app: Flask) -> None:
    """Compress what browsers take compressed."""
    app.after_request(compress)


def compress(response: Response) -> Response:
    """The same answer, in gzip where the browser accepts it and the kind allows it."""
    if response.mimetype not in KINDS:
        return response
    response.vary.add("Accept-Encoding")
    if "gzip" not in request.accept_encodings or not _is_whole(response):
        return response
    response.direct_passthrough = False  # a static file is small enough to hold
    body = response.get_data()
    if len(body) < SMALLEST:
        return response
    response.set_data(gzip.compress(body, LEVEL, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)  # same meaning, other bytes
    return response


def _is_whole(response: Response) -> bool:
    return (
        response.status_code not in (204, 206, 304) and "Content-Encoding" not in response.headers
    )
