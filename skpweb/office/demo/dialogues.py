"""Dialogues of the running year at Kecamatan Contohsari: held, to confirm, to come; progress."""

from dataclasses import replace
from datetime import date, time, timedelta

import sqlalchemy as sa

from skpweb.domain.dialogue import Doer, Purpose
from skpweb.domain.progress import FollowUp, GuidanceWay, Verdict
from skpweb.extensions import db
from skpweb.models import evaluations
from skpweb.models.dialogues import Dialogue, ProgressNote
from skpweb.models.planning import Skp
from skpweb.office import dialogues, progress
from skpweb.office.demo.closed_year import ASSESSOR
from skpweb.office.demo.people import Actor
from skpweb.office.demo.years import Year
from skpweb.office.dialogues import Agreed, Plan
from skpweb.office.progress import Observed

ROOM = "Ruang rapat kecamatan"
#: person -> what was said when the expectations were set
EXPECTATIONS = {
    "PLK": "Target verifikasi dan rekapitulasi disepakati. Berkas yang dikembalikan warga "
    "dicatat alasannya.",
    "PPK3": "Antrean loket dilayani sesuai urutan; laporan harian diringkas tiap Jumat.",
    "JFP": "Dokumen perencanaan disusun lebih awal supaya ada waktu untuk perbaikan.",
}


def build(actors: dict[str, Actor], year: Year, today: date) -> None:
    """As far as the year has come on ``today``; nothing in its first weeks."""
    for who, notes in EXPECTATIONS.items():
        _expectation(actors, who, year, notes, today)
    if today < date(year.year, 3, 1):
        return
    _monitoring(actors, year, today)
    _coming(actors, year, today)
    _progress(actors, year, today)
    db.session.flush()


def _expectation(actors: dict[str, Actor], who: str, year: Year, notes: str, today: date) -> None:
    """In January, confirmed by both."""
    day = min(date(year.year, 1, 14), today)
    held = _held(actors, who, year, Purpose.EXPECTATION, day, notes, ())
    dialogues.confirm(actors[who], held, day)


def _monitoring(actors: dict[str, Actor], year: Year, today: date) -> None:
    """Last week: the Pegawai has yet to confirm; one action is overdue."""
    day = today - timedelta(days=6)
    agreed = (
        Agreed("Menyerahkan daftar berkas yang sering dikembalikan", Doer.OWNER,
               today - timedelta(days=1)),
        Agreed("Meminta akses aplikasi kependudukan untuk loket verifikasi", Doer.LEADER,
               today + timedelta(days=4)),
    )  # fmt: skip
    notes = (
        "Verifikasi berjalan sesuai target. Hambatan: sebagian berkas datang tanpa fotokopi "
        "kartu keluarga sehingga harus dikembalikan.\n"
        "Rekapitulasi bulanan dua kali terlambat sehari karena data loket belum lengkap."
    )
    _held(actors, "PLK", year, Purpose.MONITORING, day, notes, agreed)


def _coming(actors: dict[str, Actor], year: Year, today: date) -> None:
    """A group meeting of the section, and one that the head asks his secretary to."""
    leader = actors[ASSESSOR["PLK"]]
    skps = [_dossier(actors[who], year) for who in ("PLK", "PPK3")]
    topics = ("Capaian layanan sampai bulan ini", "Rencana akhir tahun", "Bukti dukung")
    day = today + timedelta(days=3)
    plan = Plan(Purpose.MONITORING, day, time(9), time(10), ROOM, "", topics)
    dialogues.schedule(leader, skps, plan, today)
    plan = Plan(Purpose.EVALUATION, today + timedelta(days=9), time(13, 30), time(14, 30), ROOM)
    dialogues.schedule(actors["CAM"], [_dossier(actors["SEK"], year)], plan, today)


def _progress(actors: dict[str, Actor], year: Year, today: date) -> None:
    """PLK does well on one result and not on the other; an RHK of JFA was taken over."""
    _seen(actors, "PLK", year, 0, today - timedelta(days=20), Observed(
        Verdict.PROGRESS, "Pengembalian berkas turun sejak daftar periksa dipakai.", "",
        (FollowUp.APPRECIATION,)))  # fmt: skip
    _seen(actors, "PLK", year, 1, today - timedelta(days=6), Observed(
        Verdict.NO_PROGRESS, "Rekapitulasi masih terlambat meskipun format baru tersedia.", "",
        (FollowUp.GUIDANCE,), "Pendampingan menyusun rekapitulasi dari data loket.",
        GuidanceWay.COACHING))  # fmt: skip
    _seen(actors, "JFA", year, 0, today - timedelta(days=40), Observed(
        Verdict.NO_PROGRESS, "Penataan arsip inaktif tertinggal dari rencana.", "",
        (FollowUp.RESOURCES,), "Satu tenaga bantu dan rak tambahan disediakan."))  # fmt: skip
    _seen(actors, "JFA", year, 0, today - timedelta(days=5), Observed(
        Verdict.NO_PROGRESS, "Penataan tetap tertinggal setelah dukungan ditambah. RHK ini saya "
        "ambil alih sampai akhir tahun agar daftar arsip kantor selesai.", "",
        (FollowUp.TAKE_OVER,)))  # fmt: skip
    for note in db.session.scalars(sa.select(ProgressNote)):
        if note.recorded_on < today - timedelta(days=6):
            note.read_at = note.recorded_at


def _seen(
    actors: dict[str, Actor], who: str, year: Year, place: int, day: date, seen: Observed
) -> None:
    skp = _dossier(actors[who], year)
    rhk = evaluations.content(skp).rhks[place]
    former = db.session.scalars(sa.select(ProgressNote).filter_by(skp_id=skp.id)).all()
    progress.write(actors[ASSESSOR[who]], skp, replace(seen, rhk_key=rhk.key), former, day)


def _held(
    actors: dict[str, Actor], who: str, year: Year, purpose: Purpose, day: date, notes: str,
    agreed: tuple[Agreed, ...],
) -> Dialogue:  # fmt: skip
    """Scheduled and recorded by the penilai."""
    leader = actors[ASSESSOR[who]]
    plan = Plan(purpose, day, time(9), time(9, 45), ROOM, "", ("Capaian", "Hambatan"))
    made = dialogues.schedule(leader, [_dossier(actors[who], year)], plan, day).dialogues[0]
    dialogues.record(leader, made, notes, agreed, day)
    return made


def _dossier(actor: Actor, year: Year) -> Skp:
    skp_id = db.session.scalar(
        sa.select(Skp.id).where(Skp.employee_id == actor.employee_id, Skp.year_id == year.id)
    )
    return evaluations.dossier(skp_id)
