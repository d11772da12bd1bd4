"""Every odd file sent to every place that takes one, and every odd name taken home again."""

import io

from flask import Flask

from bench import odd_files
from tests.browser import Browser, Page
from tests.office import SmallOffice
from tests.web.evidence_scene import Proofs

PLACES = {
    "iwan": ("/journal/import/", "/journal/{entry}/files/"),
    "team": ("/admin/imports/", "/admin/attendance/"),
}


def send(browser: Browser, path: str, content: bytes, name: str) -> Page:
    token = browser.token()
    data = {"csrf_token": token, "file": (io.BytesIO(content), name)}
    answer = Page(browser.client.post(path, data=data, content_type="multipart/form-data"))
    assert answer.status in (303, 422), f"{path} {name} {answer.status}: {answer.text[:300]}"
    return browser.get(answer.headers["Location"]) if answer.status == 303 else answer


def test_odd_files_are_taken_or_refused_with_words(app: Flask, office: SmallOffice) -> None:
    scene = Proofs(app, office)
    for nick, paths in PLACES.items():
        for path in paths:
            here = path.format(entry=scene.entries["iwan"])
            for number, (ending, content) in enumerate(odd_files.FILES):
                send(scene.browser(nick), here, content, f"{number}.{ending}")


def test_odd_names_come_back_with_their_files(app: Flask, office: SmallOffice) -> None:
    scene = Proofs(app, office)
    path = f"/journal/{scene.entries['iwan']}/files/"
    for number, name in enumerate(odd_files.NAMES):
        send(scene.iwan, path, odd_files.PDF + b"\n" * number, f"{name}.pdf")
    files = scene.files()
    assert len(files) == len(odd_files.NAMES) - 1  # a carriage return ends the name before .pdf
    for file in files:
        answer = scene.iwan.get(f"/journal/evidence/{file.id}")
        said = answer.headers["Content-Disposition"]
        assert answer.response.data.startswith(b"%PDF") and said.startswith("attachment; filename=")
        assert "X-Jahat" not in answer.headers
