"""Before and after of an event as a person reads them."""

from enum import Enum
from typing import Any

from skpweb.domain.calendar import PeriodKind
from skpweb.domain.lifecycle import EntryState, EvaluationState, ObjectionState, SkpState
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import (
    AbsenceKind,
    Acting,
    Approach,
    EmploymentStatus,
    JobLevel,
    PositionKind,
)
from skpweb.labels import label
from skpweb.office import dates
from skpweb.web import formats

#: stored key -> words, and the enum of its values where it has one
FIELDS: dict[str, tuple[str, type[Enum] | None]] = {
    "acting": ("sebagai", Acting),
    "activity": ("kegiatan", None),
    "actor": ("pelaku", None),
    "approach": ("pendekatan", Approach),
    "assessor_id": ("penilai, nomor pegawai", None),
    "back_title": ("gelar belakang", None),
    "backfill_days": ("batas mengisi jurnal", None),
    "bad": ("galat", None),
    "basis": ("dasar", None),
    "behaviour": ("rating perilaku kerja", Rating),
    "changed": ("berubah", None),
    "closes_on": ("ditutup", None),
    "contact": ("pemberi kode", None),
    "contract_ends_on": ("kontrak berakhir", None),
    "contract_starts_on": ("kontrak mulai", None),
    "counts": ("jumlah", None),
    "decided_by": ("ditetapkan oleh", None),
    "decided_on": ("tanggal penetapan", None),
    "delivered_on": ("diserahkan", None),
    "due_on": ("paling lambat", None),
    "emblem_sha256": ("sidik gambar lambang", None),
    "ends_on": ("berakhir", None),
    "file": ("berkas", None),
    "former": ("predikat semula", Predicate),
    "front_title": ("gelar depan", None),
    "heard_assessor": ("penilai didengar", None),
    "heard_on": ("pemeriksaan", None),
    "heard_owner": ("pegawai didengar", None),
    "is_activation": ("kode aktivasi", None),
    "is_admin": ("admin teknis", None),
    "is_independent": ("unit kerja mandiri", None),
    "is_team": ("tim pengelola kinerja", None),
    "job_level": ("jenjang", JobLevel),
    "kind": ("tentang", None),
    "leads_unit": ("memimpin unit", None),
    "left_on": ("hari terakhir bekerja", None),
    "left_reason": ("alasan berhenti", None),
    "level": ("capaian", OrganisationLevel),
    "name": ("nama", None),
    "new": ("baru", None),
    "nip": ("NIP", None),
    "opens_on": ("dibuka", None),
    "paper": ("kertas", None),
    "parent_id": ("induk, nomor unit", None),
    "parent_name": ("instansi induk", None),
    "period_kind": ("evaluasi periodik", PeriodKind),
    "place": ("tempat", None),
    "address": ("alamat", None),
    "position_kind": ("jenis jabatan", PositionKind),
    "position_name": ("jabatan", None),
    "posting_id": ("penempatan nomor", None),
    "predicate": ("predikat", Predicate),
    "questions": ("pertanyaan yang tampil", None),
    "rank": ("golongan", None),
    "received_on": ("diterima", None),
    "reported_up_on": ("dilaporkan", None),
    "returned_on": ("dikembalikan", None),
    "result": ("rating hasil kerja", Rating),
    "same": ("sama", None),
    "senior_assessor_id": ("atasan penilai, nomor pegawai", None),
    "sha256": ("sidik berkas", None),
    "skp_due_on": ("batas penetapan SKP", None),
    "starts_on": ("mulai", None),
    "statement": ("rumusan", None),
    "status": ("status pegawai", EmploymentStatus),
    "timezone": ("zona waktu", None),
    "unit_id": ("unit nomor", None),
    "username": ("nama pengguna", None),
    "version": ("versi yang dilihat", None),
    "work_days": ("hari kerja seminggu", None),
    "year": ("tahun", None),
}
STATES = {
    "entry": EntryState,
    "evaluation": EvaluationState,
    "objection": ObjectionState,
    "skp": SkpState,
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
    return f"{formats.tanggal(day) if day else name}: {_value(value, kind)}"


def _value(value: Any, kind: type[Enum] | None) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dict):
        return ", ".join(f"{_value(v, None)} {FIELDS.get(k, (k,))[0]}" for k, v in value.items())
    if kind is not None and value in [member.value for member in kind]:
        return label(kind(value))
    day = dates.parse(value) if isinstance(value, str) else None
    return formats.tanggal(day) if day else "–" if value in (None, "") else str(value)
