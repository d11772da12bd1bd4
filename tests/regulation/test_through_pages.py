"""The regulation's own filled examples, entered through the pages and read back from the PDFs."""

from typing import Any

import pytest
from flask import Flask

from skpweb import labels
from skpweb.domain.behaviour import PANDUAN, CoreValue
from skpweb.domain.terms import Aspect, Perspective
from tests.documents import wording
from tests.documents.reading import missing_in_order, whole_text
from tests.office import SmallOffice
from tests.regulation import entering
from tests.regulation.stage import Stage, example, examples

FORMS = {
    ("leader", "qualitative"): "A.1.1",
    ("leader", "quantitative"): "A.1.2",
    ("staff", "qualitative"): "A.1.6",
    ("staff", "quantitative"): "A.1.7",
}


@pytest.mark.parametrize("name", examples("skp", "appendix", "manual"))
def test_every_row_of_an_skp_is_on_its_form(app: Flask, office: SmallOffice, name: str) -> None:
    stage = Stage(app, office, example(name))
    entering.skp(stage)
    path = f"{entering.SKP}versions/1/"
    text = whole_text(fetched(stage, f"{path}skp.pdf"))
    assert missing_in_order(text, skp_words(stage)) == []
    if any(stage.example["appendix"].values()):
        text = whole_text(fetched(stage, f"{path}lampiran.pdf"))
        assert missing_in_order(text, appendix_words(stage.example["appendix"])) == []


def fetched(stage: Stage, path: str) -> bytes:
    """A PDF as the Pegawai gets it."""
    answer = stage[stage.employee].client.get(path)
    assert answer.mimetype == "application/pdf", answer.status
    assert b"DRAF" not in answer.data
    return answer.data


def skp_words(stage: Stage) -> list[str]:
    """All that the form must hold, one after the other."""
    shown = stage.example
    form = FORMS[shown["form"], shown["approach"]]
    printed = wording.EXPECTED[form]
    return [
        *printed[: printed.index("HASIL KERJA") - len(wording.PARTIES)],
        *party_words(stage),
        *printed[printed.index("HASIL KERJA") :][: column_titles(form)],
        *work_words(shown),
        *behaviour_words(shown, "**" if form == "A.1.7" else "*"),
        "Pegawai yang Dinilai",
        stage.name(stage.employee),
        "Pejabat Penilai Kinerja",
        stage.name(stage.assessor),
        *([wording.INTERVENED] if form == "A.1.7" else []),
        wording.SPECIAL,
    ]


def column_titles(form: str) -> int:
    """How many pieces of the form's words head the table HASIL KERJA."""
    return 3 if form in {"A.1.2", "A.1.7"} else 1


def party_words(stage: Stage) -> list[str]:
    """The party table line by line."""
    employee, assessor = stage.example["employee"], stage.example["assessor"]
    return [
        wording.PERIOD, wording.PARTIES[1],
        "NAMA", stage.name(stage.employee), "NAMA", stage.name(stage.assessor), "NIP",
        "PANGKAT/", "JABATAN", employee["position"], "JABATAN", assessor["position"],
        "UNIT KERJA", employee["unit"], assessor["unit"],
    ]  # fmt: skip


def work_words(shown: dict[str, Any]) -> list[str]:
    """The sections and their rows, cell by cell."""
    words = ["A. UTAMA"]
    for one in shown["rhks"]:
        if one["kind"] == "additional" and "B. TAMBAHAN" not in words:
            words.append("B. TAMBAHAN")
        words += rhk_words(one, shown)
    return words if "B. TAMBAHAN" in words else [*words, "B. TAMBAHAN"]


def rhk_words(one: dict[str, Any], shown: dict[str, Any]) -> list[str]:
    """An RHK with its indicators as the form's columns order them."""
    table = shown["approach"] == "quantitative"
    named = one["assigner"] and not (table and shown["form"] == "staff")
    words = [one["intervened"] or ""] if table and shown["form"] == "staff" else []
    words += [one["statement"], f"(Penugasan dari {one['assigner']})" if named else ""]
    if not table:
        words.append("Indikator Kinerja Individu")
    for row in one["indicators"]:
        aspect = labels.label(Aspect(row["aspect"])) if row["aspect"] and table else ""
        view = labels.label(Perspective(row["perspective"])) if row["perspective"] else ""
        words += [aspect, row["statement"], row["target"], view]
    return words


def behaviour_words(shown: dict[str, Any], star: str) -> list[str]:
    """The seven values with their panduan and what is expected."""
    words = [f"PERILAKU KERJA{star}"]
    for title, one in zip(wording.VALUES, shown["behaviours"], strict=True):
        panduan = PANDUAN[CoreValue(one["value"])]
        words += [title, *panduan, "Ekspektasi Khusus Pimpinan:"]
        words += one["expectation"].splitlines()
    return words


def appendix_words(shown: dict[str, list[str]]) -> list[str]:
    """The Lampiran line by line."""
    parts = ("DUKUNGAN SUMBER DAYA", "resources"), ("SKEMA PERTANGGUNGJAWABAN", "accountability")
    words = ["LAMPIRAN SASARAN KINERJA PEGAWAI", wording.PERIOD]
    for title, part in (*parts, ("KONSEKUENSI", "consequences")):
        words += [title, *shown[part]]
    return words
