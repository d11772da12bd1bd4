"""Behind a reverse proxy: trust exactly as many as the setting says; refuse foreign posts."""

from urllib.parse import urlsplit

from flask import Flask, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix


def init_app(app: Flask) -> None:
    """Set up proxies and the second wall against forged posts."""
    hops = app.config["TRUSTED_PROXIES"]
    if hops:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops
        )
    # the wall below looks at the origin; a missing Referer is no reason to refuse a form
    app.config["WTF_CSRF_SSL_STRICT"] = False
    app.before_request(refuse_foreign_posts)


def refuse_foreign_posts() -> None:
    """A post that a browser says comes from another site is not ours."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        abort(403)
    origin = request.headers.get("Origin")
    if origin and _host(origin) != request.host:
        abort(403)


def _host(origin: str) -> str:
    """Host and port of an origin; empty for one that is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
