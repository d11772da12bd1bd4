"""Links of evidence over HTTP: looked at when asked, never by saving."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from skpweb.domain.terms import LinkState
from skpweb.evidence.network import Answer, Network, Unreachable
from skpweb.extensions import db
from skpweb.models.journal import JournalEntry
from tests.office import SmallOffice
from tests.web.evidence_scene import DAY, Proofs

SHARED, CLOSED, GONE = (f"https://berkas.example.id/{name}" for name in ("a", "b", "c"))


class Small(Network):
    """An internet of three pages."""

    def look(self, url: str) -> Answer:
        """What stands there."""
        pages = {SHARED: 200, CLOSED: 403, GONE: 404}
        if url not in pages:
            raise Unreachable(url)
        return Answer(pages[url], "berkas.example.id")


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Proofs:
    """Iwan and Yuli with an entry each, and a small internet."""
    app.extensions["network"] = Small()
    return Proofs(app, office)


def states(app: Flask) -> dict[str, LinkState]:
    """What is known of each link."""
    with app.app_context():
        rows = db.session.execute(sa.select(JournalEntry.evidence_url, JournalEntry.link_state))
        return {url: state for url, state in rows if url}


@pytest.mark.parametrize(
    ("url", "state", "words"),
    [
        (SHARED, LinkState.FINE, "1 dapat dibuka"),
        (CLOSED, LinkState.PRIVATE, "1 perlu izin"),
        (GONE, LinkState.DEAD, "1 tidak ditemukan"),
        ("https://lain.example/", LinkState.UNREACHABLE, "1 tidak dapat diperiksa dari server ini"),
    ],
)
def test_one_link(scene: Proofs, url: str, state: LinkState, words: str) -> None:
    number = scene.entry("iwan", DAY, url)
    path = f"/journal/{number}/files/"
    page = scene.iwan.get(path)
    assert "example" in page.text and states(scene.app) == {url: LinkState.UNCHECKED}
    page = scene.iwan.submit(page.form(f"/journal/{number}/link"))
    assert words in page.text and "Diperiksa" in page.text
    assert states(scene.app) == {url: state}


def test_a_look_is_no_change_of_the_entry(scene: Proofs) -> None:
    number = scene.entry("iwan", DAY, SHARED)
    with scene.app.app_context():
        before = db.session.get_one(JournalEntry, number)
        known = (before.version_id, before.updated_at)
    page = scene.iwan.get(f"/journal/{number}/files/")
    scene.iwan.submit(page.form(f"/journal/{number}/link"))
    with scene.app.app_context():
        after = db.session.get_one(JournalEntry, number)
        assert (after.version_id, after.updated_at) == known
        assert after.link_checked_at is not None


def test_all_links_of_a_week_of_mine(scene: Proofs) -> None:
    for url, day in ((SHARED, 23), (CLOSED, 24), (GONE, 16)):
        scene.entry("iwan", DAY.replace(day=day), url)
    scene.entry("yuli", DAY, "https://lain.example/")
    page = scene.iwan.get("/journal/week/")
    page = scene.iwan.submit(page.form("/journal/links"))
    assert "2 tautan diperiksa: 1 dapat dibuka, 1 perlu izin" in page.text
    assert page.all("//section[@aria-labelledby='h-tautan']//*[contains(., 'Perlu izin')]")
    assert states(scene.app) == {
        SHARED: LinkState.FINE, CLOSED: LinkState.PRIVATE, GONE: LinkState.UNCHECKED,
        "https://lain.example/": LinkState.UNCHECKED,
    }  # fmt: skip


def test_a_week_without_links(scene: Proofs) -> None:
    page = scene.iwan.post("/journal/links", {"csrf_token": scene.iwan.token(), "day": "x"})
    assert "Tidak ada tautan" in page.text


class TestSwitchedOff:
    """An office that forbids outgoing traffic."""

    @pytest.fixture
    def settings(self) -> dict[str, Any]:
        return {"DEMO": 1, "TODAY": "2026-11-24", "CHECK_LINKS": 0}

    def test_nothing_is_looked_at(self, scene: Proofs) -> None:
        number = scene.entry("iwan", DAY, SHARED)
        page = scene.iwan.get(f"/journal/{number}/files/")
        assert page.all(f"//form[@action='/journal/{number}/link']") == []
        page = scene.iwan.post(f"/journal/{number}/link", {"csrf_token": scene.iwan.token()})
        assert "dimatikan" in page.text
        assert states(scene.app) == {SHARED: LinkState.UNCHECKED}
