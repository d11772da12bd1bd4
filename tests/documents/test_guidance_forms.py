"""B.1.6 to B.1.10 beside the regulation (p.80-87): words in order, signatures, page and draft."""

import re
from dataclasses import replace

import pytest

from skpweb.documents import forms
from skpweb.documents.render import render
from tests.documents.guidance_sample import BOTH, GUIDED, PERIOD, WORDS
from tests.documents.reading import joined, missing_in_order, page_texts, paper, whole_text


@pytest.mark.parametrize("code", WORDS)
def test_the_form_holds_the_regulations_words_in_order(code: str) -> None:
    pdf = render(GUIDED[code], code)
    text = whole_text(pdf)
    assert missing_in_order(text, WORDS[code]) == []
    assert paper(pdf) == (210, 297) and "Tidak dicetak" not in text
    assert (PERIOD in text) is (code in ("B.1.6", "B.1.7"))  # only these two print it


@pytest.mark.parametrize("code", ["B.1.6", "B.1.7"])
def test_both_sign_a_bimbingan(code: str) -> None:
    text = whole_text(render(GUIDED[code], code))
    signed = joined(text[text.rindex("Contohsari, 13 Januari 2026") - 250 :])
    assert [piece for piece in BOTH if joined(piece) not in signed] == []


def test_a_long_draft_goes_over_pages_and_says_that_it_is_one() -> None:
    rows = [{"indicator": "Cakupan " * 20, "strategy": "Kunjungan " * 40, "adjust": "YA"}] * 12
    content = GUIDED["B.1.6"]
    long = replace(content, body=dict(content.body) | {"steps": rows}, draft=True, signed_on=None)
    texts = page_texts(render(long, "B.1.6"))
    assert len(texts) > 1 and all("DRAF" in text and "Format B.1.6" in text for text in texts)


def test_an_empty_form_has_lines_to_write_on() -> None:
    text = whole_text(render(replace(GUIDED["B.1.9"], body={}), "B.1.9"))
    assert "…" in text and missing_in_order(text, ["3 Teknis", "1.", "REKOMENDASI"]) == []


def test_the_nine_statements_stand_in_three_blocks_as_printed() -> None:
    made = forms.markup(GUIDED["B.1.8"], "B.1.8")
    assert "".join(re.findall(r'<td class="(\w+)" style="width: 49%">\d', made)) == (
        "downthroughup" * 3
    )
    assert re.findall(r'head-cell" style="width: (\d+)%', made)[-3:] == ["30", "49", "21"]
