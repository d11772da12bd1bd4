"""Wild requests, the same ones for the same seed: ``python3 -m bench.fuzz [HOW_MANY [SEED]]``.

Every address of the application is asked, as every role, with ids that exist
and ids that do not, with fields that its forms have and values that nobody
types. Whatever comes, the answer must be a page: never a 5xx, never a traceback,
always with the content security policy.
"""

import gzip
import random
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from bench import odd_files
from bench.office import demo_app, signed_in

SEED = 2026
ROLES = ("ADMIN", "KSU", "CAM", "KSP", "PLK")

IDS = (
    *map(str, range(1, 31)), "0", "00", "404", "2147483647", "2147483648", "9223372036854775807",
    "9223372036854775808", "99999999999999999999", "-1", "1.5", "x", "%00", "%F0%9F%90%8D", "١",
)  # fmt: skip
VALUES = (
    "", "0", "1", "2", "-1", "on", "x", "2026", "9999", "9223372036854775808", "99999", "1e9",
    "١٢", "9" * 40, "1" * 4400,
    "2026-02-30", "0001-01-01", "9999-12-31", "1/1/1", "31/12/9999", "24/11/2026", "1 Januari 0001",
    "24.00", "99:99", "0830", "http://[", "javascript:alert(1)", "https://contoh.go.id/\nb",
    "//jahat.example/", "/\\jahat.example", "/planning/\r\nX-Header: 1",
    "<script>alert(1)</script>",
    "'; DROP TABLE skp; --", "{{ 7*7 }}", "%s%n", "=1+1", "\0", "a\0b", "\ufeff", "\u202eterbalik",
    "👩‍👩‍👧‍👦" * 20, "é" * 300, "panjang " * 1500, "a\r\nb", "\x1b[31m", "\x7f", "\x0b", "\ud800",
    "\ufffe", "a\uffffb", "\U0001ffff", "\ufdd0", "–", "سند",
    "draft", "submitted", "main", "additional", "above", "meets", "below", "outstanding", "good",
    "leader", "staff", "quarterly", "monthly", "save", "add", "up", "down", "check", "return",
    "approve", "remove-1", "remove-", "1:1", "2:1", ":1", "1:", "9223372036854775808:1", "rhk:x",
    "value:oriented", "²", "²:1", "value:", "skp", "I1", "I2", "all", "yes",
)  # fmt: skip
BODIES = (b"", b"\xff\xfe", b"a=%FF&b=%00", b"csrf_token", b"&" * 2000, b"{}", b"--x\r\n\r\n--x--")
KINDS = (
    "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
    "application/json", "text/plain", "",
)  # fmt: skip
HEADERS: tuple[dict[str, str], ...] = (
    {}, {}, {}, {}, {}, {}, {}, {}, {}, {"HX-Request": "true"}, {"Accept-Encoding": "gzip"},
    {"Origin": "https://jahat.example"},
    {"Origin": "null"}, {"Origin": "http://["}, {"Sec-Fetch-Site": "cross-site"},
    {"Range": "bytes=9-"},
    {"Host": "jahat.example"}, {"Host": "["}, {"Cookie": "session=x.y.z"}, {"Content-Length": "x"},
    {"Referer": "\udcff"}, {"X-Forwarded-For": "'"}, {"User-Agent": "x" * 5000},
    {"If-None-Match": "*"},
)  # fmt: skip

LEAVES = re.compile(r"[/\\]{2}|\w+:(?!//localhost/)")  #: a redirect to somewhere else


@dataclass
class Findings:
    """How the answers were, and those that were no proper page."""

    statuses: Counter[int] = field(default_factory=Counter)
    rules: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)


class Fuzzer:
    """Asks an application at random; fields are learnt from the forms of its pages."""

    def __init__(self, app: Flask, clients: list[FlaskClient], seed: int = SEED) -> None:
        self.random = random.Random(seed)
        self.clients = clients
        # signing out would leave the rest of the run outside
        self.rules = sorted(
            (rule for rule in app.url_map.iter_rules() if rule.endpoint != "login.sign_out"),
            key=lambda rule: (rule.rule, sorted(rule.methods or ())),
        )
        self.fields: dict[str, dict[str, list[str]]] = {}
        self.tokens: dict[int, str] = {}
        self.known: list[str] = []
        self.findings = Findings()

    def run(self, count: int) -> Findings:
        """``count`` requests, every rule once before any rule twice."""
        todo: list[Rule] = []
        for _ in range(count):
            todo = todo or self.random.sample(self.rules, len(self.rules))
            self.ask(todo.pop())
        return self.findings

    def ask(self, rule: Rule) -> None:
        """One request on ``rule`` by somebody."""
        who = self.random.randrange(len(self.clients))
        method = self.random.choice(sorted(rule.methods or ()))
        if self.random.random() < 0.03:
            method = self.random.choice(("PUT", "DELETE", "PATCH", "TRACE", "WILD"))
        path = self.path(rule)
        asked: dict[str, Any] = {"method": method, "headers": self.random.choice(HEADERS)}
        if method == "POST":
            asked |= self.body(rule, who)
        elif self.random.random() < 0.3:
            asked["query_string"] = self.query()
        try:
            answer = self.clients[who].open(path, **asked)
        except (HTTPException, UnicodeError, ValueError) as problem:
            # the client could not even write it down: nothing reached the application
            self.findings.statuses[0] += 1
            self.findings.broken += [] if _is_clients(problem) else [f"{method} {path} {problem!r}"]
            return
        self.judge(rule, answer, f"{who} {method} {path} {str(asked)[:400]}")
        self.learn(who, answer)
        answer.close()

    def path(self, rule: Rule) -> str:
        """An address of the rule, or one of a page that was seen."""
        if self.known and self.random.random() < 0.55:
            pattern = re.compile(re.sub(r"<[^>]+>", "[^/]+", rule.rule))
            if fitting := [path for path in self.known if pattern.fullmatch(path)]:
                return self.random.choice(fitting)
        return re.sub(r"<[^>]+>", lambda _: self.random.choice(IDS), rule.rule)

    def query(self) -> dict[str, str]:
        """A few arguments that pages know, or not."""
        names = ("year", "code", "next", "month", "page", "all", "q", "from", "to", "unit", "x")
        return {name: self.value() for name in self.random.sample(names, 2)}

    def body(self, rule: Rule, who: int) -> dict[str, Any]:
        """Fields of the rule's form with wild values, or something that is no form at all."""
        if self.random.random() < 0.1:
            return {
                "data": self.random.choice(BODIES), "content_type": self.random.choice(KINDS)
            }  # fmt: skip
        data: dict[str, Any] = {}
        for name, usual in self.fields.get(rule.rule, {}).items():
            if self.random.random() < 0.85:
                data[name] = self.typed(usual) if name != "file" else odd_files.sent(self.random)
        if self.random.random() < 0.9:
            data["csrf_token"] = self.tokens.get(who, "")
        if self.random.random() < 0.3:
            data["kunci"] = self.value()
        data[self.random.choice(("do", "file", "entry", "version", "text", "x"))] = self.typed([])
        return {"data": data}

    def typed(self, usual: list[str]) -> Any:
        """Mostly what the form had; else a wild value, several, or a file."""
        dice = self.random.random()
        if usual and dice < 0.6:
            return self.random.choice(usual)
        if dice < 0.67:
            return [self.value(), self.value()]
        if dice < 0.70:
            return odd_files.sent(self.random)
        return self.value()

    def value(self) -> str:
        """Something that nobody types."""
        return self.random.choice(VALUES)

    def judge(self, rule: Rule, answer: TestResponse, asked: str) -> None:
        """What must hold whatever was asked."""
        found, text = self.findings, _plain(answer)
        found.statuses[answer.status_code] += 1
        found.rules.add(rule.rule)
        if answer.status_code >= 500 or not _can_be_sent(answer):
            found.broken.append(f"{answer.status_code}: {asked}")
        if b"Traceback (most recent" in text:
            found.broken.append(f"traceback: {asked}")
        if "default-src 'self'" not in answer.headers.get("Content-Security-Policy", ""):
            found.broken.append(f"{answer.status_code} without policy: {asked}")
        if b"<script>alert" in text or LEAVES.match(answer.headers.get("Location", "")):
            found.broken.append(f"what was typed became part of the page: {asked}")

    def learn(self, who: int, answer: TestResponse) -> None:
        """Links, forms and the CSRF token of a page."""
        text = _plain(answer) if answer.mimetype == "text/html" else b""
        if not text.strip():
            return
        tree = html.fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
        paths = [
            str(href).partition("?")[0].partition("#")[0] for href in tree.xpath("//main//@href")
        ]
        self.known = [*self.known, *(path for path in paths if path.startswith("/"))][-3000:]
        for form in tree.xpath("//form[@method='post']"):
            self.keep(form, who)

    def keep(self, form: Any, who: int) -> None:
        """The names and values of a form under the rule that it is sent to."""
        action = str(form.get("action")).partition("?")[0]
        self.known.append(action)
        rule = next((one for one in self.rules if _fits(one, action)), None)
        names = self.fields.setdefault(rule.rule, {}) if rule else {}
        for control in form.xpath(".//*[@name]"):
            name, value = control.get("name"), control.get("value") or control.text or ""
            if name == "csrf_token":
                self.tokens[who] = value
            elif value not in names.setdefault(name, []):
                names[name].append(value)


def _fits(rule: Rule, path: str) -> bool:
    pattern = re.sub(r"<[^>]+>", "[^/]+", rule.rule)
    return "POST" in (rule.methods or ()) and re.fullmatch(pattern, path) is not None


def _can_be_sent(answer: TestResponse) -> bool:
    """A server sends headers in Latin letters alone; the test client takes any."""
    return max("".join(value for _, value in answer.headers), default="") <= "\xff"


def _plain(answer: TestResponse) -> bytes:
    data = answer.get_data()
    return gzip.decompress(data) if answer.headers.get("Content-Encoding") == "gzip" else data


def _is_clients(problem: Exception) -> bool:
    """Whether the test client itself gave up before the application was asked."""
    trace, names = problem.__traceback__, []
    while trace is not None:
        names.append(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    return "wsgi_app" not in names


def main(words: list[str]) -> int:
    """Run and print the figures; 1 where an answer was no proper page."""
    count = int(words[0]) if words else 10_000
    seed = int(words[1]) if len(words) > 1 else SEED
    with tempfile.TemporaryDirectory() as folder, demo_app(Path(folder)) as app:
        clients = [signed_in(app, role) for role in ROLES] + [app.test_client()]
        found = Fuzzer(app, clients, seed).run(count)
    print(f"{count} requests, seed {seed}, {len(found.rules)} rules: {dict(found.statuses)}")
    print("\n".join(found.broken) or "every answer was a proper page")
    return int(bool(found.broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
