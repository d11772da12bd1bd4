"""A test client that behaves like a browser and judges every page it loads."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask
from lxml import html
from werkzeug.test import TestResponse

PASSWORD = "padi kuning di lereng"


class Page:
    """An answer: its status, its text as a person reads it, and its tree."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.headers = response.headers
        self.source = response.get_data(as_text=True) if _is_text(response) else ""
        self.tree = html.fromstring(self.source) if self.source.strip() else None

    @property
    def text(self) -> str:
        """All words, white space folded."""
        return " ".join(self.tree.text_content().split()) if self.tree is not None else ""

    @property
    def queries(self) -> int:
        """Statements this answer cost."""
        found = re.search(r'desc="(\d+) queries"', self.headers.get("Server-Timing", ""))
        return int(found.group(1)) if found else -1

    def all(self, xpath: str) -> list[Any]:
        """Elements or strings of the tree."""
        return self.tree.xpath(xpath) if self.tree is not None else []

    def links(self) -> list[str]:
        """All link targets on this site."""
        return [str(h) for h in self.all("//main//a/@href") if str(h).startswith("/")]

    def form(self, action: str | None = None, containing: str = "") -> Form:
        """The only form with this action, or whose text or values contain something."""
        forms = [
            f
            for f in self.all("//form[@method='post']")
            if (action is None or f.get("action") == action)
            and containing in html.tostring(f, encoding="unicode")
        ]
        assert len(forms) == 1, f"{len(forms)} forms for {action!r} {containing!r}"
        return Form(forms[0])


class Form:
    """A form as the browser would send it: what is filled in, plus what is typed."""

    def __init__(self, element: Any) -> None:
        self.element = element
        self.action = element.get("action")

    def data(self, **typed: Any) -> dict[str, Any]:
        """Field values; a list for several, None to leave one out."""
        values: dict[str, Any] = {}
        for name, value in self.element.form_values():
            values.setdefault(name, []).append(value)
        values |= {name.replace("__", "-"): value for name, value in typed.items()}
        return {name: value for name, value in values.items() if value is not None}


class Browser:
    """One person's browser. Redirects are followed; each page is judged."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def sign_in(self, name: str, password: str = PASSWORD) -> Page:
        """Through the sign-in page."""
        page = self.get("/login")
        answer = self.submit(page.form("/login"), nip=name, password=password)
        assert answer.status == 200, answer.text
        return answer

    def get(self, path: str, status: int = 200, **kwargs: Any) -> Page:
        """Load a page; the status must be as expected."""
        page = Page(self.client.get(path, follow_redirects=True, **kwargs))
        assert page.status == status, f"{path}: {page.status} {page.text[:300]}"
        judge(page)
        return page

    def submit(self, form: Form, status: int = 200, button: Any = None, **typed: Any) -> Page:
        """Send a form; ``button`` is a (name, value) pair."""
        data = form.data(**typed)
        if button:
            data[button[0]] = button[1]
        return self.post(form.action, data, status)

    def post(self, path: str, data: dict[str, Any], status: int = 200, **kwargs: Any) -> Page:
        """Send fields as they are."""
        page = Page(self.client.post(path, data=data, follow_redirects=True, **kwargs))
        assert page.status == status, f"{path}: {page.status} {page.text[:400]}"
        judge(page)
        return page

    def token(self) -> str:
        """A CSRF token from any page."""
        return str(self.get("/help/").all("//input[@name='csrf_token']/@value")[0])


def judge(page: Page) -> None:
    """What must hold for every page: headers, language, one h1, labels, sound forms."""
    # the server can send no other letters in a header; the test client could
    "".join(value for _, value in page.headers).encode("latin-1")
    if page.tree is None or page.tree.tag != "html":
        return
    assert page.tree.get("lang") == "id"
    assert len(page.all("//h1")) == 1, page.all("//h1/text()")
    assert page.all("//title/text()")[0].strip()
    ids = [str(i) for i in page.all("//@id")]
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
    for control in page.all("//input[not(@type='hidden')]|//select|//textarea"):
        assert _is_labelled(page, control), html.tostring(control)
    for form in page.all("//form"):
        assert form.get("action") is not None and form.get("method") in ("get", "post")
        if form.get("method") == "post":
            assert form.xpath(".//input[@name='csrf_token']"), form.get("action")
    for word in ("None", "undefined", "Traceback"):
        assert word not in page.text.split(), word


def _is_labelled(page: Page, control: Any) -> bool:
    name = control.get("id")
    return bool(
        control.get("aria-label")
        or control.get("aria-labelledby")
        or control.xpath("ancestor::label")
        or (name and page.all(f"//label[@for='{name}']"))
    )


def _is_text(response: TestResponse) -> bool:
    return response.mimetype.startswith("text/html")
