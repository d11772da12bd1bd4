"""One person's year as form contents; every text in it is made up."""

from dataclasses import replace
from datetime import date

from skpweb.documents.content import (
    Appendix,
    Behaviour,
    ChangedDocumentContent,
    DocumentContent,
    Done,
    EvaluationContent,
    FeedbackContent,
    Indicator,
    Manual,
    Party,
    ProgressContent,
    Remark,
    Rhk,
    SeniorDocumentContent,
    SkpContent,
    Step,
    StepGroup,
    StepsContent,
)
from skpweb.domain.behaviour import CoreValue
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import Approach, ControlLevel, Form, ReportingPeriod, RhkKind

EMPLOYEE = Party(
    "Siti Aminah, A.Md.Keb.",
    "199001172015032007",
    "Penata Muda / III/a",
    "Bidan Mahir",
    "UPTD Puskesmas Contohsari",
)
ASSESSOR = Party(
    "dr. Budi Santoso",
    "197805122006041003",
    "Pembina / IV/a",
    "Kepala UPTD Puskesmas Contohsari",
    "UPTD Puskesmas Contohsari",
)
HEAD = Party(
    "Drs. Agus Wibowo, M.Si.",
    "196903031994031002",
    "Pembina Utama Muda / IV/c",
    "Kepala Dinas Kesehatan",
    "Dinas Kesehatan Kabupaten Contoh",
)


def indicator(number: int, aspect: str = "Kuantitas") -> Indicator:
    return Indicator(
        statement=f"Persentase ibu hamil yang mendapat pelayanan antenatal lengkap {number}",
        target="90–95% dari sasaran",
        aspect=aspect,
        perspective="Penerima Layanan",
        realisation="93% berdasarkan kohort ibu",
        feedback=(Remark("Pimpinan", "Pertahankan, catatan kohort makin rapi."),),
    )


def rhk(number: int, kind: RhkKind = RhkKind.MAIN) -> Rhk:
    return Rhk(
        kind=kind,
        statement=f"Ibu hamil di wilayah kerja terlayani sesuai standar ({number})",
        indicators=tuple(indicator(number, one) for one in ("Kuantitas", "Kualitas", "Waktu")),
        intervened="Meningkatnya kualitas pelayanan puskesmas. Indikator Kinerja Individu: "
        "keluhan pelayanan antenatal turun dibanding tahun lalu",
        assigner="Kepala Puskesmas",
    )


SKP = {
    "form": Form.STAFF,
    "approach": Approach.QUANTITATIVE,
    "institution": "Pemerintah Kabupaten Contoh",
    "starts_on": date(2026, 1, 1),
    "ends_on": date(2026, 12, 31),
    "employee": EMPLOYEE,
    "assessor": ASSESSOR,
    "rhks": (*(rhk(number) for number in range(1, 5)), rhk(5, RhkKind.ADDITIONAL)),
    "behaviours": (
        Behaviour(
            CoreValue.SERVICE,
            "Menjawab pertanyaan ibu hamil pada hari yang sama.",
            (Remark("Rekan kerja setingkat (Rina)", "Ramah dan cekatan saat antrean panjang."),),
        ),
    ),
    "place": "Contohsari",
    "signed_on": date(2026, 1, 13),
}


def skp(**changes: object) -> SkpContent:
    appendix = Appendix(
        ("Kendaraan untuk kunjungan rumah",),
        ("Hasil dilaporkan setiap minggu", "Kendala dilaporkan hari itu juga"),
        ("Diusulkan sebagai bidan teladan",),
    )
    return SkpContent(**{**SKP, "appendix": appendix, **changes})


def evaluation(**changes: object) -> EvaluationContent:
    rated = {
        "period_name": "TRIWULAN III",
        "organisation_level": OrganisationLevel.GOOD,
        "result_rating": Rating.MEETS,
        "behaviour_rating": Rating.ABOVE,
        "predicate": Predicate.GOOD,
    }
    return EvaluationContent(**{**SKP, **rated, **changes})


def said(**changes: object) -> FeedbackContent:
    own = {"period_name": "TRIWULAN III", "signed_on": None}
    return FeedbackContent(**{**SKP, **own, **changes})


def document(kind: type[DocumentContent] = DocumentContent, **changes: object) -> DocumentContent:
    shared = ("institution", "starts_on", "ends_on", "employee", "assessor", "place", "signed_on")
    own = {
        "period_name": "AKHIR",
        "senior_assessor": HEAD,
        "organisation_level": OrganisationLevel.GOOD,
        "predicate": Predicate.POOR,
        "notes": "Perlu pendampingan pencatatan kohort.\nIkut pelatihan pada Maret 2027.",
    }
    return kind(**{**{name: SKP[name] for name in shared}, **own, **changes})


def step(number: int) -> Step:
    done = Done(12, 3, 1, (("ibu hamil", 1480),), ("https://bukti.example.invalid/kohort", "k.pdf"))
    text = f"Melayani pemeriksaan ibu hamil di posyandu {number}"
    return Step(text, ("Target: TW I 450 ibu hamil; TW II 500 ibu hamil",), done=done)


def group(number: int, *steps: Step) -> StepGroup:
    reported = ("Persentase pelayanan antenatal: 93% berdasarkan kohort ibu",)
    return StepGroup(f"Ibu hamil terlayani sesuai standar ({number})", steps, reported)


def planned(documented: bool, **changes: object) -> StepsContent:
    shared = ("institution", "starts_on", "ends_on", "employee", "assessor", "place")
    groups = (group(1, step(1), step(2)), group(2, step(3)))
    kind = ProgressContent if documented else StepsContent
    return kind(**{**{name: SKP[name] for name in shared}, "groups": groups, **changes})


MANUALS = tuple(
    Manual(
        "Meningkatnya kualitas pelayanan puskesmas",
        f"Indeks kepuasan masyarakat {number}",
        purpose="Mengetahui mutu layanan",
        definition="Nilai survei kepuasan dua kali setahun",
        formula="Jumlah nilai / jumlah responden",
        unit="Indeks",
        control_level=ControlLevel.INTERMEDIATE_OUTCOME,
        source="Survei kepuasan",
        reporting=ReportingPeriod.HALF_YEARLY,
    )
    for number in (1, 2)
)
LEADER = {"form": Form.LEADER, "employee": replace(ASSESSOR), "assessor": HEAD}
WORDS = {"approach": Approach.QUALITATIVE}

#: form code -> an ordinary content of it
SAMPLES = {
    "A.1.1": skp(**LEADER, **WORDS),
    "A.1.2": skp(**LEADER),
    "A.1.3": skp(**LEADER, manuals=MANUALS),
    "A.1.6": skp(**WORDS),
    "A.1.7": skp(),
    "A.1.8": skp(),
    "B.1.1": planned(False),
    "B.1.2": planned(True),
    "B.1.3": said(**WORDS),
    "B.1.4": said(**LEADER),
    "B.1.5": said(),
    "C.1.1": evaluation(**WORDS),
    "C.1.2": evaluation(**LEADER),
    "C.1.3": evaluation(),
    "D.1.1": document(),
    "D.1.2": document(SeniorDocumentContent),
    "D.1.3": document(
        ChangedDocumentContent,
        objection="Rak arsip baru datang pada bulan Agustus.",
        explanation="Target sudah disesuaikan pada bulan Juli.",
        decision="Hasil diubah.\nPredikat kinerja pegawai: Baik",
        decided_on=date(2026, 1, 28),
    ),
}
