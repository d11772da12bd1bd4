"""One of the crowd: a browser over the wire, and the figures of its requests."""

import http.client
import re
import time
from dataclasses import dataclass, field
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

from lxml import html

from skpweb.office.demo.people import PASSWORD

Fields = list[tuple[str, str]]


@dataclass
class Figures:
    """Seconds of each request, what went wrong, and what the server confirmed."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    saved: set[str] = field(default_factory=set)
    decided: int = 0

    def words(self, name: str) -> str:
        """One line."""
        cuts = quantiles(self.seconds, n=100)
        return (
            f"{name}: {len(self.seconds)} requests, median {cuts[49]:.2f} s, p95 {cuts[94]:.2f} s, "
            f"slowest {max(self.seconds):.2f} s, {len(self.wrong)} errors"
        )


class Someone:
    """A browser that keeps one connection, as real ones do."""

    def __init__(self, url: str, nip: str, figures: Figures) -> None:
        self.host, self.figures = urlsplit(url).netloc, figures
        self.connection = http.client.HTTPConnection(self.host, timeout=120)
        self.cookie = ""
        page = self.ask("GET", "/login")
        self.token = _token(page)
        self.ask("POST", "/login", nip=nip, password=PASSWORD)
        page = self.ask("GET", "/journal/")
        self.token, self.usual = _token(page), _usual(page)

    def ask(self, method: str, path: str, **fields: str) -> str:
        """One request and the page it leads to; both are timed."""
        status, page, location = self._once(method, path, list(fields.items()))
        if location:
            status, page, location = self._once("GET", location, [])
        if status != 200:
            self.figures.wrong.append(f"{status} {method} {path}")
        return page

    def _once(self, method: str, path: str, fields: Fields) -> tuple[int, str, str]:
        body = urlencode([*fields, ("csrf_token", self.token)]) if fields else None
        head = {"Cookie": self.cookie}
        if body:
            head["Content-Type"] = "application/x-www-form-urlencoded"
        started = time.perf_counter()
        for _ in range(2):  # a browser opens a new connection where the old one was closed
            try:
                self.connection.request(method, path, body, head)
                answer = self.connection.getresponse()
                page = answer.read().decode()
                break
            except (OSError, http.client.HTTPException) as problem:
                seen = problem
                self.connection = http.client.HTTPConnection(self.host, timeout=120)
        else:
            self.figures.wrong.append(f"{method} {path}: {seen!r}")
            return 0, "", ""
        self.figures.seconds.append(time.perf_counter() - started)
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            self.cookie = cookie.partition(";")[0]
        return answer.status, page, answer.headers.get("Location") or ""

    token = ""

    def save(self, text: str) -> None:
        """Write one entry for today."""
        before = len(self.figures.wrong)
        page = self.ask("POST", "/journal/", activity=text, **self.usual)
        if len(self.figures.wrong) == before and text in page:
            self.figures.saved.add(text)

    def decide(self) -> None:
        """Approve all that the page shows ticked or not."""
        page = self.ask("GET", "/review/entries/")
        shown = re.findall(r'name="entry" value="(\d+:\d+)"', page)
        if not shown:
            return
        fields = [("entry", one) for one in shown] + [("do", "approve")]
        status, _, _ = self._once("POST", "/review/entries/", fields)
        if status not in (303, 409):
            self.figures.wrong.append(f"{status} decide")
        self.figures.decided += len(shown)


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    return found[1] if found else ""


def _usual(page: str) -> dict[str, str]:
    """The journal form as it is shown, without what is the sender's own."""
    found = html.fromstring(page).xpath("//form[.//textarea[@name='activity']]")
    fields = dict(found[0].form_values()) if found else {}
    return {k: v for k, v in fields.items() if k not in ("csrf_token", "kunci", "activity", "file")}
