"""The invitation as RFC 5545 wants it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from skpweb.documents.invitation import Invitation, calendar, fold, text

ONE = Invitation(
    uid="ab12@skpweb", sequence=0, stamp=datetime(2026, 11, 24, 1, 30, tzinfo=UTC),
    day=date(2026, 11, 27), starts_at=time(9), ends_at=time(10, 15), zone="Asia/Jayapura",
    summary="Dialog kinerja: Pemantauan berkala", description="Baris satu\nbaris; dua, \\ tiga",
    location="Ruang rapat, lantai 1 " + "é" * 60, url="https://skp.example.invalid/dialogue/1/",
    organiser='Drs. Arif "A", M.Si.',
)  # fmt: skip


def lines(one: Invitation) -> list[str]:
    """The content lines, unfolded; every break must be CRLF and no line too long."""
    raw = calendar(one)
    assert raw.endswith(b"\r\n") and raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    return raw.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_meeting_is_a_calendar_with_one_event() -> None:
    found = lines(ONE)
    assert found[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and found[-1] == "END:VCALENDAR"
    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == 1
    names = [re.split("[:;]", line)[0] for line in found]
    for name in ("PRODID", "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "ORGANIZER", "METHOD"):
        assert names.count(name) == 1, name
    # nine o'clock WIT is midnight UTC
    assert {"DTSTART:20261127T000000Z", "DTEND:20261127T011500Z"} <= set(found)
    assert {"UID:ab12@skpweb", "SEQUENCE:0", "METHOD:PUBLISH", "STATUS:CONFIRMED"} <= set(found)
    assert r"DESCRIPTION:Baris satu\nbaris\; dua\, \\ tiga" in found
    assert "ORGANIZER;CN=\"Drs. Arif 'A', M.Si.\":invalid:nomail" in found
    assert r"LOCATION:Ruang rapat\, lantai 1 " + "é" * 60 in found


@pytest.mark.parametrize(
    ("zone", "start"),
    [("Asia/Jakarta", "20261127T020000Z"), ("Asia/Makassar", "20261127T010000Z")],
)
def test_the_office_has_its_zone(zone: str, start: str) -> None:
    assert f"DTSTART:{start}" in lines(replace(ONE, zone=zone))


def test_a_cancelled_meeting_says_so_under_the_same_name() -> None:
    found = lines(replace(ONE, sequence=2, is_cancelled=True))
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2", "UID:ab12@skpweb"} <= set(found)


def test_nothing_breaks_out_of_a_line() -> None:
    found = lines(replace(ONE, summary="A\r\nATTENDEE:x\rB\x00", location="", url=""))
    assert r"SUMMARY:A\nATTENDEE:x\nB" in found
    assert not any(line.startswith(("ATTENDEE", "LOCATION", "URL")) for line in found)


def test_folding_never_cuts_a_letter() -> None:
    folded = fold("X:" + "漢" * 60)
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == "X:" + "漢" * 60
    assert text("a\r\nb") == r"a\nb"
