"""The regulation's own filled examples, entered through the pages and read back from the PDFs."""

from unicodedata import normalize

import pytest
from flask import Flask

from tests.documents.reading import bold_text, joined, missing_in_order, whole_text
from tests.office import SmallOffice
from tests.regulation import entering, words
from tests.regulation.stage import Stage, example, examples


@pytest.mark.parametrize("name", examples("skp"))
def test_every_row_of_an_skp_is_on_its_form(app: Flask, office: SmallOffice, name: str) -> None:
    stage = Stage(app, office, example(name))
    entering.skp(stage)
    folder = f"{entering.SKP}versions/1/"
    text = whole_text(fetched(stage, f"{folder}skp.pdf"))
    assert missing_in_order(text, words.skp(stage)) == []
    given = stage.example["appendix"]
    text = whole_text(fetched(stage, f"{folder}lampiran.pdf"))
    assert missing_in_order(text, words.appendix(given)) == []
    if "manuals" in stage.example:
        wanted = [plain(text) for text in words.manuals(stage.example)]
        text = whole_text(fetched(stage, f"{folder}manual.pdf"))
        assert missing_in_order(plain(text), wanted) == []


@pytest.mark.parametrize("name", examples("evaluation"))
def test_every_row_of_an_evaluation_is_on_its_form(
    app: Flask, office: SmallOffice, name: str
) -> None:
    stage = Stage(app, office, example(name))
    entering.skp(stage)
    path = entering.evaluation(stage)
    pdf = fetched(stage, f"{path}evaluation.pdf")
    assert missing_in_order(whole_text(pdf), words.evaluation(stage)) == []
    assert bold_text(pdf) == joined("".join(words.chosen(stage.example)))


def plain(text: str) -> str:
    """Letters of formulas as ordinary ones, as the PDF draws them."""
    return normalize("NFKC", text)


def fetched(stage: Stage, path: str) -> bytes:
    """A final PDF as the Pegawai gets it."""
    answer = stage[stage.employee].client.get(path)
    assert answer.mimetype == "application/pdf", answer.status
    assert "DRAF" not in whole_text(answer.data)
    return answer.data
