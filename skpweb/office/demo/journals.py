"""Rencana aksi and the last weeks of journals, up to today."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm.attributes import set_committed_value

from skpweb.domain.lifecycle import Action, EntryState
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.base import utc_now
from skpweb.models.journal import ActionStep, ActionTarget, JournalEntry
from skpweb.models.organisation import EvaluationWindow
from skpweb.models.planning import SkpVersion
from skpweb.moves import move
from skpweb.office.demo.people import Actor

#: person -> (RHK name, rencana aksi, satuan, targets per quarter)
STEPS = {
    "PLK": (
        ("P1", "Memverifikasi berkas adminduk harian", "berkas", ("450", "500", "550", "500")),
        ("P2", "Menyusun rekap bulanan", "laporan", ("3", "3", "3", "3")),
        ("P3", "Mendata bantuan sosial", "KK", ("0", "50", "50", "50")),
    ),
    "PPK3": (("Y1", "Melayani antrean loket", "antrean", ("900", "900", "900", "900")),),
    "JFP": (
        ("F1", "Menyusun evaluasi Renja triwulan", "dokumen", ("1", "2", "1", "1")),
        ("F2", "Menganalisis survei kepuasan", "laporan", ("0", "1", "0", "1")),
    ),
    "JFA": (
        ("A1", "Menata arsip inaktif", "berkas", ("300", "300", "300", "300")),
        ("A2", "Melayani peminjaman arsip", "laporan", ("3", "3", "3", "3")),
    ),
    "PRW": (("R1", "Memberi asuhan keperawatan", "kunjungan", ("0", "0", "700", "700")),),
    "NUT": (("N1", "Memantau balita berisiko", "balita", ("0", "720", "720", "720")),),
}

#: the penilai has not looked at these yet
STILL_PROPOSED = {"Mendata bantuan sosial", "Menganalisis survei kepuasan"}

#: person -> activities of a weekday: (step, start, end, text, realisation, has evidence)
WEEK = {
    "PLK": (
        (0, 8, 11, "Verifikasi berkas KK dan surat pengantar pindah", 9, True),
        (0, 13, 15, "Verifikasi berkas rekomendasi nikah", 6, True),
        (0, 8, 12, "Verifikasi berkas pelayanan terpadu", 14, False),
        (1, 9, 11, "Menyusun rekap layanan", 1, True),
        (2, 13, 16, "Mendata keluarga penerima bantuan sosial", 8, True),
    ),
    "PPK3": (
        (0, 8, 15, "Melayani antrean loket", 74, True),
        (0, 8, 15, "Melayani antrean loket", 81, True),
        (0, 8, 12, "Melayani antrean loket pagi", 45, True),
        (0, 8, 15, "Melayani antrean loket", 69, True),
        (0, 8, 11, "Melayani antrean loket dan merapikan berkas", 38, True),
    ),
    "JFP": (
        (0, 8, 14, "Mengolah data capaian triwulan dan menulis bab evaluasi", 0, True),
        (1, 9, 12, "Mengolah isian survei kepuasan", 0, True),
        (0, 8, 15, "Membahas catatan Bappeda", 0, True),
    ),
    "JFA": (
        (0, 8, 16, "Memilah arsip inaktif", 22, False),
        (1, 9, 11, "Mencatat peminjaman arsip", 1, True),
    ),
    "PRW": ((0, 8, 11, "Pelayanan posbindu Desa Mekar Contoh", 38, True),),
    "NUT": ((0, 8, 10, "Validasi penimbangan balita", 21, True),),
}


def plan_steps(
    key: str, version: SkpVersion, windows: Sequence[EvaluationWindow], names: dict[str, str]
) -> list[ActionStep]:
    """The rencana aksi of a person; ``names`` maps an RHK's name to its key."""
    steps = []
    for order, (name, statement, unit, targets) in enumerate(STEPS.get(key, ())):
        step = ActionStep(
            skp_id=version.skp_id, rhk_key=names[name], statement=statement, unit=unit,
            order=order,
        )  # fmt: skip
        step.targets = [
            ActionTarget(window_id=window.id, target=target)
            for window, target in zip(windows, targets, strict=False)
        ]
        db.session.add(step)
        steps.append(step)
    db.session.flush()
    return steps


def agree(steps: list[ActionStep], actor: Actor, today: date) -> None:
    """The penilai has agreed to most of them."""
    dossier = evaluations.dossier(steps[0].skp_id)
    for step in steps:
        set_committed_value(step, "skp", dossier)
        if step.statement not in STILL_PROPOSED:
            move(step, Action.APPROVE, actor, today)
            step.decided_by = f"{actor.display_name}, {actor.capacity}"


def fill(
    key: str, version: SkpVersion, steps: list[ActionStep], days: list[date]
) -> list[JournalEntry]:
    """One entry for each working day, in turn through the person's week."""
    week = WEEK[key]
    entries = []
    for number, day in enumerate(days):
        place, start, end, text, reached, proven = week[number % len(week)]
        link = f"https://bukti.example.invalid/{key.lower()}/{day:%m%d}" if proven else ""
        entry = JournalEntry(
            skp_id=version.skp_id, step_id=steps[place].id, day=day, starts_at=time(start),
            ends_at=time(end), activity=text, realisation=reached, unit=steps[place].unit,
            evidence_url=link, state=EntryState.SUBMITTED,
            recorded_at=min(utc_now(), datetime.combine(day, time(9), UTC)),
        )  # fmt: skip
        db.session.add(entry)
        entries.append(entry)
    db.session.flush()
    return entries


def approve_older(entries: list[JournalEntry], actor: Actor, today: date) -> None:
    """All but the last two weeks have been approved."""
    dossier = evaluations.dossier(entries[0].skp_id) if entries else None
    for entry in entries:
        set_committed_value(entry, "skp", dossier)
        if entry.day < today - timedelta(days=12):
            move(entry, Action.APPROVE, actor, today)
            entry.decided_at = entry.recorded_at + timedelta(days=1)
            entry.decided_by = f"{actor.display_name}, {actor.capacity}"


def working_days(first: date, last: date, holidays: set[date]) -> Iterator[date]:
    """Mondays to Fridays that are no holidays."""
    day = first
    while day <= last:
        if day.weekday() < 5 and day not in holidays:
            yield day
        day += timedelta(days=1)
