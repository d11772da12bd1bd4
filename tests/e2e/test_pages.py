"""Every page of the demo office that a link leads to, for each role, in a real browser."""

import gzip
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import Browser, Response

from skpweb import create_app
from skpweb.extensions import db
from skpweb.office.demo.build import build
from tests.e2e.visitor import Visitor

ROLES = {
    "clerk": "199001172015031907",
    "superior": "198203112008011903",
    "head": "197205141994031901",
    "team": "198709182011012906",
    "admin": "admin",
}
PAGES = 25  #: of each role; pages of one kind count once
#: what lies deeper than that, walked from its first pages -> a page that must be among them
DEEP = {
    "superior": {
        "/matrix/": "/matrix/N/tree",
        "/guidance/": "/guidance/skp/N/",
        "/dialogue/": "/dialogue/skp/N/progress",
        "/review/": "/review/calibration/N/",
        "/results/": "/results/skp/N/N/",
    },
    "team": {
        "/admin/clocks/": "/admin/clocks/",
        "/admin/feedback/": "/admin/feedback/",
        "/guidance/": "/guidance/N/",
    },
}
ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ASK_AXE = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
  return found.violations.map((rule) => rule.id + ': ' + rule.nodes.map((n) => n.target).join(' '));
}"""
UNFOLD = "document.querySelectorAll('main details').forEach((one) => { one.open = true })"
KB = 1024


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The demo office on its own day."""
    folder = tmp_path_factory.mktemp("demo")
    app = create_app(
        {"DATA_DIR": str(folder), "DEMO": 1, "TODAY": "2026-11-24", "SERVER_TIMING": 1}
    )
    with app.app_context():
        upgrade()
        build(date(2026, 11, 24))
        db.session.remove()
    return app


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker, from an npm install beside the project."""
    if AXE.exists():
        return AXE.read_text(encoding="utf-8")
    message = "axe-core is missing: npm install --no-save axe-core"
    if os.environ.get("SKPWEB_REQUIRE_BROWSER") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(params=ROLES)
def visitor(
    request: pytest.FixtureRequest, chromium: Browser, serve: Callable[[Flask], str], demo: Flask
) -> Iterator[Visitor]:
    """Somebody of this role, signed in."""
    visitor = Visitor(chromium, serve(demo)).sign_in(ROLES[request.param])
    yield visitor
    visitor.context.close()
    assert visitor.wrong == []


def walk(visitor: Visitor, start: str = "/") -> Iterator[tuple[str, Response]]:
    """Open one page of every kind below ``start``; gives each with its answer."""
    seen: set[str] = set()
    queue = [start]
    while queue and len(seen) < PAGES:
        path = queue.pop(0)
        if kind(path) in seen:
            continue
        seen.add(kind(path))
        answer = visitor.page.goto(path)
        assert answer, path
        assert answer.status == 200, path
        yield path, answer
        found = visitor.page.eval_on_selector_all(
            "a", "all => all.map(a => a.getAttribute('href'))"
        )
        queue += [link.partition("#")[0] for link in found if is_page(link, start)]
        queue.sort(key=lambda link: link.startswith(("/help/", "/login")))


def is_page(link: str | None, start: str) -> bool:
    """Whether a link leads to a page of the application below ``start``, not to a file."""
    path = (link or "").partition("?")[0]
    return path.startswith(start) and not path.endswith((".pdf", ".xlsx", ".zip", ".ics"))


def kind(path: str) -> str:
    """Pages with other numbers, days or keys are of one kind."""
    return re.sub(r"\b[0-9a-f]{12,}|\d+(-\d\d-\d\d)?", "N", path)


def judge(visitor: Visitor, axe: str) -> list[Any]:
    """What is wrong with the open page at both widths, everything folded out."""
    found: list[Any] = []
    visitor.page.evaluate(axe)
    visitor.page.evaluate(UNFOLD)
    for width in (320, 1280):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        if visitor.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"moves sideways at {width}")
        found += visitor.page.evaluate(ASK_AXE, RULES)
    return found


def weigh(answer: Response) -> list[str]:
    """Which bars an answer breaks: bytes with the style sheet, queries."""
    style = len(gzip.compress((STATIC / "app.css").read_bytes()))
    size = len(gzip.compress(answer.body())) + style
    counted = re.search(r'desc="(\d+) queries"', answer.headers["server-timing"])
    queries = int(counted.group(1)) if counted else -1
    found = [f"{size} bytes"] if size > 14 * KB else []
    return found + ([f"{queries} queries"] if not 0 < queries <= 12 else [])


def test_every_page_is_open_to_everybody_and_light(visitor: Visitor, axe: str) -> None:
    problems: dict[str, list[Any]] = {}
    for path, answer in walk(visitor):
        found = weigh(answer) + judge(visitor, axe)
        if found:
            problems[path] = found
    assert problems == {}


@pytest.mark.parametrize(
    ("visitor", "starts"), list(DEEP.items()), indirect=["visitor"], ids=list(DEEP)
)
def test_deeper_pages_are_open_and_light(
    visitor: Visitor, starts: dict[str, str], axe: str
) -> None:
    problems, seen = {}, set()
    for start in starts:
        for path, answer in walk(visitor, start):
            seen.add(kind(path))
            found = weigh(answer) + judge(visitor, axe)
            problems |= {path: found} if found else {}
    assert problems == {} and set(starts.values()) <= seen


class Wire:
    """Counts what a server really sends."""

    def __init__(self, app: Flask) -> None:
        self.inner = app.wsgi_app
        self.sent: list[tuple[str, int]] = []

    def __call__(self, environ: Any, start: Any) -> list[bytes]:
        """Answer, and remember path and bytes of the body."""
        answer = self.inner(environ, start)
        body = [bytes(part) for part in answer]
        answer.close()
        self.sent.append((environ["PATH_INFO"], sum(map(len, body))))
        return body


def test_a_first_visit_is_light_and_the_next_one_is_one_request(
    chromium: Browser, serve: Callable[[Flask], str], demo: Flask
) -> None:
    visitor = Visitor(chromium, serve(demo))
    wire = Wire(demo)
    demo.wsgi_app = wire  # type: ignore[method-assign]
    try:
        visitor.page.goto("/login", wait_until="networkidle")
        first = list(wire.sent)
        visitor.sign_in(ROLES["clerk"])
        wire.sent.clear()
        visitor.page.goto("/journal/", wait_until="networkidle")
        # a browser without a profile asks for its icon again and again
        again = [path for path, _ in wire.sent if not path.endswith("icon.svg")]
    finally:
        demo.wsgi_app = wire.inner  # type: ignore[method-assign]
        visitor.context.close()
    assert len(first) <= 5
    assert sum(size for _, size in first) <= 45 * KB
    assert again == ["/journal/"]
