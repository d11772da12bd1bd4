"""Whatever fits the fields is printed whole: no crash, no overflow, nothing shrunk or fetched."""

import socket
from dataclasses import replace

import pytest

from skpweb.documents.content import Appendix, Behaviour, Remark
from skpweb.documents.prose import LONGEST, paragraphs
from skpweb.documents.render import draw, pages, render
from skpweb.domain.behaviour import CoreValue
from tests.documents.reading import joined, page_texts, sizes, whole_text
from tests.documents.sample import SAMPLES, indicator, rhk

#: the sizes form.css names
DECLARED = {7.5, 8.0, 8.5, 9.0, 10.0, 12.0, 130.0}
#: forms of another shape
OTHERS = {"A.1.3", "A.1.8", "B.1.1", "B.1.2", "D.1.1", "D.1.2", "D.1.3"}
FORMS = [code for code in SAMPLES if code not in OTHERS]
WORDS = [f"kata{number}" for number in range(700)]
LONG = " ".join(WORDS)[:6000].rsplit(" ", 1)[0]
COUNT = LONG.count(" ") + 1


def drawn(code: str, **changes: object) -> bytes:
    pdf = render(replace(SAMPLES[code], **changes), code)
    assert sizes(pdf) <= DECLARED
    assert len(page_texts(pdf)) == pages(pdf)
    return pdf


@pytest.mark.parametrize("code", FORMS)
def test_a_long_rhk_is_printed_whole(code: str) -> None:
    text = whole_text(drawn(code, rhks=(replace(rhk(1), statement=LONG), rhk(2))))
    printed = set(text.split())
    assert [word for word in WORDS[:COUNT] if word not in printed] == []


@pytest.mark.parametrize("code", FORMS)
def test_long_text_in_every_field_is_printed_whole(code: str) -> None:
    rows = replace(
        rhk(1),
        statement=LONG,
        intervened=LONG,
        indicators=(replace(indicator(1), statement=LONG, realisation=LONG, target=LONG[:500]),)
        * 2,
        feedback=(Remark("Pimpinan", LONG),),
    )
    values = tuple(Behaviour(value, LONG[:2000], (Remark("A", LONG),)) for value in CoreValue)
    text = joined(whole_text(drawn(code, rhks=(rows,), behaviours=values)))
    assert [word for word in WORDS[:COUNT] if word not in text] == []
    assert text.count(f"{WORDS[COUNT - 1]}") >= 3


@pytest.mark.parametrize("code", FORMS)
def test_forty_indicators_are_all_printed(code: str) -> None:
    many = tuple(replace(indicator(n), statement=f"ukuran-{n}.") for n in range(40))
    text = joined(whole_text(drawn(code, rhks=(replace(rhk(1), indicators=many), rhk(2)))))
    assert [n for n in range(40) if f"ukuran-{n}." not in text] == []


@pytest.mark.parametrize(("code", "letter"), [*((code, "W") for code in FORMS), ("C.1.3", "é")])
def test_a_word_of_300_letters_stays_in_its_cell(code: str, letter: str) -> None:
    word = letter * 300
    one = replace(indicator(1), statement=word, target=word, realisation=word, aspect="Kuantitas")
    row = replace(rhk(1), statement=word, intervened=word, assigner=word, indicators=(one,))
    text = joined(whole_text(drawn(code, rhks=(row,))))
    assert text.count(letter) >= 3 * 300


@pytest.mark.parametrize("letter", ["W", "日"])
@pytest.mark.parametrize("length", [120, 240, 300, 420])
def test_groups_of_any_height_fit(letter: str, length: int) -> None:
    one = replace(indicator(1), statement=letter * length)
    row = replace(rhk(1), statement=letter * length, indicators=(one,) * 5)
    drawn("A.1.7", rhks=(row,) * 2)
    drawn("C.1.3", rhks=(row,) * 2)


@pytest.mark.parametrize("code", FORMS)
def test_signs_beyond_the_main_font_are_printed(code: str) -> None:
    signs = "Şükrü čćžšđ → ≥ 90 ≤ 100 ✓ ☑ ½ € “kutip” – — ﬁ"
    text = whole_text(drawn(code, rhks=(replace(rhk(1), statement=signs),)))
    for sign in ("Şükrü", "čćžšđ", "→", "≥", "≤", "✓", "☑", "½", "€", "“kutip”", "—"):
        assert sign in text


def test_letters_of_a_formula_are_printed_as_plain_ones() -> None:
    text = whole_text(drawn("A.1.7", rhks=(replace(rhk(1), statement="∑ 𝑠𝑒ℎ𝑎𝑡 𝐓𝟑"),)))
    assert "∑ sehat T3" in text


def test_control_characters_emoji_and_markup_do_no_harm() -> None:
    text = whole_text(
        drawn(
            "A.1.7", rhks=(replace(rhk(1), statement="a\x00\x07b <b>&amp; {{ 1 }} 👍 日本\ud800"),)
        )
    )
    assert "ab <b>&amp; {{ 1 }}" in text


@pytest.mark.parametrize("code", FORMS)
def test_empty_parts_are_printed_empty(code: str) -> None:
    assert "B. TAMBAHAN" in whole_text(drawn(code, rhks=()))
    assert "B. TAMBAHAN" in whole_text(drawn(code, rhks=(replace(rhk(1), indicators=()),)))


def test_a_long_lampiran_and_long_notes_are_printed_whole() -> None:
    appendix = drawn("A.1.8", appendix=Appendix((LONG,) * 2, (LONG,), ()))
    assert whole_text(appendix).count(f" {WORDS[COUNT - 1]} ") >= 3
    assert WORDS[COUNT - 1] in whole_text(drawn("D.1.1", notes=LONG))


def test_two_hundred_rows_stay_within_reason() -> None:
    many = tuple(rhk(number) for number in range(70))
    text = whole_text(drawn("A.1.7", rhks=many))
    assert "sesuai standar (69)" in text


def test_a_paragraph_is_parted_at_a_sentence_and_loses_nothing() -> None:
    sentence = "Ini kalimat yang cukup panjang untuk diuji. "
    parts = paragraphs(sentence * 60)
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith(".") for part in parts)
    assert joined("".join(parts)) == joined(sentence * 60)
    assert [len(part) for part in paragraphs("x" * 1500)] == [700, 700, 100]


def test_line_breaks_of_the_writer_are_kept() -> None:
    assert paragraphs("satu\n\ndua\r\ntiga") == ["satu", "dua", "tiga"]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="{address}/a.png">',
        '<link rel="stylesheet" href="{address}/a.css">',
        "<style>@import url({address}/a.css);</style>",
        "<style>@font-face {{ font-family: a; src: url({address}/a.ttf); }} p {{ font-family: a; }}"
        "</style><p>a</p>",
        "<style>@page {{ background-image: url({address}/a.png); }}</style><p>a</p>",
        '<img src="file:///etc/hostname"><p>a</p>',
    ],
)
def test_the_renderer_fetches_nothing(markup: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        try:
            pdf = draw(markup.format(address=address))
        except RuntimeError:
            pdf = b""
        with pytest.raises(TimeoutError):
            server.accept()
    assert b"/Subtype /Image" not in pdf


def test_markup_typed_by_a_user_is_text() -> None:
    typed = '<img src="http://127.0.0.1:9/a.png"><script>alert(1)</script>'
    assert joined(typed) in joined(
        whole_text(drawn("A.1.7", rhks=(replace(rhk(1), statement=typed),)))
    )
