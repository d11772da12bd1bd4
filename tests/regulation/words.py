"""What the PDF of an example must hold, one piece after the other, as the form orders it.

The rows are the example's; titles, columns, sections and footnotes those of the form
itself, which the printed examples shorten here and there.
"""

from enum import StrEnum
from typing import Any

from skpweb import labels
from skpweb.documents.forms import LEVELS, PREDICATES, RATINGS
from skpweb.domain.behaviour import PANDUAN, CoreValue
from skpweb.domain.ratings import OrganisationLevel, Predicate, Rating
from skpweb.domain.terms import Aspect, ControlLevel, FeedbackSource, Perspective, ReportingPeriod
from tests.documents import wording
from tests.regulation.stage import Stage

SKP_FORMS = {
    ("leader", "qualitative"): "A.1.1",
    ("leader", "quantitative"): "A.1.2",
    ("staff", "qualitative"): "A.1.6",
    ("staff", "quantitative"): "A.1.7",
}
EVALUATION_FORMS = {"leader": "C.1.2", "staff": "C.1.3"}
MANUAL_TITLES = (
    "RENCANA HASIL KERJA",
    "UKURAN KEBERHASILAN/ INDIKATOR KINERJA",
    "TUJUAN",
    "DESKRIPSI",
    "Definisi",
    "Formula (opsional bagi pendekatan hasil kerja kualitatif)",
)
RATED = wording.BEHAVIOUR_RATED


def skp(stage: Stage) -> list[str]:
    """The SKP on its form."""
    shown = stage.example
    form = SKP_FORMS[shown["form"], shown["approach"]]
    return [
        *titles(form),
        *parties(stage),
        *columns(form),
        *work(stage, named=form != "A.1.7"),
        "PERILAKU KERJA**" if form == "A.1.7" else "PERILAKU KERJA*",
        *behaviours(stage),
        "Pegawai yang Dinilai",
        stage.name(stage.employee),
        "Pejabat Penilai Kinerja",
        stage.name(stage.assessor),
        *([wording.INTERVENED] if form == "A.1.7" else []),
        wording.SPECIAL,
    ]


def evaluation(stage: Stage) -> list[str]:
    """The evaluation on its form."""
    form = EVALUATION_FORMS[stage.example["form"]]
    upper, lower = RATED.index(wording.VALUES[0]), RATED.index("RATING PERILAKU KERJA*")
    return [
        *(piece.replace(" III*", " IV*") for piece in titles(form)),
        *parties(stage),
        *wording.ORGANISATION,
        *columns(form),
        *work(stage, named=form != "C.1.3"),
        *RATED[:upper],
        *behaviours(stage),
        *RATED[lower : RATED.index("Contohsari, 13 Januari 2026")],
        "Contohsari, 24 November 2026",
        "Pejabat Penilai Kinerja",
        stage.name(stage.assessor),
        *RATED[RATED.index(wording.CHOOSE) :],
    ]


def chosen(shown: dict[str, Any]) -> list[str]:
    """What stands in bold on an evaluation: the headings and the one choice under each."""
    return [
        "CAPAIAN KINERJA ORGANISASI*", LEVELS[OrganisationLevel(shown["organisation_level"])],
        "POLA DISTRIBUSI:",
        "RATING HASIL KERJA*", RATINGS[Rating(shown["result_rating"])],
        "RATING PERILAKU KERJA*", RATINGS[Rating(shown["behaviour_rating"])],
        "PREDIKAT KINERJA PEGAWAI*", PREDICATES[Predicate(shown["predicate"])],
    ]  # fmt: skip


def appendix(shown: dict[str, list[str]]) -> list[str]:
    """The Lampiran line by line."""
    words = ["LAMPIRAN SASARAN KINERJA PEGAWAI", wording.PERIOD]
    parts = {"DUKUNGAN SUMBER DAYA": "resources", "SKEMA PERTANGGUNGJAWABAN": "accountability"}
    for title, part in (parts | {"KONSEKUENSI": "consequences"}).items():
        words += [title, *shown[part]]
    return [*words, "Pegawai yang Dinilai", "Pejabat Penilai Kinerja"]


def manuals(shown: dict[str, Any]) -> list[str]:
    """The manuals one after the other, each from its title to the period of reporting."""
    rows = [
        (one["statement"], row["statement"]) for one in shown["rhks"] for row in one["indicators"]
    ]
    words = []
    for one in shown["manuals"]:
        rhk_text, indicator = rows[one["place"]]
        given = [rhk_text, indicator, one["purpose"], "", one["definition"], one["formula"]]
        for title, text in zip(MANUAL_TITLES, given, strict=True):
            words += [title, *text.splitlines()]
        words += ["SATUAN PENGUKURAN", one["unit"], "KUALITAS DAN TINGKAT KENDALI"]
        words += ticks(ControlLevel, one["control_level"])
        words += ["SUMBER DATA", one["source"], "PERIODE PELAPORAN"]
        words += ticks(ReportingPeriod, one["reporting"])
    return words


def ticks(options: type[StrEnum], chosen: str) -> list[str]:
    """All answers to choose from, the chosen one ticked."""
    return [f"({'X' if one == chosen else ''}) {labels.label(one)}" for one in options]


def titles(form: str) -> list[str]:
    """Everything above the party table."""
    printed = wording.EXPECTED[form]
    return printed[: printed.index(wording.PERIOD)]


def columns(form: str) -> list[str]:
    """HASIL KERJA with its columns and their numbers, where a form has them."""
    printed = wording.EXPECTED[form]
    start = printed.index("HASIL KERJA")
    return printed[start : printed.index("A. UTAMA", start)]


def parties(stage: Stage) -> list[str]:
    """The party table line by line."""
    employee, assessor = stage.example["employee"], stage.example["assessor"]
    return [
        wording.PERIOD, wording.PARTIES[1],
        "NAMA", stage.name(stage.employee), "NAMA", stage.name(stage.assessor), "NIP",
        "PANGKAT/", "JABATAN", employee["position"], "JABATAN", assessor["position"],
        "UNIT KERJA", employee["unit"], assessor["unit"],
    ]  # fmt: skip


def work(stage: Stage, *, named: bool) -> list[str]:
    """The sections and their rows, cell by cell; ``named``: with the giver of each assignment."""
    upper = [one for one in stage.example["rhks"] if one["kind"] == "main"]
    lower = [one for one in stage.example["rhks"] if one["kind"] == "additional"]
    rows = {one["statement"]: rhk(stage, one, named) for one in (*upper, *lower)}
    words = [piece for one in upper for piece in rows[one["statement"]]]
    more = [piece for one in lower for piece in rows[one["statement"]]]
    return ["A. UTAMA", *words, "B. TAMBAHAN", *(more or ["- -"])]


def rhk(stage: Stage, one: dict[str, Any], named: bool) -> list[str]:
    """An RHK with its indicators as the form's columns order them."""
    table = stage.example["approach"] == "quantitative"
    words = [one["intervened"]] if one["intervened"] and not named else []
    words.append(one["statement"])
    if named and one["assigner"]:
        words.append(f"(Penugasan dari {one['assigner']})")
    if not table:
        words.append("Indikator Kinerja Individu")
    for row in one["indicators"]:
        aspect = labels.label(Aspect(row["aspect"])) if row["aspect"] else ""
        view = labels.label(Perspective(row["perspective"])) if row["perspective"] else ""
        cells = [aspect, row["statement"], row["target"], view, row["realisation"]]
        words += [cell for cell in cells if cell]
        words += remarks(stage, row["feedback"])
    return words


def behaviours(stage: Stage) -> list[str]:
    """The seven values with their panduan, what is expected and what was said."""
    words = []
    for title, one in zip(wording.VALUES, stage.example["behaviours"], strict=True):
        panduan = PANDUAN[CoreValue(one["value"])]
        words += [title, *panduan, "Ekspektasi Khusus Pimpinan:"]
        words += [*one["expectation"].splitlines(), *remarks(stage, one["feedback"])]
    return words


def remarks(stage: Stage, given: list[dict[str, str]]) -> list[str]:
    """Umpan balik with its source; behind all but the Pimpinan stands who gave it."""
    words = []
    for one in given:
        below = one["source"] == "subordinate"  # "Pegawai (nama)", p.206
        source = "Pegawai" if below else labels.label(FeedbackSource(one["source"]))
        if one["source"] != "leader":
            source += f" ({stage.name(stage.giver(one['source']))})"
        words.append(f"{source}: {one['text']}")
    return words
