"""An invitation to a meeting as iCalendar (RFC 5545): put into a calendar, moved, cancelled.

Times are written in UTC, so that no time zone table has to travel along. What
is talked about stays out: calendars are often kept by others.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LINE = 75  #: octets of a line without its break (RFC 5545, 3.1)
NO_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting as a calendar knows it; ``sequence`` grows with every change."""

    uid: str
    sequence: int
    stamp: datetime
    day: date
    starts_at: time
    ends_at: time
    zone: str
    summary: str
    description: str
    location: str
    url: str
    organiser: str
    is_cancelled: bool = False


def calendar(one: Invitation) -> bytes:
    """The file: CRLF between lines, none longer than 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//skpweb//Dialog Kinerja//ID",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if one.is_cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        *_event(one),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()


def _event(one: Invitation) -> list[str]:
    lines = [
        f"UID:{text(one.uid)}",
        f"SEQUENCE:{one.sequence}",
        f"DTSTAMP:{_moment(one.stamp)}",
        f"DTSTART:{_moment(_at(one, one.starts_at))}",
        f"DTEND:{_moment(_at(one, one.ends_at))}",
        f"SUMMARY:{text(one.summary)}",
        f"DESCRIPTION:{text(one.description)}",
        # RFC 5546 asks for an organiser; the office keeps no addresses of mail
        f'ORGANIZER;CN="{_quoted(one.organiser)}":invalid:nomail',
        f"STATUS:{'CANCELLED' if one.is_cancelled else 'CONFIRMED'}",
    ]
    lines += [f"LOCATION:{text(one.location)}"] if one.location else []
    return lines + ([f"URL:{NO_CONTROL.sub('', one.url)}"] if one.url else [])


def text(words: str) -> str:
    """A value of type TEXT: backslash, semicolon, comma and line breaks escaped (3.3.11)."""
    plain = NO_CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def fold(line: str) -> str:
    """Cut into lines of 75 octets, none inside a letter; each further one begins with a space."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts)


def _quoted(words: str) -> str:
    return NO_CONTROL.sub("", words).replace('"', "'").replace("\n", " ")


def _at(one: Invitation, clock: time) -> datetime:
    return datetime.combine(one.day, clock, ZoneInfo(one.zone))


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
