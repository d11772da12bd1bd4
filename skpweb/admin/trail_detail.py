"""Before and after of an event as a person reads them."""

from enum import Enum
from typing import Any

from skpweb.domain import study
from skpweb.domain.calendar import PeriodKind
from skpweb.domain.dialogue import Purpose
from skpweb.domain.feedback import Competence, FeedbackRhythm, FeedbackTiming, FeedbackWay
from skpweb.domain.lifecycle import EntryState, EvaluationState, ObjectionState, SkpState
from skpweb.domain.progress import Verdict
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import (
    AbsenceKind,
    Accreditation,
    Acting,
    Approach,
    Degree,
    EmploymentStatus,
    FeedbackTone,
    JobLevel,
    PositionKind,
    ResultMeasure,
)
from skpweb.labels import label
from skpweb.office import dates
from skpweb.web import formats

#: stored key -> words, and the enum of its values where it has one
FIELDS: dict[str, tuple[str, type[Enum] | None]] = {
    "acting": ("sebagai", Acting),
    "activity": ("kegiatan", None),
    "actor": ("pelaku", None),
    "address": ("alamat", None),
    "approach": ("pendekatan", Approach),
    "asked": ("diminta kepada", None),
    "assessor_absent": ("penilai lama berhalangan tetap", None),
    "assessor_id": ("penilai, nomor pegawai", None),
    "back_title": ("gelar belakang", None),
    "backfill_days": ("batas mengisi jurnal", None),
    "bad": ("galat", None),
    "basis": ("dasar", None),
    "behaviour": ("rating perilaku kerja", Rating),
    "campus": ("akreditasi universitas", Accreditation),
    "changed": ("berubah", None),
    "closes_on": ("ditutup", None),
    "contact": ("pemberi kode", None),
    "contract_ends_on": ("kontrak berakhir", None),
    "contract_starts_on": ("kontrak mulai", None),
    "counts": ("jumlah", None),
    "day_ends_at": ("jam kantor selesai", None),
    "day_starts_at": ("jam kantor mulai", None),
    "decided_by": ("ditetapkan oleh", None),
    "decided_on": ("tanggal penetapan", None),
    "degree": ("jenjang studi", Degree),
    "delivered_on": ("diserahkan", None),
    "dropped_out": ("tidak menyelesaikan studi", None),
    "due_on": ("paling lambat", None),
    "emblem_sha256": ("sidik gambar lambang", None),
    "ends_on": ("berakhir", None),
    "evidence_quota": ("ruang bukti dukung (MB)", None),
    "feedback_rhythm": ("umpan balik berkala", FeedbackRhythm),
    "file": ("berkas", None),
    "former": ("predikat semula", Predicate),
    "front_title": ("gelar depan", None),
    "gpa": ("IPK", None),
    "graduated_on": ("lulus", None),
    "heard_assessor": ("penilai didengar", None),
    "heard_on": ("pemeriksaan", None),
    "heard_owner": ("pegawai didengar", None),
    "held_on": ("tanggal pertemuan", None),
    "institution": ("institusi", None),
    "is_abroad": ("di luar negeri", None),
    "is_activation": ("kode aktivasi", None),
    "is_admin": ("admin teknis", None),
    "is_extended": ("diperpanjang", None),
    "is_independent": ("unit kerja mandiri", None),
    "is_team": ("tim pengelola kinerja", None),
    "is_team_lead": ("ketua tim", None),
    "job_level": ("jenjang", JobLevel),
    "kind": ("tentang", None),
    "leads_unit": ("memimpin unit", None),
    "left_on": ("hari terakhir bekerja", None),
    "left_reason": ("alasan berhenti", None),
    "level": ("capaian", OrganisationLevel),
    "measure": ("diperoleh dari", ResultMeasure),
    "name": ("nama", None),
    "new": ("baru", None),
    "nip": ("NIP", None),
    "opens_on": ("dibuka", None),
    "paper": ("kertas", None),
    "parent_id": ("induk, nomor unit", None),
    "parent_name": ("instansi induk", None),
    "period_kind": ("evaluasi periodik", PeriodKind),
    "place": ("tempat", None),
    "position_kind": ("jenis jabatan", PositionKind),
    "position_name": ("jabatan", None),
    "posting_id": ("penempatan nomor", None),
    "predicate": ("predikat", Predicate),
    "programme": ("akreditasi program studi", Accreditation),
    "purpose": ("tujuan pertemuan", Purpose),
    "questions": ("pertanyaan yang tampil", None),
    "rank": ("golongan", None),
    "received_on": ("diterima", None),
    "reported_up_on": ("dilaporkan", None),
    "requires_evidence": ("wajib: bukti dukung", None),
    "requires_realisation": ("wajib: realisasi", None),
    "requires_step": ("wajib: rencana aksi", None),
    "requires_times": ("wajib: jam", None),
    "result": ("rating hasil kerja", Rating),
    "returned_on": ("dikembalikan", None),
    "role": ("peran nomor", None),
    "same": ("sama", None),
    "seconded_to": ("diperbantukan pada", None),
    "senior_assessor_id": ("atasan penilai, nomor pegawai", None),
    "sha256": ("sidik berkas", None),
    "skp": ("SKP nomor", None),
    "skp_due_on": ("batas penetapan SKP", None),
    "starts_on": ("mulai", None),
    "statement": ("rumusan", None),
    "status": ("status pegawai", EmploymentStatus),
    "tags": ("kompetensi", Competence),
    "text": ("isi", None),
    "timezone": ("zona waktu", None),
    "timing": ("bentuk", FeedbackTiming),
    "tone": ("jenis", FeedbackTone),
    "unit_id": ("unit nomor", None),
    "username": ("nama pengguna", None),
    "verdict": ("kemajuan", Verdict),
    "version": ("versi yang dilihat", None),
    "way": ("cara", FeedbackWay),
    "work_days": ("hari kerja seminggu", None),
    "year": ("tahun", None),
}
STATES = {
    "entry": EntryState,
    "evaluation": EvaluationState,
    "objection": ObjectionState,
    "skp": SkpState,
}
#: what was asked before a predicate was set (domain/bias.py)
QUESTIONS = {
    "against_parts": "rating berbeda dari hasil per RHK",
    "against_tone": "rating berbeda dari umpan balik",
    "alike": "ketujuh nilai dasar sejenis",
    "average": "rating tahunan di tengah rating periodik",
    "copied": "rating tahunan sama dengan masa terakhir",
    "everybody_alike": "semua pegawai bernilai sama",
    "late": "umpan balik hanya dari hari terakhir",
    "main_below": "hasil kerja utama di bawah ekspektasi",
    "one_voice": "umpan balik dari satu orang",
    "unheard_behaviour": "belum ada umpan balik atas perilaku",
    "unheard_result": "belum ada umpan balik atas hasil kerja",
}


def words(content: Any, action: str) -> list[str]:
    """One line for each stored value: "golongan: III/b"."""
    if not isinstance(content, dict):
        return [] if content is None else [str(content)]
    return [_line(key, value, action) for key, value in content.items()]


def _line(key: str, value: Any, action: str) -> str:
    name, kind = FIELDS.get(key, (key, None))
    if key == "state":
        name, kind = "keadaan", STATES.get(action.partition(".")[0])
    if key == "kind" and action.startswith("absence."):
        name, kind = "jenis", AbsenceKind
    day = dates.parse(key)
    return f"{formats.tanggal(day) if day else name}: {_said(key, value, kind)}"


def _said(key: str, value: Any, kind: type[Enum] | None) -> str:
    if key == "gpa" and value is not None:
        return study.printed(value)
    if key == "questions":
        return ", ".join(QUESTIONS.get(code, code) for code in value.split(", "))
    return _value(value, kind)


def _value(value: Any, kind: type[Enum] | None) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return ", ".join(_value(one, kind) for one in value) or "–"
    if isinstance(value, dict):
        return ", ".join(f"{_value(v, None)} {FIELDS.get(k, (k,))[0]}" for k, v in value.items())
    if kind is not None and value in [member.value for member in kind]:
        return label(kind(value))
    day = dates.parse(value) if isinstance(value, str) else None
    return formats.tanggal(day) if day else "–" if value in (None, "") else str(value)
