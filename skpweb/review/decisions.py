"""Deciding on journal entries as they were shown, and taking that back for ten minutes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import request
from flask_login import current_user

from skpweb.domain import people
from skpweb.domain.lifecycle import Action, EntryState, Refused
from skpweb.models.base import utc_now
from skpweb.models.journal import JournalEntry
from skpweb.moves import move
from skpweb.review.queries import entries as queries
from skpweb.web import clock

LONGEST = 1000  #: letters of the note
PHRASES = (
    "Lengkapi bukti dukung.",
    "Perjelas uraian kegiatan dan hasilnya.",
    "Periksa lagi jam mulai dan jam selesai.",
    "Tautkan ke rencana aksi yang tepat.",
    "Sesuaikan realisasi dengan buktinya.",
    "Tulis yang dikerjakan hari itu, jangan menyalin teks hari lain.",
)
GONE = "Satu kegiatan sudah diputuskan atau dihapus sejak halaman ini dibuka."
MOST = 500  #: entries at once; a page shows fewer
OWN_WORDS = (
    "kegiatan ini Anda tulis untuk pemiliknya, jadi orang lain yang memutuskan: penilainya, "
    "atau rekan yang mewakili penilai itu."
)


@dataclass(frozen=True)
class Order:
    """What the form asks for: an action on entries, each with the version that was shown.

    ``one`` is the entry whose own button was pressed; 0 for several.
    """

    action: Action
    pairs: Mapping[int, str]
    reason: str = ""
    one: int = 0

    @property
    def problem(self) -> str:
        """What is missing before anything can be decided; empty if nothing."""
        if not self.pairs:
            return "Tidak ada kegiatan yang dipilih. Periksa tanda Kecualikan, lalu tekan lagi."
        if len(self.pairs) > MOST:
            return f"Paling banyak {MOST} kegiatan sekaligus. Putuskan per minggu atau per pegawai."
        if self.action is Action.RETURN and not self.reason:
            return "Pilih atau tulis catatan supaya pegawai tahu apa yang diperbaiki."
        if len(self.reason) > LONGEST:
            return f"Catatan paling panjang {LONGEST} huruf. Ringkas isinya."
        return ""


def order() -> Order:
    """The form as an order: one row, the ticked ones, or all that are shown but those."""
    verb, colon, pair = request.form.get("do", "").partition(":")
    action = Action.RETURN if verb == "return" else Action.APPROVE
    ticked = _pairs(request.form.getlist("entry"))
    if colon:
        pairs = _pairs([pair]) if verb in ("approve", "return") else {}
        one = next(iter(pairs), 0)
        return Order(action, pairs, _reason(f"-{one}") if action is Action.RETURN else "", one)
    if verb == "rest":
        shown = _pairs(request.form.getlist("shown"))
        return Order(action, {k: v for k, v in shown.items() if k not in ticked})
    known = ticked if verb in ("approve", "return") else {}
    return Order(action, known, _reason() if action is Action.RETURN else "")


def carry_out(order: Order) -> tuple[list[JournalEntry], dict[int, str]]:
    """Decide what still is as shown. Answers what was decided, and why the others were not.

    What I decided a moment ago from another button of the same page is neither.
    """
    found = queries.to_decide(current_user, order.pairs)
    own, now, decided, problems = stamps(), utc_now(), [], {}
    for entry_id, shown in order.pairs.items():
        entry = found.get(entry_id)
        if entry is None:
            problems[entry_id] = GONE
        elif entry.state is not EntryState.SUBMITTED and entry.decided_by in own and not order.one:
            continue
        elif problem := _decide(entry, shown, order):
            problems[entry_id] = problem
        else:
            entry.decided_at = now  # one moment for all, so that they are taken back together
            decided.append(entry)
    return decided, problems


def take_back(entries: Iterable[JournalEntry]) -> tuple[int, list[str]]:
    """Undo decisions; answers how many, and why the others stay."""
    count, problems = 0, []
    for entry in entries:
        if not _may_take_back(entry):
            problems.append(
                f"“{entry.activity[:80]}”: diputuskan {entry.decided_by}. Hanya ia sendiri atau "
                "penilainya yang dapat mengurungkannya."
            )
            continue
        returned = entry.state is EntryState.RETURNED
        try:
            move(entry, Action.REOPEN, current_user, clock.today(), capacity=capacity(entry))
        except Refused as refusal:
            problems.append(f"“{entry.activity[:80]}”: {refusal}")
            continue
        entry.decided_by = None
        if returned:
            entry.return_note = ""
        count += 1
    return count, problems


def told(problems: Mapping[int, str]) -> list[str]:
    """Why some could not be decided; what holds for many is said once, with their number."""
    counts = Counter(problems.values())
    return [
        text if number == 1 else f"{number}{text.removeprefix('Satu')}"
        for text, number in counts.items()
    ]


def stamps() -> list[str]:
    """How my decisions are signed, in each capacity I have today."""
    return [_stamp(title) for title in (current_user.capacity, *current_user.stands_in.values())]


def capacity(entry: JournalEntry) -> str:
    """In which capacity I decide on an entry."""
    capacity: str = current_user.capacity_for(entry.parties(clock.today()).assessor_id)
    return capacity


def _decide(entry: JournalEntry, shown: str, order: Order) -> str:
    """One decision, stamped; why not, if it cannot be made."""
    if problem := _stale(entry, shown):
        return problem
    if people.wrote_it(current_user, entry.parties(clock.today())):
        return f"“{entry.activity[:80]}”: {OWN_WORDS}"
    stamp, day, seen = capacity(entry), clock.today(), {"version": entry.version_id}
    reason = order.reason
    try:
        move(entry, order.action, current_user, day, reason=reason, after=seen, capacity=stamp)
    except Refused as refusal:
        return f"“{entry.activity[:80]}”: {refusal}"
    entry.decided_by = _stamp(stamp)
    if order.action is Action.RETURN:
        entry.return_note = order.reason
    return ""


def _may_take_back(entry: JournalEntry) -> bool:
    """One's own decision; the penilai also what was decided in his place, not the reverse."""
    assessor_id = entry.parties(clock.today()).assessor_id
    decided = entry.state is not EntryState.SUBMITTED
    return not decided or entry.decided_by in stamps() or current_user.employee_id == assessor_id


def _stale(entry: JournalEntry, shown: str) -> str:
    if entry.state is not EntryState.SUBMITTED:
        return GONE
    if str(entry.version_id) != shown:
        text = entry.activity[:80]
        return f"“{text}” berubah sejak halaman ini dibuka. Baca lagi, lalu putuskan."
    return ""


def _stamp(title: str) -> str:
    return f"{current_user.display_name}, {title}"[:300]


def _pairs(values: Iterable[str]) -> dict[int, str]:
    """``12:3`` as id and version; what is none is left out."""
    pairs = (value.partition(":") for value in values)
    return {int(number): shown for number, _, shown in pairs if re.fullmatch("[0-9]{1,9}", number)}


def _reason(suffix: str = "") -> str:
    """The chosen phrases and what was typed, of one row or of a week."""
    chosen = request.form.getlist(f"phrase{suffix}")
    typed = request.form.get(f"reason{suffix}", "").strip()
    return " ".join([*(phrase for phrase in PHRASES if phrase in chosen), typed]).strip()
