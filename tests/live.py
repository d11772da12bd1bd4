"""A served demo office in its own process, and people who talk to it over the wire."""

import http.cookiejar
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parent.parent
PASSWORD = "padi kuning di lereng"


class Served:
    """The server process; ``kill`` is the power cut."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[str] | None = None
        self.url = ""

    def start(self) -> None:
        """Start it and wait until it says its address."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("SKPWEB_")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "skpweb", "demo", "--port", "0", "--data", str(self.folder)],
            cwd=ROOT,
            env=kept | {"PYTHONUNBUFFERED": "1", "SKPWEB_DEMO": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if found := re.search(r"http://[\d.]+:\d+", line):
                self.url = found[0]
                return
        raise RuntimeError("the server ended before it said its address")

    def kill(self) -> None:
        """No chance to finish anything."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


class Caller:
    """One person's connection: cookies, a token, posts."""

    def __init__(self, url: str, name: str) -> None:
        self.url = url
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.token = self._token("/login")
        self.post("/login", nip=name, password=PASSWORD)
        self.token = self._token("/")

    def get(self, path: str) -> str:
        """A page's source."""
        with self.opener.open(self.url + path, timeout=60) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **fields: str) -> int:
        """Send a form; the status after redirects."""
        data = urllib.parse.urlencode(fields | {"csrf_token": self.token}).encode()
        try:
            with self.opener.open(self.url + path, data, timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code

    def write(self, activity: str) -> bool:
        """A journal entry for today; whether the server confirmed it."""
        return self.post("/journal/", activity=activity, step="0", day=self.day) == 200

    @property
    def day(self) -> str:
        """Today as the form shows it."""
        found = re.search(r'name="day"[^>]*value="([^"]+)"', self.get("/journal/"))
        assert found
        return found[1]

    def _token(self, path: str) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(path))
        assert found
        return found[1]
