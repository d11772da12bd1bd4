"""What waits for my decision, kind by kind: whose, what, where, since when."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from flask import g, url_for

from skpweb.domain.people import Actor
from skpweb.models.planning import SkpVersion
from skpweb.models.review import Evaluation
from skpweb.review.queries import desk as queries
from skpweb.review.queries import followup
from skpweb.review.queries import requests as asking
from skpweb.review.queries.weeks import waiting_weeks
from skpweb.web import clock
from skpweb.web.formats import rentang

Found = Iterator[tuple[str, str, str, date]]


def _journal(person: Actor, unit_id: int | None) -> Found:
    for week in waiting_weeks(person, unit_id):
        url = url_for("review.entries", person=week.employee_id, _anchor=week.id)
        what = f"Jurnal {rentang(week.monday, week.sunday)}, {week.count} kegiatan"
        yield week.name, what, url, _day(week.since)


def _skp(person: Actor, unit_id: int | None) -> Found:
    for version in _skp_of(person, unit_id)["skp"]:
        url = url_for("planning.review", skp_id=version.skp_id)
        yield _owner(version), _skp_words(version), url, _day(version.submitted_at)


def _senior_skp(person: Actor, unit_id: int | None) -> Found:
    for version in _skp_of(person, unit_id)["senior_skp"]:
        url, words = url_for("planning.review", skp_id=version.skp_id), _skp_words(version)
        what = f"{words}, belum ditetapkan penilai sampai batasnya"
        yield _owner(version), what, url, _day(version.submitted_at)


def _steps(person: Actor, unit_id: int | None) -> Found:
    for one in queries.proposed_steps(person, unit_id):
        yield one.name, f"{one.count} rencana aksi", url_for("review.steps"), _day(one.since)


def _evaluations(person: Actor, unit_id: int | None) -> Found:
    for one in queries.reported_evaluations(person, unit_id):
        url = url_for("review.evaluation", skp_id=one.skp_id, window_id=one.window_id)
        yield (
            _owner(one),
            f"Evaluasi {one.window.name}, realisasi dilaporkan",
            url,
            _day(one.reported_at),
        )


def _objections(person: Actor, unit_id: int | None) -> Found:
    for one in _papers_of(person, unit_id)["objections"]:
        url = url_for("followup.objection", skp_id=one.skp_id, window_id=one.window_id)
        words = f"Keberatan atas evaluasi {one.window.name}"
        yield _owner(one), words, url, one.objection.filed_on


def _explanations(person: Actor, unit_id: int | None) -> Found:
    for one in _papers_of(person, unit_id)["explanations"]:
        url = url_for("followup.objection", skp_id=one.skp_id, window_id=one.window_id)
        yield _owner(one), f"Jelaskan penilaian {one.window.name}", url, one.objection.filed_on


def _missed(person: Actor, unit_id: int | None) -> Found:
    for one in followup.missed(person, unit_id):
        url = url_for("review.evaluation", skp_id=one.skp_id, window_id=one.window.id)
        yield one.name, f"Evaluasi {one.window.name}, terlewat penilai", url, one.window.closes_on


def _requests(person: Actor, _unit_id: int | None) -> Found:
    for one in asking.waiting_for(person):
        url = url_for("review.show_request", request_id=one.id)
        yield _owner(one), f"Meminta umpan balik: {one.question[:80] or 'umum'}", url, one.asked_on


def _report_up(person: Actor, unit_id: int | None) -> Found:
    for one in _papers_of(person, unit_id)["report_up"]:
        url = url_for("followup.handover", skp_id=one.skp_id, window_id=one.window_id)
        yield _owner(one), f"Laporkan dokumen evaluasi {one.window.name}", url, one.window.closes_on


def _papers(person: Actor, unit_id: int | None) -> Found:
    yield from _undelivered(_papers_of(person, unit_id)["papers"])


def _senior_papers(person: Actor, unit_id: int | None) -> Found:
    yield from _undelivered(_papers_of(person, unit_id)["senior_papers"])


def _skp_of(person: Actor, unit_id: int | None) -> dict[str, list[SkpVersion]]:
    """What two kinds share: asked of the database once per request and unit."""
    known = g.setdefault("submitted_skp", {})
    if unit_id not in known:
        known[unit_id] = queries.submitted_skp(person, unit_id)
    return known[unit_id]


def _papers_of(person: Actor, unit_id: int | None) -> dict[str, list[Evaluation]]:
    """What five kinds share: asked of the database once per request and unit."""
    known = g.setdefault("papers", {})
    if unit_id not in known:
        known[unit_id] = followup.papers(person, unit_id)
    return known[unit_id]


def _undelivered(papers: Iterable[Evaluation]) -> Found:
    for one in papers:
        url = url_for("followup.handover", skp_id=one.skp_id, window_id=one.window_id)
        yield _owner(one), f"Serahkan dokumen evaluasi {one.window.name}", url, one.signed_on


LISTS = {
    "journal": _journal,
    "skp": _skp,
    "senior_skp": _senior_skp,
    "steps": _steps,
    "evaluations": _evaluations,
    "requests": _requests,
    "missed": _missed,
    "papers": _papers,
    "senior_papers": _senior_papers,
    "explanations": _explanations,
    "objections": _objections,
    "report_up": _report_up,
}


def _owner(record: object) -> str:
    return record.skp.employee.full_name


def _skp_words(version: SkpVersion) -> str:
    year = version.skp.starts_on.year
    return f"SKP {year}" if version.number == 1 else f"Perubahan SKP {year}"


def _day(moment: datetime) -> date:
    return clock.local(moment).date()
