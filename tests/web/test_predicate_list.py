"""Penetapan predikat dan distribusi of a unit over HTTP: what the list says."""

import io

import pytest
from flask import Flask
from openpyxl import load_workbook

from tests import records
from tests.documents import reading
from tests.office import SmallOffice
from tests.web.scene import Scene
from tests.web.unit_scene import rated_unit, unit


@pytest.fixture
def scene(app: Flask, office: SmallOffice) -> Scene:
    """A unit with one rated person."""
    return rated_unit(app, office)


def sheet(scene: Scene, name: str) -> list[tuple[object, ...]]:
    answer = scene.camat.client.get(f"{unit(scene)}{scene.window}/daftar-predikat.xlsx")
    return list(load_workbook(io.BytesIO(answer.data))[name].iter_rows(values_only=True))


def test_the_list_of_predicates(scene: Scene) -> None:
    people = sheet(scene, "Predikat")
    assert people[1][0] == "Daftar kerja, bukan format PermenPANRB 6/2022"
    assert people[-2][1:4] == (SmallOffice.NIPS["iwan"], "Iwan Permadanu",
                               "Pengolah Data dan Informasi")  # fmt: skip
    assert people[-2][5:8] == ("Di atas ekspektasi", "Di atas ekspektasi", "Sangat Baik")
    assert people[-1][2] == "Yuli Anggrawati" and people[-1][7] == "Belum ditetapkan"
    spread = sheet(scene, "Distribusi")
    assert ("Sangat Baik", 1, "–") in [row[:3] for row in spread]
    limits = [row for row in spread if row[1] == "paling banyak 70 %"]
    assert limits[0][:1] + limits[0][2:4] == ("Baik", "0 dari 1 pegawai", "Terlalu sedikit pegawai")
    pdf = scene.team.client.get(f"{unit(scene)}{scene.window}/daftar-predikat.pdf").data
    said = [
        "PENETAPAN PREDIKAT DAN DISTRIBUSI", "Triwulan III 2026", "Daftar kerja, bukan format",
        "Capaian kinerja organisasi: Baik", "Iwan Permadanu", "Sangat Baik", "Yuli Anggrawati",
        "Belum ditetapkan", "SE MENTERI PANRB NOMOR 3 TAHUN 2023", "Kurang dari 5 pegawai",
        "Camat Contohsari", "Drs. Arif Setiawarman",
    ]  # fmt: skip
    assert reading.missing_in_order(reading.whole_text(pdf), said) == []


def test_without_an_organisation_result_there_is_no_guide(scene: Scene) -> None:
    path = f"{unit(scene)}{records_window(scene, 2)}/daftar-predikat.pdf"
    text = reading.whole_text(scene.team.client.get(path).data)
    assert "belum dicatat" in text and "paling banyak" not in text


def records_window(scene: Scene, number: int) -> int:
    with scene.app.app_context():
        return records.window(number)


def test_the_list_asks_the_same_for_one_and_for_many(scene: Scene) -> None:
    path = f"{unit(scene)}{scene.window}/daftar-predikat.xlsx"
    one = scene.team.get(path).queries
    with scene.app.app_context():
        records.approved_skp(scene.office, "stranger", "team")
    assert scene.team.get(path).queries == one <= 12


def test_the_pages_lead_to_it(scene: Scene) -> None:
    target = f"//a[@href='{unit(scene)}']"
    assert scene.team.get("/admin/monitoring/").all(target)
    assert scene.camat.get("/results/").all(target)
    assert scene.camat.get("/review/monitoring/").all(target)
    assert not scene.kasi.get("/results/").all(target)
