"""The regulation's own filled examples, entered through the pages and read back from the PDFs."""

from unicodedata import normalize

import pytest
from flask import Flask

from tests.documents.reading import missing_in_order, whole_text
from tests.office import SmallOffice
from tests.regulation import entering, words
from tests.regulation.stage import Stage, example, examples


@pytest.mark.parametrize("name", examples("skp"))
def test_every_row_of_an_skp_is_on_its_form(app: Flask, office: SmallOffice, name: str) -> None:
    stage = Stage(app, office, example(name))
    entering.skp(stage)
    folder = f"{entering.SKP}versions/1/"
    assert missing_in_order(fetched(stage, f"{folder}skp.pdf"), words.skp(stage)) == []
    given = stage.example["appendix"]
    text = fetched(stage, f"{folder}lampiran.pdf")
    assert missing_in_order(text, words.appendix(given)) == []
    if "manuals" in stage.example:
        wanted = [plain(text) for text in words.manuals(stage.example)]
        text = fetched(stage, f"{folder}manual.pdf")
        assert missing_in_order(plain(text), wanted) == []


@pytest.mark.parametrize("name", examples("evaluation"))
def test_every_row_of_an_evaluation_is_on_its_form(
    app: Flask, office: SmallOffice, name: str
) -> None:
    stage = Stage(app, office, example(name))
    entering.skp(stage)
    path = entering.evaluation(stage)
    text = fetched(stage, f"{path}evaluation.pdf")
    assert missing_in_order(text, words.evaluation(stage)) == []


def plain(text: str) -> str:
    """Letters of formulas as ordinary ones, as the PDF draws them."""
    return normalize("NFKC", text)


def fetched(stage: Stage, path: str) -> str:
    """The words of a final PDF as the Pegawai gets it."""
    answer = stage[stage.employee].client.get(path)
    assert answer.mimetype == "application/pdf", answer.status
    text = whole_text(answer.data)
    assert "DRAF" not in text
    return text
