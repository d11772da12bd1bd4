"""The closed vocabularies of planning and review, stored as their values.

The Indonesian words a person reads stand in ``skpweb/labels.py``; the values
here are what the database keeps and never change.
"""

from enum import StrEnum


class Form(StrEnum):
    """Which family of forms an SKP uses (PermenPANRB 6/2022 p.32-34, 55-57)."""

    LEADER = "leader"  # JPT and pimpinan unit kerja mandiri: A.1.1, A.1.2
    STAFF = "staff"  # pejabat administrasi and pejabat fungsional: A.1.6, A.1.7


class Approach(StrEnum):
    """Pendekatan hasil kerja."""

    QUALITATIVE = "qualitative"
    QUANTITATIVE = "quantitative"


class RhkKind(StrEnum):
    """Priority of a result: utama (high) or tambahan (low)."""

    MAIN = "main"
    ADDITIONAL = "additional"


class Aspect(StrEnum):
    """Aspect of a JA/JF indicator (p.53)."""

    QUANTITY = "quantity"
    QUALITY = "quality"
    TIME = "time"
    COST = "cost"


class Perspective(StrEnum):
    """Perspective of a JPT/PUKM indicator (p.31)."""

    RECIPIENT = "recipient"
    PROCESS = "process"
    STRENGTHENING = "strengthening"
    BUDGET = "budget"


class AppendixPart(StrEnum):
    """The three parts of the Lampiran SKP, form A.1.8 (p.61)."""

    RESOURCES = "resources"
    ACCOUNTABILITY = "accountability"
    CONSEQUENCES = "consequences"


class ControlLevel(StrEnum):
    """Kualitas dan tingkat kendali of a head's indicator, form A.1.3 (p.38)."""

    OUTCOME = "outcome"
    INTERMEDIATE_OUTCOME = "intermediate_outcome"
    LOW_CONTROL_OUTPUT = "low_control_output"


class ReportingPeriod(StrEnum):
    """Periode pelaporan of a head's indicator, form A.1.3 (p.38)."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class FeedbackSource(StrEnum):
    """Who gives feedback (p.69-70)."""

    LEADER = "leader"
    TEAM_LEADER = "team_leader"
    PEER = "peer"
    SUBORDINATE = "subordinate"
    OTHER = "other"


class FeedbackTone(StrEnum):
    """What a feedback is meant as."""

    APPRECIATION = "appreciation"
    ADVICE = "advice"
    DIRECTION = "direction"


class EmploymentStatus(StrEnum):
    """Kind of employee; OFFICIAL is a superior who is not ASN (a Bupati)."""

    PNS = "pns"
    CPNS = "cpns"
    PPPK = "pppk"
    PPPK_PART_TIME = "pppk_part_time"
    OFFICIAL = "official"


class PositionKind(StrEnum):
    """Jenis jabatan (UU 20/2023; the forms keep JPT/JA/JF)."""

    JPT = "jpt"
    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    FUNCTIONAL = "functional"
    EXECUTOR = "executor"
    OFFICIAL = "official"


class JobLevel(StrEnum):
    """Jenjang jabatan fungsional (PermenPANRB 1/2023)."""

    AHLI_PERTAMA = "ahli_pertama"
    AHLI_MUDA = "ahli_muda"
    AHLI_MADYA = "ahli_madya"
    AHLI_UTAMA = "ahli_utama"
    PEMULA = "pemula"
    TERAMPIL = "terampil"
    MAHIR = "mahir"
    PENYELIA = "penyelia"


class Acting(StrEnum):
    """Capacity in which a post is held."""

    DEFINITIVE = "definitive"
    PLT = "plt"
    PLH = "plh"


class Duty(StrEnum):
    """What a day's work belongs to: a planned result, or work beside the plan."""

    PLANNED = "planned"  # a rencana aksi or an RHK
    ADDITIONAL = "additional"  # tugas tambahan
    ORDER = "order"  # perintah langsung of a superior
    OTHER = "other"  # neither is said


class EntrySource(StrEnum):
    """How a journal entry came in."""

    TYPED = "typed"
    PASTED = "pasted"  # rows from a spreadsheet, pasted or uploaded
    SHEET = "sheet"  # the field sheet, filled without a signal
    COPIED = "copied"  # repeated, from a favourite, or duplicated to another date


class LinkState(StrEnum):
    """What was found behind a link of evidence."""

    UNCHECKED = "unchecked"
    FINE = "fine"
    PRIVATE = "private"  # asks for a sign-in: the penilai cannot open it
    DEAD = "dead"
    UNREACHABLE = "unreachable"  # this server's network does not get there


class AbsenceKind(StrEnum):
    """Why somebody does not work (and need not fill the journal) for some days."""

    ANNUAL = "annual"  # cuti tahunan
    SICK = "sick"
    MATERNITY = "maternity"
    IMPORTANT = "important"  # cuti karena alasan penting
    LONG = "long"  # cuti besar
    UNPAID = "unpaid"  # cuti di luar tanggungan negara
    STUDY = "study"  # tugas belajar
    SUSPENDED = "suspended"  # pemberhentian sementara
    PRE_RETIREMENT = "pre_retirement"  # masa persiapan pensiun
    STATE_OFFICIAL = "state_official"  # pejabat negara, lembaga nonstruktural


class ResultMeasure(StrEnum):
    """What a capaian kinerja organisasi was drawn from (p.92-93)."""

    ACTION_PLAN = "action_plan"  # periodic: rencana aksi of the perjanjian kinerja
    TRAJECTORY = "trajectory"  # periodic: trajectory target
    INDICATORS = "indicators"  # yearly: IKU, ekspektasi pimpinan, indeks RB


class Degree(StrEnum):
    """What somebody on tugas belajar studies for, as the tables of p.63 group it."""

    BACHELOR = "bachelor"  # S-1
    HIGHER = "higher"  # profesi, S-2, S-3


class Accreditation(StrEnum):
    """Akreditasi of a university or a programme, as p.63 names it."""

    A = "a"
    B = "b"
    C = "c"


class StandInKind(StrEnum):
    """In which capacity somebody decides in a penilai's place."""

    DELEGATE = "delegate"
    PLT = "plt"
    PLH = "plh"
