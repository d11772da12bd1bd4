"""Templates: no script in markup, the same way with and without JavaScript, short."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parent.parent / "templates"
ALL = sorted(TEMPLATES.rglob("*.html"))
PAGES = [path for path in ALL if "documents" not in path.relative_to(TEMPLATES).parts]
JINJA_COMMENT = re.compile(r"\{#.*?#\}", re.S)
TAG = re.compile(r"<(?P<name>[a-z][a-z0-9-]*)\b(?P<rest>(?:\{\{.*?\}\}|\{%.*?%\}|[^<>])*)>", re.S)
#: Jinja expressions hold quotes of their own: they count as part of the value
ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>[a-z][a-z-]*)=(?P<quote>[\"'])(?P<value>(?:\{\{.*?\}\}|\{%.*?%\}|.)*?)(?P=quote)",
    re.S,
)
FORBIDDEN = {
    "hx-on": r"\bhx-on\b",
    "js: expression": r"[\"'\s]js:",
    "javascript: address": r"javascript:",
    "trigger filter": r"hx-trigger=[\"'][^\"']*\[",
    "inline style": r"\sstyle\s*=",
    "event attribute": r"\son[a-z]+\s*=\s*[\"']",
    "hx-vars": r"\bhx-vars\b",
    "hx-boost": r"\bhx-boost\b",
    "hx-delete, hx-put, hx-patch": r"\bhx-(?:delete|put|patch)\b",
    "ui.html made anew for every page": r"import \"ui\.html\" as ui with context",
    "safe filter": r"\|\s*safe\b",
    "Markup": r"\bMarkup\b",
    "inline script": r"<script(?![^>]*\ssrc=)",
    "style element": r"<style\b",
    "outside address": r"(?:src|href|action|formaction)\s*=\s*[\"'](?:https?:)?//",
}


def name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


def source(path: Path) -> str:
    return JINJA_COMMENT.sub("", path.read_text(encoding="utf-8"))


def tags(text: str) -> list[tuple[str, dict[str, str]]]:
    """Every start tag with its attributes, Jinja expressions kept as they are."""
    return [
        (tag["name"], {a["name"]: a["value"] for a in ATTRIBUTE.finditer(tag["rest"])})
        for tag in TAG.finditer(text)
    ]


def faults(text: str) -> list[str]:
    """What is wrong with a template, in words."""
    found = [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)]
    for kind, attributes in tags(text):
        found += fault_of_tag(kind, attributes)
    return found + forms_without_token(text)


def fault_of_tag(kind: str, attributes: dict[str, str]) -> list[str]:
    own = attributes.get("formaction") if kind in ("button", "input") else attributes.get("action")
    found = []
    if kind == "form" and not {"action", "method"} <= set(attributes):
        found.append("form without action and method")
    if "hx-post" in attributes and attributes["hx-post"] != own:
        found.append(f"hx-post differs from the plain way: {attributes['hx-post']} / {own}")
    if "hx-get" in attributes and (
        kind not in ("a", "form")
        or attributes["hx-get"] != attributes.get("href" if kind == "a" else "action")
    ):
        found.append(f"hx-get without the same plain link: {attributes['hx-get']}")
    return found


def forms_without_token(text: str) -> list[str]:
    forms = re.findall(r"<form\b.*?</form>", text, re.S)
    posts = [form for form in forms if re.search(r"method=[\"']post", form[:400], re.I)]
    return ["POST form without CSRF token" for form in posts if "csrf_token" not in form]


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_page_templates_keep_the_rules(path: Path) -> None:
    assert faults(source(path)) == []


@pytest.mark.parametrize("path", ALL, ids=name)
def test_templates_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 90


@pytest.mark.parametrize("path", ALL, ids=name)
def test_only_the_icons_are_written_unescaped(path: Path) -> None:
    if name(path) != "ui/icons.html":
        assert not re.search(r"autoescape\s+false|\|\s*safe\b", source(path))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<p style="color:red">', "inline style"),
        ('<button onclick="x()">', "event attribute"),
        ("<button hx-on:click='x()'>", "hx-on"),
        ('<a href="javascript:x()">', "javascript: address"),
        ('<input hx-trigger="keyup[ctrlKey]">', "trigger filter"),
        ("<script>x()</script>", "inline script"),
        ('<img src="//example.org/a.png">', "outside address"),
        ("{{ text|safe }}", "safe filter"),
        ('{% import "ui.html" as ui with context %}', "ui.html made anew for every page"),
        ('<form method="post" action="/a">{{ x }}</form>', "POST form without CSRF token"),
        ("<form>", "form without action and method"),
        (
            '<form method="get" action="/a" hx-post="/b">',
            "hx-post differs from the plain way: /b / /a",
        ),
        ('<div hx-get="/a">', "hx-get without the same plain link: /a"),
    ],
)
def test_the_lint_finds(text: str, fault: str) -> None:
    assert fault in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        '<form method="post" action="{{ url_for("a.b") }}" hx-post="{{ url_for("a.b") }}">'
        '<input name="csrf_token"></form>',
        '<button formaction="{{ a }}" hx-post="{{ a }}">',
        '<a href="{{ a }}" hx-get="{{ a }}">',
        '<script defer src="{{ asset("app.js") }}"></script>',
        '<p class="{{ "on" if on else "" }}">',
    ],
)
def test_the_lint_accepts(text: str) -> None:
    assert faults(text) == []
