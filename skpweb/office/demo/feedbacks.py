"""Umpan balik of the last days in the demo: from all sides, asked for, and noted for oneself."""

from datetime import date, timedelta

import sqlalchemy as sa

from skpweb.domain.feedback import Competence, FeedbackTiming, FeedbackWay
from skpweb.domain.lifecycle import Action, SkpState
from skpweb.domain.terms import FeedbackSource, FeedbackTone
from skpweb.extensions import db
from skpweb.models.feedback import Feedback, FeedbackRequest, FeedbackTag, PrivateNote
from skpweb.models.planning import Skp, SkpVersion
from skpweb.moves import move
from skpweb.office.demo.people import Actor

LEADER, PEER, BELOW = FeedbackSource.LEADER, FeedbackSource.PEER, FeedbackSource.SUBORDINATE
TEAM_LEADER = FeedbackSource.TEAM_LEADER
GOOD, ADVICE = FeedbackTone.APPRECIATION, FeedbackTone.ADVICE
C = Competence

#: giver, for whom, value, as what, tone, days ago, what to develop, words
SAID: tuple[
    tuple[str, str, str, FeedbackSource, FeedbackTone, int, tuple[Competence, ...], str], ...
] = (
    ("KSP", "PLK", "competent", LEADER, ADVICE, 3, (C.DATA, C.WRITING),
     "Rekap sudah tepat waktu. Tambahkan penjelasan singkat di bawah tabel supaya Camat "
     "dapat langsung membacanya."),
    ("PPK3", "PLK", "collaborative", PEER, GOOD, 4, (),
     "Selalu mau membantu loket ketika antrean panjang."),
    ("PLK", "KSP", "harmonious", BELOW, ADVICE, 5, (C.COMMUNICATION,),
     "Arahan pagi sangat membantu. Perubahan target sebaiknya disampaikan tertulis juga."),
    ("KSP", "PPK3", "service", LEADER, ADVICE, 6, (C.COMMUNICATION, C.DIGITAL),
     "Jelaskan langkah berikutnya kepada warga sebelum berkas diterima."),
    ("KSU", "JFA", "adaptive", LEADER, ADVICE, 7, (C.DIGITAL,),
     "Mulai pakai aplikasi arsip untuk surat masuk bulan ini."),
    ("KPM", "PLK", "service", PEER, ADVICE, 8, (C.DATA,),
     "Data layanan per desa akan lebih berguna bila dipilah menurut dusun."),
)  # fmt: skip
OUTSIDE = ("Haryo Sasongko, S.T.", "Ketua Tim Penyusunan RKPD, Bappeda")
#: asker, asked, question, what became of it
ASKED = (
    ("PLK", "KSP", "Bagian mana dari rekap bulanan yang masih sulit dibaca?", None),
    ("PLK", "KTR", "Apakah data kunjungan sudah cukup cepat bagi seksi Bapak?", Action.DECLINE),
    ("PPK3", "PLK", "Apakah pencatatan antrean saya memudahkan rekap?", None),
)
WORD = "Saya belum memakai data itu tahun ini; tanyakan kepada Kasi Pelayanan."
NOTE = "Tanyakan pada dialog berikutnya apakah ia tertarik menjadi koordinator data."


def build(actors: dict[str, Actor], today: date) -> None:
    """As people left it on ``today``."""
    found = _dossiers(today)
    mine = {key: found[one.employee_id] for key, one in actors.items() if one.employee_id in found}
    for giver, who, value, source, tone, days, tags, text in SAID:
        if who in mine:
            given = _said(actors[giver], mine[who], value, source, tone, text)
            given.given_on = max(today - timedelta(days=days), mine[who].starts_on)
            given.tags = [FeedbackTag(competence=tag) for tag in tags]
            is_duty = source is LEADER and tone is ADVICE
            given.timing = FeedbackTiming.SCHEDULED if is_duty else FeedbackTiming.INCIDENTAL
            given.way = FeedbackWay.DIRECT if is_duty else FeedbackWay.INDIRECT
    _outside(actors, mine, today)
    _ask(actors, mine, today)
    if "PLK" in mine:
        writer = actors["KSP"].employee_id
        note = {"skp_id": mine["PLK"].id, "writer_id": writer, "text": NOTE, "written_on": today}
        db.session.add(PrivateNote(**note))
    db.session.flush()


def _dossiers(today: date) -> dict[int, Skp]:
    query = sa.select(Skp).where(
        Skp.starts_on <= today,
        Skp.ends_on >= today,
        Skp.versions.any(SkpVersion.state == SkpState.APPROVED),
    )
    return {skp.employee_id: skp for skp in db.session.scalars(query)}


def _said(
    giver: Actor, skp: Skp, value: str, source: FeedbackSource, tone: FeedbackTone, text: str
) -> Feedback:
    given = Feedback(
        skp_id=skp.id, about=f"value:{value}", under=f"value:{value}", source=source, tone=tone,
        text=text, giver_id=giver.employee_id, giver_title=giver.capacity,
    )  # fmt: skip
    db.session.add(given)
    return given


def _outside(actors: dict[str, Actor], mine: dict[str, Skp], today: date) -> None:
    """What the head of a team elsewhere said, recorded by the penilai."""
    if "JFP" in mine:
        text = "Bahan rencana kerja kecamatan lengkap dan masuk sebelum tenggat tim."
        given = _said(actors["SEK"], mine["JFP"], "accountable", TEAM_LEADER, GOOD, text)
        given.outsider, given.outsider_post = OUTSIDE
        given.given_on = today


def _ask(actors: dict[str, Actor], mine: dict[str, Skp], today: date) -> None:
    for asker, asked, question, end in ASKED:
        if asker in mine:
            one = FeedbackRequest(
                skp=mine[asker], asked_id=actors[asked].employee_id, question=question,
                asked_on=max(today - timedelta(days=2), mine[asker].starts_on), word="",
            )  # fmt: skip
            db.session.add(one)
            db.session.flush()
            if end is not None:
                one.word = WORD
                move(one, end, actors[asked], today, reason=WORD)
