"""B.1.1 and B.1.2: words about what was done, long texts, many rows."""

from dataclasses import replace

import pytest

from skpweb.documents.content import Done, Step, StepGroup
from skpweb.documents.render import render
from skpweb.documents.step_rows import (
    MOST_EVIDENCE,
    ROWS_TO_A_TABLE,
    done_words,
    evidence_words,
    tables,
)
from tests.documents.reading import joined, missing_in_order, page_texts, sizes, whole_text
from tests.documents.sample import SAMPLES, group, planned, step
from tests.documents.test_any_text import COUNT, DECLARED, LONG, WORDS

BOTH = ("B.1.1", "B.1.2")


def drawn(code: str, *groups: StepGroup) -> bytes:
    pdf = render(replace(SAMPLES[code], groups=groups), code)
    assert sizes(pdf) <= DECLARED
    return pdf


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (Done(), ["Belum ada kegiatan yang disetujui."]),
        (Done(waiting=2), ["Belum ada kegiatan yang disetujui.",
                           "2 kegiatan menunggu persetujuan, belum dihitung."]),
        (Done(returned=1), ["Belum ada kegiatan yang disetujui.",
                            "1 kegiatan dikembalikan, belum dihitung."]),
        (Done(5), ["5 kegiatan yang disetujui, tanpa angka realisasi."]),
        (Done(1, amounts=(("dokumen", 0),)), ["0 dokumen, dari 1 kegiatan yang disetujui."]),
        (Done(1200, amounts=(("berkas", 14500), ("", 3))),
         ["14.500 berkas; 3, dari 1.200 kegiatan yang disetujui."]),
    ],
)  # fmt: skip
def test_what_was_done_is_said_in_words(done: Done, words: list[str]) -> None:
    assert done_words(done) == words


@pytest.mark.parametrize(
    ("count", "printed", "more"),
    [(0, 0, []), (MOST_EVIDENCE, MOST_EVIDENCE, []),
     (MOST_EVIDENCE + 7, MOST_EVIDENCE, ["dan 7 bukti lain di jurnal"])],
)  # fmt: skip
def test_evidence_is_printed_up_to_a_number(count: int, printed: int, more: list[str]) -> None:
    evidence = tuple(f"b{number}" for number in range(count))
    assert evidence_words(Done(evidence=evidence)) == [*evidence[:printed], *more]


def test_lines_of_an_rhk_leave_no_border_between_them() -> None:
    ((first, second, third, *_),) = tables((group(1, step(1), step(2)), group(2)))
    assert [first.edge, second.edge, third.edge] == ["down", "through", "up"]
    assert [first.number, second.number, third.number] == [1, None, None]
    (alone,) = tables((StepGroup("a", (step(1),)),))[0]
    assert alone.edge == ""


def test_each_table_is_closed_where_a_long_one_is_parted() -> None:
    parted = tables((group(1, *(step(number) for number in range(2 * ROWS_TO_A_TABLE))),))
    assert [len(one) for one in parted] == [ROWS_TO_A_TABLE, ROWS_TO_A_TABLE, 1]
    assert [(one[0].edge, one[-1].edge) for one in parted] == [
        ("down", "up"), ("down", "up"), ("", ""),
    ]  # fmt: skip
    assert parted[1][0].step_number == ROWS_TO_A_TABLE + 1


def test_work_beside_the_plan_has_no_number() -> None:
    beside = Step("Di luar rencana aksi", is_planned=False)
    rows = tables((StepGroup("a", (step(1), beside)), StepGroup("b", (beside,), is_planned=False)))
    assert [(row.number, row.step_number) for row in rows[0]] == [
        (1, 1), (None, None), (None, None),
    ]  # fmt: skip


def test_what_is_not_agreed_says_so() -> None:
    open_step = replace(step(1), is_agreed=False)
    text = whole_text(drawn("B.1.1", group(1, open_step)))
    assert "(belum disepakati)" in text
    assert "(belum disepakati)" not in whole_text(render(SAMPLES["B.1.1"], "B.1.1"))


@pytest.mark.parametrize("code", BOTH)
def test_long_texts_are_printed_whole(code: str) -> None:
    long = replace(step(1), statement=LONG, targets=(LONG[:800],))
    text = joined(whole_text(drawn(code, StepGroup(LONG, (long, step(2)), (LONG,)))))
    assert [word for word in WORDS[:COUNT] if word not in text] == []
    assert text.count(WORDS[COUNT - 1]) == (3 if code == "B.1.2" else 2)


@pytest.mark.parametrize("code", BOTH)
@pytest.mark.parametrize("letter", ["W", "é"])
def test_a_word_of_300_letters_stays_in_its_cell(code: str, letter: str) -> None:
    word = letter * 300
    done = Done(1, amounts=((word[:60], 1),), evidence=(word, word))
    one = replace(step(1), statement=word, targets=(word,), done=done)
    assert joined(whole_text(drawn(code, StepGroup(word, (one,), (word,))))).count(letter) >= 900


@pytest.mark.parametrize("code", BOTH)
def test_without_rencana_aksi_the_rows_stay(code: str) -> None:
    text = whole_text(drawn(code, StepGroup("Terlayaninya warga"), StepGroup("Kedua")))
    assert missing_in_order(text, ["1", "Terlayaninya warga", "Rencana Aksi:", "-", "Kedua"]) == []
    assert "Pegawai yang Dinilai" in whole_text(drawn(code))


@pytest.mark.parametrize("code", BOTH)
def test_markup_and_signs_are_text(code: str) -> None:
    typed = '<b>&amp; {{ 1 }} → <img src="http://127.0.0.1:9/a.png">'
    done = Done(1, evidence=(typed,))
    one = replace(step(1), statement=typed, done=done)
    assert joined(typed) in joined(whole_text(drawn(code, StepGroup(typed, (one,)))))


@pytest.mark.parametrize("code", BOTH)
def test_two_hundred_rencana_aksi_with_evidence_are_drawn(code: str) -> None:
    links = tuple(f"https://bukti.example.invalid/{number}" for number in range(5))
    one = replace(step(1), done=Done(25, amounts=(("berkas", 50),), evidence=links))
    groups = tuple(
        StepGroup(f"RHK {n}.", tuple(replace(one, statement=f"aksi-{n}-{m}.") for m in range(20)))
        for n in range(10)
    )
    texts = page_texts(drawn(code, *groups))
    text = joined("".join(texts))
    assert [(n, m) for n in range(10) for m in range(20) if f"aksi-{n}-{m}." not in text] == []
    assert all("HASIL KERJA" in one for one in texts[:-1])


def test_the_signature_is_the_owners_alone() -> None:
    text = whole_text(render(planned(True), "B.1.2"))
    assert text.count("Pejabat Penilai Kinerja") == 0 and text.count("Pegawai yang Dinilai") == 1
