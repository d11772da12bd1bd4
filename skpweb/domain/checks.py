"""What must be true before a move: each check answers a problem in words, or None.

A check looks only at the record it is given (already loaded) and at the day.
"""

from datetime import date
from typing import Any

from skpweb.domain.ratings import OrganisationLevel, Rating
from skpweb.domain.states import EvaluationState
from skpweb.domain.terms import RhkKind

UNDO_SECONDS = 600  #: a decision on a journal entry can be taken back for ten minutes


def has_assessor(version: Any, day: date) -> str | None:
    """Somebody must be there to receive the SKP."""
    if version.parties(day).assessor_id is None:
        return "Pejabat penilai Anda belum tercatat. Laporkan kepada tim pengelola kinerja."
    return None


def has_main_result(version: Any, day: date) -> str | None:
    """At least one RHK utama (p.31)."""
    if not any(rhk.kind is RhkKind.MAIN for rhk in version.rhks):
        return "Tambahkan paling sedikit satu hasil kerja utama."
    return None


def has_indicators(version: Any, day: date) -> str | None:
    """Each RHK needs an indicator with its text (p.31, 52)."""
    bare = [
        rhk.statement or "(tanpa rumusan)"
        for rhk in version.rhks
        if not rhk.statement.strip() or not any(i.statement.strip() for i in rhk.indicators)
    ]
    if bare:
        names = "; ".join(f"“{text[:80]}”" for text in bare)
        return f"Lengkapi rumusan dan paling sedikit satu indikator untuk RHK {names}."
    return None


def has_note(version: Any, day: date) -> str | None:
    """A returned SKP must say what to mend."""
    if not any(note.sent_at is None for note in version.notes):
        return "Tulis paling sedikit satu catatan sebelum mengembalikan SKP."
    return None


def is_freshly_decided(entry: Any, day: date) -> str | None:
    """A decision may be taken back only for a short time."""
    if entry.seconds_since_decision() > UNDO_SECONDS:
        return "Keputusan hanya bisa diurungkan dalam sepuluh menit."
    return None


def window_has_opened(evaluation: Any, day: date) -> str | None:
    """Nobody evaluates before the window opens (p.90)."""
    if day < evaluation.window.opens_on:
        return "Masa evaluasi ini belum dibuka."
    return None


def has_organisation_result(evaluation: Any, day: date) -> str | None:
    """The organisation's result comes first (p.94)."""
    if evaluation.organisation_level is None:
        return (
            "Capaian kinerja organisasi untuk masa evaluasi ini belum ditetapkan. "
            "Minta tim pengelola kinerja mencatatnya lebih dulu."
        )
    return None


def was_reported(evaluation: Any, day: date) -> str | None:
    """The Pegawai reports first (B.1.2, p.66-68); without his report the penilai says why.

    Once the window has passed the report is late too, and its realisations count as they are.
    """
    is_due = evaluation.state is EvaluationState.OPEN and day <= evaluation.window.closes_on
    if is_due and not evaluation.reason.strip() and not _is_adopted(evaluation):
        return (
            "Pegawai belum mengirim laporannya. Minta ia mengirimnya, atau tulis di kolom Alasan "
            "mengapa dinilai tanpa laporan."
        )
    return None


def has_realisation(evaluation: Any, day: date) -> str | None:
    """No report without a realisation (B.1.2, p.68)."""
    if not evaluation.realisations:
        return "Belum ada realisasi. Isi realisasi paling sedikit satu indikator."
    return None


def rests_on_realisation(evaluation: Any, day: date) -> str | None:
    """The realisation is looked at (p.97, 100). Who reports nothing is evaluated all the
    same, by the penilai or after him the atasan (p.90): then the reason is written.
    """
    if evaluation.realisations or _is_adopted(evaluation) or evaluation.reason.strip():
        return None
    return (
        "Belum ada realisasi. Minta pegawai mengisinya, atau tulis di kolom Alasan mengapa "
        "dinilai tanpa realisasi."
    )


def has_feedback(evaluation: Any, day: date) -> str | None:
    """No rating without feedback (p.98)."""
    if not evaluation.feedback and not _is_adopted(evaluation):
        return "Belum ada umpan balik pada masa evaluasi ini. Beri umpan balik lebih dulu."
    return None


def _is_adopted(evaluation: Any) -> bool:
    """The result of the former unit is used: it rests on what was seen there (p.91)."""
    return bool(getattr(evaluation, "adopted", ""))


def has_both_ratings(evaluation: Any, day: date) -> str | None:
    """Both ratings are chosen by the penilai (p.98)."""
    if evaluation.result_rating is None or evaluation.behaviour_rating is None:
        return "Pilih rating hasil kerja dan rating perilaku kerja."
    return None


#: rating hasil kerja of the head of a unit, from the unit's own result: practice, since the
#: regulation only has the organisation's result come first (p.92-94) and be looked at (p.98, 101)
HEAD_FOLLOWS = {
    OrganisationLevel.OUTSTANDING: Rating.ABOVE,
    OrganisationLevel.GOOD: Rating.MEETS,
    OrganisationLevel.NEEDS_IMPROVEMENT: Rating.BELOW,
    OrganisationLevel.POOR: Rating.BELOW,
    OrganisationLevel.VERY_POOR: Rating.BELOW,
}


def head_follows_organisation(evaluation: Any, day: date) -> str | None:
    """The head's rating follows his organisation's result, or says why not."""
    own = evaluation.own_unit_level
    if (
        own is None
        or _is_adopted(evaluation)
        or evaluation.result_rating is HEAD_FOLLOWS[own]
        or evaluation.reason.strip()
    ):
        return None
    return (
        "Rating hasil kerja pimpinan unit mengikuti capaian kinerja organisasinya. "
        "Tulis alasannya bila berbeda."
    )


def has_explanation(objection: Any, day: date) -> str | None:
    """The penilai explains in words (p.117)."""
    return None if objection.explanation.strip() else "Tulis penjelasan Anda."


def was_heard(objection: Any, day: date) -> str | None:
    """Both are asked before the atasan penilai decides (p.117)."""
    if objection.heard_on and objection.heard_owner and objection.heard_assessor:
        return None
    return "Catat dulu pemeriksaannya: penilai dan pegawai harus sudah dimintai penjelasan."


def has_decision(objection: Any, day: date) -> str | None:
    """A decision says why (p.117)."""
    return None if objection.decision.strip() else "Tulis keputusan dan pertimbangan Anda."


def has_new_judgement(objection: Any, day: date) -> str | None:
    """A change sets other ratings and a new recommendation (p.118)."""
    former, new = objection.former, objection.evaluation.judgement
    if former is None or new.result is None or new.behaviour is None:
        return "Pilih rating hasil kerja dan rating perilaku kerja yang baru."
    if (former.result, former.behaviour) == (new.result, new.behaviour):
        return "Kedua rating sama dengan yang lama. Ubah salah satunya, atau pilih menguatkan."
    return None if new.recommendation.strip() else "Tulis rekomendasi yang baru."
