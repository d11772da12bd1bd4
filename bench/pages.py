"""Bytes, requests, queries and time of the pages that people of the demo office see."""

import gzip
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urldefrag

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from bench.office import GZIP, demo_app, queries, signed_in
from bench.table import Row, at_most

ROLES = ("PLK", "KSP", "CAM", "KSU", "PLT", "ADMIN")
PER_RULE = 3  #: addresses of one kind that each person opens
ROUNDS = 15
TYPICAL = ("results.home", "planning.index", "journal.index", "review.desk")


@dataclass
class Seen:
    """One page as one person saw it. ``size``: HTML bytes as sent, compressed."""

    role: str
    path: str
    rule: str
    size: int
    queries: int


def measure(folder: Path) -> list[Row]:
    """All rows about pages."""
    with demo_app(folder) as app:
        first = first_visit(app.test_client())
        seen = [page for role in ROLES for page in crawl(app, role)]
        styles = compressed(app.test_client(), "app.css")
        rows = [*first, *weights(seen, styles), *times(app, seen)]
    return [*rows, Row("pages opened", f"{len(seen)} by {len(ROLES)} people, {rules(seen)} kinds")]


def first_visit(client: FlaskClient) -> list[Row]:
    """The sign-in page with everything it loads, and again."""
    answer = client.get("/login", headers=GZIP)
    tree = html.fromstring(gzip.decompress(answer.data))
    addresses = [str(a) for a in tree.xpath("//link/@href | //script/@src | //img/@src")]
    asked = [a for a in addresses if not a.startswith("data:")]  # the icon lies in the page
    outside = [a for a in asked if not a.startswith("/")]
    parts = [client.get(a, headers=GZIP, buffered=True) for a in asked if a not in outside]
    again = [part for part in parts if "immutable" not in part.headers["Cache-Control"]]
    size = len(answer.data) + sum(len(part.data) for part in parts)
    return [
        at_most("first visit, everything", size / 1024, 45, "KB gz"),
        at_most("first visit, requests", 1 + len(parts), 5, ""),
        at_most("repeat visit, requests", 1 + len(again), 1, ""),
        at_most("requests to other sites", len(outside), 0, ""),
    ]


def crawl(app: Flask, role: str) -> list[Seen]:
    """Every kind of page that a person reaches by links, three of each at most."""
    client = signed_in(app, role)
    seen: list[Seen] = []
    known, counts = {"/"}, dict[str, int]()
    queue = deque(["/"])
    while queue:
        path = queue.popleft()
        answer = client.get(path, headers=GZIP, buffered=True)
        if answer.status_code != 200 or answer.mimetype != "text/html":
            continue
        rule = rule_of(app, path)
        seen.append(Seen(role, path, rule, len(answer.data), queries(answer)))
        for link in links(answer):
            kind = rule_of(app, link)
            if link not in known and counts.get(kind, 0) < PER_RULE:
                counts[kind] = counts.get(kind, 0) + 1
                known.add(link)
                queue.append(link)
    return seen


def links(answer: TestResponse) -> list[str]:
    """Addresses on this site that a page links to, papers and spreadsheets left out."""
    tree = html.fromstring(gzip.decompress(answer.data) if is_packed(answer) else answer.data)
    found = [urldefrag(str(link)).url for link in tree.xpath("//a/@href")]
    papers = (".pdf", ".xlsx", ".ics", ".zip")
    return [a for a in found if a.startswith("/") and not a.split("?")[0].endswith(papers)]


def is_packed(answer: TestResponse) -> bool:
    """Whether an answer came compressed."""
    return answer.headers.get("Content-Encoding") == "gzip"


def rule_of(app: Flask, path: str) -> str:
    """The view behind an address."""
    with app.test_request_context(path) as context:
        return context.request.endpoint or path


def rules(seen: list[Seen]) -> int:
    """Kinds of pages."""
    return len({page.rule for page in seen})


def compressed(client: FlaskClient, name: str) -> int:
    """Bytes of a static file as sent."""
    return len(client.get(f"/static/{name}", headers=GZIP, buffered=True).data)


def weights(seen: list[Seen], styles: int) -> list[Row]:
    """The heaviest and the most asking page."""
    heavy = max(seen, key=lambda page: page.size)
    asking = max(seen, key=lambda page: page.queries)
    who = f"{asking.rule} as {asking.role}"
    return [
        at_most("HTML + CSS of the heaviest page", (heavy.size + styles) / 1024, 14, "KB gz",
                f"{heavy.rule} as {heavy.role}"),
        at_most("CSS", styles / 1024, 6, "KB gz"),
        at_most("most queries on a page", asking.queries, 12, "", who),
    ]  # fmt: skip


def times(app: Flask, seen: list[Seen]) -> list[Row]:
    """Typical pages against a bare Flask answer, taken in turns."""
    bare = Flask("bare")
    bare.add_url_rule("/", view_func=lambda: "ok")
    floor = bare.test_client()
    rows = []
    for rule in TYPICAL:
        page = max((p for p in seen if p.rule == rule), key=lambda p: p.size, default=None)
        if page is not None:
            client = signed_in(app, page.role)
            ratio = compare(lambda c=client, p=page.path: c.get(p), lambda: floor.get("/"))
            rows.append(at_most(f"server time of {rule} as {page.role}", ratio, 6, "× bare Flask"))
    return rows


def compare(one: Callable[[], TestResponse], other: Callable[[], TestResponse]) -> float:
    """Median time of one over the median time of the other, in turns after a warm-up."""
    pairs = [(clocked(one), clocked(other)) for _ in range(ROUNDS + 3)][3:]
    return median(a for a, _ in pairs) / median(b for _, b in pairs)


def clocked(call: Callable[[], TestResponse]) -> float:
    """Seconds of ten calls."""
    started = time.perf_counter()
    for _ in range(10):
        call().close()
    return time.perf_counter() - started
