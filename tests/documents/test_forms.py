"""The forms beside the regulation: titles, columns, rows, footnotes and signatures in order."""

import io
from dataclasses import fields, replace
from datetime import date

import pytest
from PIL import Image

from skpweb.documents import forms
from skpweb.documents.content import Content
from skpweb.documents.form_codes import forms_for
from skpweb.documents.render import pages, render
from skpweb.domain.behaviour import PANDUAN
from skpweb.domain.ratings import OrganisationLevel, Predicate
from tests.documents.reading import missing_in_order, page_texts, paper, whole_text
from tests.documents.sample import MANUALS, SAMPLES, document, evaluation, skp
from tests.documents.wording import EXPECTED


@pytest.mark.parametrize("code", EXPECTED)
def test_the_form_holds_the_regulations_words_in_order(code: str) -> None:
    text = whole_text(render(SAMPLES[code], code))
    assert missing_in_order(text, EXPECTED[code]) == []


@pytest.mark.parametrize(
    "code", sorted(set(EXPECTED) - {"A.1.3", "A.1.8", "B.1.1", "B.1.2", "D.1.1", "D.1.2", "D.1.3"})
)
def test_every_panduan_stands_on_the_form(code: str) -> None:
    guidance = [line for lines in PANDUAN.values() for line in lines]
    assert missing_in_order(whole_text(render(SAMPLES[code], code)), guidance) == []


@pytest.mark.parametrize("code", SAMPLES)
def test_every_page_says_which_of_how_many_it_is(code: str) -> None:
    pdf = render(SAMPLES[code], code)
    texts = page_texts(pdf)
    assert pages(pdf) == len(texts)
    for number, text in enumerate(texts, 1):
        assert f"Halaman {number} dari {len(texts)}" in text
        assert f"Format {code}" in text


@pytest.mark.parametrize("code", SAMPLES)
def test_a_draft_says_so_on_every_page_and_a_final_form_nowhere(code: str) -> None:
    draft = render(replace(SAMPLES[code], draft=True, verification_code="ABCD-EFGH-JKLM"), code)
    assert all("DRAF" in text and "Belum ditetapkan" in text for text in page_texts(draft))
    assert "ABCD" not in whole_text(draft)
    final = render(replace(SAMPLES[code], verification_code="ABCD-EFGH-JKLM"), code)
    assert all("Kode verifikasi: ABCD-EFGH-JKLM" in text for text in page_texts(final))
    assert "DRAF" not in whole_text(final)


@pytest.mark.parametrize("code", SAMPLES)
@pytest.mark.parametrize(("name", "short", "long"), [("A4", 210, 297), ("F4", 215, 330)])
def test_the_paper_is_the_offices(code: str, name: str, short: int, long: int) -> None:
    upright = code in {"A.1.8", "B.1.1", "B.1.2", "D.1.1", "D.1.2", "D.1.3"}
    pdf = render(replace(SAMPLES[code], paper=name), code)
    assert paper(pdf) == ((short, long) if upright else (long, short))


@pytest.mark.parametrize("code", ["A.1.2", "A.1.7", "C.1.2", "C.1.3"])
def test_the_columns_are_headed_on_every_page_of_hasil_kerja(code: str) -> None:
    content = SAMPLES[code]
    texts = page_texts(render(replace(content, rhks=content.rhks * 4), code))
    with_rows = [text for text in texts if "sesuai standar" in text]
    assert len(with_rows) > 3
    assert all("HASIL KERJA" in text and "(1) (2) (3) (4) (5)" in text for text in with_rows)


def test_a_heading_row_never_ends_a_page() -> None:
    base = SAMPLES["A.1.7"]
    headings = ("A. UTAMA", "B. TAMBAHAN", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif")
    for rows in range(1, 12):
        rhks = base.rhks[:1] * rows + base.rhks[-1:]
        for text in page_texts(render(replace(base, rhks=rhks), "A.1.7")):
            body = text.replace("Format A.1.7 · Siti Aminah, A.Md.Keb.", "")
            body = body[: body.rindex("Halaman")].strip()
            assert not body.endswith(headings)


def test_what_was_not_chosen_is_struck_out() -> None:
    assert forms.choice(forms.RATINGS, None) == [(word, False) for word in forms.RATINGS.values()]
    struck = dict(forms.choice(forms.PREDICATES, Predicate.POOR))
    assert [word for word, gone in struck.items() if not gone] == ["KURANG (MISCONDUCT)"]
    markup = forms.markup(SAMPLES["C.1.3"], "C.1.3")
    assert "<s>DIATAS EKSPEKTASI/</s> <b>SESUAI EKSPEKTASI</b>/ <s>DIBAWAH EKSPEKTASI</s>" in markup


def test_an_evaluation_without_ratings_leaves_all_choices_open() -> None:
    blank = evaluation(
        organisation_level=None, result_rating=None, behaviour_rating=None, predicate=None
    )
    markup = forms.markup(blank, "C.1.3")
    assert "<s>" not in markup
    assert "(diisi dengan gambar pola distribusi)" in whole_text(render(blank, "C.1.3"))


def test_the_curve_is_that_of_the_organisations_result_unless_another_is_asked_for() -> None:
    shown = whole_text(render(evaluation(guide_level=OrganisationLevel.VERY_POOR), "C.1.3"))
    assert "CAPAIAN KINERJA ORGANISASI SANGAT KURANG" in shown


def test_which_forms_a_content_has() -> None:
    for code, content in SAMPLES.items():
        assert code in forms_for(content)
    assert forms_for(skp()) == ("A.1.7", "A.1.8")
    assert forms_for(SAMPLES["A.1.3"]) == ("A.1.2", "A.1.3", "A.1.8")
    assert forms_for(document()) == ("D.1.1",)


def test_a_content_without_a_form_is_an_error() -> None:
    known = {field.name: getattr(document(), field.name) for field in fields(Content)}
    with pytest.raises(TypeError, match="no form is known for Content"):
        forms_for(Content(**known))


def test_each_manual_has_a_page_of_its_own() -> None:
    texts = page_texts(render(SAMPLES["A.1.3"], "A.1.3"))
    assert [one.indicator in text for one, text in zip(MANUALS, texts, strict=True)] == [True, True]


def test_a_period_over_two_years_names_both() -> None:
    content = skp(starts_on=date(2026, 12, 1), ends_on=date(2027, 1, 31))
    assert forms.period(content) == "1 DESEMBER 2026 SD 31 JANUARI TAHUN 2027"


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        render(skp(), "Z.9")


REASON = "Kunjungan bulan November belum dihitung karena laporan kader baru masuk pada Desember. "


def changed(sentences: int, **more: object) -> list[str]:
    """The pages of a D.1.3 in which everybody wrote so much."""
    words = REASON * sentences
    content = replace(SAMPLES["D.1.3"], objection=words, explanation=words, **more)
    return page_texts(render(replace(content, decision="\n".join([words, *"abcd"])), "D.1.3"))


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_changed_document_of_usual_length_is_one_page_as_the_regulations(paper: str) -> None:
    garuda = io.BytesIO()
    Image.new("RGB", (100, 100), "gold").save(garuda, "PNG")
    for emblem in (None, garuda.getvalue()):
        assert len(changed(2, paper=paper, emblem=emblem)) == 1


def test_the_first_two_signatures_stay_with_the_text_where_only_the_third_moves_on() -> None:
    first, second = next(both for n in range(3, 12) if len(both := changed(n)) == 2)
    assert "9. Pejabat Penilai Kinerja" in first
    assert "11. Atasan Pejabat Penilai Kinerja" in second
    assert "10. Pegawai yang Dinilai" not in second
